# SPDX-License-Identifier: EUPL-1.2
"""How many people live in each Comune, wherever a plan says it for the whole population, and from which source."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pdz.calc._celle import parse_cell
from pdz.calc.nomi import fold
from pdz.findings import Path, shorten
from pdz.model import Piano
from pdz.model._tipi import Provenienza
from pdz.rules._comuni import find_days
from pdz.rules._popolazioni import is_population

_PART = re.compile(r"stranier|immigrat|disab|caric|utent|iscritt|famigl|scolast|previs|proiez|carcer", re.IGNORECASE)
"""Words of the title of a table that is about some of the residents, or not about those of the day."""
_AMBITO = re.compile(
    r"(?:popolazione|abitanti|residenti)(?: (?:resident[ei]|total[ei]|complessiv[aei]))*"
    r"(?:,? (?:nell'|dell'|nei comuni dell'|dei comuni dell')ambito(?: territoriale)?(?: sociale)?"
    r"(?: (?:di|del|della))?(?P<name> .*)?)?\Z"
)
_DATE = re.compile(r",? (?:al|a) (?:\d{1,2}[°º]? ?[a-z./-]* ?)+\d*\Z")
"""What may end the name of a fact: «al 1° gennaio 2024», «al 01/01/2024»."""

_MOST_DIGITS = 12

Giorni = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Abitanti:
    """The inhabitants of some Comuni in one place of the plan."""

    nome: str
    path: Path
    giorni: Giorni
    fonte: Provenienza | None
    celle: Mapping[str, tuple[Decimal, Path]]
    """The number and its place, by the folded name of the Comune; the last one when a row comes twice."""


def is_of_ambito(name: str, ambito: str) -> bool:
    """True for the name of the whole population: «Popolazione residente nell'Ambito di Lodi al 01/01/2024»."""
    match = _AMBITO.match(_DATE.sub("", fold(name)))
    return match is not None and (not match["name"] or match["name"].strip() == fold(ambito))


def iter_abitanti(piano: Piano) -> Iterator[Abitanti]:
    """The tables per Comune with a column of the whole population, the facts of single Comuni."""
    for index, tabella in enumerate(piano.tabelle):
        colonna = next((c for c in tabella.colonne if c.tipo == "numero" and is_population(c.titolo)), None)
        if fold(tabella.chiave) != "comune" or colonna is None or colonna.decimali or _PART.search(tabella.titolo):
            continue
        cells: dict[str, tuple[Decimal, Path]] = {}
        for row, data in enumerate(tabella.dati):
            value = parse_cell(data.get(colonna.campo))
            if isinstance(value, Decimal) and value.is_finite() and value > 0:
                where: Path = ("tabelle", index, "dati", row, colonna.campo)
                cells[fold(data.get(tabella.chiave) or "")] = value, where
        name = f"{tabella.id} «{shorten(tabella.titolo)}»"
        yield Abitanti(name, ("tabelle", index), find_days(tabella.al, tabella.anno), tabella.fonte, cells)
    for index, fatto in enumerate(piano.fatti):
        misura, place = fatto.valore, ("fatti", index)
        if fatto.comune is None or misura is None or misura.numero is None or not is_population(fatto.nome):
            continue
        if misura.operatore is None and not misura.percento and misura.numero > 0:
            cell = misura.numero, (*place, "valore")
            days = find_days(fatto.al, fatto.anno)
            yield Abitanti(f"il fatto {fatto.id}", place, days, fatto.fonte, {fold(fatto.comune): cell})


def may_be_same(one: Provenienza | None, other: Provenienza | None) -> bool:
    """True unless two data declare two sources: «ISTAT, Demo» and «ISTAT» are one, «Anagrafi comunali» is another."""
    if one is None or other is None:
        return True
    words = [re.split(r"[\W_]+", fold(fonte.nome).strip())[0] for fonte in (one, other)]
    return words[0] == words[1]


def is_slip(one: Decimal, other: Decimal) -> bool:
    """True for two numbers that differ, by no more than a twentieth: they are meant to be the same."""
    if max(one.adjusted(), other.adjusted()) > _MOST_DIGITS:  # no number of people: arithmetic might overflow
        return False
    return one != other and abs(one - other) * 20 <= max(one, other)
