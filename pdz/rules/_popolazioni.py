# SPDX-License-Identifier: EUPL-1.2
"""How many people live in each Comune, as far as the plan says: columns, demographic counts, facts, shares."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pdz.calc._celle import parse_cell
from pdz.calc._esatto import divide, multiply
from pdz.calc.nomi import fold
from pdz.model import Piano
from pdz.model.contesto import Colonna, Tabella
from pdz.rules._tabelle import find_value, grid_of

_PEOPLE = re.compile(r"(?:popolazione|abitanti|residenti)\b", re.IGNORECASE)
_SOME = re.compile(
    r"stranier|immigrat|minor|masch|femmin|donn|uomin|giovan|anzian|scolastic|attiv|\banni\b|\d+\s*[-–]\s*\d+\b|over|età"
    r"|disab|caric|utent|saldo|variazion|aument|indice|densit|per km|mediana|media",
    re.IGNORECASE,
)
"""Words of a part of the population, or of another measure."""


def is_population(title: str) -> bool:
    """True for the name of the whole population: «Popolazione residente al 01/01/2024», not «Popolazione straniera»."""
    return _PEOPLE.match(title.strip()) is not None and _SOME.search(title) is None


def find_sizes(piano: Piano, tabella: Tabella, path: tuple[str | int, ...]) -> Mapping[str, Decimal]:
    """Inhabitants by folded name of the Comune, from the source that knows most rows of the table."""
    wanted = {fold(row.get(tabella.chiave) or "") for row in tabella.dati}
    best: dict[str, Decimal] = {}
    for sizes in (dict(_from_table(tabella, path)), *_others(piano)):
        known = {name: size for name, size in sizes.items() if name in wanted and size > 0}
        if len(known) > len(best):
            best = known
    return best


def _others(piano: Piano) -> Iterator[dict[str, Decimal]]:
    demografia = piano.demografia
    if demografia is not None:
        cells = ((row.get("comune") or "", parse_cell(row.get("popolazione"))) for row in demografia.dati)
        yield {fold(name): value for name, value in cells if isinstance(value, Decimal)}
    for index, tabella in enumerate(piano.tabelle):
        if fold(tabella.chiave) == "comune":
            yield dict(_from_table(tabella, ("tabelle", index)))
    yield {
        fold(fatto.comune): fatto.valore.numero
        for fatto in piano.fatti
        if fatto.comune is not None
        and fatto.valore is not None
        and fatto.valore.numero is not None
        and not fatto.valore.percento
        and is_population(fatto.nome)
    }


def _from_table(tabella: Tabella, path: tuple[str | int, ...]) -> Iterator[tuple[str, Decimal]]:
    colonna = next((c for c in tabella.colonne if c.tipo == "numero" and is_population(c.titolo)), None)
    shares = next((c for c in tabella.colonne if colonna is None and is_share_of_people(c)), None)
    if colonna is None and shares is None:
        return
    griglia = grid_of((*path[:2], "colonne", 0), tabella)
    for row, name in enumerate(griglia.nomi):
        size = find_value(griglia, row, colonna.campo) if colonna is not None else None
        if shares is not None and shares.numeratore is not None:
            above, share = find_value(griglia, row, shares.numeratore), find_value(griglia, row, shares.campo)
            size = divide(multiply(above, shares.per), share) if above is not None and share else None
        if size is not None:
            yield fold(name), size


def is_share_of_people(colonna: Colonna) -> bool:
    """True for a published share of the residents of which only the numerator is known: it gives the residents."""
    return (
        colonna.tipo == "percentuale"
        and colonna.numeratore is not None
        and colonna.denominatore is None
        and re.search(r"popolazione|residenti|abitanti", colonna.titolo, re.IGNORECASE) is not None
    )
