# SPDX-License-Identifier: EUPL-1.2
"""The whole source: properties, look, cover, sections."""

from pathlib import Path

from pdz.doctree import Cover, Document, PageBreak, Section
from pdz.writers.pdf._blocks import write_block, write_picture
from pdz.writers.pdf._context import Context, Place
from pdz.writers.pdf._literal import array, join, quote, write_text

_LOOK = Path(__file__).with_name("stile.typ")
_UPRIGHT, _LANDSCAPE = 9638, 14570
"""Twips from margin to margin."""
_FEW_BODIES = 8
"""Names on the cover that get a line each; more run on."""


def write_document(ctx: Context) -> str:
    """Typst source that needs nothing but `ctx.pictures`."""
    ctx.write_block = write_block
    document = ctx.document
    parts = [_write_cover(ctx, document.cover)] if document.cover else []
    parts += [_write_section(ctx, section) for section in document.sections]
    return f"{_write_properties(document)}{_LOOK.read_text(encoding='utf-8')}\n#{{\n" + "\n".join(parts) + "\n}\n"


def _write_properties(document: Document) -> str:
    """A document needs a title, or PDF/UA refuses it."""
    language, _, region = document.language.partition("-")
    known = (f', region: "{region}"' if region.isalpha() and len(region) == 2 else "") if language.isalpha() else ""
    title = document.title.strip() or (document.cover.title if document.cover else "").strip() or "Senza titolo"
    return (
        f"#set document(title: {quote(title)}, author: {array(map(quote, filter(None, [document.author])))},"
        f" description: {quote(document.subject)}, keywords: {array(map(quote, document.keywords))}, date: auto)\n"
        f"#set text(lang: {quote(language if language.isalpha() else 'it')}{known})\n"
    )


def _write_cover(ctx: Context, cover: Cover) -> str:
    """Logo, title, triennio, bodies, acts."""
    logo = write_picture(ctx, cover.logo) if cover.logo else "none"
    names = cover.bodies if len(cover.bodies) <= _FEW_BODIES else (" · ".join(cover.bodies),)
    texts = (array(map(write_text, filter(None, lines))) for lines in (names, cover.lines))
    return f"copertina({logo}, {write_text(cover.title)}, {write_text(cover.subtitle)}, {', '.join(texts)})"


def _write_section(ctx: Context, section: Section) -> str:
    """A section begins a page by itself."""
    place = Place(_LANDSCAPE if section.landscape else _UPRIGHT)
    blocks = section.blocks[1:] if section.blocks[:1] == (PageBreak(),) else section.blocks
    body = join(filter(None, (write_block(ctx, block, place) for block in blocks)))
    return f"page(flipped: {'true' if section.landscape else 'false'}, {body})"
