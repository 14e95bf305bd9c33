# SPDX-License-Identifier: EUPL-1.2
"""Document -> bytes: one format per file, the file's name is the format's name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from pdz.doctree import Document
from pdz.plugins import Plugins


def ignore(sentence: str) -> None:
    """For who does not ask what could not be rendered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOptions:
    """What a writer may not find out by itself: only the command line reads the clock and the environment."""

    timestamp: datetime
    """Created and modified, in the properties of the file; without a zone it is UTC."""
    style: Path | None = None
    """The reference .docx of the office; None: the one of pdz. Formats without styles ignore it."""
    archive: bool = False
    """A PDF for the archive (PDF/A-2a); no other format has one."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each bookmark, for the indices; without it they leave the number to who lays out the pages."""
    warn: Callable[[str], object] = ignore
    """Takes what the format cannot render; see Writer.write."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document as the bytes of a file."""

    data: bytes
    warnings: tuple[str, ...] = ()
    """What the format could not render, a sentence each."""


class Writer(Protocol):
    """A format, satisfied by a module of this package."""

    EXTENSIONS: tuple[str, ...]
    """With the dot, as in `Path.suffix`; the first is the usual one."""
    LABEL: str
    """What a person calls the format: «documento Word»."""

    def write(self, document: Document, options: WriteOptions) -> bytes:
        """The whole file; the same document and options give the same bytes.

        A writer renders every node, or says that it cannot: for each kind of loss it calls `options.warn` once, at the
        end, with a short Italian sentence that counts, without capital or full stop («2 immagini solo come testo
        alternativo»). A loss is what the reader of the file misses; another look (a page break that is no page break in
        a format without pages) is none.
        """


WRITERS = Plugins("pdz.writers", "il formato")
