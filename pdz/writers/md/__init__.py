# SPDX-License-Identifier: EUPL-1.2
"""Markdown as GitHub shows it: what people read and compare when two versions of a document differ."""

from pdz.doctree import Document, outline
from pdz.writers import WriteOptions
from pdz.writers.md._blocks import Blocks

EXTENSIONS: tuple[str, ...] = (".md",)
LABEL = "testo Markdown"


def write(document: Document, options: WriteOptions) -> bytes:
    """The document as UTF-8; styles and dates of `options` leave no trace in plain text."""
    blocks = Blocks(document, outline(document))
    text = blocks.write_document()
    blocks.inlines.losses.tell(options.warn)
    return text.encode()
