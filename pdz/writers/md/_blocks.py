# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs, headings, lists and forms of one document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from pdz.doctree import (
    Block,
    Cell,
    Chart,
    Content,
    Cover,
    Document,
    Heading,
    Items,
    ListOfCharts,
    ListOfTables,
    Outline,
    PageBreak,
    Paragraph,
    Picture,
    RichCell,
    Row,
    Table,
    TableOfContents,
    chart_table,
)
from pdz.writers.md._anchors import find_anchors
from pdz.writers.md._cells import Cells
from pdz.writers.md._indexes import write_contents, write_list
from pdz.writers.md._inline import Inlines
from pdz.writers.md._marks import escape_line, flow, indent, join

_BLOCK = re.compile(r"(\d+\.|-)( |$)|\||>|<!--|<a ")
"""What begins something else than a paragraph."""
_CLOSED = ("?**", ":**", ".**", "?", ":")
"""How a question ends that needs no colon."""
_WIDTH = 120
"""How long the line of a form may be before the answer goes below its question."""


@dataclass(slots=True)
class Blocks:
    """One document on its way to text."""

    document: Document
    outline: Outline
    anchors: dict[int, str] = field(init=False)
    inlines: Inlines = field(init=False)
    cells: Cells = field(init=False)

    def __post_init__(self) -> None:
        self.anchors = find_anchors(self.document, self.outline)
        self.inlines = Inlines(self.outline, self.anchors)
        self.cells = Cells(self.inlines)

    def write_document(self) -> str:
        """The whole file; afterwards `inlines.losses` knows what could not be shown."""
        parts = [f"# {_as_title(self.document.title)}", *self._write_cover(self.document.cover)]
        for section in self.document.sections:
            parts.append("<!-- sezione orizzontale -->" if section.landscape else "<!-- sezione -->")
            parts += [self._write_block(block) for block in section.blocks]
        return f"{join([*parts, *self._write_notes()])}\n"

    def _write_cover(self, cover: Cover | None) -> Iterator[str]:
        if cover is None:
            return
        yield "<!-- copertina -->"
        if cover.logo is not None:
            yield self._write_block(cover.logo)
        yield self._write_text(cover.title, bold=True)
        yield self._write_text(cover.subtitle)
        for lines in (cover.bodies, cover.lines):
            yield "\n".join(f"- {escape_line(line)}" for line in lines)

    def _write_notes(self) -> Iterator[str]:
        for number, note in enumerate(self.inlines.notes, 1):
            yield indent("    ", flow(note), f"[^{number}]: ")

    def _write_text(self, content: Content, bold: bool = False) -> str:
        return flow(self.inlines.write(content, bold))

    def _write_block(self, block: Block) -> str:
        match block:
            case Paragraph(content=content, role=role):
                text = self._write_text(content, role == "etichetta")
                return indent("> ", text) if role == "citazione" and text else text
            case Heading():
                return self._write_heading(block)
            case Items():
                return self._write_items(block)
            case Table():
                return self._write_table(block)
            case Chart():
                return self._write_chart(block)
            case Picture():
                alternative = self.cells.write_picture(block)
                return f"*{alternative}*" if alternative else ""
            case TableOfContents(levels=levels):
                return write_contents(self.outline, self.anchors, levels)
            case ListOfTables():
                return write_list(self.outline, self.anchors, "Indice delle tabelle", Table)
            case ListOfCharts():
                return write_list(self.outline, self.anchors, "Indice dei grafici", Chart)
            case PageBreak():
                return "<!-- pagina -->"
            case _:
                assert_never(block)

    def _write_heading(self, heading: Heading) -> str:
        """The title of the document is the only one of the first level; a heading in a cell or in a list is bold."""
        entry = self.outline.by_block.get(id(heading))
        if entry is None:
            return self._write_text(heading.text, bold=True)
        return f"{'#' * min(heading.level + 1, 6)} {_as_title(entry.title)}"

    def _write_items(self, items: Items) -> str:
        lines = []
        for number, item in enumerate(items.items, items.start):
            mark = f"{number}. " if items.ordered else "- "
            text = join([self._write_block(block) for block in item], tight=True)
            lines.append(indent(" " * len(mark), text, mark))
        return "\n".join(lines)

    def _write_caption(self, captioned: Table | Chart) -> str:
        entry = self.outline.by_block.get(id(captioned))
        if entry is None:
            return self._write_text(captioned.caption, bold=True)
        text = self.cells.write_cell(f"{entry.label} – {captioned.caption}", bold=True)
        return f'<a id="{self.anchors[id(captioned)]}"></a>{" ".join(text)}'

    def _write_chart(self, chart: Chart) -> str:
        """Its figures as a table, under what it shows."""
        self.inlines.losses.add_chart(chart)
        grid = self.cells.write_grid(chart_table(chart))
        text, source = self._write_text(chart.description), self._write_text(chart.source)
        return join([self._write_caption(chart), text, grid, source])

    def _write_table(self, table: Table) -> str:
        caption = self._write_caption(table)
        body = self._write_form(table) if table.style == "modulo" else self.cells.write_grid(table)
        return join([caption, body, self._write_text(table.source)])

    def _write_form(self, table: Table) -> str:
        """Question and answer, a paragraph or more for each row; rows of three columns and more are tables."""
        parts = [self._write_title(row) for row in table.head]
        for rows in _split_form(table.rows):
            head = rows[:1] if rows[0].kind == "gruppo" else ()
            wide = len(rows[-1].cells) > 2
            inner = Table(table.columns, rows[len(head) :], head)
            parts.append(self.cells.write_grid(inner) if wide else self._write_form_row(rows[0]))
        return join(parts)

    def _write_form_row(self, row: Row) -> str:
        if row.kind == "gruppo" or len(row.cells) < 2:
            return self._write_title(row)
        label = "\\\n".join(self.cells.write_cell(row.cells[0], bold=True))
        label += "" if label.endswith(_CLOSED) else ":"
        answer = self._write_answer(row.cells[1])
        if _is_short(label) and _is_short(answer) and len(label) + len(answer) < _WIDTH:
            return f"{label} {answer}".rstrip()
        at_once = re.match(r"- |1\. ", answer) or not _BLOCK.match(answer)
        return f"{label}\n{answer}".rstrip() if at_once else f"{label}\n\n{answer}"

    def _write_title(self, row: Row) -> str:
        return " | ".join(" ".join(self.cells.write_cell(cell, bold=True)) for cell in row.cells)

    def _write_answer(self, cell: Cell) -> str:
        if isinstance(cell, RichCell):
            return join([self._write_block(block) for block in cell.blocks])
        return self._write_text(cell if isinstance(cell, str | tuple) else (cell,))


def _is_short(text: str) -> bool:
    return "\n" not in text and not _BLOCK.match(text)


def _split_form(rows: tuple[Row, ...]) -> list[tuple[Row, ...]]:
    """The rows one by one, but those of three cells and more together, as far as the next title."""
    found: list[tuple[Row, ...]] = []
    for row in rows:
        if found and len(row.cells) > 2 and len(found[-1][0].cells) > 2 and row.kind != "gruppo":
            found[-1] = (*found[-1], row)
        else:
            found.append((row,))
    return found


def _as_title(text: str) -> str:
    """A heading: signs of its level at its end would be taken away."""
    return re.sub(r"(#+)$", r"\\\1", escape_line(text))
