# SPDX-License-Identifier: EUPL-1.2
"""Tables of data against their own columns: names, numbers, references between columns."""

from collections.abc import Iterator

from pdz.findings import Path, Problem, did_you_mean, shorten
from pdz.model import Piano
from pdz.model.contesto import Colonna, Demografia, Tabella
from pdz.model.grafici import Grafico
from pdz.money import parse_euro
from pdz.numbers import AmbiguousNumber, parse_decimal
from pdz.structure._rimedi import ask

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
    for index, grafico in enumerate(piano.grafici):
        if grafico.dati:
            yield from _check_grafico(("grafici", index), grafico)


def _check_tabella(path: Path, tabella: Tabella) -> Iterator[Problem]:
    present = list(dict.fromkeys(name for row in tabella.dati for name in row))
    columns = {colonna.campo: colonna for colonna in tabella.colonne}
    if tabella.dati and tabella.chiave not in present:
        yield Problem(
            (*path, "dati"),
            f"nei dati manca la colonna «{tabella.chiave}»",
            did_you_mean(tabella.chiave, present) or _listed(present),
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
            did_you_mean(colonna.campo, present) or _listed(present),
        )
    for index, part in enumerate(colonna.somma):
        if part not in known and part not in present:
            hint = did_you_mean(part, {*known, *present}) or _listed(present)
            yield Problem((*path, "somma", index), f"non c'è la colonna «{part}»", hint)
    named = {"numeratore": colonna.numeratore, "denominatore": colonna.denominatore, "peso": colonna.peso}
    for field, name in named.items():
        if name is not None and name not in known and name not in present:
            hint = did_you_mean(name, {*known, *present}) or _listed(present)
            yield Problem((*path, field), f"non c'è la colonna «{name}»", hint)
    needs = {"rapporto": ("numeratore", "denominatore"), "media pesata": ("peso",)}
    for field in needs.get(colonna.ambito, ()):
        if named[field] is None:
            yield Problem((*path, "ambito"), f"per «{colonna.ambito}» serve anche «{field}: …»", "indica la colonna")
    if colonna.ambito == "dichiarato" and colonna.valore_ambito is None:
        message = "per «dichiarato» serve anche «valore_ambito: …»"
        yield Problem((*path, "ambito"), message, "scrivi il valore dell'Ambito")


def _check_demografia(demografia: Demografia) -> Iterator[Problem]:
    present = list(dict.fromkeys(name for row in demografia.dati for name in row))
    absent = [name for name in DEMOGRAPHIC_COLUMNS if name not in present]
    if len(absent) == 1:
        message = f"nei dati manca la colonna «{absent[0]}»"
        yield Problem(("demografia", "dati"), message, did_you_mean(absent[0], present) or _listed(present))
    elif absent:
        message = "nei dati mancano le colonne " + ", ".join(f"«{name}»" for name in absent)
        yield Problem(("demografia", "dati"), message, _listed(present))
    for index, row in enumerate(demografia.dati):
        for name in DEMOGRAPHIC_COLUMNS[1:]:
            if (text := row.get(name)) is not None:
                yield from _check_number(("demografia", "dati", index, name), text, False)


def _check_grafico(path: Path, grafico: Grafico) -> Iterator[Problem]:
    present = list(dict.fromkeys(name for row in grafico.dati for name in row))
    named: list[tuple[Path, str]] = [((*path, "categorie", 0), name) for name in grafico.categorie[:1]]
    if len(grafico.categorie) > 1:
        hint = "scrivi solo il nome della colonna che le dà: " + ", ".join(present)
        yield Problem((*path, "categorie"), "le categorie di un CSV stanno in una sua colonna", hint)
        named = []
    columns = [
        ((*path, "serie", number, "colonna"), serie.colonna)
        for number, serie in enumerate(grafico.serie)
        if serie.colonna is not None
    ]
    for where, name in (*named, *columns):
        if name not in present:
            message = f"nei dati manca la colonna «{name}»"
            yield Problem(where, message, did_you_mean(name, present) or _listed(present))
    euro = (grafico.unita or "").casefold() in {"euro", "€"}
    for row, cells in enumerate(grafico.dati):
        for name in dict.fromkeys(name for _, name in columns):
            if (text := cells.get(name)) is not None and text.casefold() != "n.d.":
                yield from _check_number((*path, "dati", row, name), text, euro, "scrivi solo il numero")


def _listed(columns: list[str]) -> str:
    return "le colonne sono: " + ", ".join(columns) if columns else "il CSV non ha righe"


def _check_number(
    path: Path, text: str, euro: bool, otherwise: str = "dichiara la colonna di tipo testo"
) -> Iterator[Problem]:
    if text == "(*)":  # ISTAT hides counts that could identify someone
        return
    try:
        parse_euro(text) if euro else parse_decimal(text.removesuffix("%"))
    except AmbiguousNumber as error:
        whole, rest = str(error).split(".")
        message = f"«{shorten(text)}» può essere {whole}{rest} oppure {whole},{rest}"
        yield Problem(path, message, ask("importo" if euro else "numero", whole, rest))
    except (ValueError, ArithmeticError):
        noun = "un importo in euro, con al massimo due decimali" if euro else "un numero"
        hint = f"lascia vuota la cella se il dato manca, o {otherwise}"
        yield Problem(path, f"«{shorten(text)}» non è {noun}", hint)
