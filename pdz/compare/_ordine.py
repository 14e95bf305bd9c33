# SPDX-License-Identifier: EUPL-1.2
"""The order in which changes are told: that of the new plan; what went out comes after what stayed beside it."""

from collections.abc import Iterable
from typing import Any

from pdz.compare._forme import Forma, campo_of
from pdz.compare._tipi import Cambio
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Parte

_Passo = tuple[int, int, str]
_GONE = 1


def sort_cambi(cambi: Iterable[Cambio]) -> tuple[Cambio, ...]:
    """The changes in order: it depends on nothing but the changes themselves."""
    return tuple(sorted(cambi, key=_rank))


def _rank(cambio: Cambio) -> list[_Passo]:
    if cambio.dopo is not None:
        return _rank_path(cambio.dopo)
    assert cambio.prima is not None
    last = cambio.prima[-1]
    ranks = _rank_path((*cambio.dentro, last))
    return [*ranks[:-1], (_GONE, last, "")] if isinstance(last, int) else ranks


def _rank_path(path: Path) -> list[_Passo]:
    """Fields by their place in the model, items by their place in the list, columns and rows of a matrix by name."""
    model: type[Parte] | None = Piano
    ranks: list[_Passo] = []
    for step in path:
        if isinstance(step, int):
            ranks.append((0, step, ""))
        elif model is None:
            ranks.append((0, 0, step))
        else:
            campo: Any = campo_of(model, step)
            ranks.append((0, campo.posto, ""))
            model = campo.classe if campo.forma in {Forma.PARTE, Forma.VOCI} else None
    return ranks
