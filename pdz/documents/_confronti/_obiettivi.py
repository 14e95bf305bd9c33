# SPDX-License-Identifier: EUPL-1.2
"""The objectives side by side: each of the old plan with what became of it, then those that are new."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from pdz.calc.nomi import fold
from pdz.compare import Destino, Origine, Sorte
from pdz.doctree import Block, Cell, Column, Row, Table
from pdz.documents._confronti import Pair, listed, named
from pdz.documents._confronti._leps import coverage
from pdz.documents._maker import Maker
from pdz.model.obiettivi import Obiettivo
from pdz.numbers import format_number

_T = TypeVar("_T")
_COLUMNS = (Column(5), Column(2), Column(5))


def objectives(pair: Pair) -> Iterator[Block]:
    """One table for the objectives of the old plan, one for those of the new plan that continue none."""
    legami = pair.raffronto.legami
    if legami.sorti and pair.wants("obiettivi"):
        yield _fates(pair)
    rest = [origine for origine in legami.origini if not origine.vecchi]
    if rest and pair.wants("obiettivi"):
        yield _new(pair, rest)
    yield from coverage(pair)


def _fates(pair: Pair) -> Table:
    rows: list[Row] = []
    held = _by_area(pair.raffronto.legami.sorti, lambda one: _area(pair.prima, _old(pair, one)))
    for area, sorti in held.items():
        rows.append(Row((area or pair.label("raffronto_senza_area"),), "gruppo"))
        for one in sorti:
            old = _old(pair, one)
            rows.append(Row((named(old, old.titolo), fate(pair, one), _after(pair, one))))
    before, after = pair.titles
    head = Row((before, pair.label("raffronto_sorte"), after))
    caption = pair.label("raffronto_didascalia_obiettivi", prima=before, dopo=after)
    return Table(_COLUMNS, tuple(rows), (head,), caption, "raffronto_obiettivi", description=caption)


def _new(pair: Pair, origini: list[Origine]) -> Table:
    rows: list[Row] = []
    plan = pair.dopo.piano.obiettivi
    for area, held in _by_area(origini, lambda one: _area(pair.dopo, plan[one.posto])).items():
        rows.append(Row((area or pair.label("raffronto_senza_area"),), "gruppo"))
        rows += [Row((named(plan[one.posto], plan[one.posto].titolo), _origin(pair, one))) for one in held]
    caption = pair.label("raffronto_didascalia_nuovi", dopo=pair.titles[1])
    head = Row((pair.titles[1], pair.label("raffronto_origine")))
    return Table((Column(5), Column(3)), tuple(rows), (head,), caption, "raffronto_nuovi", description=caption)


def _by_area(things: Iterable[_T], read: Callable[[_T], str]) -> Mapping[str, list[_T]]:
    """The things of each area, however the plan mixes them, in the order in which the areas first come."""
    groups: dict[str, list[_T]] = {}
    for thing in things:
        groups.setdefault(read(thing), []).append(thing)
    return groups


def fate(pair: Pair, sorte: Sorte) -> str:
    """«mantenuto», «probabile 0,87»."""
    unknown = sorte.destino is Destino.LASCIATO and not pair.raffronto.legami.origini
    word = pair.label("raffronto_e_ignoto" if unknown else f"raffronto_e_{sorte.destino}")
    if sorte.probabilita is None:
        return word
    likely = pair.label("raffronto_probabilita", valore=format_number(sorte.probabilita, 2))
    return likely if sorte.destino is Destino.PROBABILE else f"{word}, {likely}"


def _after(pair: Pair, sorte: Sorte) -> Cell:
    """The objectives that continue it; those of a whole area are only counted: a table of its own lists them."""
    plan = pair.dopo.piano.obiettivi
    if sorte.destino is Destino.PROSEGUITO:
        return pair.label("raffronto_area_prosegue", numero=len(sorte.nuovi))
    if not sorte.nuovi:
        return "—"
    own = fold(_old(pair, sorte).titolo)
    same = pair.label("raffronto_stesso_titolo")
    titles = [named(one, same if fold(one.titolo) == own else one.titolo) for one in map(plan.__getitem__, sorte.nuovi)]
    return listed(titles)


def _origin(pair: Pair, origine: Origine) -> str:
    if not pair.raffronto.legami.sorti:
        return pair.label("raffronto_e_ignoto").capitalize()
    if not origine.aree:
        return pair.label("raffronto_e_nuovo")
    titles = {area.id: area.titolo for area in pair.prima.piano.aree}
    titles = {esito.id: esito.titolo for esito in pair.dopo.piano.esiti} | titles
    areas = "; ".join(f"«{titles.get(name, name)}»" for name in origine.aree)
    return pair.label("raffronto_continua_area", aree=areas)


def _old(pair: Pair, sorte: Sorte) -> Obiettivo:
    return pair.prima.piano.obiettivi[sorte.posto]


def _area(maker: Maker, obiettivo: Obiettivo) -> str:
    """The title of the area of policy of an objective; without one, that of its group, or those of its macro areas."""
    own = next((area.titolo for area in maker.piano.aree if area.id == obiettivo.area), "")
    if not own and obiettivo.gruppo != "ambito":
        own = next((one.titolo for one in maker.profilo.gruppi_obiettivi if one.codice == obiettivo.gruppo), "")
    return own or "; ".join(maker.macroaree.get(code, code) for code in obiettivo.macroaree)
