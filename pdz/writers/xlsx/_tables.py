# SPDX-License-Identifier: EUPL-1.2
"""A sheet for every captioned table and chart: its figures as numbers, its source and notes beneath."""

from collections.abc import Iterator
from dataclasses import replace

from pdz.doctree import MISSING, Chart, Column, Row, Series, Table, chart_table
from pdz.writers._grid import Arranger, Slot
from pdz.writers._text import strip_forbidden
from pdz.writers.xlsx._leaf import Box, Leaf, Line, Value, spread
from pdz.writers.xlsx._measure import measure
from pdz.writers.xlsx._names import quote_sheet
from pdz.writers.xlsx._plain import Plain

_NARROWEST = 64.0
"""Characters: title and source, which are as wide as the table, must be read."""
_IN_WORDS = "Nel documento"
"""Heads what the document says for a figure where the number alone does not: «80% (buono)»."""


def make_table_leaf(block: Table | Chart, name: str, plain: Plain, index: str) -> Leaf:
    """The sheet of a captioned table or chart; `index` is the sheet to which it leads back."""
    label = plain.outline.by_block[id(block)].label
    lines = [
        *spread(Line([f"{label} – {strip_forbidden(block.caption)}"], "titolo")),
        Line([Box("Torna all'indice", link=f"{quote_sheet(index)}!A1")], "nota"),
    ]
    if block.description not in block.caption:  # most tables only say again what they are
        lines += spread(Line([strip_forbidden(block.description)], "nota"))
    table = block if isinstance(block, Table) else _figures(block)
    opening = len(lines)
    grid = _Grid(len(table.columns), plain)
    for row in table.head:
        lines += spread(Line(grid.values(row), "testa"))
    heading = len(lines) if table.head else 0
    last = heading
    for row in table.rows:
        values = grid.values(row)
        if isinstance(block, Chart):  # a text would be drawn as a zero
            values = [None if value == MISSING else value for value in values]
        lines += spread(Line(values, row.kind))
        last = len(lines) if row.kind == "corpo" else last
    body = lines[opening:]
    lines += [Line([]), *spread(Line([plain.content(block.source)], "nota"))] if block.source else []
    for number, note in plain.take_notes():
        lines += spread(Line([f"[{number}] {note}"], "nota"))
    # a filter would tear the title rows of a grouped table from their rows
    grouped = any(row.kind == "gruppo" for row in table.rows)
    fixed = 1 if table.columns and table.columns[0].header and len(table.columns) > 1 else 0
    widths = measure(body, len(table.columns), most=50 if len(table.columns) > 3 else 70)
    widths[0] += max(0.0, _NARROWEST - sum(widths))
    filtered = last if heading and last > heading and not grouped else 0
    drawn = block if isinstance(block, Chart) and block.series and block.categories else None
    return Leaf(name, lines, widths, heading, fixed, filtered, chart=drawn)


def _figures(chart: Chart) -> Table:
    """The figures of a chart as numbers, for a drawing takes a text as zero; what is said of them stands beside."""
    table = chart_table(replace(chart, series=tuple(replace(serie, labels=()) for serie in chart.series)))
    said = [serie for serie in chart.series if any(serie.labels)]
    heads = [f"{serie.name} in parole" for serie in said] if len(chart.series) > 1 else ["In parole"] * len(said)
    rows = tuple(Row((*row.cells, *(_say(serie, index) for serie in said))) for index, row in enumerate(table.rows))
    columns = (*table.columns, *(Column() for _ in said))
    return replace(table, columns=columns, rows=rows, head=(Row((*table.head[0].cells, *heads)),))


def _say(serie: Series, index: int) -> str:
    """What is said of a figure that is there."""
    known = index < len(serie.values) and serie.values[index] is not None
    return serie.label(index) if known else ""


class _Grid:
    """The rows of one table; a cell that goes on below is said again in each row, as filters and readers want."""

    def __init__(self, columns: int, plain: Plain) -> None:
        self._arranger = Arranger(columns)
        self._plain = plain
        self._above: dict[int, Value] = {}

    def values(self, row: Row) -> list[Value]:
        """One value for each column."""
        return [value for slot in self._arranger.arrange(row) for value in self._of(slot)]

    def _of(self, slot: Slot) -> Iterator[Value]:
        value = self._above.get(slot.column) if slot.covered else self._plain.value(slot.cell)
        self._above[slot.column] = value
        yield value
        yield from [None] * (slot.span - 1)
