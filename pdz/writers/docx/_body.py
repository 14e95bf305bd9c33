# SPDX-License-Identifier: EUPL-1.2
"""word/document.xml: cover, sections, blocks."""

from io import BytesIO
from typing import assert_never

from pdz.doctree import (
    Block,
    Chart,
    Content,
    Cover,
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
)
from pdz.writers.docx._charts import write_chart
from pdz.writers.docx._context import Context, Place
from pdz.writers.docx._inline import reference_bookmark, write_runs
from pdz.writers.docx._lists import CELL_STEP, LEVELS, STEP
from pdz.writers.docx._table import write_table
from pdz.writers.docx._toc import write_list_of_charts, write_list_of_tables, write_toc
from pdz.writers.docx._xml import BOLD, DECLARATION, NAMESPACES, paragraph, run

_ROLES = {"testo": "", "citazione": "Quote", "fonte": "Fonte", "etichetta": "Etichetta"}
"""Style by role; plain text takes the style of its place."""
_FEW_BODIES = 8
"""Names on the cover that get a line each; more run on."""
_LOGO_HEIGHT = 2800
"""Twips at most (5 cm)."""
_ROOM_ABOVE = '<w:spacing w:before="1700"/>'


def make_body(ctx: Context) -> bytes:
    """The whole part; each block becomes bytes at once, so that memory holds the text only once."""
    target = BytesIO()
    target.write(f"{DECLARATION}<w:document {NAMESPACES}><w:body>".encode())
    document = ctx.document
    if document.cover:
        section = ctx.pages.make_section(first=True, cover=True)
        target.write((_write_cover(ctx, document.cover) + _close(ctx, section)).encode())
    last = len(document.sections) - 1
    for index, section_ in enumerate(document.sections):
        place = Place(ctx.pages.text_width(landscape=section_.landscape))
        ctx.new_page = False
        for number, block in enumerate(section_.blocks):
            if number or not isinstance(block, PageBreak):  # a section begins a page anyway
                target.write(write_block(ctx, block, place).encode())
        section = ctx.pages.make_section(landscape=section_.landscape, first=index == 0 and not document.cover)
        target.write((section if index == last else _close(ctx, section)).encode())
    if not document.sections:
        target.write(ctx.pages.make_section(first=not document.cover).encode())
    target.write(b"</w:body></w:document>")
    return target.getvalue()


def _close(ctx: Context, section: str) -> str:
    """A section ends with a paragraph that carries its setup, here one point high."""
    return paragraph(ctx.styles.ids["Fine sezione"], "", section)


def write_block(ctx: Context, block: Block, place: Place) -> str:
    """A block as paragraphs and tables."""
    match block:
        case Paragraph():
            return _write_paragraph(ctx, block, place)
        case Heading():
            return _write_heading(ctx, block, place)
        case Items():
            return _write_items(ctx, block, place)
        case Table():
            return write_table(ctx, block, place)
        case Chart():
            return write_chart(ctx, block, place)
        case Picture():
            return _write_picture(ctx, block, place)
        case TableOfContents():
            return write_toc(ctx, block, place)
        case ListOfTables():
            return write_list_of_tables(ctx, block, place)
        case ListOfCharts():
            return write_list_of_charts(ctx, block, place)
        case PageBreak():
            ctx.new_page = not place.cell
            return ""
        case _:
            assert_never(block)


def _write_paragraph(ctx: Context, block: Paragraph, place: Place) -> str:
    if place.cell and not place.level:
        return paragraph(ctx.styles.ids[place.style], write_runs(ctx, block.content), place.align)
    style = _ROLES[block.role] if not place.cell else ""
    keep = "<w:keepNext/>" if not place.cell and _introduces(block.content) else ""
    indent = f'<w:ind w:left="{place.level * _step(place)}"/>' if place.level else ""
    runs = write_runs(ctx, block.content)
    return paragraph(ctx.styles.ids[style or place.style], runs, keep + ctx.take_page_break() + indent + place.align)


def _introduces(content: Content) -> bool:
    """Does a paragraph announce the next («…:», or all in bold)? Then they may not stand on two pages.

    Not so in a cell, where Word would keep the whole row with the next one.
    """
    if isinstance(content, str):
        return content.endswith(":")
    last = content[-1] if content else None
    bold = all(isinstance(inline, Text) and inline.bold for inline in content)
    return isinstance(last, Text) and (bold or last.text.endswith(":"))


def _step(place: Place) -> int:
    """Twips by which a level of a list stands further in; cells have little room."""
    return CELL_STEP if place.cell else STEP


def _write_heading(ctx: Context, block: Heading, place: Place) -> str:
    """A heading with its number and bookmarks; inside cells and lists, where it is not numbered, a bold line."""
    entry = ctx.outline.by_block.get(id(block))
    if entry is None or place.cell:
        return paragraph(
            ctx.styles.ids[place.style],
            run(block.text, BOLD),
            f"<w:keepNext/>{ctx.take_page_break()}{place.align}",
        )
    name = f"heading {min(max(block.level, 1), 6)}"
    if block.id:
        bookmark, shown = reference_bookmark(entry)
        runs = ctx.bookmark(bookmark, run(shown)) + run(entry.title.removeprefix(shown))
    else:
        runs = run(entry.title)
    plain = '<w:numPr><w:numId w:val="0"/></w:numPr>' if name in ctx.styles.numbered else ""
    return paragraph(
        ctx.styles.ids[name], ctx.bookmark(entry.anchor, runs), f"<w:keepNext/>{ctx.take_page_break()}{plain}"
    )


def _write_items(ctx: Context, block: Items, place: Place) -> str:
    """A list: the first paragraph of an item carries its mark, the others stand under it."""
    level = min(place.level, LEVELS - 1)
    number = ctx.numbering.add_list(level, ordered=block.ordered, start=block.start)
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    style = place.style if place.cell else "List Number" if block.ordered else "List Bullet"
    step = _step(place)
    tight = f'<w:ind w:left="{(level + 1) * step}" w:hanging="{step}"/>' if place.cell else ""
    opening = f'<w:p><w:pPr><w:pStyle w:val="{ctx.styles.ids[style]}"/>{mark}{tight}{place.align}</w:pPr>'
    out = []
    for item in block.items:
        if len(item) == 1 and isinstance(item[0], Paragraph) and not ctx.new_page:  # most items are one paragraph
            out.append(f"{opening}{write_runs(ctx, item[0].content)}</w:p>")
            continue
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(""), item)
        runs = write_runs(ctx, first.content)
        out.append(paragraph(ctx.styles.ids[style], runs, ctx.take_page_break() + mark + tight + place.align))
        below = Place(
            place.width - step, place.style if place.cell else "List Continue", place.align, level + 1, cell=place.cell
        )
        out += [write_block(ctx, inner, below) for inner in rest]
    return "".join(out)


def _write_picture(ctx: Context, block: Picture, place: Place) -> str:
    height = ctx.pages.text_height(landscape=place.width > ctx.pages.text_width(landscape=False))
    picture = ctx.pictures.draw(block, place.width, height)
    return paragraph(
        ctx.styles.ids[place.style if place.cell else "Figura"], picture, ctx.take_page_break() + place.align
    )


def _write_cover(ctx: Context, cover: Cover) -> str:
    """Logo, title, triennio, bodies, acts."""
    ids = ctx.styles.ids
    parts = []
    if cover.logo:
        logo = ctx.pictures.draw(cover.logo, ctx.pages.text_width(landscape=False), _LOGO_HEIGHT)
        parts.append(paragraph(ids["Copertina"], logo, _ROOM_ABOVE))
    parts.append(paragraph(ids["Title"], run(cover.title), "" if cover.logo else _ROOM_ABOVE))
    if cover.subtitle:
        parts.append(paragraph(ids["Subtitle"], run(cover.subtitle)))
    names = cover.bodies if len(cover.bodies) <= _FEW_BODIES else (" · ".join(cover.bodies),)
    parts += [paragraph(ids["Copertina"], run(name)) for name in names]
    for index, line in enumerate(cover.lines):
        parts.append(paragraph(ids["Copertina"], run(line), "" if index else _ROOM_ABOVE))
    return "".join(parts)
