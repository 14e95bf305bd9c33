# SPDX-License-Identifier: EUPL-1.2
"""From a difference to plans: the difference the other way round, and the new plan from the old one."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pdz.compare._ordine import sort_cambi
from pdz.compare._tipi import Cambio, Tipo
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Parte

_OPPOSITE = {Tipo.ENTRATO: Tipo.USCITO, Tipo.USCITO: Tipo.ENTRATO, Tipo.MODIFICATO: Tipo.MODIFICATO}
_KEPT, _REMOVED = object(), object()


def invert(cambi: Iterable[Cambio]) -> tuple[Cambio, ...]:
    """The changes from the new plan to the old one."""
    return sort_cambi(
        replace(
            cambio,
            tipo=_OPPOSITE[cambio.tipo],
            prima=cambio.dopo,
            dopo=cambio.prima,
            vecchio=cambio.nuovo,
            nuovo=cambio.vecchio,
            nome_prima=cambio.nome_dopo,
            nome_dopo=cambio.nome_prima,
        )
        for cambio in cambi
    )


@dataclass(slots=True)
class _Nodo:
    """What becomes of a value of the old plan: another value, nothing, or the same with changes below."""

    value: Any = _KEPT
    below: dict[str | int, "_Nodo"] = field(default_factory=dict)
    added: list[Any] = field(default_factory=list)

    def reach(self, path: Path) -> "_Nodo":
        """The node at `path`."""
        node = self
        for step in path:
            node = node.below.setdefault(step, _Nodo())
        return node


def apply(cambi: Iterable[Cambio], old: Piano) -> Piano:
    """The new plan, from the old one and the changes; things that came into a list stand at its end."""
    root = _Nodo()
    for cambio in cambi:
        if cambio.prima is not None:
            root.reach(cambio.prima).value = cambio.nuovo if cambio.tipo is Tipo.MODIFICATO else _REMOVED
        elif cambio.dopo is not None:
            last = cambio.dopo[-1]
            if isinstance(last, int):
                root.reach(cambio.dentro).added.append(cambio.nuovo)
            else:
                root.reach((*cambio.dentro, last)).value = cambio.nuovo
    plan: Piano = _rebuild(old, root)
    return plan


def _rebuild(value: Any, node: _Nodo) -> Any:
    if node.value is not _KEPT:
        return node.value
    if not (node.below or node.added):
        return value
    if isinstance(value, Parte):
        made = {name: _rebuild(getattr(value, str(name)), below) for name, below in node.below.items()}
        return value.model_copy(update={str(k): None if v is _REMOVED else v for k, v in made.items()})
    if isinstance(value, dict):
        merged = {**value, **{key: _rebuild(value.get(str(key)), below) for key, below in node.below.items()}}
        return {key: inner for key, inner in merged.items() if inner is not _REMOVED}
    items = (_rebuild(item, node.below.get(index, _Nodo())) for index, item in enumerate(value or ()))
    return (*(item for item in items if item is not _REMOVED), *node.added)
