# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns and how high the rows must be: a workbook keeps sizes, and not every program finds them anew."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from pdz.writers.xlsx._leaf import ACROSS, EURO, Box, Leaf, Line, Role

_LINE = 15.0
"""Points of a line of text."""
_HIGHEST = 409.0
"""Points: no row can be higher."""
_PAGE = 200.0
"""Characters that a landscape page holds and that can still be read."""


def measure(lines: Sequence[Line], columns: int, most: float = 60, least: float = 9) -> list[float]:
    """Widths that fit: the longest line of each column, within reason; longer texts wrap."""
    widths = [least] * columns
    for line in lines:
        for index, cell in enumerate(line.cells[:columns]):
            if line.role in ACROSS or cell is None:
                continue
            widths[index] = max(widths[index], min(most, _width(cell, line.role)))
    return widths


def _width(cell: str | Box, role: Role) -> float:
    """Characters, with room for the margin; a heading wraps at its words, and has the arrow of the filter."""
    if isinstance(cell, Box) and not isinstance(cell.value, str):
        if isinstance(cell.value, date):
            return 12
        decimals = len(cell.format.partition(".")[2].rstrip('\\ "€%'))
        scaled = cell.value * 100 if cell.format.endswith("%") else cell.value
        return len(f"{scaled:,.{decimals}f}") + (4 if cell.format == EURO else 3)
    text = cell.value if isinstance(cell, Box) else cell
    assert isinstance(text, str)
    if role == "testa":
        return max(max(map(len, text.split()), default=0) + 4.0, min(len(text) + 4.0, 22))
    return max(map(len, text.split("\n"))) * 1.05 + 2


def find_height(leaf: Leaf, line: Line) -> float:
    """Points that show all the texts of a line, within what a row can be."""
    if line.role in ACROSS:
        text = line.cells[0] if line.cells and isinstance(line.cells[0], str) else ""
        return min(_HIGHEST, _count(text, sum(leaf.widths) or 80) * (_LINE if line.role == "nota" else 20))
    counts = [
        _count(cell.value if isinstance(cell, Box) else cell, leaf.widths[index])
        for index, cell in enumerate(line.cells[: len(leaf.widths)])
        if index not in leaf.loose and isinstance(cell.value if isinstance(cell, Box) else cell, str)
    ]
    return min(_HIGHEST, max(counts, default=1) * _LINE)


def _count(text: object, width: float) -> int:
    """Lines of a wrapped text."""
    lines = str(text).split("\n")
    return sum(max(1, ceil(len(line) / max(width - 1, 1))) for line in lines)


def count_pages(leaf: Leaf) -> int:
    """Pages, side by side, on which the columns can be read."""
    return max(1, ceil(sum(leaf.widths) / _PAGE))
