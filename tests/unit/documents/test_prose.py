# SPDX-License-Identifier: EUPL-1.2
"""Texts of a plan -> blocks: Markdown, citations, and the fast way for texts without markup."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdz.calc import Calcolo
from pdz.doctree import (
    Block,
    Break,
    Euro,
    Heading,
    Items,
    Link,
    Note,
    Number,
    Paragraph,
    Percent,
    Ref,
    RichCell,
    Table,
    Text,
)  # fmt: skip
from pdz.documents._markdown import as_runs, plain, read_markdown
from pdz.documents._prose import Prose
from pdz.documents._simple import is_plain, simple_blocks

CITABILI = {
    "fatti.stranieri": Calcolo("Stranieri residenti", Decimal(16523), "numero", 0),
    "fatti.quota": Calcolo("Quota di stranieri", Decimal(16523) * 100 / Decimal(112991), "percento", 2),
    "totali.pnrr.ammesso": Calcolo("PNRR ammesso", Decimal("2157200.00"), "euro"),
    "fatti.vuoto": Calcolo("Non c'è", None, motivo="manca il dato"),
    "fatti.stranieri.al": date(2024, 1, 1),
    "ambito.nome": "San Giuliano *Milanese*",
}


@pytest.fixture
def prose() -> Prose:
    return Prose(CITABILI, lambda name: (Table((), (), caption=name),))


def test_plain_text_is_one_paragraph(prose: Prose) -> None:
    assert prose.blocks("Il tavolo ha raccolto i bisogni.") == (Paragraph("Il tavolo ha raccolto i bisogni."),)


def test_cell_of_plain_text_is_the_text(prose: Prose) -> None:
    assert prose.cell("A & B <x>") == ("A & B <x>")
    assert prose.cell(None) == ""


def test_headings_start_one_level_below(prose: Prose) -> None:
    assert prose.blocks("## I trend\n\n### Età", level=1) == (Heading(2, "I trend"), Heading(3, "Età"))


def test_bold_italic_link_and_break(prose: Prose) -> None:
    (paragraph,) = prose.blocks("**Forte** e *lieve*, [sito](https://example.org)  \na capo")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (
        Text("Forte", bold=True), Text(" e "), Text("lieve", italic=True), Text(", "),
        Link("https://example.org", "sito"), Break(), Text("a capo"),
    )  # fmt: skip


def test_links_to_programs_stay_text(prose: Prose) -> None:
    (paragraph,) = prose.blocks("[premi](javascript:alert(1))")
    assert isinstance(paragraph, Paragraph)
    assert not any(isinstance(run, Link) for run in paragraph.content)


def test_raw_html_is_printed_as_written(prose: Prose) -> None:
    (paragraph,) = prose.blocks("testo <b>non grassetto</b> *sì*")
    assert isinstance(paragraph, Paragraph)
    assert (
        "".join(plain(run) for run in paragraph.content if not isinstance(run, str)) == "testo <b>non grassetto</b> sì"
    )


def test_footnote_becomes_a_note(prose: Prose) -> None:
    (paragraph,) = prose.blocks("Dato[^1] certo.\n\n[^1]: Fonte ISTAT.")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Text("Dato"), Note((Text("Fonte ISTAT."),)), Text(" certo."))


def test_nested_list(prose: Prose) -> None:
    (items,) = prose.blocks("- uno\n  - due\n- tre")
    assert items == Items(((Paragraph("uno"), Items(((Paragraph("due"),),))), (Paragraph("tre"),)))


def test_ordered_list_keeps_its_start(prose: Prose) -> None:
    (items,) = prose.blocks("3. tre\n4. quattro")
    assert isinstance(items, Items)
    assert (items.ordered, items.start) == (True, 3)


@pytest.mark.parametrize(
    ("expression", "node"),
    [
        ("{{ fatti.stranieri }}", Number(Decimal(16523), 0)),
        ("{{ fatti.stranieri | numero(1) }}", Number(Decimal(16523), 1)),
        ("{{ totali.pnrr.ammesso }}", Euro(Decimal("2157200.00"))),
        ("{{ rif('tabella_1') }}", Ref("tabella_1")),
    ],
)
def test_citation_becomes_a_node(prose: Prose, expression: str, node: object) -> None:
    (paragraph,) = prose.blocks(f"Sono {expression}.")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content == (Text("Sono "), node, Text("."))


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("{{ fatti.vuoto }}", "n.c."),
        ("{{ fatti.stranieri.al | data_estesa }}", "1° gennaio 2024"),
        ("{{ ambito.nome }}", "San Giuliano *Milanese*"),
    ],
)
def test_cited_words_become_one_with_the_text_around(prose: Prose, expression: str, text: str) -> None:
    assert prose.blocks(f"Sono {expression}.") == (Paragraph(f"Sono {text}."),)


def test_words_of_the_same_look_are_one_run(prose: Prose) -> None:
    (paragraph,) = prose.blocks("uno \\* due\ntre **quattro\ncinque** sei")
    assert paragraph == Paragraph((Text("uno * due tre "), Text("quattro cinque", bold=True), Text(" sei")))


def test_struck_words_are_struck(prose: Prose) -> None:
    (paragraph,) = prose.blocks("Resta, ~~va **via** con {{ fatti.stranieri }} e [sito](https://example.org)~~.")
    assert paragraph == Paragraph(
        (
            Text("Resta, "),
            Text("va ", strike=True),
            Text("via", bold=True, strike=True),
            Text(" con 16.523 e sito", strike=True),
            Text("."),
        )
    )


@pytest.mark.parametrize(
    ("signs", "levels"),
    [
        (("#", "####"), [2, 3]),
        (("##", "####", "####", "###", "##"), [2, 3, 3, 3, 2]),
        (("###", "###", "##"), [2, 2, 2]),
        (("##", "###", "####", "#####", "######"), [2, 3, 4, 5, 6]),
    ],
)
def test_headings_do_not_jump(prose: Prose, signs: tuple[str, ...], levels: list[int]) -> None:
    blocks = prose.blocks("\n\n".join(f"{sign} Titolo" for sign in signs))
    assert [block.level for block in blocks if isinstance(block, Heading)] == levels


def test_table_with_alignment_and_description(prose: Prose) -> None:
    table = "| Comune | Abitanti | Sì |\n|:--|--:|:-:|\n| Lodi | 45.000 | x |"
    (alone,) = prose.blocks(table)
    assert isinstance(alone, Table)
    assert [column.align for column in alone.columns] == ["sinistra", "destra", "centro"]
    assert alone.description == "Comune, Abitanti, Sì"
    _, below = prose.blocks(f"## Gli **abitanti**\n\n{table}")
    assert isinstance(below, Table)
    assert below.description == "Gli abitanti"


def test_of_an_image_only_the_alternative_text(prose: Prose) -> None:
    assert prose.blocks("Vedi ![la *mappa*](mappe/ambito.png).") == (
        Paragraph((Text("Vedi la "), Text("mappa", italic=True), Text("."))),
    )
    assert prose.blocks("![](x.png)") == ()
    assert prose.blocks("![dato](data:image/png;base64,AAAA)") == (Paragraph("dato"),)
    assert prose.blocks("[testo](mappe/ambito.png)") == (Paragraph("[testo](mappe/ambito.png)"),)


def test_percentage_keeps_its_exact_value(prose: Prose) -> None:
    (paragraph,) = prose.blocks("{{ fatti.quota | percento(1) }}")
    assert isinstance(paragraph, Paragraph)
    (node,) = paragraph.content
    assert isinstance(node, Percent)
    assert node.decimals == 1
    assert node.value.quantize(Decimal("0.0001")) == Decimal("14.6233")


def test_citation_inside_bold_is_bold(prose: Prose) -> None:
    (paragraph,) = prose.blocks("**{{ fatti.stranieri }}**")
    assert paragraph == Paragraph((Number(Decimal(16523), 0, bold=True),))


def test_table_stands_where_the_text_asks(prose: Prose) -> None:
    first, table, last = prose.blocks('Prima.\n\n{{ tabella("indici") }}\n\nDopo.')
    assert (first, last) == (Paragraph("Prima."), Paragraph("Dopo."))
    assert isinstance(table, Table)
    assert table.caption == "indici"


def test_cell_with_a_list_is_a_rich_cell(prose: Prose) -> None:
    assert prose.cell("- uno\n- due") == RichCell((Items(((Paragraph("uno"),), (Paragraph("due"),))),))


def _words(blocks: tuple[Block, ...]) -> list[object]:
    """Structure and words, however the runs are cut."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            content = block.content
            found.append(content if isinstance(content, str) else "".join(plain(run) for run in content))
        elif isinstance(block, Items):
            found.append(("lista", block.ordered, [_words(item) for item in block.items]))
        else:
            found.append(block)
    return found


lines = st.lists(
    st.sampled_from(
        [
            "uno",
            "due parole",
            "- voce",
            "-voce",
            "",
            "3. tre",
            "è così: sì.",
            "(nota) 5%",
            "+ più",
            "  rientro",
            "- 1",
            "=",
            "---",
        ]
    ),
    max_size=7,
)


@given(lines)
def test_fast_way_says_what_markdown_says(parts: list[str]) -> None:
    text = "\n".join(parts)
    fast = simple_blocks(text) if text.strip() else None
    if fast is not None:
        assert _words(fast) == _words(tuple(read_markdown(text, [], lambda _: (), 6)))


@given(st.text(alphabet="ab é.,:;-+>=#*_0123456789)(<&/w\n \t|~[]`\\", max_size=30))
def test_plain_means_plain_to_markdown(text: str) -> None:
    if text.strip() and is_plain(text):
        blocks = tuple(read_markdown(text, [], lambda _: (), 6))
        assert _words(blocks) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Una frase. <!-- pdz: ammesso T004 perché è di ieri -->", ("Una frase.",)),
        ("Prima riga,\n<!-- nota -->\nseconda riga.", ("Prima riga, seconda riga.",)),
        ("<!-- nota\nsu due righe -->\n\nUna frase.", ("Una frase.",)),
        ("<!-- {{ fatti.nessuno }} -->", ()),
    ],
)
def test_comments_are_for_the_authors(text: str, printed: tuple[str, ...]) -> None:
    blocks = Prose(CITABILI).blocks(text)
    words = [as_runs(block.content) for block in blocks if isinstance(block, Paragraph)]
    assert tuple("".join(run.text for run in runs if isinstance(run, Text)) for runs in words) == printed


def test_a_list_in_one_paragraph_keeps_its_items() -> None:
    content = Prose(CITABILI).content("Che cosa si fa:\n\n- uno *sportello*\n- {{ fatti.stranieri }} visite\n\n3. dopo")
    words = ["\n" if isinstance(run, Break) else getattr(run, "text", "16.523") for run in as_runs(content)]
    assert "".join(words) == "Che cosa si fa:\n– uno sportello\n– 16.523 visite\n3. dopo"
