# SPDX-License-Identifier: EUPL-1.2
"""Tables: heads that repeat on every page, title rows, spans, rows that stay whole unless they are tall."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from pdz.doctree import (
    Cell,
    Day,
    Euro,
    Number,
    Paragraph,
    Percent,
    RichCell,
    Row,
    Table,
)
from pdz.writers._grid import Arranger, Slot
from pdz.writers._measure import PADDING, column_widths, is_tall, with_breaks
from pdz.writers.pdf._cells import choose_align, is_bulky, leads_away
from pdz.writers.pdf._context import Context, Place, TableMarks
from pdz.writers.pdf._inline import write_content
from pdz.writers.pdf._literal import array, join

_PAGE = 9638
"""Twips: twelve lines as long as a page is wide are no head."""
Kind: TypeAlias = Literal["testa", "corpo", "gruppo", "totale"]


def write_table(ctx: Context, table: Table, place: Place) -> str:
    """A table without its caption and source; one without rows has an empty one, as in Word."""
    grid = _Grid(ctx, table, column_widths(table, place.width))
    ctx.tables.append(grid.marks)
    aligns = array(choose_align(table, index) for index in range(len(table.columns)))
    columns = array(f"{width}fr" for width in grid.widths)
    head = list(grid.write_rows([with_breaks(row) for row in table.head], "testa"))
    towering = any(is_bulky(cell) or is_tall(cell, _PAGE) for row in table.head for cell in row.cells)
    body = list(grid.write_rows(table.rows if head or table.rows else (Row(()),)))
    return f"table(columns: {columns}, align: {aligns}, {_join([_write_head(table, head, towering=towering), *body])})"


def _write_head(table: Table, head: list[str], *, towering: bool) -> str:
    """The head as typst repeats it on every page; a very high one would leave no room there, and is like a row."""
    if towering or not head:
        return _join(head)
    repeat = str(not any(leads_away(cell) for row in table.head for cell in row.cells)).lower()
    return f"table.header(repeat: {repeat}, {_join(head)})"


def _join(cells: list[str]) -> str:
    """Rows one after the other; one that is all covered from above has no cells."""
    return ", ".join(filter(None, cells))


@dataclass(slots=True)
class _Grid:
    """A table while its rows are written."""

    ctx: Context
    table: Table
    widths: list[int]
    marks: TableMarks = field(init=False)

    def __post_init__(self) -> None:
        self.marks = TableMarks(self.table.description)

    def write_rows(self, rows: "tuple[Row, ...] | list[Row]", kind: Kind | None = None) -> Iterator[str]:
        """The cells of consecutive rows; a merged cell ends with them at the latest."""
        arranger = Arranger(len(self.widths))
        for index, row in enumerate(rows):
            slots = [_shorten(slot, len(rows) - index) for slot in arranger.arrange(row)]
            followed = index + 1 < len(rows) and rows[index + 1].kind != "gruppo"
            yield self._write_row(slots, kind or row.kind, followed=followed)

    def _write_row(self, slots: list[Slot], kind: Kind, *, followed: bool) -> str:
        """The cells of a row; a title row is the header of the rows that follow it, if any do."""
        own = [slot for slot in slots if not slot.covered]
        heads = tuple(kind in ("corpo", "totale") and self._is_name(slot) for slot in own)
        self.marks.rows.append(heads)
        self.marks.spans.append(tuple(slot.rows for slot in own))
        tall = any(is_bulky(slot.cell) or is_tall(slot.cell, self._inside(slot)) for slot in own)
        cells = [self._write_cell(slot, kind, name=name, tall=tall) for slot, name in zip(own, heads, strict=True)]
        whole = len(own) == len(slots) and all(slot.rows == 1 for slot in own)
        if kind == "gruppo" and whole and followed and not tall:
            return f"table.header(level: 2, repeat: false, {', '.join(cells)})"
        return ", ".join(cells)

    def _is_name(self, slot: Slot) -> bool:
        """Does the cell say what its row is about?"""
        asked = isinstance(slot.cell, RichCell) and slot.cell.header
        form = self.table.style == "modulo" and slot.column == 0 and len(self.widths) > 1
        return asked or form or self.table.columns[slot.column].header

    def _inside(self, slot: Slot) -> int:
        """Twips inside a cell."""
        return max(sum(self.widths[slot.column : slot.column + slot.span]) - PADDING, PADDING)

    def _write_cell(self, slot: Slot, kind: Kind, *, name: bool, tall: bool) -> str:
        look = "nome" if name and kind == "corpo" else {"corpo": "table.cell"}.get(kind, kind)
        place = [f"colspan: {slot.span}"] if slot.span > 1 else []
        place += [f"rowspan: {slot.rows}"] if slot.rows > 1 else []
        place += ["align: center + horizon"] if kind == "testa" and slot.span > 1 else []
        place += [] if tall else ["breakable: false"]
        content = self._write_content(slot.cell, Place(self._inside(slot), cell=True, bold=look != "table.cell"))
        if look == "table.cell" and not place:
            return content
        return f"{look}({', '.join([content, *place])})"

    def _write_content(self, cell: Cell, place: Place) -> str:
        match cell:
            case str() | tuple():
                return write_content(self.ctx, cell)
            case Euro() | Percent() | Number() | Day():
                return write_content(self.ctx, (cell,))
            case RichCell(blocks=(Paragraph(content=content),)):
                return write_content(self.ctx, content)
            case RichCell(blocks=blocks):
                return join(filter(None, (self.ctx.write_block(self.ctx, block, place) for block in blocks)))
            case _:
                assert_never(cell)


def _shorten(slot: Slot, rows: int) -> Slot:
    """A merged cell that reaches no further than the last row."""
    return slot._replace(rows=min(slot.rows, rows))
