# SPDX-License-Identifier: EUPL-1.2
"""Markdown as GitHub shows it, and as a difference shows it."""

from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pdz.doctree import (
    Break,
    Chart,
    Column,
    Content,
    Document,
    Euro,
    Heading,
    Items,
    Link,
    ListOfCharts,
    ListOfTables,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    RichCell,
    Row,
    Section,
    Series,
    Table,
    TableOfContents,
    Text,
)
from pdz.writers import WriteOptions, Writer, md
from pdz.writers.md._anchors import make_slug

from ._gfm import anchors, characters, show, text_of
from .kitchen_sink import OPTIONS, make_document

WRITER: Writer = md
GOLDEN = Path(__file__).parents[2] / "golden"
PRINTED = sorted(GOLDEN.rglob("*.md"))


def write(*blocks: object) -> str:
    document = Document("T", (Section(tuple(blocks)),))  # type: ignore[arg-type]
    return md.write(document, OPTIONS).decode()


def lines(*blocks: object) -> list[str]:
    """Without the title and the comment that begins the section."""
    return write(*blocks).split("\n")[4:-1]


SINK = md.write(make_document(), OPTIONS).decode()


@pytest.mark.parametrize(
    "part",
    [
        "# Piano di Zona 2025-2027 – Ambito di Lodi & dintorni\n\n<!-- copertina -->\n\n*Immagine: Stemma del Comune",
        "**Indice**\n\n- [Premessa](#premessa)\n- [1 Esiti](#1-esiti)\n  - [1.1 Obiettivi di sistema](#11-obiettivi",
        "**Indice delle tabelle**\n\n- [Tabella 1 – Le risorse & i fondi](#tabella-1)\n",
        "**Indice dei grafici**\n\n- [Grafico 1 – Persone seguite & famiglie](#grafico-1)\n",
        "## 1 Esiti\n\n### 1.1 Obiettivi di sistema",
        "###### 1.1.1.1.1.1 Sesto",
        ";\nvedi [Tabella 1](#tabella-1), [capitolo 1](#1-esiti), [paragrafo 1.1](#11-obiettivi-di-sistema), ",
        "[il capitolo degli esiti](#1-esiti) e manca.[^1]",
        "una riga\\\ne un’altra;\n[la Regione](https://www.regione.lombardia.it/piani?a=1&b=%C3%A8),",
        "[mailto:udp@example.it](mailto:udp@example.it), un indirizzo vietato;",
        'A & B \\<x> "y" 😀 שלום مرحبا 100%',
        "> Una citazione.",
        "**Un’etichetta**",
        "1.250,00\u00a0€, 14,63%, **16.523**",
        "- Primo\n\n  seguito del primo\n- Secondo\n  1. secondo.a\n     - secondo.a.i\n       - quarto livello\n  2.",
        '<a id="tabella-1"></a>**Tabella 1 – Le risorse & i fondi**\n\n| Fondo | Importi |  | Esercizio |\n|---|',
        "| **Totale** | **2.075.667,49\u00a0€** | **100,00** |  |",
        "<!-- sezione orizzontale -->\n\n## Allegato 1. Integrazione",
        "| L1 | Valutazione | A |\n|  | due righe, una colonna | B |\n|  |  | C |\n| Due per due |  | D |",
        "**TITOLO INTERVENTO**: Rafforzare la capacità\n\n**AZIONI**:\n- A1.1 Aprire lo sportello\n- A1.2\n\nFine\n\n",
        '<a id="grafico-1"></a>**Grafico 1 – Persone seguite & famiglie**\n\nLe persone seguite crescono da 1',
        "| Anno | Uomini | Donne |\n|---|---:|---:|\n| 2022 | 1.204 | 1.466 |\n| 2023 | 1.310 | — |\n| 2024 | 1.298 |",
        "[^2]: Una nota con [un link](https://www.istat.it/)[^3].\n\n[^3]: e una nota dentro\n",
    ],
)
def test_kitchen_sink(part: str) -> None:
    assert part in SINK


def test_no_line_ends_with_a_space_or_holds_a_control_character() -> None:
    assert [line for line in SINK.split("\n") if line != line.rstrip() or "\x0b" in line] == []


def test_github_shows_everything_of_the_kitchen_sink() -> None:
    page = show(SINK)
    assert [text_of(head) for head in page.iter("h1")] == ["Piano di Zona 2025-2027 – Ambito di Lodi & dintorni"]
    tables = page.findall(".//table")
    widths = [{len(row.findall("*")) for row in table.iter("tr")} for table in tables]
    assert widths[:4] == [{2}, {4}, {3}, {7}]
    assert [row.tag for row in tables[1].findall(".//tr/td[1]/strong")] == ["strong"] * 3
    notes = [text_of(note) for note in page.findall(".//section[@class='footnotes']/ol/li/p")]
    assert [notes[0], notes[1], notes[-1]] == [
        "Una nota semplice. ↩",
        "Una nota con un link7. ↩",
        "e una nota dentro ↩",
    ]
    assert len(notes) == 7
    assert "**" not in text_of(page)


def links(page: object) -> list[tuple[str, str]]:
    """Text and target of the links inside the page, not of footnotes."""
    found = page.xpath(".//a[starts-with(@href, '#') and not(starts-with(@href, '#fn'))]")  # type: ignore[attr-defined]
    return [(text_of(a), unquote(a.get("href")[1:])) for a in found]


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_printed_plan_as_a_reviewer_sees_it(path: Path) -> None:
    """Links that lead to what they name, tables that are tables, no sign that was not understood."""
    text = path.read_text(encoding="utf-8")
    page = show(text)
    places = {a.get("id"): text_of(a.getparent()) for a in page.findall(".//a[@id]")}
    heads = anchors(text)
    found = links(page)
    assert [target for _, target in found if target not in heads and target not in places] == []
    index = [(shown, target) for shown, target in found if text.count(f"- [{shown}](#{target})")]
    assert [pair for pair in index if {**places, **heads}.get(pair[1]) != pair[0]] == []
    rows = sum(line.startswith("|") for line in text.split("\n")) - text.count("\n|---") - text.count("\n|:--")
    assert len(page.findall(".//tr")) == rows
    assert [shown for shown in (text_of(p) for p in page.iter("p", "td", "li")) if "**" in shown or "[^" in shown] == []


def test_a_long_paragraph_is_a_line_for_each_sentence() -> None:
    long = "Il primo caso riguarda le famiglie con almeno tre figli minori; il secondo quelle con una persona anziana"
    paragraph = (
        f"Una frase. Un'altra (con la sua fine). «Fine di S. Giuliano.» Art. 3 della L. 328/2000, n. 5. "
        f"ATS. E l'ASST! {long} che vive sola da molto tempo. Breve; brevissima."
    )
    written = lines(Paragraph(paragraph))
    assert written == [
        "Una frase.",
        "Un'altra (con la sua fine).",
        "«Fine di S. Giuliano.»",
        "Art. 3 della L. 328/2000, n. 5.",
        "ATS.",
        "E l'ASST!",
        "Il primo caso riguarda le famiglie con almeno tre figli minori;",
        "il secondo quelle con una persona anziana che vive sola da molto tempo.",
        "Breve; brevissima.",
    ]
    assert text_of(show("\n".join(written)).find("p")) == paragraph


def test_a_changed_sentence_changes_one_line() -> None:
    def paragraph(number: int) -> list[str]:
        return lines(Paragraph(f"La prima frase resta. La seconda ne conta {number}. La terza resta."))

    assert [(a, b) for a, b in zip(paragraph(3), paragraph(4), strict=True) if a != b] == [
        ("La seconda ne conta 3.", "La seconda ne conta 4.")
    ]


def test_text_that_looks_like_markup_stays_text() -> None:
    text = (
        "# non è un titolo\n- né *questo* snake_case _no_ [x](y) `z` 1. a\n2. b \\\n-5 e 1.2\n===\n"
        "2025.\n&copy; &amp; A&B\n> no\n#\n|-|\n:--\n+\n<b>x</b>\n1)"
    )
    written = lines(Paragraph(text))
    assert written[:5] == [
        r"\# non è un titolo\ "[:-1],
        r"\- né \*questo\* snake_case \_no\_ \[x\](y) \`z\` 1. a\ "[:-1],
        r"2\. b \\\ "[:-1],
        "-5 e 1.2\\",
        "===\\",
    ]
    page = show("\n".join(written))
    assert [element.tag for element in page.iter() if element.tag not in {"main", "p", "br"}] == []
    assert "".join(character for character, _ in characters(page)) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["2025.", "1)", "-", "+", "#", "---", "===", "|-|", "a\n-|-", "    x", "a\n    b", "~~~"]
)
def test_a_short_text_that_would_be_something_else(text: str) -> None:
    page = show("\n".join(lines(Paragraph(text), Paragraph("fine"))))
    assert [element.tag for element in page if element.tag != "p"] == []
    assert text_of(page) == " ".join([*text.split(), "fine"])


ALPHABET = st.text(alphabet="ab è9 .,;:!?()«»'\"*_~[]<>&#-+|\\`€/\n", max_size=6)
RUN = st.one_of(
    st.builds(Text, ALPHABET, st.booleans(), st.booleans(), st.booleans()),
    st.builds(lambda: Break()),
    st.builds(lambda: Link("https://example.it/a", "qui")),
    st.builds(Euro, st.decimals(-9, 9, places=2), st.booleans()),
)


def expected(content: Content) -> list[tuple[str, frozenset[str]]]:
    found: list[tuple[str, frozenset[str]]] = []
    for run in content:
        match run:
            case Text(text, bold, italic, strike):
                looks = frozenset("b" * bold + "i" * italic + "s" * strike)
                found += [(c, frozenset() if c == "\n" else looks) for c in text if c == "\n" or not c.isspace()]
            case Break():
                found.append(("\n", frozenset()))
            case Link(text=text):
                found += [(character, frozenset()) for character in text]
            case Euro(amount, bold):
                shown = f"{'-' * (amount < 0)}{abs(amount):.2f}€".replace(".", ",")
                found += [(character, frozenset("b" * bold)) for character in shown]
    while found and found[0][0] == "\n":
        found.pop(0)
    while found and found[-1][0] == "\n":
        found.pop()
    return found


@settings(deadline=None)
@given(st.lists(RUN, max_size=6).map(tuple))
def test_every_character_is_shown_as_it_looks(content: Content) -> None:
    """Whatever stands beside whatever: bold beside letters, signs beside signs, line breaks anywhere."""
    page = show("\n".join(lines(Paragraph(content))))
    assert characters(page) == expected(content)


@settings(deadline=None)
@given(st.lists(RUN, max_size=6).map(tuple))
def test_in_a_table_too(content: Content) -> None:
    page = show(write(Table((Column(), Column()), (Row((content, "fine")),))))
    cells = page.findall(".//tbody/tr/td")
    assert [text_of(cell) for cell in cells[1:]] == ["fine"]
    assert characters(cells[0]) == expected(content)


def test_two_lists_in_a_row_stay_two() -> None:
    page = show(
        write(Items(((Paragraph("a"),),)), Items(((Paragraph("b"),),)), Items(((Paragraph("c"),),), ordered=True))
    )
    assert [(element.tag, text_of(element)) for element in page if element.tag in {"ul", "ol"}] == [
        ("ul", "a"),
        ("ul", "b"),
        ("ol", "c"),
    ]


def test_what_follows_a_list_is_not_its_last_item() -> None:
    form = Table(
        (Column(), Column()), (Row(("A", RichCell((Items(((Paragraph("b"),),)), Paragraph("c"))))),), style="modulo"
    )
    page = show(write(form))
    assert [(element.tag, text_of(element)) for element in page[1:]] == [("p", "A:"), ("ul", "b"), ("p", "c")]


def test_rows_of_a_form_with_three_cells_are_tables() -> None:
    wide = RichCell((Paragraph("Sì"),), colspan=2)
    form = Table(
        (Column(), Column(), Column(align="destra")),
        (
            Row(("Uno", wide)),
            Row(("Indicatori", "Previsto", "Realizzato"), "gruppo"),
            Row(("a", "1", "2")),
            Row(("b", "3", "4")),
            Row(("Altri", "Previsto", "Realizzato"), "gruppo"),
            Row(("c", "5", "6")),
            Row(("Due?", wide)),
        ),
        style="modulo",
    )
    assert lines(form) == [
        "**Uno**: Sì",
        "",
        "| Indicatori | Previsto | Realizzato |",
        "|---|---|---:|",
        "| a | 1 | 2 |",
        "| b | 3 | 4 |",
        "",
        "| Altri | Previsto | Realizzato |",
        "|---|---|---:|",
        "| c | 5 | 6 |",
        "",
        "**Due?** Sì",
    ]


def test_an_answer_goes_below_a_long_question() -> None:
    form = Table(
        (Column(), Column()), (Row(("P" * 60, "R" * 60)), Row(("P", "Uno. Due.")), Row(("P", ""))), style="modulo"
    )
    assert lines(form) == [f"**{'P' * 60}**:", "R" * 60, "", "**P**:", "Uno.", "Due.", "", "**P**:"]


def test_a_pipe_or_a_line_end_does_not_break_a_table() -> None:
    cell = RichCell((Paragraph("a|b"), Items(((Paragraph("c"),),))))
    assert (
        lines(Table((Column(), Column()), (Row((cell, (Text("x"), Break(), Text("y")))),)))[-1]
        == r"| a\|b<br>- c | x<br>y |"
    )


def test_a_table_in_a_cell_is_a_line_for_each_row() -> None:
    inner = Table((Column(), Column()), (Row(("a", Euro(Decimal(1)))),), (Row(("X", "Y")),))
    written = lines(Table((Column(),), (Row((RichCell((inner,)),)),)))
    assert written[-1] == "| **X** \\| **Y**<br>a \\| 1,00\u00a0€ |"


def test_a_link_with_parentheses() -> None:
    assert lines(Paragraph((Link("https://example.it/a_(b)", "x"),))) == ["[x](https://example.it/a_%28b%29)"]


def test_a_note_that_begins_a_line_is_not_the_note_itself() -> None:
    page = show(write(Paragraph((Note("nota"), Text(": testo")))))
    assert text_of(page.findall("p")[-1]) == "1: testo"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("1.2 L'età, «oggi»", "12-letà-oggi"),
        ("A – B", "a--b"),
        ("Città_metropolitana (2024)", "città_metropolitana-2024"),
        ("1° gennaio m² ½ Ⅳ", "1-gennaio-m--"),
        ("E\u0301 x\u00a0y 😀", "e\u0301-xy-"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    """What stays is what Ruby calls a letter of a word: letters, marks, decimal digits, connectors."""
    assert make_slug(title) == slug


def test_headings_with_the_same_text_have_different_anchors() -> None:
    heads = [
        Heading(1, "Fondi", number=""),
        Heading(2, "Fondi"),
        Heading(2, "T"),
        Heading(2, "Fine #"),
        Heading(2, "a\nb"),
    ]
    text = write(TableOfContents(), *heads)
    assert [target for _, target in links(show(text))] == ["fondi", "fondi-1", "t-1", "fine-", "a-b"]
    assert anchors(text) == {
        "t": "T",
        "fondi": "Fondi",
        "fondi-1": "Fondi",
        "t-1": "T",
        "fine-": "Fine #",
        "a-b": "a b",
    }


def test_an_index_of_headings_that_leave_levels_out_is_a_list() -> None:
    heads = [Heading(level, f"L{number}") for number, level in enumerate((3, 1, 5, 6, 4, 1))]
    page = show(write(TableOfContents(6), *heads))
    depths = [(text_of(a), len(list(a.iterancestors("ul")))) for a in page.find("ul").iter("a")]
    assert depths == [("L0", 1), ("L1", 1), ("L2", 2), ("L3", 3), ("L4", 2), ("L5", 1)]


def test_an_index_of_nothing_is_nothing() -> None:
    assert lines(TableOfContents(), ListOfTables(), ListOfCharts(), Paragraph("x")) == ["x"]


def losses(*blocks: object) -> list[str]:
    said: list[str] = []
    document = Document("T", (Section(tuple(blocks)),))  # type: ignore[arg-type]
    md.write(document, WriteOptions(timestamp=OPTIONS.timestamp, warn=said.append))
    return said


def test_it_says_what_it_cannot_show() -> None:
    picture, mute = Picture(b"", "Stemma"), Picture(b"", " ")
    chart = Chart("linee", ("a",), (Series("s", (Decimal(1),)),))
    assert losses(Paragraph("x"), PageBreak()) == []
    assert losses(picture) == ["1 immagine solo come testo alternativo"]
    assert losses(picture, Table((Column(),), (Row((RichCell((picture, mute, chart)),)),)), mute, chart) == [
        "2 immagini solo come testo alternativo",
        "2 immagini senza testo alternativo omesse",
        "2 grafici solo come tabelle",
    ]
