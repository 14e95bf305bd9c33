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
    losses = (
        (blocks.cells.pictures, "immagine solo come testo alternativo", "immagini solo come testo alternativo"),
        (blocks.cells.mute, "immagine senza testo alternativo omessa", "immagini senza testo alternativo omesse"),
        (blocks.cells.charts, "grafico solo come tabella", "grafici solo come tabelle"),
    )
    for number, one, many in losses:
        if number:
            options.warn(f"{number} {one if number == 1 else many}")
    return text.encode()
