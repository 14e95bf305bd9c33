# SPDX-License-Identifier: EUPL-1.2
"""What a region asks in a triennium, as data: `lombardia/2025-2027.yaml`; `estende:` another profile.

A new triennium is one new file in this folder.
"""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pdz.errors import UnknownName
from pdz.findings import did_you_mean
from pdz.profiles._schema import Profilo

_FOLDER = Path(__file__).parent


def profile_names() -> tuple[str, ...]:
    """All profiles of this pdz, for example `lombardia/2025-2027`."""
    return tuple(sorted(path.relative_to(_FOLDER).with_suffix("").as_posix() for path in _FOLDER.glob("*/*.yaml")))


def _merge(base: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """`change` over `base`; mappings merge, everything else is replaced whole."""
    merged = dict(base)
    for key, value in change.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _read(name: str) -> dict[str, Any]:
    if name not in profile_names():
        raise UnknownName(
            f"il profilo «{name}» non esiste",
            did_you_mean(name, profile_names()) or "profili disponibili: " + ", ".join(profile_names()),
        )
    data: dict[str, Any] = yaml.load((_FOLDER / f"{name}.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    parent = data.pop("estende", None)
    return _merge(_read(parent), data) if parent else data


@cache
def load_profilo(name: str) -> Profilo:
    """The profile `name`; raises UnknownName with the nearest when there is none."""
    return Profilo.model_validate({**_read(name), "id": name})


__all__ = ["Profilo", "load_profilo", "profile_names"]
