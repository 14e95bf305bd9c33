# SPDX-License-Identifier: EUPL-1.2
"""Page numbers in the indices: only those that somebody has counted."""

from dataclasses import replace

from pdz.doctree import Column, Document, Heading, ListOfTables, Row, Section, Table, TableOfContents
from pdz.writers import docx, md

from ._parts import elements, read_parts, text_of, xpath
from .kitchen_sink import OPTIONS, make_document

BARE = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>'
DOTTED = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:ind w:right="0"/>'


def write_body(document: Document, pages: dict[str, int]) -> bytes:
    return read_parts(docx.write(document, replace(OPTIONS, pages=pages)))["word/document.xml"]


def entry(anchor: str, text: str, tabs: str, page: str, begin: str = "") -> str:
    """An entry of the table of contents; `page` is what its field shows."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC1"/>{tabs}</w:pPr>{begin}'
        f'<w:hyperlink w:anchor="{anchor}" w:history="1"><w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{page}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink></w:p>'
    )


def test_a_counted_entry_shows_dots_and_number_another_stays_as_it_was() -> None:
    document = Document("T", (Section((TableOfContents(), Heading(1, "Primo"), Heading(1, "Secondo"))),))
    body = write_body(document, {"_Toc000001": 7, "_Toc000099": 1}).decode()
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    number = '<w:r><w:t xml:space="preserve">7</w:t></w:r>'
    assert entry("_Toc000001", "Primo", DOTTED, number, begin) + entry("_Toc000002", "Secondo", BARE, "") in body


def test_the_index_of_tables_too_as_wide_as_its_page() -> None:
    table = Table((Column(),), (Row(("a",)),), caption="Le risorse")
    document = Document("T", (Section((ListOfTables(), table), landscape=True),))
    line = elements(write_body(document, {"_Tab000001": 112}), "//w:p[w:pPr/w:pStyle/@w:val='TableofFigures']")[0]
    assert text_of(line) == "Tabella 1 – Le risorse112"
    assert xpath(line, "w:pPr/w:tabs/w:tab/@*") == ["right", "dot", "14570"]
    shown = ".//w:r[w:fldChar/@w:fldCharType='separate'][last()]/following-sibling::w:r/w:t/text()"
    assert xpath(line, shown) == ["112"]


def test_numbers_change_only_the_entries() -> None:
    document = make_document()
    names = xpath(write_body(document, {}), "//w:bookmarkStart/@w:name")
    plain, numbered = (read_parts(docx.write(document, replace(OPTIONS, pages=pages)))
                       for pages in ({}, dict.fromkeys(names, 5)))  # fmt: skip
    assert {name for name, part in numbered.items() if part != plain[name]} == {"word/document.xml"}
    undone = numbered["word/document.xml"].decode().replace(DOTTED, BARE)
    before, after = (
        '<w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>',
    )
    shown = f'{before}<w:r><w:t xml:space="preserve">5</w:t></w:r>{after}'
    assert undone.count(shown) == 6 + 3 + 8  # headings, tables, charts
    assert undone.replace(shown, before + after) == plain["word/document.xml"].decode()


def test_markdown_has_no_pages() -> None:
    numbered = replace(OPTIONS, pages={"_Toc000001": 3})
    assert md.write(make_document(), numbered) == md.write(make_document(), OPTIONS)
