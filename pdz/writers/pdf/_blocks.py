# SPDX-License-Identifier: EUPL-1.2
"""Blocks as typst expressions."""

from dataclasses import replace
from typing import assert_never

from pdz.doctree import (
    Block,
    Chart,
    Content,
    Heading,
    Items,
    ListOfCharts,
    ListOfTables,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    TableOfContents,
    Text,
    chart_table,
)
from pdz.errors import PdzError
from pdz.writers._svg import draw_svg
from pdz.writers.pdf._context import Context, Place
from pdz.writers.pdf._inline import write_content
from pdz.writers.pdf._literal import join, quote, write_text
from pdz.writers.pdf._table import write_table

_ROLES = {"testo": "par", "citazione": "quote", "fonte": "fonte", "etichetta": "etichetta"}
_FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
"""Extension by the first bytes."""


def write_block(ctx: Context, block: Block, place: Place) -> str:
    """A block as an expression; nothing when it prints nothing."""
    match block:
        case Paragraph():
            return _write_paragraph(ctx, block, place)
        case Heading():
            return _write_heading(ctx, block, place)
        case Items():
            return _write_items(ctx, block, place)
        case Table():
            return join((_caption(ctx, block, write_table(ctx, block, place)), _source(ctx, block.source)))
        case Chart():
            return _write_chart(ctx, block, place)
        case Picture():
            return write_picture(ctx, block)
        case TableOfContents() | ListOfTables() | ListOfCharts() if place.cell or place.listed:
            return ""  # nobody looks for an index there, and its links would stand in heads that are repeated
        case TableOfContents(levels=levels):
            return _write_index(ctx, Heading, "Indice", f"depth: {levels}")
        case ListOfTables():
            return _write_index(ctx, Table, "Indice delle tabelle", 'target: figure.where(kind: "tabella")')
        case ListOfCharts():
            return _write_index(ctx, Chart, "Indice dei grafici", 'target: figure.where(kind: "grafico")')
        case PageBreak():
            return "" if place.cell or place.listed else "pagebreak(weak: true)"
        case _:
            assert_never(block)


def _write_paragraph(ctx: Context, block: Paragraph, place: Place) -> str:
    if not block.content:
        return ""
    written = write_content(ctx, block.content)
    if place.cell:
        return f"par({written})"
    if block.role == "testo" and _introduces(block.content):
        return f"annuncio({written})"
    return f"{_ROLES[block.role]}({written})"


def _introduces(content: Content) -> bool:
    """Does a paragraph announce the next («…:», or all in bold)? Then they may not stand on two pages."""
    if isinstance(content, str):
        return content.endswith(":")
    last = content[-1]
    bold = all(isinstance(inline, Text) and inline.bold for inline in content)
    return isinstance(last, Text) and (bold or last.text.endswith(":"))


def _write_heading(ctx: Context, block: Heading, place: Place) -> str:
    """A heading with its number; inside cells and lists, where it is not numbered, a bold line."""
    entry = ctx.outline.by_block.get(id(block))
    if not block.text.strip():
        return ""
    if entry is None or place.cell:
        return f"par({write_text(block.text) if place.bold else f'strong({write_text(block.text)})'})"
    heading = f"heading(level: {ctx.levels[id(block)]}, {write_text(entry.title)})"
    return f"[#{heading}#label({quote(entry.anchor)})]"


def _write_items(ctx: Context, block: Items, place: Place) -> str:
    """A list; an item of one paragraph, with or without lists under it, has no paragraph of its own."""
    items = []
    place = replace(place, listed=True)
    for item in block.items:
        plain = bool(item) and isinstance(item[0], Paragraph) and all(isinstance(part, Items) for part in item[1:])
        first = [write_content(ctx, item[0].content)] if plain and isinstance(item[0], Paragraph) else []
        items.append(join([*first, *filter(None, (write_block(ctx, part, place) for part in item[len(first) :]))]))
    if not items:
        return ""
    return f"enum(start: {block.start}, {', '.join(items)})" if block.ordered else f"list({', '.join(items)})"


def _caption(ctx: Context, captioned: Table | Chart, body: str) -> str:
    """`body` under «Tabella 3 – …»; a table inside a cell or list is not numbered."""
    entry = ctx.outline.by_block.get(id(captioned))
    if not captioned.caption:
        return body
    if entry is None:
        return join((f"etichetta({write_text(captioned.caption)})", body))
    kind = "tabella" if isinstance(captioned, Table) else "grafico"
    caption = write_text(f"{entry.label} – {captioned.caption}")
    return f'[#figure(kind: "{kind}", caption: {caption}, {body})#label({quote(entry.anchor)})]'


def _source(ctx: Context, source: Content) -> str:
    return f"fonte({write_content(ctx, source)})" if source else "v(0.4em)"


def _write_chart(ctx: Context, chart: Chart, place: Place) -> str:
    """The drawing, then its figures as a table, if it has any."""
    svg = draw_svg(chart, identifier=f"grafico-{next(ctx.charts)}")
    alt = chart.description or chart.caption or "Grafico"
    figures = [write_table(ctx, chart_table(chart), place)] if chart.categories else []
    body = join((f"grafico({quote(svg)}, {quote(alt)})", *figures))
    return join((_caption(ctx, chart, body), _source(ctx, chart.source)))


def write_picture(ctx: Context, picture: Picture) -> str:
    """A picture; without alternative text it says nothing, and screen readers skip it."""
    extension = next((name for start, name in _FORMATS.items() if picture.data.startswith(start)), None)
    if extension is None:
        raise PdzError(
            f"l'immagine «{picture.alt or len(ctx.pictures) + 1}» non è PNG né JPEG, o è danneggiata",
            "salvala di nuovo come PNG",
        )
    known = next((name for name, data in ctx.pictures.items() if data == picture.data), None)
    name = known or f"immagine{len(ctx.pictures) + 1}.{extension}"
    ctx.pictures[name] = picture.data
    alt = f", alt: {quote(picture.alt)}" if picture.alt.strip() else ""
    return f'figura("{name}", {picture.width_cm:.3f}cm{alt})'


def _write_index(ctx: Context, kind: type[Heading | Table | Chart], title: str, what: str) -> str:
    """An index with page numbers; nothing when there is nothing to list."""
    if not any(isinstance(entry.block, kind) for entry in ctx.outline.entries):
        return ""
    return f"outline(title: {quote(title)}, {what})"
