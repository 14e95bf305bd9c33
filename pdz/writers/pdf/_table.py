# SPDX-License-Identifier: EUPL-1.2
"""Tables: heads that repeat on every page, title rows, spans, rows that stay whole unless they are tall."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from pdz.doctree import Cell, Column, Day, Euro, Link, Note, Number, Paragraph, Percent, Ref, RichCell, Row, Table
from pdz.writers._grid import Arranger, Slot
from pdz.writers._measure import PADDING, column_widths, is_tall, with_breaks
from pdz.writers.pdf._context import Context, Place, TableMarks
from pdz.writers.pdf._inline import write_content
from pdz.writers.pdf._literal import array, join

Kind: TypeAlias = Literal["testa", "corpo", "gruppo", "totale"]
_ALIGNS = {"sinistra": "left", "destra": "right", "centro": "center"}


def write_table(ctx: Context, table: Table, place: Place) -> str:
    """A table without its caption and source; one without rows has an empty one, as in Word."""
    grid = _Grid(ctx, table, column_widths(table, place.width))
    ctx.tables.append(grid.marks)
    aligns = array(_align(table, index) for index in range(len(table.columns)))
    columns = array(f"{width}fr" for width in grid.widths)
    head = list(grid.write_rows([with_breaks(row) for row in table.head], "testa"))
    body = list(grid.write_rows(table.rows if head or table.rows else (Row(()),)))
    repeat = str(not any(_leads_away(cell) for row in table.head for cell in row.cells)).lower()
    parts = [f"table.header(repeat: {repeat}, {', '.join(filter(None, head))})"] if head else []
    return f"table(columns: {columns}, align: {aligns}, {', '.join(filter(None, [*parts, *body]))})"


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
        tall = any(is_tall(slot.cell, self._inside(slot)) for slot in own)
        cells = [self._write_cell(slot, kind, name=name, tall=tall) for slot, name in zip(own, heads, strict=True)]
        whole = len(own) == len(slots) and all(slot.rows == 1 for slot in own)
        if kind == "gruppo" and whole and followed:
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


def _leads_away(cell: Cell) -> bool:
    """Does a cell hold a note or a link? PDF/UA forbids them where a head is repeated, so such a head is not."""
    match cell:
        case tuple():
            return any(isinstance(inline, Note | Link | Ref) for inline in cell)
        case RichCell(blocks=blocks):
            return any(not isinstance(block, Paragraph) or _leads_away(block.content) for block in blocks)
        case _:
            return False


def _shorten(slot: Slot, rows: int) -> Slot:
    """A merged cell that reaches no further than the last row."""
    return slot._replace(rows=min(slot.rows, rows))


def _align(table: Table, index: int) -> str:
    """A column's alignment: as it asks, else numbers to the right and marks in the middle."""
    column: Column = table.columns[index]
    first = next((row.cells for row in table.rows if row.kind == "corpo"), ())
    cell = first[index] if index < len(first) else ""
    if column.align == "sinistra" and table.style == "dati" and isinstance(cell, Euro | Percent | Number):
        return "right"
    if column.align == "sinistra" and table.style == "matrice" and not column.header:
        return "center"
    return _ALIGNS[column.align]
