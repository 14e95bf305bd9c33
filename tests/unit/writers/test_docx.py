# SPDX-License-Identifier: EUPL-1.2
import os
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from pdz.doctree import (
    Column,
    Cover,
    Document,
    Heading,
    Link,
    PageBreak,
    Paragraph,
    Picture,
    RichCell,
    Row,
    Section,
    Table,
    TableOfContents,
    Text,
)
from pdz.errors import PdzError
from pdz.writers import WriteOptions, Writer, docx

from ._parts import W, elements, inner, read_parts, text_of, write_body, xpath
from .kitchen_sink import AWKWARD, OPTIONS, make_document

WRITER: Writer = docx
SINK = read_parts(docx.write(make_document(), OPTIONS))
BODY = SINK["word/document.xml"]


CHART_PARTS = {
    name
    for number in range(1, 9)
    for name in (
        f"word/charts/pdz-chart{number}.xml",
        f"word/charts/_rels/pdz-chart{number}.xml.rels",
        f"word/embeddings/pdz-chart{number}.xlsx",
    )
}


def test_all_parts_are_there() -> None:
    assert set(SINK) == CHART_PARTS | {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/_rels/footnotes.xml.rels",
        "word/document.xml",
        "word/footer.xml",
        "word/footnotes.xml",
        "word/header.xml",
        "word/media/pdz-image1.png",
        "word/media/pdz-image2.png",
        "word/media/pdz-image3.png",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    }


def test_ids_are_unique_and_every_anchor_exists() -> None:
    names = xpath(BODY, "//w:bookmarkStart/@w:name")
    assert Counter(names).most_common(1)[0][1] == 1
    assert Counter(xpath(BODY, "//w:bookmarkStart/@w:id")).most_common(1)[0][1] == 1
    assert sorted(xpath(BODY, "//w:bookmarkStart/@w:id")) == sorted(xpath(BODY, "//w:bookmarkEnd/@w:id"))
    assert set(xpath(BODY, "//@w:anchor")) <= set(names)
    fields = [code.split() for code in xpath(BODY, "//w:instrText/text()")]
    assert {code[1] for code in fields if code[0] in ("REF", "PAGEREF")} <= set(names)
    drawings = xpath(BODY, "//wp:docPr/@id")
    assert drawings == [str(number) for number in range(1, 12)]  # three pictures, eight charts


def test_every_relationship_and_style_that_is_used_exists() -> None:
    for part in ("document", "footnotes"):
        known = xpath(SINK[f"word/_rels/{part}.xml.rels"], "//rel:Relationship/@Id")
        used = xpath(SINK[f"word/{part}.xml"], "//@r:id | //@r:embed")
        assert used
        assert set(used) <= set(known)
        assert len(known) == len(set(known))
    styles = xpath(SINK["word/styles.xml"], "//w:style/@w:styleId")
    assert len(styles) == len(set(styles))
    for part in ("document", "footnotes", "header", "footer"):
        path = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
        assert set(xpath(SINK[f"word/{part}.xml"], path)) <= set(styles)
    path = "//w:basedOn/@w:val | //w:next/@w:val"
    assert set(xpath(SINK["word/styles.xml"], path)) <= set(styles)


def test_fields_are_balanced_and_word_is_not_asked_to_update_them() -> None:
    for part in ("document", "footnotes", "header", "footer"):
        kinds = Counter(xpath(SINK[f"word/{part}.xml"], "//w:fldChar/@w:fldCharType"))
        assert kinds["begin"] == kinds["separate"] == kinds["end"]
    assert b"updateFields" not in SINK["word/settings.xml"]
    assert not xpath(BODY, "//@w:dirty")


def test_table_of_contents() -> None:
    content = elements(BODY, "//w:sdt/w:sdtContent")[0]
    assert xpath(content, ".//w:instrText/text()")[0] == ' TOC \\o "1-3" \\h \\z \\u '
    entries = elements(content, ".//w:hyperlink")
    assert [text_of(entry) for entry in entries] == [
        "Premessa",
        "1 Esiti",
        "1.1 Obiettivi di sistema",
        "1.1.1 Terzo",
        "Allegato 1. Integrazione",
        "2 Grafici",
    ]
    assert xpath(content, ".//w:p/w:pPr/w:pStyle/@w:val") == [
        "TOCHeading",
        "TOC1",
        "TOC1",
        "TOC2",
        "TOC3",
        "TOC1",
        "TOC1",
        "DopoTabella",
    ]
    assert xpath(entries[1], ".//w:instrText/text()") == [" PAGEREF _Toc000002 \\h "]
    assert not xpath(entries[1], ".//w:fldChar[@w:fldCharType='separate']/../following-sibling::w:r/w:t/text()")
    assert xpath(content, ".//w:p[w:pPr/w:pStyle/@w:val='TOC1'][1]/w:pPr/w:tabs/w:tab/@w:pos") == ["9638"]


def test_indices_of_tables_and_charts() -> None:
    style = "//w:p[w:pPr/w:pStyle/@w:val='TableofFigures']"
    codes = xpath(BODY, f"{style}//w:instrText/text()")
    assert [code for code in codes if "TOC" in code] == [' TOC \\h \\z \\c "Tabella" ', ' TOC \\h \\z \\c "Grafico" ']
    assert [text_of(entry) for entry in elements(BODY, style)] == [
        "Tabella 1 – Le risorse & i fondi",
        "Tabella 2 – LEPS",
        "Tabella 3 – Matrice",
        "Grafico 1 – Persone seguite & famiglie",
        "Grafico 2 – Posti per gestore",
        "Grafico 3 – Serie trimestrale",
        "Grafico 4 – Fondi per fonte",
        "Grafico 5 – Quote dei livelli",
        "Grafico 6 – Piramide delle età",
        "Grafico 7 – Gradi di raggiungimento",
        "Grafico 8 – Senza dati",
    ]


def test_nothing_to_list_writes_nothing() -> None:
    assert inner(write_body(TableOfContents(), Paragraph("a"))) == (
        '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>'
    )


def test_headings_carry_our_numbers_and_bookmarks() -> None:
    assert inner(write_body(Heading(1, "Esiti", id="esiti", number="1"), Heading(2, "Sistema"))) == (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:keepNext/></w:pPr><w:bookmarkStart w:id="2" w:name="_Toc000001"/>'
        '<w:bookmarkStart w:id="1" w:name="_Ref000001"/><w:r><w:t xml:space="preserve">1</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/>'
        '<w:r><w:t xml:space="preserve"> Esiti</w:t></w:r><w:bookmarkEnd w:id="2"/></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:keepNext/></w:pPr><w:bookmarkStart w:id="3" w:name="_Toc000002"/>'
        '<w:r><w:t xml:space="preserve">1.1 Sistema</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
    )


def test_captions_and_cross_references() -> None:
    caption = elements(BODY, "//w:p[w:pPr/w:pStyle/@w:val='Caption']")[0]
    assert text_of(caption) == "Tabella 1 – Le risorse & i fondi"
    assert xpath(caption, ".//w:instrText/text()") == [" SEQ Tabella \\* ARABIC "]
    assert xpath(caption, "w:bookmarkStart/@w:name") == ["_Tab000001"]
    assert xpath(caption, "w:bookmarkEnd/following-sibling::w:r/w:t/text()") == [" – Le risorse & i fondi"]
    assert elements(caption, "w:pPr/w:keepNext")
    codes = [code.strip() for code in xpath(BODY, "//w:instrText/text()") if code.startswith(" REF")]
    assert codes == [
        "REF _Tab000001 \\h",
        "REF _Ref000002 \\h",
        "REF _Ref000003 \\h",
        "REF _Ref000001 \\h",
        "REF _Ref000009 \\h",
        "REF _Gra000004 \\h",
    ]
    paragraph = next(p for p in elements(BODY, "//w:p") if "vedi" in text_of(p))
    assert (
        "vedi Tabella 1, capitolo 1, paragrafo 1.1, Premessa, Allegato 1, il capitolo degli esiti e manca."
        in text_of(paragraph)
    )


def test_struck_text() -> None:
    body = write_body(Paragraph((Text("resta "), Text("va", bold=True, strike=True))))
    assert '<w:rPr><w:b/><w:bCs/><w:strike/></w:rPr><w:t xml:space="preserve">va</w:t>' in inner(body)
    assert len(elements(body, "//w:strike")) == 1


def test_footnotes() -> None:
    notes = SINK["word/footnotes.xml"]
    assert xpath(notes, "//w:footnote/@w:id") == ["-1", "0", "1", "2", "3", "4", "5", "6"]
    assert xpath(notes, "//w:footnote/@w:type") == ["separator", "continuationSeparator"]
    assert xpath(BODY, "//w:footnoteReference/@w:id") == ["1", "2", "3", "4", "5", "6"]
    assert text_of(elements(notes, "//w:footnote[@w:id='2']")[0]) == " Una nota con un link (e una nota dentro)."
    assert xpath(SINK["word/_rels/footnotes.xml.rels"], "//rel:Relationship/@Target") == ["https://www.istat.it/"]
    assert xpath(SINK["word/settings.xml"], "//w:footnotePr/w:footnote/@w:id") == ["-1", "0"]
    assert "word/footnotes.xml" not in read_parts(docx.write(Document("T", ()), OPTIONS))


def test_links_go_only_to_the_web_and_the_post() -> None:
    targets = xpath(SINK["word/_rels/document.xml.rels"], "//rel:Relationship[@TargetMode='External']/@Target")
    assert targets == ["https://www.regione.lombardia.it/piani?a=1&b=%C3%A8", "mailto:udp@example.it"]
    assert inner(write_body(Paragraph((Link("javascript:alert(1)", "no"),)))).endswith(
        '</w:pPr><w:r><w:t xml:space="preserve">no</w:t></w:r></w:p>'
    )


def test_awkward_text_survives() -> None:
    assert inner(write_body(Paragraph(AWKWARD))).endswith(
        '<w:t xml:space="preserve">A &amp; B &lt;x&gt; "y" 😀 שלום مرحبا 100%</w:t></w:r></w:p>'
    )
    assert inner(write_body(Paragraph("a\nb\u2028c\td"))).endswith(
        '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:br/>'
        '<w:t xml:space="preserve">c</w:t><w:tab/><w:t xml:space="preserve">d</w:t></w:r></w:p>'
    )


def test_sections_and_pages() -> None:
    sections = elements(BODY, "//w:sectPr")
    assert [xpath(s, "w:pgSz/@w:w | w:pgSz/@w:h | w:pgSz/@w:orient") for s in sections] == [
        ["11906", "16838"],
        ["11906", "16838"],
        ["11906", "16838"],
        ["16838", "11906", "landscape"],
        ["11906", "16838"],
        ["11906", "16838"],
    ]
    assert [len(elements(s, "w:headerReference | w:footerReference")) for s in sections] == [2, 0, 0, 0, 0, 0]
    assert [len(elements(s, "w:titlePg")) for s in sections] == [1, 0, 0, 0, 0, 0]
    assert {margin for s in sections for margin in xpath(s, "w:pgMar/@w:left | w:pgMar/@w:top")} == {"1134"}
    assert elements(BODY, "/w:document/w:body/*")[-1].tag == f"{W}sectPr"
    # breaks at the edges of a section would leave empty pages: of the seven only two remain
    assert len(elements(BODY, "//w:pageBreakBefore")) == 2
    assert not elements(BODY, "//w:br[@w:type='page']")


def test_a_page_break_goes_to_the_next_paragraph() -> None:
    xml = inner(write_body(Paragraph("a"), PageBreak(), PageBreak(), Heading(1, "b"), PageBreak()))
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert '<w:pStyle w:val="Heading1"/><w:keepNext/><w:pageBreakBefore/>' in xml


def test_what_announces_a_list_stays_with_it_but_not_in_a_cell() -> None:
    bold = Paragraph((Text("Bisogni emersi", bold=True),))
    xml = inner(write_body(Paragraph("Le linee sono:"), bold, Paragraph((Text("a", bold=True), Text("b")))))
    assert [text_of(p) for p in elements(write_body(Paragraph("Le linee sono:"), bold), "//w:p[w:pPr/w:keepNext]")] == [
        "Le linee sono:",
        "Bisogni emersi",
    ]
    assert xml.count("<w:keepNext/>") == 2
    cell = Table((Column(),), (Row((RichCell((bold, Paragraph("a:"))),)),))
    assert "<w:keepNext/>" not in inner(write_body(cell))


def test_header_and_footer() -> None:
    header, footer = SINK["word/header.xml"], SINK["word/footer.xml"]
    assert xpath(header, "//w:t/text()") == ["Piano di Zona 2025-2027 – Ambito di Lodi & dintorni"]
    assert xpath(header, "//w:instrText/text()") == [" TITLE "]
    assert "".join(xpath(footer, "//w:t/text()")) == "Pagina 1 di 1"
    assert xpath(footer, "//w:instrText/text()") == [" PAGE ", " NUMPAGES "]


def test_language_and_properties() -> None:
    assert xpath(SINK["word/styles.xml"], "/w:styles/w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == ["it-IT"]
    assert xpath(SINK["word/settings.xml"], "/w:settings/w:themeFontLang/@w:val") == ["it-IT"]
    core = SINK["docProps/core.xml"]
    names = ("title", "creator", "subject", "language")
    assert [xpath(core, f"//dc:{name}/text()")[0] for name in names] == [
        "Piano di Zona 2025-2027 – Ambito di Lodi & dintorni",
        "Ufficio di Piano",
        "Programmazione sociale",
        "it-IT",
    ]
    assert xpath(core, "//*[local-name()='created' or local-name()='modified']/text()") == ["2024-12-19T10:30:00Z"] * 2
    assert (
        b"2024-12-19T10:30:00Z"
        in read_parts(docx.write(make_document(), WriteOptions(timestamp=datetime(2024, 12, 19, 10, 30))))[
            "docProps/core.xml"
        ]
    )


def test_lists_have_real_numbers_and_restart() -> None:
    numbering = SINK["word/numbering.xml"]
    assert xpath(numbering, "//w:abstractNum/w:lvl/w:lvlText/@w:val") == ["•", "–", "▪", "%1.", "%2)", "%3."]
    starts = xpath(numbering, "//w:num/w:lvlOverride/@w:ilvl | //w:startOverride/@w:val")
    assert starts == ["1", "1", "0", "3"]
    lists = elements(BODY, "//w:p[w:pPr/w:numPr]")
    found = [(text_of(p), *xpath(p, "w:pPr/w:numPr/*/@w:val")) for p in lists]
    assert found[:9] == [
        ("Primo", "0", "1"),
        ("Secondo", "0", "1"),
        ("secondo.a", "1", "2"),
        ("secondo.a.i", "2", "1"),
        ("quarto livello", "2", "1"),
        ("secondo.b", "1", "2"),
        ("da tre", "0", "3"),
        ("quattro", "0", "3"),
        ("", "0", "3"),
    ]
    assert xpath(BODY, "//w:p[w:r/w:t='seguito del primo']/w:pPr/w:ind/@w:left") == ["425"]


def test_pictures() -> None:
    drawing = "//w:drawing[.//pic:pic]"
    assert xpath(BODY, f"{drawing}//wp:docPr/@descr") == [
        "Stemma del Comune di Lodi",
        "Andamento della popolazione: cresce di 1.000 persone",
        "",
    ]
    assert xpath(BODY, f"{drawing}//wp:extent/@cx | {drawing}//wp:extent/@cy") == [
        "1080000",
        "720000",
        "4320000",
        "1080000",
        "254000",
        "254000",
    ]
    assert len(xpath(BODY, "//wp:docPr//*[local-name()='decorative']/@val")) == 1
    same = Picture(make_document().cover.logo.data, "")  # type: ignore[union-attr]
    parts = read_parts(docx.write(Document("T", (Section((same, same)),)), OPTIONS))
    assert [name for name in parts if "media" in name] == ["word/media/pdz-image1.png"]


def test_a_file_that_is_not_a_picture() -> None:
    with pytest.raises(PdzError, match="l'immagine «Stemma» non è PNG né JPEG, o è danneggiata"):
        write_body(Picture(b"GIF89a", "Stemma"))


def test_cover_with_many_bodies_and_no_logo() -> None:
    cover = Cover("Piano", bodies=tuple(f"Comune {number}" for number in range(9)))
    body = read_parts(docx.write(Document("T", (), cover=cover), OPTIONS))["word/document.xml"]
    assert [text_of(p) for p in elements(body, "//w:p")] == ["Piano", " · ".join(cover.bodies), ""]


def test_the_same_bytes_whatever_the_hash_seed_and_the_zone() -> None:
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests/unit')\n"
        "from writers.kitchen_sink import make_document, OPTIONS\n"
        "from pdz.writers import docx, md\n"
        "print(*(hashlib.sha256(w.write(make_document(), OPTIONS)).hexdigest() for w in (docx, md)))"
    )
    root = Path(__file__).parents[3]
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("4242", "Pacific/Auckland"))
    }
    assert len(found) == 1
    assert docx.write(make_document(), OPTIONS) == docx.write(make_document(), OPTIONS)


def test_a_long_document_stays_well_formed() -> None:
    form = next(block for block in make_document().sections[1].blocks if isinstance(block, Table))
    body = write_body(*(Table(form.columns, form.rows, form.head, style=form.style) for _ in range(50)))
    assert len(elements(body, "/w:document/w:body/w:tbl")) == 50
