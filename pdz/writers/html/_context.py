# SPDX-License-Identifier: EUPL-1.2
"""What the pieces of the writer share while one page is written."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pdz.doctree import Block, Chart, Document, Entry, Heading, Outline, Table
from pdz.writers._losses import Losses
from pdz.writers._text import make_escape
from pdz.writers.html._anchors import Anchors

escape_breaks = make_escape("<br>", " ")
"""For running text: a line end is a line break."""
escape_line = make_escape(" ", " ")
"""For titles and names: one line."""

FIRST_LEVEL = 2
"""The level of a chapter: the title of the page is the only heading above it."""
_LAST_LEVEL = 6

WriteBlock: TypeAlias = Callable[["Context", Block, bool], str]


@dataclass(slots=True)
class Context:
    """One document on its way to a page."""

    document: Document
    outline: Outline
    anchors: Anchors
    names: Mapping[int, str]
    """The anchor of each entry of the outline, by `id(block)`."""
    levels: Mapping[int, int]
    """The level of each heading in the page, by `id(block)`."""
    write_block: WriteBlock
    """Lists and cells hold blocks: here they find who writes them; the flag says that the block is inside one."""
    notes: list[str] = field(default_factory=list)
    """The footnotes so far, without the way back."""
    labels: Counter[str] = field(default_factory=Counter)
    """How often a table without number has been called the same."""
    losses: Losses = field(default_factory=Losses)

    def entry_of(self, block: Heading | Table | Chart) -> Entry | None:
        """The number of a block; those inside lists and cells have none."""
        return self.outline.by_block.get(id(block))

    def call_table(self, description: str) -> str:
        """A name for a table without number, different from those of all others."""
        name = description or "Tabella senza titolo"
        self.labels[name] += 1
        return name if self.labels[name] == 1 else f"{name} ({self.labels[name]})"


def nest_headings(outline: Outline) -> dict[int, int]:
    """Levels without skips, by `id(block)`: a paragraph of the third level right under a chapter is of the second."""
    levels: dict[int, int] = {}
    above: list[int] = []
    for entry in outline.entries:
        if isinstance(entry.block, Heading):
            while above and above[-1] >= entry.block.level:
                above.pop()
            levels[id(entry.block)] = min(FIRST_LEVEL + len(above), _LAST_LEVEL)
            above.append(entry.block.level)
    return levels
