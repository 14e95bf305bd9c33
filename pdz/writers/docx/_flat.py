# SPDX-License-Identifier: EUPL-1.2
"""Rows that are no more than texts, the great majority: they are written whole, without a thought for each cell."""

from dataclasses import replace

from pdz.doctree import Cell, Day, Euro, Number, Percent, RichCell, Row, Table
from pdz.writers._text import format_quantity


def print_numbers(table: Table) -> Table:
    """A table of data with its numbers as texts, so that each is formatted once, for its width and for its cell."""
    if table.style != "dati":
        return table
    rows = tuple(row if (texts := as_texts(row.cells)) is None else Row(texts, row.kind) for row in table.rows)
    return replace(table, rows=rows)


def as_texts(cells: tuple[Cell, ...]) -> tuple[str, ...] | None:
    """The cells of a row as plain texts; None when one of them has runs, blocks or looks of its own."""
    texts = []
    for cell in cells:
        if type(cell) is str:
            texts.append(cell)
        elif isinstance(cell, Day) or (isinstance(cell, Euro | Percent | Number) and not cell.bold):
            texts.append(format_quantity(cell))
        else:
            return None
    return tuple(texts)


def is_merged(cell: Cell) -> bool:
    """Does the cell need a place of its own: several columns or rows, or the look of a header?"""
    return type(cell) is RichCell and (cell.colspan > 1 or cell.rowspan > 1 or cell.header)
