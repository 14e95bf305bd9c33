# SPDX-License-Identifier: EUPL-1.2
"""Contents of the tree as the plain text of a cell, or as the number that they are."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from pdz.doctree import (
    Block,
    Break,
    Cell,
    Chart,
    Content,
    Day,
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
    Table,
    TableOfContents,
    Text,
    chart_table,
)
from pdz.writers._grid import Arranger
from pdz.writers._losses import Loss, Losses
from pdz.writers._text import format_quantity, make_target, strip_forbidden
from pdz.writers.xlsx._leaf import Value, make_box


@dataclass(slots=True)
class Plain:
    """One document on its way to plain text; its footnotes are numbered as they come."""

    outline: Outline
    notes: list[str] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    _taken: int = 0

    def take_notes(self) -> Iterator[tuple[int, str]]:
        """Number and text of the notes since the last time."""
        start, self._taken = self._taken, len(self.notes)
        yield from enumerate(self.notes[start:], start + 1)

    def value(self, cell: Cell) -> Value:
        """A cell as a number or a date when it is nothing else, else as text."""
        match cell:
            case str():
                return strip_forbidden(cell) or None
            case Euro() | Percent() | Number() | Day():
                return make_box(cell)
            case RichCell(blocks=(Paragraph(content=content),)):
                return self.value(content)
            case (Euro() | Percent() | Number() | Day() as only,):
                return make_box(only)
            case _:
                return self.cell(cell) or None

    def cell(self, cell: Cell) -> str:
        """A cell as text, one line for each paragraph or item."""
        match cell:
            case str() | tuple():
                return self.content(cell)
            case Euro() | Percent() | Number() | Day():
                return format_quantity(cell)
            case RichCell(blocks=blocks):
                return "\n".join(line for block in blocks for line in self.lines(block))
            case _:
                assert_never(cell)

    def content(self, content: Content) -> str:
        """A paragraph as text."""
        return strip_forbidden(content) if isinstance(content, str) else "".join(map(self._inline, content))

    def lines(self, block: Block) -> Iterator[str]:
        """The lines of a block; what only makes a page has none."""
        match block:
            case Paragraph(content=content):
                yield self.content(content)
            case Heading(text=text):
                yield strip_forbidden(text)
            case Items():
                yield from self._items(block)
            case Table():
                yield from self._rows(block)
            case Chart():
                self.losses.add_chart(block)
                yield from (strip_forbidden(line) for line in (block.caption, block.description) if line)
                yield from self._rows(chart_table(block))
                yield from [self.content(block.source)] if block.source else []
            case Picture():
                yield from self.picture(block)
            case TableOfContents() | ListOfTables() | ListOfCharts() | PageBreak():
                pass
            case _:
                assert_never(block)

    def picture(self, picture: Picture) -> Iterator[str]:
        """What is said in the place of a picture; nothing when it says nothing."""
        alt = strip_forbidden(picture.alt).strip()
        self.losses.add(Loss.PICTURE if alt else Loss.MUTE_PICTURE)
        yield from [f"[Immagine: {alt}]"] if alt else []

    def _items(self, items: Items) -> Iterator[str]:
        for number, item in enumerate(items.items, items.start):
            mark = f"{number}. " if items.ordered else "– "
            for index, line in enumerate(line for block in item for line in self.lines(block)):
                yield (mark if index == 0 else " " * len(mark)) + line

    def _rows(self, table: Table) -> Iterator[str]:
        """A table inside a cell; of a matrix, for each row the columns that are marked."""
        arranger = Arranger(len(table.columns))
        grid = [[self.cell(slot.cell) for slot in arranger.arrange(row)] for row in (*table.head, *table.rows)]
        heads, body = (grid[0], grid[1:]) if table.style == "matrice" and table.head else ([], grid)
        for row in body:
            if heads:
                marked = ", ".join(head for head, text in zip(heads[1:], row[1:], strict=False) if text)
                yield from [f"{row[0]}: {marked}"] if marked else []
            else:
                yield " | ".join(row)
        yield from [self.content(table.source)] if table.source else []

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text=text, strike=strike):
                if strike:
                    self.losses.add(Loss.STRUCK, text)
                return strip_forbidden(text)
            case Break():
                return "\n"
            case Link(href=href, text=text):
                target = make_target(href)
                if not target:
                    self.losses.add(Loss.LINK, href)
                label = strip_forbidden(text or href)
                return f"{label} ({target})" if text and target and target != text else label
            case Ref():
                entry = self.outline.by_id.get(inline.target)
                return strip_forbidden(inline.text or (entry.label if entry else inline.fallback))
            case Note(content=content):
                self.notes.append("")
                number = len(self.notes)
                self.notes[number - 1] = self.content(content)
                return f" [{number}]"
            case Euro() | Percent() | Number() | Day():
                return format_quantity(inline)
            case _:
                assert_never(inline)
