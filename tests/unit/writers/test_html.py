# SPDX-License-Identifier: EUPL-1.2
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256
from itertools import pairwise

import pytest
from lxml import etree
from lxml import html as parser

from pdz.doctree import (
    Block,
    Chart,
    Column,
    Cover,
    Document,
    Euro,
    Heading,
    Items,
    Link,
    ListOfTables,
    Note,
    Number,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    RichCell,
    Row,
    Section,
    Series,
    Table,
    TableOfContents,
    Text,
)
from pdz.errors import PdzError
from pdz.writers import WriteOptions, Writer, html

from .kitchen_sink import AWKWARD, OPTIONS, make_document, make_png

WRITER: Writer = html


def write(document: Document, options: WriteOptions = OPTIONS) -> str:
    return html.write(document, options).decode()


def main_of(*blocks: Block) -> str:
    """What stands in `<main>` for one section."""
    page = write(Document("T", (Section(blocks),)))
    inside = re.search(r'<main id="contenuto" tabindex="-1">\n(.*)</main>', page, re.DOTALL)
    assert inside
    return inside[1].removeprefix('<div class="sezione">\n').removesuffix("</div>\n")


def nav_of(*blocks: Block) -> str:
    found = re.search(r"<nav.*</nav>\n", write(Document("T", (Section(blocks),))), re.DOTALL)
    return found[0] if found else ""


SINK_TEXT = write(make_document())
SINK = parser.document_fromstring(SINK_TEXT.encode(), parser.HTMLParser(encoding="utf-8"))


def select(path: str, root: etree._Element = SINK) -> list[etree._Element]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return [item for item in found if isinstance(item, etree._Element)]


def values(path: str, root: etree._Element = SINK) -> list[str]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return [str(item) for item in found]


def text_of(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def plain(text: str) -> str:
    return " ".join(text.replace("\u2028", " ").split())


def test_ids_are_unique_and_whatever_points_inside_the_page_arrives() -> None:
    ids = values("//@id")
    assert Counter(ids).most_common(1)[0][1] == 1
    hashes = [href[1:] for href in values("//@href") if href.startswith("#")]
    assert len(hashes) >= 60
    pointed = [name for attribute in ("labelledby", "describedby") for name in values(f"//@aria-{attribute}")]
    assert {*hashes, *" ".join([*pointed, *values("//label/@for")]).split()} - set(ids) == set()


def test_nothing_comes_from_elsewhere_and_nothing_runs_but_the_script() -> None:
    assert values("//@*[starts-with(name(), 'on') or name() = 'style' or name() = 'srcdoc']") == []
    assert {src.partition(",")[0] for src in values("//@src")} == {"data:image/png;base64"}
    links = [href for href in values("//@href") if not href.startswith("#")]
    assert links == [
        "data:,",
        "https://www.regione.lombardia.it/piani?a=1&b=%C3%A8",
        "mailto:udp@example.it",
        "https://www.istat.it/",
    ]
    for name, times in {"script": 1, "style": 1, "link": 1, "iframe": 0, "object": 0, "embed": 0, "base": 0}.items():
        assert len(select(f"//{name}")) == times


def digest_of(name: str, page: str) -> str:
    (inside,) = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
    return f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'"


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    (policy,) = values("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == (
        f"default-src 'none'; style-src {digest_of('style', SINK_TEXT)}; script-src {digest_of('script', SINK_TEXT)};"
        " img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = SINK_TEXT.partition("</head>")[0]
    assert head.index("Content-Security-Policy") < head.index("<style>")


def test_landmarks_and_head() -> None:
    assert values("//html/@lang") == ["it-IT"]
    assert [item.text for item in select("//head/title")] == ["Piano di Zona 2025-2027 – Ambito di Lodi & dintorni"]
    assert values("//meta[@name='author']/@content") == ["Ufficio di Piano"]
    assert values("//meta[@name='description']/@content") == ["Programmazione sociale"]
    assert values("//meta[@name='keywords']/@content") == ["piano di zona, Lodi"]
    for name in ("header", "nav", "main", "footer"):
        assert len(select(f"//{name}")) == 1
    first = select("//body/*")[0]
    assert (first.get("class"), first.get("href")) == ("salta", "#contenuto")
    assert select("//form[@role='search']")[0].get("hidden") is not None
    (cover,) = select("//header")
    assert plain(text_of(cover)) == (
        "Piano di Zona Triennio 2025-2027 Lodi Casalpusterlengo Codogno"
        " Approvato dall’Assemblea dei Sindaci il 19/12/2024 Bozza"
    )


def test_headings_have_no_skips_and_one_title() -> None:
    levels = [int(item.tag[1]) for item in select("//*") if re.fullmatch(r"h\d", str(item.tag))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert [(one, two) for one, two in pairwise(levels) if two > one + 1] == []


def test_headings_that_skip_levels_in_the_document_do_not_in_the_page() -> None:
    blocks = [Heading(level, str(number), number="") for number, level in enumerate((1, 3, 4, 3, 2, 6, 1))]
    assert re.findall(r"<h(\d) id", main_of(*blocks)) == ["2", "3", "4", "3", "3", "4", "2"]


def test_every_header_cell_has_a_scope_and_a_text() -> None:
    heads = select("//th")
    assert {head.get("scope") for head in heads} == {"row", "col", "rowgroup"}
    assert [head for head in heads if not text_of(head).strip()] == []


def test_tables_have_a_name() -> None:
    named = select("//table[caption or @aria-label]")
    assert (
        len(select("//table")) - len(named) == 3
    )  # those without caption and description: one in each form, one alone
    labels = values("//*[@role='region']/@aria-label")
    assert len(labels) == len(set(labels))


FUNDS = """<table class="dati colonne-4" aria-describedby="tabella_fondi:testo">
<caption id="tabella_fondi:titolo"><span><span class="numero">Tabella 1</span> – Le risorse &amp; i fondi\
<a class="ancora" href="#tabella_fondi" tabindex="-1" aria-hidden="true"></a></span></caption>
<thead>
<tr><th scope="col">Fondo</th><th scope="col" class="centro" colspan="2"><p>Importi</p>
</th><th scope="col" class="centro">Esercizio</th></tr>
<tr><td></td><th scope="col" class="destra">Euro</th><th scope="col" class="destra">Quota</th>\
<th scope="col" class="centro">Anno</th></tr>
</thead>
<tbody>
<tr class="gruppo"><th scope="rowgroup" colspan="4">Fondi nazionali</th></tr>
<tr><td>FNPS</td><td class="destra" data-value="599821.54">599.821,54\u00a0€</td>\
<td class="destra" data-value="14.6">14,6%</td><td class="centro">2024</td></tr>
<tr><td>Quota servizi</td><td class="destra" data-value="1475845.95">1.475.845,95\u00a0€</td>\
<td class="destra" data-value="85.4"><strong>85,4%</strong></td>\
<td class="centro" data-value="2024-01-01"><time datetime="2024-01-01">01/01/2024</time></td></tr>
<tr class="totale"><th scope="row">Totale</th><td class="destra" data-value="2075667.49">2.075.667,49\u00a0€</td>\
<td class="destra" data-value="100">100,00</td><td class="centro"></td></tr>
<tr class="totale"><th scope="row">Tutto testo</th><td class="destra"></td><td class="destra"></td>\
<td class="centro"></td></tr>
</tbody>
</table>
"""


def test_a_table_of_data_with_heads_groups_totals_and_values() -> None:
    assert FUNDS in SINK_TEXT
    before, _, after = SINK_TEXT.partition(FUNDS)
    assert before.endswith(
        '<div class="tabella" id="tabella_fondi">\n'
        '<p class="solo-voce" id="tabella_fondi:testo">Risorse per "fondo"</p>\n'
        '<div class="scorri" role="region" tabindex="0" aria-labelledby="tabella_fondi:titolo">\n'
    )
    assert after.startswith('</div>\n<p class="fonte">Fonte: bilancio.<sup><a id="rif:5" href="#nota:5"')


def test_merged_cells() -> None:
    (table,) = select("//*[@id='tabella-2']//table")
    rows = [
        [(cell.tag, plain(text_of(cell)), cell.get("rowspan"), cell.get("colspan")) for cell in row.iter("th", "td")]
        for row in table.iter("tr")
    ]
    assert rows == [
        [("th", "L1", "3", None), ("td", "Valutazione", None, None), ("td", "A", None, None)],
        [("td", "due righe, una colonna", "2", None), ("td", "B", None, None)],
        [("td", "C", None, None)],
        [("th", "Due per due", "2", "2"), ("td", "D", None, None)],
        [("td", "E", None, None)],
        [("th", "Corta", None, None), ("td", "", None, None), ("td", "", None, None)],
    ]


def test_a_group_opens_a_body_of_its_own_unless_a_merged_cell_goes_through_it() -> None:
    long = RichCell((Paragraph("a"),), rowspan=2)
    rows = (Row(("G1",), "gruppo"), Row(("x", "y")), Row(("G2",), "gruppo"), Row((long, "b")), Row(("G3",), "gruppo"))
    (bodies,) = re.findall(r"<tbody>.*</tbody>", main_of(Table((Column(), Column()), rows)), re.DOTALL)
    assert bodies == (
        '<tbody>\n<tr class="gruppo"><th scope="rowgroup" colspan="2">G1</th></tr>\n<tr><td>x</td><td>y</td></tr>\n'
        '</tbody>\n<tbody>\n<tr class="gruppo"><th scope="rowgroup" colspan="2">G2</th></tr>\n'
        '<tr><td rowspan="2"><p>a</p>\n</td><td>b</td></tr>\n<tr class="gruppo"><td>G3</td></tr>\n</tbody>'
    )


def test_a_form_and_a_matrix_have_headers_of_rows() -> None:
    form = main_of(Table((Column(), Column()), (Row(("TITOLO", "Rafforzare")), Row(("", "vuota"))), style="modulo"))
    assert '<tr><th scope="row">TITOLO</th><td>Rafforzare</td></tr>\n<tr><td></td><td>vuota</td></tr>' in form
    assert "scorri" not in form
    assert (
        '<tr><th scope="row">AT1 Area tematica</th><td class="centro"></td><td class="centro"></td>'
        '<td class="centro">X</td>' in SINK_TEXT
    )


def test_blank_headers_are_no_headers_and_values_are_written_out() -> None:
    rows = (Row((" ", Number(Decimal("1E+3")))), Row(((Text(" "),), Euro(Decimal("-0.50")))))
    table = Table((Column(header=True), Column()), rows, (Row(("", "Voce")),))
    assert (
        '<tr><td></td><th scope="col" class="destra">Voce</th></tr>\n</thead>\n<tbody>\n'
        '<tr><td> </td><td class="destra" data-value="1000">1.000</td></tr>\n'
        '<tr><td> </td><td class="destra" data-value="-0.50">-0,50\u00a0€</td></tr>\n'
    ) in main_of(table)


def test_notes_go_there_and_back() -> None:
    marks = select("//a[@role='doc-noteref']")
    notes = select("//section[@role='doc-endnotes']/ol/li")
    assert [text_of(mark) for mark in marks] == [str(number) for number in (1, 2, 4, 5, 6, 7, 3)]
    assert [note.get("id") for note in notes] == [f"nota:{number}" for number in range(1, 8)]
    assert [values("a[@role='doc-backlink']/@href", note) for note in notes] == [[f"#rif:{n}"] for n in range(1, 8)]
    assert plain(text_of(notes[1])) == "Una nota con un link3. ↩"
    assert plain(text_of(notes[2])) == "e una nota dentro ↩"


def test_cross_references_lead_where_they_say() -> None:
    paragraph = next(item for item in select("//main//p") if text_of(item).startswith("Testo con"))
    assert [(text_of(link), link.get("href")) for link in select("a[starts-with(@href, '#')]", paragraph)] == [
        ("Tabella 1", "#tabella_fondi"),
        ("capitolo 1", "#esiti"),
        ("paragrafo 1.1", "#sistema"),
        ("Premessa", "#premessa"),
        ("Allegato 1", "#allegato"),
        ("il capitolo degli esiti", "#esiti"),
    ]


def test_index_nests_headings_and_lists_tables_only_when_asked() -> None:
    blocks: tuple[Block, ...] = (
        Heading(1, "Uno", number="1"),
        Heading(2, "Due & due"),
        Heading(3, "Troppo fondo"),
        Heading(1, "Tre", number="2"),
        Table((Column(),), (), caption="Numeri"),
    )
    expected = (
        '<nav class="indice" aria-label="Indice">\n<details open>\n<summary>Indice</summary>\n\n<ul>\n'
        '<li><a href="#1-uno">1 Uno</a>\n<ul>\n<li><a href="#1.1-due-due">1.1 Due &amp; due</a></li>\n</ul></li>\n'
        '<li><a href="#2-tre">2 Tre</a></li>\n</ul>\n</details>\n'
    )
    assert nav_of(TableOfContents(2), *blocks) == expected + "</nav>\n"
    listed = (
        "<details>\n<summary>Indice delle tabelle</summary>\n<ul>\n"
        '<li><a href="#tabella-1">Tabella 1 – Numeri</a></li>\n</ul>\n</details>\n</nav>\n'
    )
    assert nav_of(TableOfContents(2), ListOfTables(), *blocks) == expected + listed
    assert nav_of(ListOfTables(), Paragraph("senza titoli")) == ""


def test_an_anchor_is_readable_and_never_taken() -> None:
    page = main_of(
        Heading(1, "Nota", number=""),
        Heading(1, "Note", number=""),
        Heading(1, "Perché è così? <Sì>", number=""),
        Heading(1, "nota", number=""),
        Heading(1, "مرحبا", number=""),
        Heading(1, "Altro", "Nota", number=""),
        Heading(1, "Altro", "x\" onclick='y", number=""),
    )
    names = re.findall(r'<h2 id="([^"]*)">', page)
    assert names == ["nota-2", "note-2", "perche-e-cosi-si", "nota-3", "punto", "nota", "x-onclick-y"]


def test_what_is_added_before_does_not_move_the_anchors() -> None:
    later = (Heading(1, "Gli esiti", number="1"), Heading(2, "I fondi"))
    assert main_of(*later) in main_of(Heading(1, "Premessa", number=""), *later)


HOSTILE = "\"'></script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"


def test_no_text_becomes_markup() -> None:
    picture = Picture(make_png(2, 2), HOSTILE)
    chart = Chart("barre", (HOSTILE,), (Series(HOSTILE, (Decimal(1),)),), HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    cells = (HOSTILE, (Text(HOSTILE, True, True, True), Note(HOSTILE)), RichCell((Paragraph(HOSTILE),), header=True))
    table = Table((Column(),) * 3, (Row(cells),), (Row((HOSTILE,) * 3),), HOSTILE, HOSTILE, HOSTILE, f"{HOSTILE} altro")
    blocks: tuple[Block, ...] = (
        TableOfContents(),
        Heading(1, HOSTILE, HOSTILE, HOSTILE),
        Paragraph(
            (Link("javascript:alert(1)", HOSTILE), Link('https://x.it/"><script>', HOSTILE), Ref("n", "", HOSTILE))
        ),
        Items(((Heading(2, HOSTILE), Paragraph(HOSTILE, "citazione")),)),
        table,
        replace(table, caption="", id=""),
        picture,
        chart,
    )
    cover = Cover(HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,), picture)
    page = write(Document(HOSTILE, (Section(blocks),), cover, HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)))
    root = parser.document_fromstring(page.encode(), parser.HTMLParser(encoding="utf-8"))
    assert len(select("//script", root)) == len(select("//style", root)) == 1
    assert values("//@*[starts-with(name(), 'on')]", root) == []
    assert [image.get("alt") for image in select("//img", root)] == [HOSTILE] * 2
    assert [href for href in values("//@href", root) if not href.startswith("#")] == [
        "data:,",
        "https://x.it/%22%3E%3Cscript%3E",
    ]
    assert select("//head/title", root)[0].text == HOSTILE
    assert text_of(select("//main", root)[0]).count("<script>alert(1)</script>") >= 14


def texts_in(node: object) -> Iterator[str]:
    """Every text of a tree that a reader should find."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from texts_in(item)
    elif is_dataclass(node):
        unseen = {
            "id",
            "target",
            "href",
            "kind",
            "role",
            "style",
            "align",
            "unit",
            "number",
            "alt",
            "fallback",
            "measure",
        }
        for part in fields(node):
            if part.name not in unseen | {"language", "author", "subject", "keywords"}:
                yield from texts_in(getattr(node, part.name))


def test_every_text_of_the_document_is_in_the_page() -> None:
    (body,) = select("//body")
    found = plain(text_of(body) + " " + " ".join(values("//@aria-label")))
    lines = [line for text in texts_in(make_document()) for line in re.split(r"[\n\u2028]", text)]
    wanted = {plain(re.sub("[\x00-\x08\x0b\ufffe]", "", line)) for line in lines}
    assert len(wanted) > 150
    assert [text for text in wanted if text not in found] == []
    assert 'A & B <x> "y" 😀 שלום مرحبا 100%' in found
    assert plain(re.sub("[\x00\x0b\ufffe]", "", AWKWARD)) in wanted


def test_line_ends_are_breaks_in_texts_and_spaces_in_titles() -> None:
    assert "<p>Prima riga<br>seconda riga<br>terza riga dopo il tabulatore</p>" in SINK_TEXT
    assert main_of(Heading(1, "due\nrighe", "a", number="")).startswith('<h2 id="a">due righe<a class="ancora"')


def test_a_very_long_cell_comes_out_whole() -> None:
    assert f"<td>{'=1+1 ' * 20_000}</td>" in main_of(Table((Column(), Column()), (Row(("a", "=1+1 " * 20_000)),)))


def test_lists_roles_and_runs() -> None:
    page = main_of(
        Items(((Paragraph("tre"),), (Paragraph("quattro"), Paragraph("ancora"))), ordered=True, start=3),
        Paragraph("Si dice", "citazione"),
        Paragraph("Attenzione", "etichetta"),
        Paragraph(""),
        Paragraph((Text("a", bold=True, italic=True, strike=True), Text("", bold=True))),
        PageBreak(),
    )
    assert page == (
        '<ol start="3">\n<li>tre</li>\n<li><p>quattro</p>\n<p>ancora</p>\n</li>\n</ol>\n'
        '<blockquote><p>Si dice</p></blockquote>\n<p class="etichetta">Attenzione</p>\n'
        '<p><strong><em><s>a</s></em></strong></p>\n<div class="pagina"></div>\n'
    )


def test_a_landscape_section_and_one_that_holds_only_indices() -> None:
    sections = (Section((TableOfContents(),)), Section((PageBreak(), Paragraph("a")), landscape=True))
    page = write(Document("T", sections))
    assert '<main id="contenuto" tabindex="-1">\n<div class="sezione orizzontale">\n<p>a</p>\n</div>\n</main>' in page


def test_a_chart_has_its_figures_beside_it() -> None:
    (figure,) = select("//figure[@id='grafico_persone']")
    assert text_of(select("figcaption", figure)[0]) == "Grafico 1 – Persone seguite & famiglie"
    assert len(select(".//*[name() = 'svg']", figure)) == 1
    (table,) = select("details//table", figure)
    assert table.get("aria-label") == "I dati: Grafico 1 – Persone seguite & famiglie"
    assert [[plain(text_of(cell)) for cell in row] for row in table.iter("tr")] == [
        ["Anno", "Uomini", "Donne"],
        ["2022", "1.204", "1.466"],
        ["2023", "1.310", "—"],
        ["2024", "1.298", "1.502"],
    ]
    assert plain(text_of(select("p[@class='fonte']", figure)[0])) == "Fonte: Ufficio di Piano.6"


def test_pictures_keep_their_size_and_proportions() -> None:
    picture = make_png(400, 100)
    assert 'width="378" height="94"' in main_of(Picture(picture, "largo 10 cm al più", width_cm=10))
    assert 'alt="" width="189" height="47"' in main_of(Picture(picture, "", width_cm=5))


def test_a_damaged_picture_is_refused_with_a_sentence() -> None:
    with pytest.raises(PdzError, match="l'immagine «stemma» non è PNG né JPEG, o è danneggiata"):
        main_of(Picture(b"GIF89a", "stemma"))


def test_without_cover_the_title_is_the_title() -> None:
    page = write(Document("Esiti & altro", ()))
    assert '<header id="inizio" class="copertina">\n<h1>Esiti &amp; altro</h1>\n</header>' in page
    assert "<nav" not in page


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2025, 1, 2, 3, 4, 5), "2025-01-02T03:04:05Z"),
        (datetime(2025, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2))), "2025-01-02T01:04:05Z"),
    ],
)
def test_dates_are_those_of_the_options(moment: datetime, written: str) -> None:
    page = write(Document("T", ()), WriteOptions(timestamp=moment))
    assert re.findall(r'"dcterms.\w+" content="([^"]*)"', page) == [written, written]


def test_same_bytes_twice() -> None:
    assert html.write(make_document(), OPTIONS) == html.write(make_document(), OPTIONS)
