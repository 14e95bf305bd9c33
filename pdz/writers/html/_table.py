# SPDX-License-Identifier: EUPL-1.2
"""Tables: captions, headers of columns, rows and groups, merged cells, the values by which a reader may sort."""

from dataclasses import dataclass, field
from itertools import compress
from typing import Literal, TypeAlias, assert_never, cast

from pdz.doctree import Cell, Chart, Column, Day, Euro, Number, Percent, RichCell, Row, Table
from pdz.writers._grid import Arranger, Slot
from pdz.writers._text import escape_attribute, format_quantity
from pdz.writers.html._context import Context, escape_breaks, escape_line
from pdz.writers.html._inline import write_content, write_day

Kind: TypeAlias = Literal["testa", "corpo", "gruppo", "totale"]

_ALIGN = {"sinistra": "", "destra": ' class="destra"', "centro": ' class="centro"'}
_OPEN_ROW = {"testa": "<tr>", "corpo": "<tr>", "gruppo": '<tr class="gruppo">', "totale": '<tr class="totale">'}
_NARROW = 2
"""Columns of a form that always fits, on a phone one under the other."""


def write_table(ctx: Context, table: Table, *, inside: bool) -> str:
    """The table, its source; what may be wide in a frame that scrolls, with a name, and that the keyboard reaches."""
    entry = None if inside else ctx.entry_of(table)
    name = ctx.names[id(table)] if entry else ""
    caption = write_caption(ctx, table)
    if caption:
        own = f' id="{name}:titolo"' if name else ""
        caption = f"<caption{own}><span>{caption}{permalink(name) if name else ''}</span></caption>\n"
    told, described = _describe(table, name)
    grid = _Grid(ctx, table)
    style = f"{table.style} colonne-{len(table.columns)}"
    written = f'<table class="{style}"{told}>\n{caption}{grid.write_head()}{grid.write_bodies()}</table>\n'
    if table.style != "modulo" or len(table.columns) > _NARROW:
        label = f'labelledby="{name}:titolo"' if name else f'label="{_label(ctx, table)}"'
        written = f'<div class="scorri" role="region" tabindex="0" aria-{label}>\n{written}</div>\n'
    if inside:
        return written + write_source(ctx, table)
    anchor = f' id="{name}"' if name else ""
    return f'<div class="tabella"{anchor}>\n{described}{written}{write_source(ctx, table)}</div>\n'


def _label(ctx: Context, table: Table) -> str:
    return escape_attribute(ctx.call_table(table.caption or table.description))


def _describe(table: Table, name: str) -> tuple[str, str]:
    """What a screen reader says of a table: the attribute, and the text that it points to when the caption differs."""
    if not table.description or table.description == table.caption:
        return "", ""
    if not name:
        return f' aria-label="{escape_attribute(table.description)}"', ""
    text = f'<p class="solo-voce" id="{name}:testo">{escape_line(table.description)}</p>\n'
    return f' aria-describedby="{name}:testo"', text


def write_caption(ctx: Context, captioned: Table | Chart) -> str:
    """«Tabella 3 – …», «Grafico 1 – …»; a table inside a cell or list is not numbered."""
    entry = ctx.entry_of(captioned)
    label = f'<span class="numero">{entry.label}</span> – ' if entry else ""
    return label + escape_line(captioned.caption)


def permalink(name: str) -> str:
    """What copies the address of a point, for the mouse: with the keyboard the index gives the same addresses."""
    return f'<a class="ancora" href="#{name}" tabindex="-1" aria-hidden="true"></a>'


def write_source(ctx: Context, captioned: Table | Chart) -> str:
    """Source and warnings, underneath."""
    return f'<p class="fonte">{write_content(ctx, captioned.source)}</p>\n' if captioned.source else ""


@dataclass(slots=True)
class _Grid:
    """A table while its rows are written."""

    ctx: Context
    table: Table
    aligns: list[str] = field(init=False)
    """The class of the cells of each column."""
    heads: list[bool] = field(init=False)
    """Does the column hold the headers of its rows?"""
    arranger: Arranger = field(init=False)
    plain: list[str] = field(init=False)
    """A template for the texts of each column, in ordinary rows."""

    def __post_init__(self) -> None:
        table = self.table
        first = next((row.cells for row in table.rows if row.kind == "corpo"), ())
        self.aligns = [
            _align(table, column, first[index] if index < len(first) else "")
            for index, column in enumerate(table.columns)
        ]
        form = table.style == "modulo"
        self.heads = [column.header or (form and not index) for index, column in enumerate(table.columns)]
        self.arranger = Arranger(len(table.columns))
        tags = [
            f'th scope="row"{align}' if head else f"td{align}"
            for align, head in zip(self.aligns, self.heads, strict=True)
        ]
        self.plain = [f"<{tag}>%s</{tag[:2]}>" for tag in tags]

    def write_head(self) -> str:
        """The heads of the columns; nothing without them."""
        rows = [self._write_row(row, "testa") for row in self.table.head]
        self.arranger = Arranger(len(self.table.columns))
        return f"<thead>\n{''.join(rows)}</thead>\n" if rows else ""

    def write_bodies(self) -> str:
        """The rows; a title row opens a body of its own, of which it is the header."""
        parts = ["<tbody>\n"]
        for row in self.table.rows:
            opens = row.kind == "gruppo" and not self.arranger.pending
            if opens and len(parts) > 1:
                parts.append("</tbody>\n<tbody>\n")
            parts.append(self._write_row(row, row.kind, "rowgroup" if opens else "row"))
        parts.append("</tbody>\n")
        return "".join(parts)

    def _write_row(self, row: Row, kind: Kind, scope: str = "row") -> str:
        """A row: at once when all its cells are plain texts."""
        cells = row.cells
        if kind == "corpo" and len(cells) == len(self.plain) and set(map(type, cells)) == {str}:
            texts = list(map(escape_breaks, cast("tuple[str, ...]", cells)))
            if not self.arranger.pending and all(map(str.strip, compress(texts, self.heads))):
                return f"<tr>{''.join(map(str.__mod__, self.plain, texts))}</tr>\n"
        slots = [slot for slot in self.arranger.arrange(row) if not slot.covered]
        written = [self._write_cell(slot, kind, scope) for slot in slots]
        return f"{_OPEN_ROW[kind]}{''.join(written)}</tr>\n"

    def _write_cell(self, slot: Slot, kind: Kind, scope: str) -> str:
        """A cell; a header without text would be read as one, so it is none."""
        content, value = self._write_content(slot.cell)
        header = isinstance(slot.cell, RichCell) and slot.cell.header
        header = header or kind == "testa" or self.heads[slot.column] or (kind != "corpo" and not slot.column)
        spans = (f' colspan="{slot.span}"' if slot.span > 1 else "") + (
            f' rowspan="{slot.rows}"' if slot.rows > 1 else ""
        )
        align = _ALIGN["centro"] if kind == "testa" and slot.span > 1 else self.aligns[slot.column]
        if not (header and content.strip()):
            return f"<td{align}{spans}{value}>{content}</td>"
        direction = "col" if kind == "testa" else "row" if slot.column else scope
        return f'<th scope="{direction}"{align}{spans}{value}>{content}</th>'

    def _write_content(self, cell: Cell) -> tuple[str, str]:
        """What a cell shows, and the attribute with its value when it is a number or a date."""
        match cell:
            case str() | tuple():
                return write_content(self.ctx, cell), ""
            case Euro(value) | Percent(value) | Number(value):
                text = format_quantity(cell)
                return f"<strong>{text}</strong>" if cell.bold else text, f' data-value="{value:f}"'
            case Day(day):
                return write_day(cell), f' data-value="{day.isoformat()}"'
            case RichCell(blocks=blocks):
                return "".join([self.ctx.write_block(self.ctx, block, True) for block in blocks]), ""
            case _:
                assert_never(cell)


def _align(table: Table, column: Column, first: Cell) -> str:
    """A column's class: as it asks, else numbers to the right and marks in the middle."""
    if column.align == "sinistra" and table.style == "dati" and isinstance(first, Euro | Percent | Number):
        return _ALIGN["destra"]
    if column.align == "sinistra" and table.style == "matrice" and not column.header:
        return _ALIGN["centro"]
    return _ALIGN[column.align]
