# SPDX-License-Identifier: EUPL-1.2
"""Facts: a number as given, or made from its parts, from two other facts, from a table of which it is the record."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pdz.calc._formule import Trovato, compute_ratio, compute_sum
from pdz.calc._misure import add_operator, compute_misura, find_tipo
from pdz.calc._tipi import Calcolo, TabellaCalcolata, Termine
from pdz.calc.primati import compute_primato, rank
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Operatore
from pdz.model.contesto import Fatto, Rapporto

_RATIO_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class _Risolto:
    """A computed fact and what its number is worth: «circa», «più di»."""

    calcolo: Calcolo
    operatore: Operatore | None = None


def compute_fatti(piano: Piano, tabelle: Mapping[str, TabellaCalcolata]) -> dict[str, Calcolo]:
    """Every fact by id; when an id is repeated the last wins.

    What can be computed (parts, ratio, numerator and denominator, claim of rank) wins over the value given; a
    denominator that is zero is n.c. all the same.
    """
    index = {fatto.id: position for position, fatto in enumerate(piano.fatti)}
    done: dict[str, _Risolto] = {}
    for name in _sort(piano, index):
        fatto, path = piano.fatti[index[name]], ("fatti", index[name])
        if fatto.rapporto is not None and not fatto.parti:
            done[name] = _compute_rapporto(fatto, fatto.rapporto, path, index, done)
        elif fatto.primato is not None and not fatto.parti:
            near = {other: done[other].calcolo for other in (fatto.primato.a,) if other is not None and other in done}
            calcolo = compute_primato(_empty(fatto, path), fatto, rank(piano, tabelle, near, fatto.primato))
            given = calcolo.valore is None and fatto.valore is not None
            done[name] = _compute_alone(fatto, path) if given else _Risolto(calcolo)
        else:
            done[name] = _compute_alone(fatto, path)
    return {name: done[name].calcolo for name in index}


def _sort(piano: Piano, index: Mapping[str, int]) -> list[str]:
    """The facts, each after those from which it is made, as far as they do not run in a circle."""
    order: list[str] = []
    seen: set[str] = set()
    stack = [(name, False) for name in reversed(list(index))]
    while stack:
        name, ready = stack.pop()
        if ready:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            stack.append((name, True))
            fatto = piano.fatti[index[name]]
            needs = (fatto.rapporto.di, fatto.rapporto.su) if fatto.rapporto is not None else ()
            near = (fatto.primato.a,) if fatto.primato is not None else ()
            stack.extend((other, False) for other in (*needs, *near) if other is not None and other in index)
    return order


def _compute_alone(fatto: Fatto, path: Path) -> _Risolto:
    if fatto.parti:
        return _Risolto(_add_parti(fatto, path))
    if fatto.numeratore is not None and fatto.denominatore is not None:
        above = Termine("numeratore", fatto.numeratore, (*path, "numeratore"))
        below = Termine("denominatore", fatto.denominatore, (*path, "denominatore"))
        return _Risolto(_divide(fatto, above, below, Decimal(100), path))
    if fatto.valore is None and fatto.numeratore is not None:
        return _Risolto(replace(_empty(fatto, path), motivo="manca il denominatore"))
    if fatto.valore is None and fatto.denominatore is not None:
        return _Risolto(replace(_empty(fatto, path), motivo="manca il numeratore"))
    given = replace(_empty(fatto, (*path, "valore")), decimali=fatto.decimali)
    return _Risolto(compute_misura(given, fatto.valore), fatto.valore.operatore if fatto.valore else None)


def _empty(fatto: Fatto, path: Path, per: Decimal | None = None) -> Calcolo:
    percent = per == 100 or (fatto.valore is not None and fatto.valore.percento)
    return Calcolo(fatto.nome, None, find_tipo(fatto.unita, percent), unita=fatto.unita or "", path=path)


def _add_parti(fatto: Fatto, path: Path) -> Calcolo:
    found = [
        Termine(parte.nome, parte.valore, (*path, "parti", index, "valore")) for index, parte in enumerate(fatto.parti)
    ]
    return replace(compute_sum(_empty(fatto, path), found), decimali=fatto.decimali)


def _compute_rapporto(
    fatto: Fatto, rapporto: Rapporto, path: Path, index: Mapping[str, int], done: Mapping[str, _Risolto]
) -> _Risolto:
    """di × per / su, or why it cannot be computed."""
    above, below = (_find(name, fatto, index, done) for name in (rapporto.di, rapporto.su))
    if fatto.valore is not None and (isinstance(above, str) or isinstance(below, str)):
        return _compute_alone(fatto, path)
    calcolo = _divide(fatto, above, below, rapporto.per, path)
    if calcolo.valore is None:
        return _Risolto(calcolo)
    of, on = done[rapporto.di].operatore, done[rapporto.su].operatore
    operatore = of if on is None else "circa"
    return _Risolto(add_operator(calcolo, operatore), operatore)


def _find(name: str, fatto: Fatto, index: Mapping[str, int], done: Mapping[str, _Risolto]) -> Trovato:
    """The number of the fact `name` for the ratio of `fatto`, or why there is none."""
    if name not in index:
        return f"il fatto «{name}» non esiste"
    if name == fatto.id:
        return "il calcolo gira in tondo: il fatto dipende da se stesso"
    if name not in done:
        return f"il calcolo gira in tondo: «{name}» dipende a sua volta da «{fatto.id}»"
    calcolo = done[name].calcolo
    if calcolo.valore is None:
        root = calcolo.motivo  # along a chain only the fact from which the trouble comes is named
        return root if root.startswith("«") else f"«{name}» non si calcola: {root}"
    return Termine(calcolo.nome, calcolo.valore, ("fatti", index[name]))


def _divide(fatto: Fatto, above: Trovato, below: Trovato, per: Decimal, path: Path) -> Calcolo:
    decimali = _RATIO_DECIMALS if fatto.decimali is None else fatto.decimali
    return replace(compute_ratio(_empty(fatto, path, per), [above], [below], per), decimali=decimali)
