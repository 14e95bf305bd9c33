# SPDX-License-Identifier: EUPL-1.2
"""Table of contents, indexes of tables and charts: Word's own fields, with the entries already written.

Page numbers are left to who lays out the pages. Word fills the nested PAGEREF fields in the print preview, when it
prints, when it saves as PDF and on F9; LibreOffice when the index is updated. An entry shows a number and leading dots
only when somebody has counted the pages (`WriteOptions.pages`).
"""

from pdz.doctree import Chart, Entry, Heading, ListOfCharts, ListOfTables, Table, TableOfContents
from pdz.writers.docx._context import Context, Place
from pdz.writers.docx._xml import TAB, field, field_begin, field_end, paragraph, run

_TO_THE_MARGIN = '<w:ind w:right="0"/>'
"""LibreOffice 7.4 does not show what stands beyond the right indent that the styles of the indices have."""


def write_toc(ctx: Context, toc: TableOfContents, place: Place) -> str:
    """The table of contents, in the frame where Word offers «Aggiorna sommario»; nothing without headings."""
    entries = [
        (f"toc {entry.block.level}", entry, entry.title)
        for entry in ctx.outline.entries
        if isinstance(entry.block, Heading) and entry.block.level <= toc.levels
    ]
    if not entries:
        return ""
    content = _title(ctx, "Indice") + _index(ctx, f'TOC \\o "1-{toc.levels}" \\h \\z \\u', entries, place)
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def write_list_of_tables(ctx: Context, _list: ListOfTables, place: Place) -> str:
    """The index of captioned tables; nothing without them."""
    return _list_of(ctx, Table, "Indice delle tabelle", "Tabella", place)


def write_list_of_charts(ctx: Context, _list: ListOfCharts, place: Place) -> str:
    """The index of captioned charts; nothing without them."""
    return _list_of(ctx, Chart, "Indice dei grafici", "Grafico", place)


def _list_of(ctx: Context, kind: type[Table | Chart], title: str, sequence: str, place: Place) -> str:
    entries = [
        ("table of figures", entry, caption_text(entry, entry.block))
        for entry in ctx.outline.entries
        if isinstance(entry.block, Table | Chart) and type(entry.block) is kind
    ]
    return _title(ctx, title) + _index(ctx, f'TOC \\h \\z \\c "{sequence}"', entries, place) if entries else ""


def caption_text(entry: Entry, captioned: Table | Chart) -> str:
    """«Tabella 3 – Le risorse»."""
    return f"{entry.label} – {captioned.caption}"


def _title(ctx: Context, text: str) -> str:
    return paragraph(ctx.styles.ids["TOC Heading"], run(text), ctx.take_page_break())


def _index(ctx: Context, instruction: str, entries: list[tuple[str, Entry, str]], place: Place) -> str:
    """The paragraphs of an index: the field begins in the first and ends after the last."""
    bare = f'<w:tabs><w:tab w:val="right" w:pos="{place.width}"/></w:tabs>'
    dotted = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{place.width}"/></w:tabs>{_TO_THE_MARGIN}'
    paragraphs = []
    begin = field_begin(instruction)
    for style, entry, text in entries:
        number = ctx.page_numbers.get(entry.anchor)
        page = field(f"PAGEREF {entry.anchor} \\h", "" if number is None else run(str(number)))
        link = f'<w:hyperlink w:anchor="{entry.anchor}" w:history="1">{run(text)}{TAB}{page}</w:hyperlink>'
        paragraphs.append(paragraph(ctx.styles.ids[style], begin + link, bare if number is None else dotted))
        begin = ""
    end = paragraph(ctx.styles.ids["Dopo la tabella"], field_end())
    return "".join(paragraphs) + end
