# SPDX-License-Identifier: EUPL-1.2
"""What the rules of context share about numbers: written against computed, the cells of a column."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc import Calcolo
from pdz.calc._celle import Griglia, parse_cell
from pdz.calc.tabelle import make_griglia
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import Colonna, Tabella
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent, round_half_up


def count_written(value: Decimal) -> int:
    """The decimals with which a number is written."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def agrees(written: Decimal, exact: Decimal) -> bool:
    """True when `exact`, rounded to the decimals with which `written` is written, is `written`."""
    return round_half_up(exact, count_written(written)) == written


def show(value: Decimal, colonna: Colonna, decimals: int | None = None) -> str:
    """A number as its column prints it, with its own decimals or with `decimals`."""
    if colonna.tipo == "euro":
        return format_euro(value)
    return (format_percent if colonna.tipo == "percentuale" else format_number)(value, decimals)


def iter_columns(piano: Piano) -> Iterator[tuple[Path, Tabella, Colonna]]:
    """Every column of numbers of every table, and where it is declared."""
    for index, tabella in enumerate(piano.tabelle):
        for number, colonna in enumerate(tabella.colonne):
            if colonna.tipo != "testo":
                yield ("tabelle", index, "colonne", number), tabella, colonna


def iter_given(path: Path, tabella: Tabella, colonna: Colonna) -> Iterator[tuple[int, Path, Decimal]]:
    """The numbers that the data give in a column, not those that it computes: row, place, number."""
    for row, data in enumerate(tabella.dati):
        value = parse_cell(data.get(colonna.campo), colonna.tipo == "euro")
        if isinstance(value, Decimal):
            yield row, (*path[:2], "dati", row, colonna.campo), value


def find_value(griglia: Griglia, row: int, campo: str) -> Decimal | None:
    """The number of a cell, given or computed."""
    cell = griglia.read_cell(row, campo)
    return cell.valore if isinstance(cell, Calcolo) else None


def grid_of(path: Path, tabella: Tabella) -> Griglia:
    """The rows of the table in which the column at `path` is."""
    return make_griglia(tabella, path[:2])


def name_row(tabella: Tabella, row: int) -> str:
    """What stands in the first cell of a row."""
    return (tabella.dati[row].get(tabella.chiave) or "").strip() or f"riga {row + 1}"
