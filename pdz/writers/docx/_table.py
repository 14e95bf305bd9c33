# SPDX-License-Identifier: EUPL-1.2
"""Tables, row by row as strings. A row of plain texts, by far the most common, is one `%` on a ready template."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias, assert_never, cast

from pdz.doctree import Cell, Chart, Column, Day, Euro, Number, Percent, RichCell, Row, Table
from pdz.errors import PdzError
from pdz.writers._grid import Arranger, Slot
from pdz.writers._measure import PADDING, column_widths, is_tall, text_limit, with_breaks
from pdz.writers._text import escape_attribute, find_special
from pdz.writers.docx._context import Context, Place
from pdz.writers.docx._flat import as_texts, is_merged, print_numbers
from pdz.writers.docx._inline import write_runs
from pdz.writers.docx._toc import caption_text
from pdz.writers.docx._xml import escape, paragraph, run
from pdz.writers.docx._xml import field as word_field

Kind: TypeAlias = Literal["testa", "corpo", "gruppo", "totale"]

_TABLE_STYLES = {"dati": "Tabella dati", "modulo": "Tabella modulo", "matrice": "Tabella matrice"}
_ROW_STYLES: dict[Kind, str] = {
    "testa": "Intestazione di tabella",
    "corpo": "Testo di tabella",
    "gruppo": "Gruppo di tabella",
    "totale": "Totale di tabella",
}
_LABEL = "Etichetta di tabella"
_MOST_COLUMNS = 63
"""With more, Word calls the whole file damaged."""
_JC = {"sinistra": "", "destra": '<w:jc w:val="right"/>', "centro": '<w:jc w:val="center"/>'}


def write_table(ctx: Context, table: Table, place: Place) -> str:
    """The caption above, the table, then its source or a little room: two tables in a row would become one."""
    if len(table.columns) > _MOST_COLUMNS:
        name = table.caption or table.description or "senza titolo"
        raise PdzError(
            f"la tabella «{name}» ha {len(table.columns)} colonne: Word ne tiene al massimo {_MOST_COLUMNS}",
            "dividila in più tabelle, o stampala in un altro formato",
        )
    before = write_caption(ctx, table)
    if not before and ctx.new_page:
        before = paragraph(ctx.styles.ids["Fine sezione"], "", ctx.take_page_break())
    printed = print_numbers(table)
    grid = _Grid(ctx, table, column_widths(printed, place.width))
    rows = [grid.write_row(with_breaks(row), "testa") for row in table.head]
    rows += [grid.write_row(row, row.kind) for row in printed.rows]
    rows = rows or [grid.write_row(Row(()), "corpo")]  # a table without rows is a damaged file for Word
    after = (
        paragraph(ctx.styles.ids["Fonte"], write_runs(ctx, table.source))
        if table.source
        else paragraph(ctx.styles.ids["Dopo la tabella"], "")
    )
    return "".join([before, _opening(ctx, table, grid.widths), *rows, "</w:tbl>", after])


def write_caption(ctx: Context, captioned: Table | Chart) -> str:
    """«Tabella 3 – …», «Grafico 1 – …»; a table inside a cell or list is not numbered."""
    if not captioned.caption:
        return ""
    style = ctx.styles.ids["caption"]
    keep = "<w:keepNext/>" + ctx.take_page_break()
    entry = ctx.outline.by_block.get(id(captioned))
    if entry is None:
        return paragraph(style, run(captioned.caption), keep)
    name = entry.label.removesuffix(entry.number).strip()
    label = run(f"{name} ") + word_field(f"SEQ {name} \\* ARABIC", run(entry.number))
    rest = caption_text(entry, captioned).removeprefix(entry.label)
    return paragraph(style, ctx.bookmark(entry.anchor, label) + run(rest), keep)


def _opening(ctx: Context, table: Table, widths: list[int]) -> str:
    """`w:tbl` up to its first row; the look flags tell screen readers where the headers are."""
    head, side = bool(table.head), table.style == "modulo" or table.columns[0].header
    value = 0x600 | (0x20 if head else 0) | (0x80 if side else 0)
    title = f'<w:tblCaption w:val="{escape_attribute(table.caption)}"/>' if table.caption else ""
    description = f'<w:tblDescription w:val="{escape_attribute(table.description)}"/>' if table.description else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ctx.styles.ids[_TABLE_STYLES[table.style]]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{head:d}" w:lastRow="0" w:firstColumn="{side:d}" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>{title}{description}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


@dataclass(slots=True)
class _Shape:
    """What tables with the same columns, widths and style have in common: two hundred forms share one."""

    templates: dict[Kind, str] = field(default_factory=dict)
    """Rows of plain texts, with a `%s` in each cell."""
    plain: dict[Kind, list["_Frame"]] = field(default_factory=dict)
    """What stands around the cells of a row in which none is merged."""
    frames: dict[tuple[Kind, int, int, bool, bool, bool], "_Frame"] = field(default_factory=dict)


@dataclass(slots=True)
class _Grid:
    """A table while its rows are written."""

    ctx: Context
    table: Table
    widths: list[int]
    aligns: list[str] = field(init=False)
    """A `w:jc` for each column."""
    short: int = field(init=False)
    """Letters up to which no cell can make its row tall."""
    arranger: Arranger = field(init=False)
    rooms: list[int] = field(init=False)
    """Twips inside the cells of each column."""
    shape: "_Shape" = field(init=False)

    def __post_init__(self) -> None:
        first = next((row.cells for row in self.table.rows if row.kind == "corpo"), ())
        self.aligns = [
            _align(self.table, column, first[index] if index < len(first) else "")
            for index, column in enumerate(self.table.columns)
        ]
        self.arranger = Arranger(len(self.widths))
        self.rooms = [width - PADDING for width in self.widths]
        self.short = min(map(text_limit, self.rooms))
        key = (self.table.style, self.table.columns, tuple(self.widths), tuple(self.aligns))
        self.shape = self.ctx.shapes.setdefault(key, _Shape())

    def write_row(self, row: Row, kind: Kind) -> str:
        """A row: from the template when all its cells are plain texts."""
        cells = row.cells
        if len(cells) != len(self.widths) or self.arranger.pending:
            return self._write_cells(row, kind)
        texts = cast("tuple[str, ...]", cells)
        try:
            text = "".join(texts)
        except TypeError:
            if (printed := as_texts(cells)) is None:
                return self._write_cells(row, kind) if any(map(is_merged, cells)) else self._write_mixed(row, kind)
            texts = printed
            text = "".join(texts)
        special = find_special(text) is not None
        if (special or len(text) > self.short) and any(map(is_tall, texts, self.rooms)):
            return self._write_cells(row, kind)
        template = self.shape.templates.get(kind) or self._make_template(kind)
        return template % (tuple(map(escape, texts)) if special else texts)

    def _write_mixed(self, row: Row, kind: Kind) -> str:
        """A row of one cell per column, some of them with blocks or runs."""
        frames = self.shape.plain.get(kind)
        if frames is None:
            self.shape.plain[kind] = frames = [
                self._frame(Slot(index, 1, 1), kind) for index in range(len(self.widths))
            ]
        tall = any(map(is_tall, row.cells, self.rooms))
        cells = [self._write_cell(cell, frame) for cell, frame in zip(row.cells, frames, strict=True)]
        return f"<w:tr>{_row_properties(kind, tall=tall)}{''.join(cells)}</w:tr>"

    def _make_template(self, kind: Kind) -> str:
        frames = [self._frame(Slot(index, 1, 1), kind) for index in range(len(self.widths))]
        cells = "".join(frame.before.replace("%", "%%") + "<w:r><w:t>%s</w:t></w:r></w:p></w:tc>" for frame in frames)
        self.shape.templates[kind] = template = f"<w:tr>{_row_properties(kind, tall=False)}{cells}</w:tr>"
        return template

    def _write_cells(self, row: Row, kind: Kind) -> str:
        """A row with merged cells, numbers or blocks."""
        slots = self.arranger.arrange(row)
        frames = [self._frame(slot, kind) for slot in slots]
        tall = any(is_tall(slot.cell, frame.place.width) for slot, frame in zip(slots, frames, strict=True))
        cells = [self._write_cell(slot.cell, frame) for slot, frame in zip(slots, frames, strict=True)]
        return f"<w:tr>{_row_properties(kind, tall=tall)}{''.join(cells)}</w:tr>"

    def _frame(self, slot: Slot, kind: Kind) -> "_Frame":
        header = isinstance(slot.cell, RichCell) and slot.cell.header
        key = (kind, slot.column, slot.span, slot.rows > 1, slot.covered, header)
        frame = self.shape.frames.get(key)
        if frame is None:
            self.shape.frames[key] = frame = self._make_frame(slot, kind, header=header)
        return frame

    def _make_frame(self, slot: Slot, kind: Kind, *, header: bool) -> "_Frame":
        """The fill is that of the paragraph style; a head over several columns stands in their middle."""
        label = header or self.table.columns[slot.column].header or (self.table.style == "modulo" and slot.column == 0)
        style = _LABEL if label and kind == "corpo" else _ROW_STYLES[kind]
        fill = self.ctx.styles.fills[style]
        width = sum(self.widths[slot.column : slot.column + slot.span])
        align = _JC["centro"] if kind == "testa" and slot.span > 1 else self.aligns[slot.column]
        cell = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            + (f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else "")
            + ("<w:vMerge/>" if slot.covered else '<w:vMerge w:val="restart"/>' if slot.rows > 1 else "")
            + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")
            + ('<w:vAlign w:val="center"/>' if kind == "testa" or self.table.style == "matrice" else "")
            + "</w:tcPr>"
        )
        opening = f'<w:p><w:pPr><w:pStyle w:val="{self.ctx.styles.ids[style]}"/>{align}</w:pPr>'
        return _Frame(cell, opening, Place(max(width - PADDING, PADDING), style, align, cell=True))

    def _write_cell(self, cell: Cell, frame: "_Frame") -> str:
        """A cell; it must end with a paragraph."""
        match cell:
            case str():
                return f"{frame.before}{run(cell)}</w:p></w:tc>"
            case tuple():
                return f"{frame.before}{write_runs(self.ctx, cell)}</w:p></w:tc>"
            case Euro() | Percent() | Number() | Day():
                return f"{frame.before}{write_runs(self.ctx, (cell,))}</w:p></w:tc>"
            case RichCell(blocks=blocks):
                content = "".join([self.ctx.write_block(self.ctx, block, frame.place) for block in blocks])
                last = "" if content.endswith("</w:p>") else f"{frame.paragraph}</w:p>"
                return f"{frame.cell}{content}{last}</w:tc>"
            case _:
                assert_never(cell)


class _Frame(NamedTuple):
    """What stands around the text of the cells of a kind."""

    cell: str
    """`w:tc` up to its first paragraph."""
    paragraph: str
    """`w:p` up to its runs."""
    place: Place

    @property
    def before(self) -> str:
        """Up to the text of a cell of one paragraph."""
        return self.cell + self.paragraph


def _align(table: Table, column: Column, first: Cell) -> str:
    """A column's `w:jc`: as it asks, else numbers to the right and marks in the middle."""
    if column.align == "sinistra" and table.style == "dati" and isinstance(first, Euro | Percent | Number):
        return _JC["destra"]
    if column.align == "sinistra" and table.style == "matrice" and not column.header:
        return _JC["centro"]
    return _JC[column.align]


def _row_properties(kind: Kind, *, tall: bool) -> str:
    """Rows stay whole on a page, unless they are so tall that they would leave it empty; heads are repeated."""
    marks = ("" if tall else "<w:cantSplit/>") + ("<w:tblHeader/>" if kind == "testa" else "")
    return f"<w:trPr>{marks}</w:trPr>" if marks else ""
