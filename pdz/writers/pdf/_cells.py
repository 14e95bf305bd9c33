# SPDX-License-Identifier: EUPL-1.2
"""What the cells of a table ask of its layout."""

from pdz.doctree import (
    Block,
    Cell,
    Chart,
    Column,
    Euro,
    Items,
    Link,
    Note,
    Number,
    Paragraph,
    Percent,
    Picture,
    Ref,
    RichCell,
    Table,
)  # fmt: skip

_ALIGNS = {"sinistra": "left", "destra": "right", "centro": "center"}


def leads_away(cell: Cell) -> bool:
    """Does a cell hold a note or a link? PDF/UA forbids them where a head is repeated, so such a head is not."""
    match cell:
        case tuple():
            return any(isinstance(inline, Note | Link | Ref) for inline in cell)
        case RichCell(blocks=blocks):
            return any(not isinstance(block, Paragraph) or leads_away(block.content) for block in blocks)
        case _:
            return False


def is_bulky(cell: Cell) -> bool:
    """Does a cell hold more than texts, so that nobody knows how high it is?"""
    return isinstance(cell, RichCell) and any(map(_is_bulk, cell.blocks))


def _is_bulk(block: Block) -> bool:
    if isinstance(block, Items):
        return any(_is_bulk(inner) for item in block.items for inner in item)
    return isinstance(block, Chart | Picture | Table)


def choose_align(table: Table, index: int) -> str:
    """A column's alignment: as it asks, else numbers to the right and marks in the middle."""
    column: Column = table.columns[index]
    first = next((row.cells for row in table.rows if row.kind == "corpo"), ())
    cell = first[index] if index < len(first) else ""
    if column.align == "sinistra" and table.style == "dati" and isinstance(cell, Euro | Percent | Number):
        return "right"
    if column.align == "sinistra" and table.style == "matrice" and not column.header:
        return "center"
    return _ALIGNS[column.align]
