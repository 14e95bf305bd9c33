# SPDX-License-Identifier: EUPL-1.2
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from pdz.doctree import Document, Heading, Paragraph, Section, Table
from pdz.errors import PdzError
from pdz.resources import resource_folder
from pdz.writers import docx
from pdz.writers._archive import pack_archive
from pdz.writers.docx._reference import build_reference

from ._parts import elements, read_parts, text_of, xpath
from .kitchen_sink import FUNDS, OPTIONS, make_document, make_png

ITALIAN = {
    "Normal": "Normale",
    "Heading1": "Titolo1",
    "Heading2": "Titolo2",
    "Title": "Titolo",
    "Subtitle": "Sottotitolo",
    "Caption": "Didascalia",
    "TOC1": "Sommario1",
    "TableofFigures": "Indicedellefigure",
    "FootnoteText": "Testonotaapidipagina",
    "FootnoteReference": "Rimandonotaapidipagina",
    "Header": "Intestazione",
    "Footer": "Pidipagina",
    "Hyperlink": "Collegamentoipertestuale",
    "ListBullet": "Puntoelenco",
    "ListNumber": "Numeroelenco",
    "TableGrid": "Grigliatabella",
}
"""Style ids as Italian Word writes them."""
OFFICE_HEADER = (
    '<w:p><w:fldSimple w:instr=" TITLE  \\* MERGEFORMAT "><w:r><w:rPr><w:b/></w:rPr><w:t>Vecchio</w:t></w:r>'
    "<w:r><w:t> titolo</w:t></w:r></w:fldSimple></w:p>"
)


@pytest.fixture
def italian(tmp_path: Path) -> Path:
    """The reference of an office that works with Italian Word: other ids, other colours, numbered headings."""
    parts = {name: blob.decode() for name, blob in read_parts(build_reference()).items()}
    for name in ("word/styles.xml", "word/header.xml", "word/footer.xml", "word/document.xml"):
        for english, word in ITALIAN.items():
            parts[name] = re.sub(f'(w:styleId|w:val)="{english}"', rf'\1="{word}"', parts[name])
    styles = parts["word/styles.xml"].replace('<w:name w:val="Normale"/>', '<w:name w:val="Normal"/>')
    for english, word in ITALIAN.items():
        styles = styles.replace(f'<w:name w:val="{word}"/>', f'<w:name w:val="{english}"/>')
    styles = re.sub(r'<w:style [^>]*w:styleId="(TOC2|Fonte|Heading3|ListContinue)".*?</w:style>', "", styles)
    styles = styles.replace('w:fill="004080"', 'w:fill="7A0019"').replace('<w:lang w:val="it-IT"/>', "")
    numbered = '<w:keepNext/><w:keepLines/><w:numPr><w:numId w:val="4"/></w:numPr>'
    start = styles.index('w:styleId="Titolo1"')
    styles = styles[:start] + styles[start:].replace("<w:keepNext/><w:keepLines/>", numbered, 1)
    parts["word/styles.xml"] = styles
    header = parts["word/header.xml"]
    parts["word/header.xml"] = header.replace("</w:hdr>", OFFICE_HEADER + "</w:hdr>")
    path = tmp_path / "stile del comune.docx"
    path.write_bytes(pack_archive({name: text.encode() for name, text in parts.items()}))
    return path


def write(document: Document, style: Path) -> dict[str, bytes]:
    return read_parts(docx.write(document, replace(OPTIONS, style=style)))


def test_the_file_in_templates_is_what_build_reference_makes() -> None:
    assert (resource_folder("templates") / "stile.docx").read_bytes() == build_reference()


def test_italian_word(italian: Path) -> None:
    parts = write(make_document(), italian)
    body = parts["word/document.xml"]
    used = set(xpath(body, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    assert used >= {"Titolo1", "Titolo2", "Titolo", "Didascalia", "Sommario1", "TOC2", "Indicedellefigure", "Normale"}
    assert not used & {"Heading1", "Caption", "Title", "TOC1", "Normal"}
    styles = xpath(parts["word/styles.xml"], "//w:style/@w:styleId")
    assert used <= set(styles)
    assert len(styles) == len(set(styles))
    assert {"TOC2", "Fonte", "Heading3", "ListContinue"} <= set(styles)
    assert set(xpath(parts["word/styles.xml"], "//w:basedOn/@w:val | //w:next/@w:val")) <= set(styles)
    assert xpath(parts["word/styles.xml"], "//w:style[@w:styleId='TOC2']/w:basedOn/@w:val") == ["Normale"]
    assert xpath(parts["word/styles.xml"], "//w:docDefaults//w:lang/@w:val") == ["it-IT"]
    assert xpath(parts["word/footnotes.xml"], "//w:footnote[@w:id='1']//w:rStyle/@w:val") == ["Rimandonotaapidipagina"]


def test_cells_take_the_colour_of_the_office(italian: Path) -> None:
    body = write(Document("T", (Section((FUNDS,)),)), italian)["word/document.xml"]
    assert set(xpath(body, "//w:tr[1]/w:tc/w:tcPr/w:shd/@w:fill")) == {"7A0019"}


def test_headings_that_word_numbers_are_not_numbered_twice(italian: Path) -> None:
    body = write(Document("T", (Section((Heading(1, "Esiti", number="1"), Heading(2, "Sistema"))),)), italian)[
        "word/document.xml"
    ]
    headings = elements(body, "//w:p[w:r or w:bookmarkStart]")
    assert [xpath(heading, "w:pPr/w:numPr/w:numId/@w:val") for heading in headings] == [["0"], []]


def test_title_fields_in_the_header_of_the_office_are_refreshed(italian: Path) -> None:
    header = write(Document("Nuovo & <titolo>\x0b", (Section((Paragraph("a"),)),)), italian)["word/header.xml"]
    assert [text_of(paragraph) for paragraph in elements(header, "//w:p")] == ["Nuovo & <titolo>"] * 2
    assert len(elements(header, "//w:fldSimple/w:r/w:rPr/w:b")) == 1


def test_the_text_of_the_reference_stays_out(tmp_path: Path) -> None:
    reference = python_docx.Document()
    reference.core_properties.author = "Mario Rossi"
    reference.add_paragraph("segreto", style="List Number")
    reference.add_picture(BytesIO(make_png(30, 30)))
    reference.add_comment(reference.paragraphs[0].runs, "commento segreto")
    section = reference.sections[0]
    section.left_margin = python_docx.shared.Cm(4)
    section.header.paragraphs[0].text = "Comune di Prova"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Carta intestata"
    reference.save(str(tmp_path / "r.docx"))
    parts = write(Document("T", (Section((Table(FUNDS.columns, FUNDS.rows),)), Section(()))), tmp_path / "r.docx")
    assert not any(b"segreto" in blob or b"Mario Rossi" in blob for blob in parts.values())
    assert not any("media" in name or "comments" in name or "thumbnail" in name for name in parts)
    assert any(b"Comune di Prova" in blob for blob in parts.values())
    sections = elements(parts["word/document.xml"], "//w:sectPr")
    assert [len(elements(s, "w:titlePg")) for s in sections] == [1, 0]
    assert xpath(sections[0], "w:headerReference/@w:type") == ["default", "first"]
    assert {xpath(s, "w:pgMar/@w:left")[0] for s in sections} == {"2268"}
    total = sum(map(int, xpath(parts["word/document.xml"], "//w:gridCol/@w:w")))
    size = sections[0].find("{*}pgSz")
    assert size is not None
    width = int(size.get(f"{{{size.nsmap['w']}}}w", "0"))
    assert total == width - 2268 - int(xpath(sections[0], "w:pgMar/@w:right")[0])


def test_a_reference_without_headers_gets_ours(tmp_path: Path) -> None:
    python_docx.Document().save(str(tmp_path / "r.docx"))
    parts = write(Document("Il piano", (Section((Paragraph("a"),)),)), tmp_path / "r.docx")
    assert xpath(parts["word/pdz-header.xml"], "//w:t/text()") == ["Il piano"]
    assert b"NUMPAGES" in parts["word/pdz-footer.xml"]


@pytest.mark.parametrize("content", [b"", b"ciao", pack_archive({"a.txt": b"a"})], ids=["empty", "text", "zip"])
def test_a_reference_that_is_not_a_word_document(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "stile.docx"
    path.write_bytes(content)
    with pytest.raises(PdzError, match=r"stile\.docx» non è un documento Word \(\.docx\), o è danneggiato") as caught:
        write(make_document(), path)
    assert caught.value.hint.startswith("aprilo con Word e salvalo come «Documento di Word (.docx)»")


@pytest.mark.parametrize("missing", ["word/styles.xml", "word/document.xml", "_rels/.rels", "[Content_Types].xml"])
def test_a_reference_with_a_part_missing(tmp_path: Path, missing: str) -> None:
    parts = read_parts(build_reference())
    del parts[missing]
    (tmp_path / "r.docx").write_bytes(pack_archive(parts))
    with pytest.raises(PdzError, match="non è un documento Word"):
        write(make_document(), tmp_path / "r.docx")


def test_a_reference_without_its_list_of_parts_gets_everything_anew(tmp_path: Path) -> None:
    parts = read_parts(build_reference())
    del parts["word/_rels/document.xml.rels"]
    (tmp_path / "r.docx").write_bytes(pack_archive(parts))
    written = write(make_document(), tmp_path / "r.docx")
    known = xpath(written["word/_rels/document.xml.rels"], "//rel:Relationship/@Id")
    assert set(xpath(written["word/document.xml"], "//@r:id")) <= set(known)
    assert {"word/styles.xml", "word/settings.xml", "word/pdz-header.xml"} <= set(written)


def test_a_reference_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PdzError, match=r"il documento di stile «.*manca\.docx» non esiste"):
        write(make_document(), tmp_path / "manca.docx")
