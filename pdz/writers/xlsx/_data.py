# SPDX-License-Identifier: EUPL-1.2
"""Sheets of data: a heading, a row for each thing, the totals; formulas once every cell has its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from openpyxl.utils import get_column_letter

from pdz.doctree import (
    BandOf,
    FirstOf,
    Formula,
    RatioOf,
    ShareOf,
    Sheet,
    SheetCell,
    SumOf,
    SumWhere,
)
from pdz.writers.xlsx._formulas import Place, write_formula
from pdz.writers.xlsx._leaf import Box, Leaf, Line, Value, make_box, spread
from pdz.writers.xlsx._lists import Lists
from pdz.writers.xlsx._measure import measure
from pdz.writers.xlsx._names import unique_heads
from pdz.writers.xlsx._plain import Plain

_HEADING = 1


def make_data_leaves(sheets: Sequence[Sheet], names: Sequence[str], plain: Plain, lists: Lists) -> list[Leaf]:
    """The sheets of data of a document, in order, with these names."""
    leaves: list[Leaf] = []
    places: dict[str, Place] = {}
    waiting: list[list[tuple[int, int, Formula]]] = []
    for sheet, name in zip(sheets, names, strict=True):
        leaf, rows, formulas = _lay(sheet, name, plain)
        letters = {column.key: get_column_letter(index) for index, column in enumerate(sheet.columns, 1)}
        places[sheet.key] = Place(name, letters, rows)
        leaf.lists = {
            index: lists.place(column.title, column.allowed)
            for index, column in enumerate(sheet.columns)
            if column.allowed
        }
        leaves.append(leaf)
        waiting.append(formulas)
    for sheet, leaf, formulas in zip(sheets, leaves, waiting, strict=True):
        for row, index, formula in formulas:
            leaf.lines[row - 1].cells[index] = _resolve(formula, places[sheet.key], row, places)
        leaf.widths = measure(leaf.lines, len(sheet.columns), most=48)
    return leaves


def _lay(sheet: Sheet, name: str, plain: Plain) -> tuple[Leaf, list[int], list[tuple[int, int, Formula]]]:
    """The sheet without its formulas, the row of each of its things, and the formulas with their row and column."""
    lines = [Line([*unique_heads([column.title for column in sheet.columns])], "testa")]
    rows: list[int] = []
    formulas: list[tuple[int, int, Formula]] = []
    for cells in sheet.rows:
        rows.append(len(lines) + 1)
        lines += _lines(Line([]), cells, plain, formulas, len(lines) + 1)
    last = len(lines)
    for cells in sheet.totals:
        lines += _lines(Line([], "totale"), cells, plain, formulas, len(lines) + 1)
    for number, note in plain.take_notes():
        lines += spread(Line([f"[{number}] {note}"], "nota"))
    table = f"Dati_{sheet.key}"
    return Leaf(name, lines, [], _HEADING, min(1, len(sheet.columns) - 1), last, table), rows, formulas


def _lines(
    line: Line, cells: Sequence[SheetCell], plain: Plain, formulas: list[tuple[int, int, Formula]], row: int
) -> Iterator[Line]:
    for index, cell in enumerate(cells):
        match cell:
            case SumOf() | SumWhere() | RatioOf() | ShareOf() | FirstOf() | BandOf():
                formulas.append((row, index, cell))
                line.cells.append(None)
            case None:
                line.cells.append(None)
            case _:
                line.cells.append(plain.value(cell))
    yield from spread(line)


def _resolve(formula: Formula, own: Place, row: int, places: Mapping[str, Place]) -> Value:
    """The formula with its value; the bare value when the document has not the sheet that it looks into."""
    value = formula.value if isinstance(formula, BandOf) else make_box(formula.value)
    if isinstance(formula, SumOf | SumWhere) and formula.sheet and formula.sheet not in places:
        return value
    text = write_formula(formula, own, row, places)
    return replace(value, formula=text) if isinstance(value, Box) else Box(value or "", formula=text)
