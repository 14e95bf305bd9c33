# SPDX-License-Identifier: EUPL-1.2
"""Markdown that reads well as plain text: what people compare when two versions of a document differ."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from pdz.doctree import (
    Block,
    Break,
    Cell,
    Chart,
    Content,
    Cover,
    Day,
    Document,
    Euro,
    Heading,
    Inline,
    Items,
    Link,
    ListOfCharts,
    ListOfTables,
    Note,
    Number,
    Outline,
    PageBreak,
    Paragraph,
    Percent,
    Picture,
    Ref,
    RichCell,
    Row,
    Table,
    TableOfContents,
    Text,
    chart_table,
    outline,
)
from pdz.writers import WriteOptions
from pdz.writers._grid import Arranger
from pdz.writers._marks import escape_begin, escape_inside, escape_marks
from pdz.writers._text import format_quantity, make_target

EXTENSIONS: tuple[str, ...] = (".md", ".markdown")
LABEL = "testo Markdown"

_BETWEEN_STRUCK = re.compile(r"(?<!\\)~~~~")
"""Where a struck run ends and another begins; a tilde of the text is escaped."""
_ALIGN = {"sinistra": "---", "destra": "---:", "centro": ":---:"}
_INDENT = "  "


def write(document: Document, options: WriteOptions) -> bytes:
    """The document as UTF-8; styles and dates of `options` leave no trace in plain text."""
    del options
    return "".join(f"{line}\n" for line in _Writer(document, outline(document)).write_lines()).encode()


@dataclass(slots=True)
class _Writer:
    """One document on its way to text."""

    document: Document
    outline: Outline
    notes: list[str] = field(default_factory=list)

    def write_lines(self) -> Iterator[str]:
        """The lines of the file."""
        parts = [f"# {escape_marks(self.document.title)}", *self._write_cover(self.document.cover)]
        for section in self.document.sections:
            parts.append("<!-- sezione orizzontale -->" if section.landscape else "<!-- sezione -->")
            parts += self._write_blocks(section.blocks)
        for index, part in enumerate(part for part in parts if part):
            if index:
                yield ""
            yield from part.split("\n")
        for number, note in enumerate(self.notes, 1):
            yield ""
            yield f"[^{number}]: {note}"

    def _write_cover(self, cover: Cover | None) -> list[str]:
        if cover is None:
            return []
        logo = [self._write_block(cover.logo)] if cover.logo else []
        lists = ("\n".join(f"- {escape_marks(line)}" for line in lines) for lines in (cover.bodies, cover.lines))
        return ["<!-- copertina -->", *logo, escape_marks(cover.title), escape_marks(cover.subtitle), *lists]

    def _write_blocks(self, blocks: Iterable[Block]) -> list[str]:
        return [self._write_block(block) for block in blocks]

    def _write_block(self, block: Block) -> str:
        match block:
            case Paragraph(content=content, role=role):
                text = self._write_content(content)
                return _prefix("> ", text) if role == "citazione" else f"**{text}**" if role == "etichetta" else text
            case Heading():
                return self._write_heading(block)
            case Items():
                return self._write_items(block)
            case Table():
                return self._write_table(block)
            case Chart():
                return self._write_chart(block)
            case Picture(alt=alt):
                return f"![{escape_marks(alt)}]()"
            case TableOfContents(levels=levels):
                return self._write_index(Heading, levels)
            case ListOfTables():
                return self._write_index(Table)
            case ListOfCharts():
                return self._write_index(Chart)
            case PageBreak():
                return "<!-- pagina -->"
            case _:
                assert_never(block)

    def _write_heading(self, block: Heading) -> str:
        """The title of the document is the only one of the first level; a heading in a cell is bold."""
        entry = self.outline.by_block.get(id(block))
        if entry is None:
            return f"**{escape_marks(block.text)}**"
        return f"{'#' * min(block.level + 1, 6)} {escape_marks(entry.title)}"

    def _write_items(self, block: Items) -> str:
        lines = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "- "
            text = "\n".join(self._write_blocks(item))
            lines.append(mark + _prefix(" " * len(mark), text)[len(mark) :])
        return "\n".join(line.rstrip() for line in "\n".join(lines).split("\n"))

    def _write_index(self, kind: type[Heading | Table | Chart], levels: int = 1) -> str:
        lines = []
        for entry in self.outline.entries:
            block = entry.block
            if isinstance(block, Heading) and kind is Heading and block.level <= levels:
                lines.append(f"{_INDENT * (block.level - 1)}- {escape_marks(entry.title)}")
            elif isinstance(block, Table | Chart) and kind is type(block):
                lines.append(f"- {entry.label} – {escape_marks(block.caption)}")
        return "\n".join(lines)

    def _write_caption(self, captioned: Table | Chart) -> str:
        entry = self.outline.by_block.get(id(captioned))
        label = f"{entry.label} – " if entry else ""
        return f"**{label}{escape_marks(captioned.caption)}**" if captioned.caption else ""

    def _write_chart(self, chart: Chart) -> str:
        """Its figures as a table, under what it shows."""
        parts = (
            escape_marks(chart.description),
            self._write_grid(chart_table(chart)),
            self._write_content(chart.source),
        )
        return "\n\n".join(filter(None, (self._write_caption(chart), *parts)))

    def _write_table(self, table: Table) -> str:
        body = self._write_form(table) if table.style == "modulo" else self._write_grid(table)
        return "\n\n".join(
            part for part in (self._write_caption(table), body, self._write_content(table.source)) if part
        )

    def _write_form(self, table: Table) -> str:
        """`LABEL: value`, one paragraph each; a title row or a head is bold."""
        parts = []
        for row in (*table.head, *table.rows):
            label, *values = [self._write_cell(cell) for cell in row.cells] or [""]
            if row.kind == "gruppo" or row in table.head or not values:
                parts.append("**" + " | ".join((label, *values)) + "**")
                continue
            value = " | ".join(values)
            label = label.replace("\n", " ")
            colon = "" if label.endswith("?") else ":"
            parts.append(
                f"{label}{colon}\n{_prefix(_INDENT, value)}" if "\n" in value else f"{label}{colon} {value}".rstrip()
            )
        return "\n\n".join(parts)

    def _write_grid(self, table: Table) -> str:
        """A pipe table; the places that a merged cell covers stay empty."""
        arranger = Arranger(len(table.columns))
        rows = [self._write_row(row, arranger) for row in (*table.head, *table.rows)]
        if not table.head:
            rows.insert(0, [""] * len(table.columns))
        lines = [f"| {' | '.join(row)} |" for row in rows]
        lines.insert(1, "|" + "|".join(_ALIGN[column.align] for column in table.columns) + "|")
        return "\n".join(lines)

    def _write_row(self, row: Row, arranger: Arranger) -> list[str]:
        texts: list[str] = []
        for slot in arranger.arrange(row):
            text = self._write_cell(slot.cell).replace("|", "\\|").replace("\n", "<br>")
            texts.append(f"**{text}**" if row.kind != "corpo" and text else text)
            texts += [""] * (slot.span - 1)
        return texts

    def _write_cell(self, cell: Cell) -> str:
        match cell:
            case str() | tuple():
                return self._write_content(cell)
            case Euro() | Percent() | Number() | Day():
                return self._write_inline(cell)
            case RichCell(blocks=blocks):
                return "\n".join(self._write_blocks(blocks))
            case _:
                assert_never(cell)

    def _write_content(self, content: Content) -> str:
        if isinstance(content, str):
            return escape_marks(content)
        return escape_begin(_BETWEEN_STRUCK.sub("", "".join(map(self._write_inline, content))))

    def _write_inline(self, inline: Inline) -> str:
        match inline:
            case Text(text, bold, italic, strike):
                line, marks = "~~" * strike, "*" * (2 * bold + italic)
                return f"{line}{marks}{escape_inside(text)}{marks}{line}" if text.strip() else text
            case Break():
                return "\n"
            case Link(href, text):
                target = make_target(href).replace("(", "%28").replace(")", "%29")
                label = escape_inside(text or href)
                return f"[{label}]({target})" if target else label
            case Ref():
                entry = self.outline.by_id.get(inline.target)
                return escape_inside(inline.text or (entry.label if entry else inline.fallback))
            case Note(content=content):
                self.notes.append("")
                number = len(self.notes)
                self.notes[number - 1] = self._write_content(content).replace("\n", " ")
                return f"[^{number}]"
            case Euro() | Percent() | Number():
                return f"**{format_quantity(inline)}**" if inline.bold else format_quantity(inline)
            case Day():
                return format_quantity(inline)
            case _:
                assert_never(inline)


def _prefix(prefix: str, text: str) -> str:
    return "\n".join(prefix + line for line in text.split("\n"))
