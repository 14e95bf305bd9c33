# SPDX-License-Identifier: EUPL-1.2
"""Every format says what it cannot render: each kind once, counted, in words."""

from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest

from pdz.doctree import (
    Block,
    Chart,
    Column,
    Cover,
    Document,
    Heading,
    Items,
    Link,
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
from pdz.writers import WRITERS, Writer

from .kitchen_sink import LOGO, OPTIONS, make_document, make_png

LINK = "1 collegamento con indirizzo non valido solo come testo"
CHART = Chart("linee", ("a", "b"), (Series("s", (Decimal(1), None)),))


def losses(name: str, document: Document) -> list[str]:
    said: list[str] = []
    cast("Writer", WRITERS.get(name)).write(document, replace(OPTIONS, warn=said.append))
    return said


def lost(name: str, *blocks: Block) -> list[str]:
    return losses(name, Document("T", (Section(blocks),)))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docx", [LINK]),
        ("html", [LINK]),
        (
            "md",
            [
                "2 immagini solo come testo alternativo",
                "1 immagine senza testo alternativo omessa",
                "8 grafici solo come tabelle",
                LINK,
            ],
        ),
        ("pdf", ["1 carattere che i font del PDF non hanno scritto come [U+…]", LINK]),
        (
            "xlsx",
            [
                "2 immagini solo come testo alternativo",
                "1 immagine senza testo alternativo omessa",
                "1 grafico solo come tabella",
                LINK,
            ],
        ),
    ],
)
def test_the_document_with_every_node(name: str, expected: list[str]) -> None:
    assert losses(name, make_document()) == expected


@pytest.mark.parametrize("name", WRITERS.names())
def test_who_loses_nothing_says_nothing(name: str) -> None:
    blocks = (TableOfContents(), Heading(1, "a"), Paragraph((Text("b", bold=True), Note("c"))), PageBreak())
    table = Table((Column(),), (Row(("d",)),), caption="e")
    assert lost(name, *blocks, table, Paragraph((Link("https://www.istat.it/", "f"),)), Chart("linee", (), ())) == []


@pytest.mark.parametrize("name", WRITERS.names())
def test_an_address_that_leads_nowhere_counts_once(name: str) -> None:
    link = Link("https://", "a")
    blocks = (Paragraph((link, link, Link("ftp://a.it/", "b"))), Items(((Paragraph((link,)),),)))
    assert lost(name, *blocks, Table((Column(),), (Row(((link,),)),), caption="c")) == [
        "2 collegamenti con indirizzo non valido solo come testo"
    ]


def test_letters_without_a_drawing_count_once_wherever_they_stand() -> None:
    assert lost("pdf", Heading(1, "😀"), Paragraph("😀 漢"), Table((Column(),), (Row(("漢",)),), caption="😀")) == [
        "2 caratteri che i font del PDF non hanno scritti come [U+…]"
    ]
    assert lost("pdf", Paragraph("perché «così» – 5 € ½ ☐ שלום")) == []


def test_a_workbook_says_what_a_cell_cannot_hold() -> None:
    struck = Paragraph((Text("tolto", strike=True), Text("resta")))
    cell = Table((Column(),), (Row((RichCell((CHART, LOGO)),)),))
    assert lost("xlsx", struck, struck, cell, CHART) == [
        "1 immagine solo come testo alternativo",
        "2 grafici solo come tabelle",
        "1 testo barrato scritto senza barra",
    ]
    assert lost("xlsx", replace(CHART, caption="Disegnato")) == []


@pytest.mark.parametrize("name", ["md", "xlsx"])
@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        ("Stemma", "1 immagine solo come testo alternativo"),
        (" ", "1 immagine senza testo alternativo omessa"),
    ],
)
def test_the_picture_of_the_cover_counts_too(name: str, alt: str, expected: str) -> None:
    cover = Cover("T", logo=Picture(make_png(10, 10), alt))
    assert losses(name, Document("T", (Section((Paragraph("a"),)),), cover)) == [expected]
