# SPDX-License-Identifier: EUPL-1.2
"""A plan as it stood at a revision of git: `REVISION:folder`, the folder seen from where the command runs."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from pdz.errors import PdzError

_NAMED = re.compile(r"(?P<revision>(?:[^:{]|\{[^}]*\})+):(?P<folder>.*)\Z", re.DOTALL)
_LINK, _MODULE = "120000", "160000"


@contextmanager
def open_folder(named: str) -> Iterator[Path]:
    """The folder that a person names: itself, or a temporary copy of what a revision of git holds there.

    Raises PdzError when there is no such revision, or no such folder in it.
    """
    match = _NAMED.match(named)
    if match is None or os.path.exists(named):
        yield Path(named)
        return
    with tempfile.TemporaryDirectory(prefix="pdz-") as temporary:
        _extract(match["revision"], match["folder"] or ".", Path(temporary))
        yield Path(temporary)


def _extract(revision: str, folder: str, target: Path) -> None:
    top = Path(_ask(("rev-parse", "--show-toplevel"), "non sei in una cartella che git conosce").strip()).resolve()
    commit = _ask(
        ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"),
        f"la revisione «{revision}» non esiste",
        "le revisioni le elencano: git log --oneline, git tag",
    ).strip()
    inside = Path(folder).resolve()
    if not inside.is_relative_to(top):
        raise PdzError(f"«{folder}» è fuori dalla cartella che git conosce", f"la cartella di git è {top}")
    below = inside.relative_to(top).as_posix()
    listed = _ask(
        ("ls-tree", "-r", "-z", "--full-tree", commit, *([] if below == "." else [f"{below}/"])),
        f"git non riesce a leggere la revisione «{revision}»",
    )
    if not listed:
        hint = "la cartella si scrive come si vede da qui: con quel nome in quella revisione non c'era"
        raise PdzError(f"nella revisione «{revision}» non c'è la cartella «{folder}»", hint)
    entries = (line.partition("\t") for line in listed.split("\0") if line)
    files = {name: about.split(" ")[2] for about, _, name in entries if about.split(" ")[0] not in {_LINK, _MODULE}}
    for name, data in zip(files, _read_blobs(list(files.values())), strict=True):
        place = target / PurePosixPath(name).relative_to(below)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _read_blobs(blobs: list[str]) -> Iterator[bytes]:
    """What git keeps under each name, in order."""
    answer = _run(("cat-file", "--batch"), "".join(f"{blob}\n" for blob in blobs).encode()).stdout
    start = 0
    for _ in blobs:
        end = answer.index(b"\n", start)
        size = int(answer[start:end].split(b" ")[2])
        yield answer[end + 1 : end + 1 + size]
        start = end + size + 2


def _ask(arguments: tuple[str, ...], refusal: str, hint: str = "") -> str:
    """What git answers; raises PdzError with `refusal` when it says no."""
    done = _run(arguments)
    if b"safe.directory" in done.stderr:
        advice = "se è una cartella sicura: git config --global --add safe.directory CARTELLA"
        raise PdzError("git non si fida di questa cartella, che è di un altro utente", advice)
    if done.returncode != 0:
        raise PdzError(refusal, hint or "indica due cartelle, senza revisione")
    return os.fsdecode(done.stdout)


def _run(arguments: tuple[str, ...], given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(("git", *arguments), capture_output=True, check=False, input=given)
    except FileNotFoundError:
        hint = "installa git, oppure indica due cartelle"
        raise PdzError("per leggere una revisione serve git, che qui non c'è", hint) from None
