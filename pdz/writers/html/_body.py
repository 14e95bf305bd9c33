# SPDX-License-Identifier: EUPL-1.2
"""The text of the page: sections, blocks, charts, then the footnotes."""

from dataclasses import replace
from typing import assert_never

from pdz.doctree import (
    Block,
    Chart,
    Heading,
    Items,
    ListOfCharts,
    ListOfTables,
    PageBreak,
    Paragraph,
    Picture,
    Section,
    Table,
    TableOfContents,
    chart_table,
)
from pdz.writers._svg import draw_svg
from pdz.writers._text import escape_attribute
from pdz.writers.html._context import Context, escape_breaks, escape_line
from pdz.writers.html._inline import write_content, write_notes
from pdz.writers.html._pictures import write_picture
from pdz.writers.html._table import permalink, write_caption, write_source, write_table


def write_main(ctx: Context) -> str:
    """What stands in `<main>`."""
    sections = [_write_section(ctx, section) for section in ctx.document.sections]
    return "".join([*sections, write_notes(ctx)])


def _write_section(ctx: Context, section: Section) -> str:
    """A section begins a page on paper; one that holds nothing but indices is left out."""
    blocks = section.blocks[1:] if section.blocks[:1] == (PageBreak(),) else section.blocks
    content = "".join([write_block(ctx, block, False) for block in blocks])
    name = "sezione orizzontale" if section.landscape else "sezione"
    return f'<div class="{name}">\n{content}</div>\n' if content else ""


def write_block(ctx: Context, block: Block, inside: bool) -> str:
    """A block; `inside` a list or a cell nothing is numbered and no page ends.

    The indices are those of the page, in its navigation.
    """
    match block:
        case Paragraph():
            return _write_paragraph(ctx, block)
        case Heading():
            return _write_heading(ctx, block)
        case Items():
            return _write_items(ctx, block)
        case Table():
            return write_table(ctx, block, inside=inside)
        case Chart():
            return _write_chart(ctx, block)
        case Picture():
            return f'<p class="figura">{write_picture(block)}</p>\n'
        case TableOfContents() | ListOfTables() | ListOfCharts():
            return ""
        case PageBreak():
            return "" if inside else '<div class="pagina"></div>\n'
        case _:
            assert_never(block)


def _write_paragraph(ctx: Context, block: Paragraph) -> str:
    text = write_content(ctx, block.content)
    if not text:
        return ""
    match block.role:
        case "testo":
            return f"<p>{text}</p>\n"
        case "citazione":
            return f"<blockquote><p>{text}</p></blockquote>\n"
        case "fonte" | "etichetta":
            return f'<p class="{block.role}">{text}</p>\n'
        case _:
            assert_never(block.role)


def _write_heading(ctx: Context, block: Heading) -> str:
    """A heading with its anchor; inside cells and lists, where it is not numbered, a bold line."""
    entry = ctx.entry_of(block)
    if entry is None:
        return f"<p><strong>{escape_breaks(block.text)}</strong></p>\n"
    level, name = ctx.levels[id(block)], ctx.names[id(block)]
    return f'<h{level} id="{name}">{escape_line(entry.title)}{permalink(name)}</h{level}>\n'


def _write_items(ctx: Context, block: Items) -> str:
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = []
    for item in block.items:
        if len(item) == 1 and isinstance(item[0], Paragraph) and item[0].role == "testo":  # most items are one text
            items.append(f"<li>{write_content(ctx, item[0].content)}</li>\n")
        else:
            items.append(f"<li>{''.join([ctx.write_block(ctx, inner, True) for inner in item])}</li>\n")
    name = "ol" if block.ordered else "ul"
    return f"<{name}{start}>\n{''.join(items)}</{name}>\n"


def _write_chart(ctx: Context, chart: Chart) -> str:
    """The drawing, its figures as a table that opens, its source."""
    entry = ctx.entry_of(chart)
    name = ctx.names[id(chart)] if entry else ctx.anchors.add(chart.id or "grafico")
    caption = write_caption(ctx, chart)
    title = f"{entry.label} – {chart.caption}" if entry else chart.caption or chart.description or "grafico"
    figures = write_table(ctx, replace(chart_table(chart), description=f"I dati: {title}"), inside=True)
    return (
        f'<figure class="grafico" id="{name}">\n'
        + (f"<figcaption>{caption}{permalink(name)}</figcaption>\n" if caption else "")
        + f'<div class="disegno scorri" role="region" tabindex="0" aria-label="Disegno: {escape_attribute(title)}">'
        + f"{draw_svg(chart, identifier=f'{name}:disegno')}</div>\n"
        + f'<details class="dati-del-grafico"><summary>I dati in tabella</summary>\n{figures}</details>\n'
        + f"{write_source(ctx, chart)}</figure>\n"
    )
