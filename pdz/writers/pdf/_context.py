# SPDX-License-Identifier: EUPL-1.2
"""What the pieces of the writer share while one document is written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from pdz.doctree import Block, Document, Heading, Outline
from pdz.writers._losses import Losses


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: in the page, in a list, in a cell."""

    width: int
    """Twips that a table may take."""
    cell: bool = False
    listed: bool = False
    """In a list: no page can begin there."""
    bold: bool = False
    """The cell is already bold."""


@dataclass(slots=True)
class TableMarks:
    """What typst does not know of a table: its description, and which cells are headers of their rows."""

    description: str
    rows: list[tuple[bool, ...]] = field(default_factory=list)
    """For each row, whether each of its own cells (not those that reach into it from above) heads it."""
    spans: list[tuple[int, ...]] = field(default_factory=list)
    """For each of those cells, how many rows it covers."""


@dataclass(slots=True)
class Context:
    """One document on its way to typst."""

    document: Document
    outline: Outline
    pictures: dict[str, bytes] = field(default_factory=dict)
    """By file name."""
    tables: list[TableMarks] = field(default_factory=list)
    """In the order in which they begin."""
    write_block: "WriteBlock" = field(init=False)
    """Lists and cells hold blocks: here they find who writes them."""
    losses: Losses = field(default_factory=Losses)
    charts: "count[int]" = field(default_factory=lambda: count(1))
    levels: dict[int, int] = field(init=False)
    """The level of each heading, by `id`: PDF/UA wants the first to be 1 and none skipped on the way down."""

    def __post_init__(self) -> None:
        self.levels = {}
        above = 0
        for entry in self.outline.entries:
            if isinstance(entry.block, Heading) and entry.title.strip():
                above = min(max(entry.block.level, 1), above + 1)
                self.levels[id(entry.block)] = above


WriteBlock: TypeAlias = Callable[[Context, Block, Place], str]
