# SPDX-License-Identifier: EUPL-1.2
"""Tables of data against their own columns: names, numbers, references between columns."""

from collections.abc import Iterator

from pdz.findings import Path, Problem, did_you_mean
from pdz.model import Piano
from pdz.model.contesto import Colonna, Demografia, Tabella
from pdz.money import parse_euro
from pdz.numbers import AmbiguousNumber, parse_decimal

DEMOGRAPHIC_COLUMNS = (
    "comune", "popolazione", "eta_0_4", "eta_0_14", "eta_15_19", "eta_15_39", "eta_15_64", "eta_40_64",
    "eta_60_64", "eta_65_oltre", "donne_15_49", "nati", "morti",
)  # fmt: skip
"""The counts that the seven demographic indices need (persons; births and deaths in the year)."""


def check_tables(piano: Piano) -> Iterator[Problem]:
    """The problems of all tables of data."""
    for index, tabella in enumerate(piano.tabelle):
        yield from _check_tabella(("tabelle", index), tabella)
    if piano.demografia is not None:
        yield from _check_demografia(piano.demografia)


def _check_tabella(path: Path, tabella: Tabella) -> Iterator[Problem]:
    present = list(dict.fromkeys(name for row in tabella.dati for name in row))
    columns = {colonna.campo: colonna for colonna in tabella.colonne}
    if tabella.dati and tabella.chiave not in present:
        yield Problem(
            (*path, "dati"),
            f"nei dati manca la colonna «{tabella.chiave}»",
            did_you_mean(tabella.chiave, present),
        )
    for position, colonna in enumerate(tabella.colonne):
        yield from _check_colonna((*path, "colonne", position), colonna, set(columns), present)
    for row_index, row in enumerate(tabella.dati):
        for name, text in row.items():
            known = columns.get(name)
            if known is not None and known.tipo != "testo" and text is not None:
                yield from _check_number((*path, "dati", row_index, name), text, known.tipo == "euro")


def _check_colonna(path: Path, colonna: Colonna, known: set[str], present: list[str]) -> Iterator[Problem]:
    computed = colonna.numeratore is not None and colonna.denominatore is not None
    if present and colonna.campo not in present and not computed and not colonna.somma:
        yield Problem(
            (*path, "campo"),
            f"nei dati manca la colonna «{colonna.campo}»",
            did_you_mean(colonna.campo, present),
        )
    named = {"numeratore": colonna.numeratore, "denominatore": colonna.denominatore, "peso": colonna.peso}
    for field, name in named.items():
        if name is not None and name not in known and name not in present:
            yield Problem((*path, field), f"non c'è la colonna «{name}»", did_you_mean(name, known))
    needs = {"rapporto": ("numeratore", "denominatore"), "media pesata": ("peso",)}
    for field in needs.get(colonna.ambito, ()):
        if named[field] is None:
            yield Problem((*path, "ambito"), f"per «{colonna.ambito}» serve anche «{field}: …»", "indica la colonna")
    if colonna.ambito == "dichiarato" and colonna.valore_ambito is None:
        yield Problem((*path, "ambito"), "per «dichiarato» serve anche «valore_ambito: …»")


def _check_demografia(demografia: Demografia) -> Iterator[Problem]:
    present = {name for row in demografia.dati for name in row}
    for name in DEMOGRAPHIC_COLUMNS:
        if name not in present:
            yield Problem(("demografia", "dati"), f"nei dati manca la colonna «{name}»", did_you_mean(name, present))
    for index, row in enumerate(demografia.dati):
        for name in DEMOGRAPHIC_COLUMNS[1:]:
            if (text := row.get(name)) is not None:
                yield from _check_number(("demografia", "dati", index, name), text, False)


def _check_number(path: Path, text: str, euro: bool) -> Iterator[Problem]:
    if text == "(*)":  # ISTAT hides counts that could identify someone
        return
    try:
        parse_euro(text) if euro else parse_decimal(text.removesuffix("%"))
    except AmbiguousNumber:
        digits = text.replace(".", "")
        yield Problem(
            path,
            f"«{text}» può essere {digits} oppure {text.replace('.', ',')}",
            f"scrivi {digits} senza punti, o con la virgola",
        )
    except (ValueError, ArithmeticError):
        yield Problem(
            path,
            f"«{text}» non è un numero",
            "lascia vuota la cella se il dato manca, o dichiara la colonna di tipo testo",
        )
