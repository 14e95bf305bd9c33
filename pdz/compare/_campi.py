# SPDX-License-Identifier: EUPL-1.2
"""What a path leads to in the model."""

from typing import Any

from pdz.compare._chiavi import name_of
from pdz.compare._forme import Campo, Forma, campo_of
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Parte


def campo_at(path: Path) -> Campo | None:
    """The field of the model at `path`; None inside data whose columns the plan names."""
    model: type[Parte] | None = Piano
    campo: Campo | None = None
    for step in path:
        if isinstance(step, str):
            if model is None:
                return None
            campo = campo_of(model, step)
            model = campo.classe if campo.forma in {Forma.PARTE, Forma.VOCI} else None
    return campo


def name_at(piano: Piano, path: Path) -> str:
    """The name of the part at `path`, by id and title; empty when it is no part."""
    value: Any = piano
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return name_of(value) if isinstance(value, Parte) else ""
