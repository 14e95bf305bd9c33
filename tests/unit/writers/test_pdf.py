# SPDX-License-Identifier: EUPL-1.2
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, NameTree, Object, Outline, OutlineItem, Pdf
from pypdf import PdfReader

from pdz.doctree import (
    Block,
    Cell,
    Column,
    Document,
    Euro,
    Heading,
    Items,
    ListOfCharts,
    ListOfTables,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    RichCell,
    Row,
    Section,
    Table,
    TableOfContents,
    Text,
    outline,
)
from pdz.errors import PdzError
from pdz.writers import Writer, pdf
from pdz.writers._grid import Arranger

from .kitchen_sink import LOGO, OPTIONS, make_document, make_png
from .sink_charts import CHARTS, EMPTY, GRADI, GROUPED

WRITER: Writer = pdf
Kind: TypeAlias = Literal["corpo", "gruppo", "totale"]
Style: TypeAlias = Literal["dati", "modulo", "matrice"]
HEADINGS = tuple(f"/H{level}" for level in range(1, 7))
SINK = pdf.write(make_document(), OPTIONS)


def write(*blocks: Block, **more: object) -> bytes:
    return pdf.write(Document("Prova", (Section(blocks),), **more), OPTIONS)  # type: ignore[arg-type]


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


class Element(NamedTuple):
    """What the file says of a piece of its text."""

    kind: str
    alt: str
    name: str
    scope: str
    headers: list[str]
    summary: str


def walk(element: Object) -> Iterator[Object]:
    """The structure elements, in the order in which they are read."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from walk(kid)


def elements(data: bytes, *kinds: str) -> list[Element]:
    """The elements of some kinds, or all."""
    with Pdf.open(BytesIO(data)) as file:
        return [read(item) for item in walk(file.Root.StructTreeRoot) if not kinds or str(item.S) in kinds]


def read(item: Object) -> Element:
    table = {key: value for part in item.get("/A", Array()) if part.O == "/Table" for key, value in part.items()}
    return Element(
        str(item.S),
        str(item.get("/Alt", "")),
        str(item.get("/ID", "")),
        str(table.get("/Scope", "")),
        [str(name) for name in table.get("/Headers", Array())],
        str(table.get("/Summary", "")),
    )


def bookmarks(items: list[OutlineItem], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, str(item.title)
        yield from bookmarks(item.children, level + 1)


def test_the_file_says_what_it_is() -> None:
    with Pdf.open(BytesIO(SINK)) as file:
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "it-IT"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Piano di Zona 2025-2027 – Ambito di Lodi & dintorni"
            assert metadata["dc:creator"] == ["Ufficio di Piano"]
            assert "pdfaid:part" not in metadata
            assert metadata["xmp:CreateDate"] == "2024-12-19T10:30:00+00:00"
        assert str(file.docinfo["/CreationDate"]).startswith("D:20241219103000")


def test_for_the_archive() -> None:
    with Pdf.open(BytesIO(pdf.write(make_document(), replace(OPTIONS, archive=True)))) as file:
        with file.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"
        assert len(file.Root.OutputIntents) == 1


def test_same_bytes_and_another_date() -> None:
    assert pdf.write(make_document(), OPTIONS) == SINK
    other = pdf.write(make_document(), replace(OPTIONS, timestamp=datetime(2025, 1, 1)))
    with Pdf.open(BytesIO(other)) as file:
        assert str(file.docinfo["/CreationDate"]).startswith("D:20250101000000")
    assert pdf.write(make_document(), replace(OPTIONS, timestamp=datetime(2025, 1, 1, tzinfo=UTC))) == other


def test_headings_and_bookmarks_are_those_of_the_document() -> None:
    entries = outline(make_document()).entries
    expected = [(entry.block.level, entry.title) for entry in entries if isinstance(entry.block, Heading)]
    with Pdf.open(BytesIO(SINK)) as file, file.open_outline() as tree:
        assert isinstance(tree, Outline)
        assert list(bookmarks(list(tree.root))) == expected
    levels = [element.kind for element in elements(SINK, *HEADINGS)]
    assert levels == ["/H1"] * 3 + [f"/H{level}" for level, _ in expected], "the titles of the indices come first"


def test_levels_are_never_skipped() -> None:
    data = write(*(Heading(level, f"titolo {level}", number="") for level in (3, 5, 1, 4, 6)), Heading(2, " "))
    levels = [int(element.kind[2:]) for element in elements(data, *HEADINGS)]
    assert levels == [1, 2, 1, 2, 3]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_pictures_and_charts_have_a_text() -> None:
    alts = [element.alt for element in elements(SINK, "/Figure")]
    charts = [chart.description for chart in CHARTS]
    assert alts == [LOGO.alt, "Andamento della popolazione: cresce di 1.000 persone", *charts]
    assert len(elements(SINK, "/Caption")) == 3 + len(CHARTS) - 1


def test_a_chart_is_followed_by_its_figures() -> None:
    data = write(GROUPED)
    kinds = [element.kind for element in elements(data)]
    assert kinds.index("/Caption") < kinds.index("/Figure") < kinds.index("/Table")
    text = text_of(data)
    assert "Grafico 1 – Persone seguite & famiglie" in text
    assert "Fonte: Ufficio di Piano." in text
    for figure in ("1.204", "1.466", "1.310", "1.298", "1.502"):
        assert figure in text


@pytest.mark.parametrize("landscape", [False, True])
def test_a_chart_as_high_as_a_page_stands_under_its_caption(landscape: bool) -> None:
    names = tuple(f"Obiettivo numero {number} con un titolo di tre righe" for number in range(20))
    chart = replace(GRADI, categories=names, series=(replace(GRADI.series[0], values=(Decimal(80),) * 20, labels=()),))
    document = Document("T", (Section((Paragraph("Prima."), chart), landscape=landscape),))
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf.write(document, OPTIONS))).pages]
    caption = next(page for page in pages if "Grafico 1 – " in page)
    assert "Obiettivo numero 0" in " ".join(caption.split())
    assert "Obiettivo numero 19" in " ".join(caption.split())


def test_the_head_and_the_names_of_rows_are_headers() -> None:
    table = Table(
        (Column(header=True), Column(), Column()),
        (
            Row(("Gruppo",), "gruppo"),
            Row((RichCell((Paragraph("A"),), rowspan=2), "1", "2")),
            Row(("3", "4")),
            Row(("B", "5", "6"), "totale"),
        ),
        head=(Row(("Nome", "Uno", "Due")),),
        description="Che cosa dice",
    )
    data = write(table)
    cells = elements(data, "/TH", "/TD")
    assert [cell.scope for cell in cells] == [
        *("/Column", "/Column", "/Column"), "/Column", *("/Row", "", ""), *("", ""), *("/Row", "", ""),
    ]  # fmt: skip
    first, second = (cell.name for cell in cells if cell.scope == "/Row")
    title = cells[3].name
    assert [cell.headers for cell in cells if cell.kind == "/TD"] == [[title, first]] * 4 + [[title, second]] * 2
    assert [element.summary for element in elements(data, "/Table")] == ["Che cosa dice"]


def test_every_header_is_found_by_its_name() -> None:
    called = {name for element in elements(SINK, "/TH", "/TD") for name in element.headers}
    with Pdf.open(BytesIO(SINK)) as file:
        tree = NameTree(file.Root.StructTreeRoot.IDTree)
        assert called
        assert {str(tree[name].S) for name in called} == {"/TH"}


def test_the_head_of_a_long_table_is_on_every_page() -> None:
    rows = tuple(Row((f"riga {number}", "testo " * 20)) for number in range(120))
    pages = PdfReader(BytesIO(write(Table((Column(), Column(3)), rows, head=(Row(("Intestazione", "Testo")),))))).pages
    assert len(pages) > 2
    assert all("Intestazione" in page.extract_text() for page in pages)


def test_a_head_with_a_note_is_printed_once() -> None:
    """PDF/UA forbids links in what is repeated, and the mark of a note is one."""
    rows = tuple(Row((f"riga {number}",)) for number in range(120))
    head = Row(((Text("Intestazione"), Note("nota")),))
    data = write(Table((Column(),), rows, head=(head,)))
    assert text_of(data).count("Intestazione") == 1
    assert len(elements(data, "/TH")) == 1


def test_pages_headers_and_sections() -> None:
    pages = PdfReader(BytesIO(SINK)).pages
    assert "Pagina" not in pages[0].extract_text(), "the cover"
    assert f"Pagina 2 di {len(pages)}" in pages[1].extract_text()
    wide = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert len(wide) == 1
    assert "Allegato 1. Integrazione" in wide[0].extract_text()
    assert "Piano di Zona 2025-2027 – Ambito di Lodi & dintorni" in wide[0].extract_text()


def test_indices_have_the_numbers_of_the_pages() -> None:
    data = write(
        TableOfContents(2),
        ListOfTables(),
        ListOfCharts(),
        *(Table((Column(),), (Row(("x",)),), caption=f"Prima {n}") for n in range(3)),
        Paragraph("riga\n" * 150),
        Heading(1, "Capitolo", number="1", id="c"),
        Heading(2, "Paragrafo"),
        Heading(3, "Troppo giù"),
        Table((Column(),), (Row(("x",)),), caption="Ultima"),
        Paragraph((Text("vedi "), Ref("c"))),
    )
    lines = text_of(data).split("\n")
    pages = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    page = next(number for number, text in enumerate(pages, 1) if "vedi capitolo 1" in text)
    found = [line for line in lines if ". . ." in line]
    assert [line.split(" .")[0] for line in found] == [
        "1 Capitolo", "1.1 Paragrafo", "Tabella 1 – Prima 0", "Tabella 2 – Prima 1", "Tabella 3 – Prima 2",
        "Tabella 4 – Ultima",
    ]  # fmt: skip
    assert [line.rsplit(" ", 1)[-1] for line in found] == [str(page), str(page), "1", "1", "1", str(page)]
    assert "Indice dei grafici" not in lines


def test_links_lead_somewhere() -> None:
    with Pdf.open(BytesIO(SINK)) as file:
        links = [link for page in file.pages for link in page.get("/Annots", Array()) if link.Subtype == "/Link"]
        addresses = {str(link.A.URI) for link in links if "/A" in link}
        assert addresses == {
            "https://www.regione.lombardia.it/piani?a=1&b=%C3%A8",
            "mailto:udp@example.it",
            "https://www.istat.it/",
        }
        assert all(str(link.Contents) for link in links)


def test_what_the_fonts_do_not_have_is_spelled() -> None:
    text = text_of(write(Paragraph("Emoji 😀, 漢, privato \ue000, raro ĸ ŋ Ω Ж ☐ ✓ ½ → ≥")))
    assert "Emoji [U+1F600], [U+6F22], privato [U+E000], raro ĸ ŋ Ω Ж ☐ ✓ ½ → ≥" in text.replace("\n", " ")


def test_letters_taken_for_granted_are_in_the_fonts() -> None:
    known = (range(0x20, 0x7F), range(0xA0, 0x180), range(0x2010, 0x2016), range(0x2018, 0x201F), (0x2022, 0x20AC))
    letters = "".join(chr(code) for codes in known for code in codes if code != 0xAD)
    data = write(Paragraph(" ".join(letters)), Paragraph((Text(letters, bold=True, italic=True),)))
    assert "[U+" not in text_of(data)


def test_text_is_never_code() -> None:
    wicked = '") #panic("x") \\ #{ } [ ] $x$ *a* _b_ `c` <l> @r // /* = - + \\u{41} "'
    data = write(
        Heading(1, wicked, number=""),
        Paragraph(wicked),
        Paragraph((Note(wicked),)),
        Table((Column(),), (Row((wicked,)),), caption=wicked, description=wicked),
        Picture(make_png(2, 2), wicked),
        replace(GROUPED, caption=wicked, description=wicked, categories=(wicked, "2023", "2024")),
        author=wicked,
        subject=wicked,
        keywords=(wicked,),
        language='it"#panic()-IT',
    )
    squeezed = "".join(text_of(data).split())
    assert squeezed.count("".join(wicked.split())) >= 6


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_any_text_comes_out(texts: list[str]) -> None:
    rows = tuple(Row((text, (Text(text, bold=True),))) for text in texts)
    assert write(*map(Paragraph, texts), Table((Column(), Column()), rows)).startswith(b"%PDF-")


def _cells(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Cell]:
    text = st.text("ab \n", max_size=5)
    inside = st.lists(blocks, max_size=3).map(tuple)
    rich = st.builds(RichCell, inside, st.just(1), st.integers(1, 3), st.booleans())
    number = st.builds(Euro, st.decimals(-1000, 1000, places=2), st.booleans())
    return text | rich | number | st.just((Text("con nota"), Note("nota")))


@st.composite
def _tables(draw: st.DrawFn, blocks: st.SearchStrategy[Block]) -> Table:
    """A table whose rows have room for all their cells, merged ones included."""
    columns = draw(st.integers(1, 3))
    kinds: st.SearchStrategy[Kind] = st.sampled_from(["corpo", "corpo", "gruppo", "totale"])

    def rows(most: int) -> tuple[Row, ...]:
        arranger, made = Arranger(columns), []
        for _ in range(draw(st.integers(0, most))):
            room = columns - sum(slot.span for slot in arranger.pending.values())
            cells = draw(st.lists(_cells(blocks), max_size=room))
            if len(cells) == columns > 1 and draw(st.booleans()):
                cells = [RichCell((Paragraph("larga"),), colspan=columns, rowspan=draw(st.integers(1, 2)))]
            made.append(Row(tuple(cells), draw(kinds)))
            arranger.arrange(made[-1])
        return tuple(made)

    heads = tuple(Column(header=draw(st.booleans())) for _ in range(columns))
    style: Style = draw(st.sampled_from(["dati", "modulo", "matrice"]))
    return Table(heads, rows(5), rows(2), caption=draw(st.sampled_from(["", "Didascalia"])), style=style)


_LEAVES = st.one_of(
    st.builds(Paragraph, st.sampled_from(["", "testo", "annuncio:"]), st.sampled_from(["testo", "fonte", "etichetta"])),
    st.builds(Heading, st.integers(1, 6), st.sampled_from(["", "Titolo"]), number=st.sampled_from([None, "", "1"])),
    st.sampled_from([PageBreak(), LOGO, GROUPED, EMPTY, TableOfContents(), ListOfTables(), ListOfCharts()]),
)
_BLOCKS = st.recursive(
    _LEAVES,
    lambda blocks: (
        st.builds(Items, st.lists(st.lists(blocks, max_size=2).map(tuple), max_size=3).map(tuple), st.booleans())
        | _tables(blocks)
    ),
    max_leaves=12,
)


@given(st.lists(_BLOCKS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_blocks_are_laid_out(blocks: list[Block]) -> None:
    assert write(*blocks).startswith(b"%PDF-")


def test_very_long_cells_come_out_whole() -> None:
    text = text_of(write(Table((Column(), Column()), (Row(("parola " * 15_000, "x" * 100_000)),))))
    assert text.count("parola") == 15_000
    assert text.count("x") == 100_000


def test_short_rows_stay_whole_on_a_page() -> None:
    rows = tuple(Row(("\n".join(f"{letter}{line}" for line in range(10)),)) for letter in "abcdefghilmno")
    pages = [page.extract_text() for page in PdfReader(BytesIO(write(Table((Column(),), rows)))).pages]
    assert len(pages) > 1
    assert all(sorted(page.count(letter) for page in pages)[-1] == 10 for letter in "bcfhlm")


def test_nothing_at_all() -> None:
    assert len(PdfReader(BytesIO(pdf.write(Document("", ()), OPTIONS))).pages) == 1
    empty = Table((Column(),), ())
    assert text_of(write(empty, Table((Column(),), (Row(("Titolo",), "gruppo"),)), Table((Column(),), (Row(()),))))


def test_a_picture_that_is_none() -> None:
    with pytest.raises(PdzError, match="l'immagine «Stemma» non è PNG né JPEG"):
        write(Picture(b"GIF89a", "Stemma"))
    with pytest.raises(PdzError, match="un'immagine del documento è danneggiata"):
        write(Picture(make_png(4, 4)[:40], "Stemma"))


@pytest.mark.parametrize("library", ["typst", "pikepdf"])
def test_without_its_libraries_it_says_what_to_install(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, "pdz.writers.pdf._tags", raising=False)
    with pytest.raises(PdzError, match=f"serve la libreria {library}, che non è installata") as caught:
        write(Paragraph("x"))
    command = ".venv/bin/pip install -c .constraints.txt '.[pdf]'"
    assert caught.value.hint == f"installala, nella cartella del progetto: {command}"
    assert f"`{command}`" in (Path(__file__).parents[3] / "README.md").read_text("utf-8")
