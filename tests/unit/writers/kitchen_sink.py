# SPDX-License-Identifier: EUPL-1.2
"""One document that holds every kind of node and every kind of awkward text; it goes through every writer."""

import struct
import zlib
from datetime import UTC, date, datetime
from decimal import Decimal

from pdz.doctree import (
    Break,
    Column,
    Cover,
    Day,
    Document,
    Euro,
    Heading,
    Items,
    Link,
    ListOfCharts,
    ListOfTables,
    Note,
    Number,
    PageBreak,
    Paragraph,
    Percent,
    Picture,
    Ref,
    RichCell,
    Row,
    Section,
    Table,
    TableOfContents,
    Text,
)
from pdz.writers import WriteOptions

from .sink_charts import CHARTS

OPTIONS = WriteOptions(timestamp=datetime(2024, 12, 19, 10, 30, tzinfo=UTC))
AWKWARD = 'A & B <x> "y" \x0b\x00\ufffe😀 שלום مرحبا 100%'
"""Markup, control characters, a noncharacter, an emoji, Hebrew and Arabic, a per cent sign."""


def make_png(width: int, height: int, colour: tuple[int, int, int] = (0, 64, 128)) -> bytes:
    """A plain PNG picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\x00" + bytes(colour) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


LOGO = Picture(make_png(300, 200), "Stemma del Comune di Lodi", width_cm=3)

DEEP = Items(((Paragraph("secondo.a.i"), Items(((Paragraph("quarto livello"),),))),))

TEXTS = (
    Heading(1, "Premessa", id="premessa", number=""),
    Paragraph(
        (
            Text("Testo con "),
            Text("grassetto", bold=True),
            Text(", "),
            Text("corsivo", italic=True),
            Text(" e "),
            Text("tutti e due", bold=True, italic=True),
            Text("; una riga"),
            Break(),
            Text("e un’altra; "),
            Link("https://www.regione.lombardia.it/piani?a=1&b=è", "la Regione"),
            Text(", "),
            Link("mailto:udp@example.it", ""),
            Text(", "),
            Link("javascript:alert(1)", "un indirizzo vietato"),
            Text("; vedi "),
            Ref("tabella_fondi"),
            Text(", "),
            Ref("esiti"),
            Text(", "),
            Ref("sistema"),
            Text(", "),
            Ref("premessa"),
            Text(", "),
            Ref("allegato"),
            Text(", "),
            Ref("esiti", "il capitolo degli esiti"),
            Text(" e "),
            Ref("manca", fallback="manca"),
            Text("."),
            Note("Una nota semplice."),
            Text(" Ancora"),
            Note(
                (Text("Una nota con "), Link("https://www.istat.it/", "un link"), Note("e una nota dentro"), Text("."))
            ),
        )
    ),
    Paragraph(AWKWARD),
    Paragraph("Prima riga\nseconda riga\u2028terza riga\tdopo il tabulatore"),
    Paragraph("Una citazione.", "citazione"),
    Paragraph("Un’etichetta", "etichetta"),
    Paragraph("Fonte: ISTAT, consultato il 19/12/2024.", "fonte"),
    Paragraph(
        (
            Euro(Decimal("1250")),
            Text(", "),
            Percent(Decimal("14.625"), 2),
            Text(", "),
            Number(Decimal("16523"), bold=True),
        )
    ),
    Paragraph(""),
    Items(
        (
            (Paragraph("Primo"), Paragraph("seguito del primo")),
            (
                Paragraph("Secondo"),
                Items(
                    (
                        (Paragraph("secondo.a"), DEEP),
                        (Paragraph("secondo.b"),),
                    ),
                    ordered=True,
                ),
            ),
        )
    ),
    Items(((Paragraph("da tre"),), (Paragraph("quattro"),), ()), ordered=True, start=3),
    Picture(make_png(1600, 400), "Andamento della popolazione: cresce di 1.000 persone", width_cm=12),
    Picture(make_png(20, 20), ""),
)

FORM = Table(
    (Column(), Column()),
    (
        Row(("Sezione prima",), "gruppo"),
        Row(("TITOLO INTERVENTO", "Rafforzare la capacità")),
        Row(
            (
                "AZIONI",
                RichCell((Items(((Paragraph("A1.1 Aprire lo sportello"),), (Paragraph("A1.2"),))), Paragraph("Fine"))),
            )
        ),
        Row(("RISORSE", Euro(Decimal("250000")))),
        Row(("AVVIO", Day(date(2025, 1, 31)))),
        Row(("TARGET", (Text("Famiglie", bold=True), Text(" e minori"), Note("Nota in tabella.")))),
        Row((AWKWARD, "Sì\nper la continuità")),
        Row(("LUNGO", "parola " * 400)),
        Row(
            (
                "DENTRO",
                RichCell(
                    (Heading(3, "Titolo nella cella"), Table((Column(), Column()), (Row(("a", "b")),)), PageBreak())
                ),
            )
        ),
    ),
    head=(Row(("DIMENSIONE", "OUTPUT")),),
    style="modulo",
    description="Scheda dell’intervento A1",
)

FUNDS = Table(
    (Column(3), Column(), Column(align="destra"), Column(align="centro")),
    (
        Row(("Fondi nazionali",), "gruppo"),
        Row(("FNPS", Euro(Decimal("599821.54")), Percent(Decimal("14.6")), "2024")),
        Row(
            (
                "Quota servizi",
                Euro(Decimal("1475845.95")),
                Percent(Decimal("85.4"), 1, bold=True),
                Day(date(2024, 1, 1)),
            )
        ),
        Row(("Totale", Euro(Decimal("2075667.49")), Number(Decimal("100"), 2), ""), "totale"),
        Row(("Tutto testo", "", "", ""), "totale"),
    ),
    head=(
        Row(("Fondo", RichCell((Paragraph("Importi"),), colspan=2, header=True), "Esercizio")),
        Row(("", "Euro", "Quota", "Anno")),
    ),
    caption="Le risorse & i fondi",
    id="tabella_fondi",
    source=(Text("Fonte: bilancio."), Note("Nota della fonte.")),
    description='Risorse per "fondo"',
)

MERGED = Table(
    (Column(1, header=True), Column(2), Column(2)),
    (
        Row((RichCell((Paragraph("L1"),), rowspan=3, header=True), "Valutazione", "A")),
        Row((RichCell((Paragraph("due righe, una colonna"),), rowspan=2), "B")),
        Row(("C",)),
        Row((RichCell((Paragraph("Due per due"),), colspan=2, rowspan=2), "D")),
        Row(("E",)),
        Row(("Corta",)),
    ),
    caption="LEPS",
)

MATRIX = Table(
    (Column(4, header=True), *[Column()] * 6),
    tuple(
        Row((f"AT{row} Area tematica", *("X" if (row + column) % 3 == 0 else "" for column in range(6))))
        for row in range(1, 8)
    ),
    head=(Row(("Aree", *(f"LI{column}" for column in range(1, 7)))),),
    caption="Matrice",
    id="matrice",
    style="matrice",
)


def make_document() -> Document:
    """Every node, every option."""
    return Document(
        title="Piano di Zona 2025-2027 – Ambito di Lodi & dintorni",
        author="Ufficio di Piano",
        subject="Programmazione sociale",
        keywords=("piano di zona", "Lodi"),
        cover=Cover(
            "Piano di Zona",
            "Triennio 2025-2027",
            ("Lodi", "Casalpusterlengo", "Codogno"),
            ("Approvato dall’Assemblea dei Sindaci il 19/12/2024", "Bozza"),
            LOGO,
        ),
        sections=(
            Section((TableOfContents(), ListOfTables(), ListOfCharts(), PageBreak(), *TEXTS)),
            Section(
                (
                    PageBreak(),
                    Heading(1, "Esiti", id="esiti", number="1"),
                    Heading(2, "Obiettivi di sistema", id="sistema"),
                    Heading(3, "Terzo"),
                    Heading(4, "Quarto"),
                    Heading(5, "Quinto"),
                    Heading(6, "Sesto"),
                    FORM,
                    FUNDS,
                )
            ),
            Section((Heading(1, "Integrazione", id="allegato", number="Allegato 1"), MERGED, MATRIX), landscape=True),
            Section((Heading(1, "Grafici", id="grafici", number="2"), *CHARTS, Paragraph((Ref("grafico_fondi"),)))),
            Section((PageBreak(), MERGED.__class__(MERGED.columns, MERGED.rows[:1]), PageBreak(), FORM, PageBreak())),
        ),
    )
