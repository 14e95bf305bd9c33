# SPDX-License-Identifier: EUPL-1.2
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from pdz.doctree import Break, Column, Document, Items, Link, Paragraph, RichCell, Row, Section, Table, Text
from pdz.writers import Writer, md

from .kitchen_sink import OPTIONS, make_document

WRITER: Writer = md


def lines(*blocks: object) -> list[str]:
    document = Document("T", (Section(tuple(blocks)),))  # type: ignore[arg-type]
    return md.write(document, OPTIONS).decode().split("\n")[4:-1]


def test_kitchen_sink() -> None:
    text = md.write(make_document(), OPTIONS).decode()
    assert text.startswith("# Piano di Zona 2025-2027 – Ambito di Lodi & dintorni\n\n<!-- copertina -->\n")
    for part in (
        "![Stemma del Comune di Lodi]()",
        "- 1 Esiti\n  - 1.1 Obiettivi di sistema\n    - 1.1.1 Terzo\n- Allegato 1. Integrazione",
        "- Tabella 1 – Le risorse & i fondi\n- Tabella 2 – LEPS\n- Tabella 3 – Matrice",
        "## 1 Esiti\n\n### 1.1 Obiettivi di sistema",
        "###### 1.1.1.1.1.1 Sesto",
        "vedi Tabella 1, capitolo 1, paragrafo 1.1, Premessa, Allegato 1, il capitolo degli esiti e manca.[^1]",
        "[mailto:udp@example.it](mailto:udp@example.it), un indirizzo vietato;",
        'A & B \\<x> "y" 😀 שלום مرحبا 100%',
        "> Una citazione.",
        "1.250,00\u00a0€, 14,63%, **16.523**",
        "**Tabella 1 – Le risorse & i fondi**\n\n| Fondo | Importi |  | Esercizio |\n|---|---|---:|:---:|\n",
        "| **Totale** | **2.075.667,49\u00a0€** | **100,00** |  |",
        "<!-- sezione orizzontale -->\n\n## Allegato 1. Integrazione",
        "| L1 | Valutazione | A |\n|  | due righe, una colonna | B |\n|  |  | C |\n| Due per due |  | D |",
        "TITOLO INTERVENTO: Rafforzare la capacità\n\nAZIONI:\n  - A1.1 Aprire lo sportello\n  - A1.2\n  Fine\n\n",
        "[^2]: Una nota con [un link](https://www.istat.it/)[^3].\n\n[^3]: e una nota dentro",
    ):
        assert part in text
    assert not any(line != line.rstrip() for line in text.split("\n"))
    assert "\x0b" not in text


def test_nothing_is_lost_when_it_is_rendered() -> None:
    html = (
        MarkdownIt("commonmark")
        .enable("table")
        .use(footnote_plugin)
        .render(md.write(make_document(), OPTIONS).decode())
    )
    for text in (
        "A &amp; B &lt;x&gt;",
        "<h1>Piano di Zona",
        "<table>",
        'class="footnotes"',
        "<td>AT7 Area tematica</td>",
    ):
        assert text in html


def test_text_that_looks_like_markup_stays_text() -> None:
    written = lines(
        Paragraph("# non è un titolo\n- né *questo* snake_case _no_ [x](y) `z` 1. a\n2. b \\\n-5 e 1.2\n===")
    )
    assert written == [
        r"\# non è un titolo",
        r"\- né \*questo\* snake_case \_no\_ \[x\](y) \`z\` 1. a",
        r"2\. b \\",
        "-5 e 1.2",
        r"\===",
    ]


def test_a_pipe_or_a_line_end_does_not_break_a_table() -> None:
    cell = RichCell((Paragraph("a|b"), Items(((Paragraph("c"),),))))
    assert (
        lines(Table((Column(), Column()), (Row((cell, (Text("x"), Break(), Text("y")))),)))[-1]
        == r"| a\|b<br>- c | x<br>y |"
    )


def test_a_link_with_parentheses() -> None:
    assert lines(Paragraph((Link("https://example.it/a_(b)", "x"),))) == ["[x](https://example.it/a_%28b%29)"]


def test_struck_text_and_tildes_that_strike_nothing() -> None:
    written = lines(
        Paragraph((Text("va ", strike=True), Text("via~", bold=True, strike=True), Text(" ma ~~resta~~ ~5")))
    )
    assert written == [r"~~va **via\~**~~ ma \~\~resta\~\~ \~5"]
