# SPDX-License-Identifier: EUPL-1.2
"""The navigation of the page: index of the headings, of the tables, of the charts."""

from pdz.doctree import Chart, Entry, Heading, ListOfCharts, ListOfTables, Table, TableOfContents, iter_blocks
from pdz.writers.html._context import FIRST_LEVEL, Context, escape_line

_LEVELS = 3
"""How deep the index goes in a document that has none of its own."""


def write_index(ctx: Context) -> str:
    """A `<nav>`: the headings always, tables and charts when the document asks for their index; nothing if empty."""
    blocks = list(iter_blocks(ctx.document))
    depth = next((block.levels for block in blocks if isinstance(block, TableOfContents)), _LEVELS)
    parts = [_fold("Indice", _write_headings(ctx, depth), " open")]
    if any(isinstance(block, ListOfTables) for block in blocks):
        parts.append(_fold("Indice delle tabelle", _write_captions(ctx, Table)))
    if any(isinstance(block, ListOfCharts) for block in blocks):
        parts.append(_fold("Indice dei grafici", _write_captions(ctx, Chart)))
    content = "".join(parts)
    return f'<nav class="indice" aria-label="Indice">\n{content}</nav>\n' if content else ""


def _fold(title: str, entries: str, state: str = "") -> str:
    return f"<details{state}>\n<summary>{title}</summary>\n{entries}</details>\n" if entries else ""


def _write_headings(ctx: Context, depth: int) -> str:
    """Lists inside lists, as deep as the headings are."""
    parts: list[str] = []
    above = FIRST_LEVEL - 1
    for entry in ctx.outline.entries:
        if not isinstance(entry.block, Heading) or entry.block.level > depth:
            continue
        level = ctx.levels[id(entry.block)]
        if level > above:
            parts += ["\n<ul>\n"] * (level - above)
        else:
            parts += ["</li>\n", "</ul></li>\n" * (above - level)]
        parts.append(f"<li>{_link(ctx, entry, entry.title)}")
        above = level
    return "".join([*parts, "</li>\n</ul>" * (above - FIRST_LEVEL + 1), "\n"]) if parts else ""


def _write_captions(ctx: Context, kind: type[Table | Chart]) -> str:
    entries = [entry for entry in ctx.outline.entries if isinstance(entry.block, kind)]
    items = [f"<li>{_link(ctx, entry, _title(entry))}</li>\n" for entry in entries]
    return f"<ul>\n{''.join(items)}</ul>\n" if items else ""


def _title(entry: Entry) -> str:
    return entry.block.text if isinstance(entry.block, Heading) else f"{entry.label} – {entry.block.caption}"


def _link(ctx: Context, entry: Entry, text: str) -> str:
    return f'<a href="#{ctx.names[id(entry.block)]}">{escape_line(text)}</a>'
