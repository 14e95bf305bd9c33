# SPDX-License-Identifier: EUPL-1.2
"""What the pieces of the writer share while one document is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pdz.doctree import Block, Document, Outline
from pdz.writers._losses import Losses
from pdz.writers._text import make_target
from pdz.writers.docx._chart_part import ChartFiles
from pdz.writers.docx._lists import Numbering
from pdz.writers.docx._pages import Pages
from pdz.writers.docx._pictures import Pictures
from pdz.writers.docx._styles import Styles


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: in the page, in a list, in a cell."""

    width: int
    """Twips that a table or a picture may take."""
    style: str = "Normal"
    """Name of the style of plain paragraphs."""
    align: str = ""
    """A `w:jc`, or nothing."""
    level: int = 0
    """How deep in lists; 0 outside."""
    cell: bool = False


WriteBlock: TypeAlias = Callable[["Context", Block, Place], str]


@dataclass(slots=True)
class Links:
    """The links of one part of the file, each with its relationship id."""

    prefix: str
    targets: dict[str, str] = field(default_factory=dict)
    """Relationship id by address."""

    def add(self, href: str) -> str:
        """The relationship id of `href`; nothing when it is not an address of the web or of the post."""
        target = make_target(href)
        return self.targets.setdefault(target, f"{self.prefix}{len(self.targets) + 1}") if target else ""


@dataclass(slots=True)
class Context:
    """One document on its way to Word."""

    document: Document
    outline: Outline
    styles: Styles
    pages: Pages
    numbering: Numbering
    pictures: Pictures
    write_block: WriteBlock
    """Lists and cells hold blocks: here they find who writes them."""
    page_numbers: Mapping[str, int] = field(default_factory=dict)
    """The page of each bookmark that an index points to, as far as somebody has counted."""
    body_links: Links = field(default_factory=lambda: Links("rIdLink"))
    note_links: Links = field(default_factory=lambda: Links("rIdLink"))
    notes: list[str] = field(default_factory=list)
    """The footnotes so far, as XML."""
    charts: list[ChartFiles] = field(default_factory=list)
    """The charts so far."""
    story: Literal["body", "notes"] = "body"
    new_page: bool = False
    """The next paragraph begins a page."""
    bookmarks: int = 0
    losses: Losses = field(default_factory=Losses)
    shapes: dict[Any, Any] = field(default_factory=dict)
    """What tables of the same shape share; `_table` alone knows what."""

    @property
    def links(self) -> Links:
        """Those of the part that is being written."""
        return self.body_links if self.story == "body" else self.note_links

    def take_page_break(self) -> str:
        """`w:pageBreakBefore` when the next paragraph begins a page; it does so once."""
        if not self.new_page:
            return ""
        self.new_page = False
        return "<w:pageBreakBefore/>"

    def bookmark(self, name: str, runs: str) -> str:
        """`runs` with a bookmark around."""
        self.bookmarks += 1
        number = f'w:id="{self.bookmarks}"'
        return f'<w:bookmarkStart {number} w:name="{name}"/>{runs}<w:bookmarkEnd {number}/>'
