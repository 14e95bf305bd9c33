# SPDX-License-Identifier: EUPL-1.2
"""Style and script of the page, and the policy that forbids everything else."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from pdz.resources import resource_folder

_FOLDER = "html"
_STYLES = ("colori.css", "pagina.css", "tabelle.css", "stampa.css")
_SCRIPTS = ("pagina.js", "cerca.js", "tabelle.js")


@dataclass(frozen=True, slots=True)
class Assets:
    """What the page carries with it."""

    style: str
    script: str
    policy: str
    """For Content-Security-Policy: this style, this script, pictures inside the page, nothing else from anywhere."""


@cache
def read_assets() -> Assets:
    """The files of templates/html, joined."""
    style, script = _join(_STYLES), _join(_SCRIPTS)
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )
    return Assets(style, script, policy)


def _join(names: tuple[str, ...]) -> str:
    folder = resource_folder("templates") / _FOLDER
    return "\n" + "".join((folder / name).read_text(encoding="utf-8") for name in names)


def _digest(text: str) -> str:
    """How a policy names a text: browsers count every character between the tags."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
