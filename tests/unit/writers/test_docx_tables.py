# SPDX-License-Identifier: EUPL-1.2
from decimal import Decimal

import pytest

from pdz.doctree import Column, Euro, Number, PageBreak, Paragraph, RichCell, Row, Table
from pdz.errors import PdzError
from pdz.writers._measure import column_widths, is_tall

from ._parts import elements, inner, text_of, write_body, xpath
from .kitchen_sink import FORM, FUNDS, MATRIX, MERGED

TWO = (Column(), Column())


def test_a_plain_table_exactly() -> None:
    cell = (
        '<w:tc><w:tcPr><w:tcW w:w="4819" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TestoTabella"/></w:pPr>'
        "<w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    )
    assert inner(write_body(Table(TWO, (Row(("a & b", "100% %s")),)))) == (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TabellaDati"/><w:tblW w:w="9638" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        '</w:tblPr><w:tblGrid><w:gridCol w:w="4819"/><w:gridCol w:w="4819"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell.format('a &amp; b')}{cell.format('100% %s')}</w:tr></w:tbl>"
        '<w:p><w:pPr><w:pStyle w:val="DopoTabella"/></w:pPr></w:p>'
    )


def test_more_columns_than_word_takes() -> None:
    write_body(Table((Column(),) * 63, (Row(("a",) * 63),)))
    with pytest.raises(PdzError, match="la tabella «Comuni» ha 64 colonne: Word ne tiene al massimo 63"):
        write_body(Table((Column(),) * 64, (Row(("a",) * 64),), caption="Comuni"))


def test_form() -> None:
    body = write_body(FORM)
    assert xpath(body, "//w:body/w:tbl/w:tblPr/w:tblStyle/@w:val") == ["TabellaModulo"]
    assert xpath(body, "//w:body/w:tbl/w:tblGrid/w:gridCol/@w:w") == ["3373", "6265"]
    rows = elements(body, "//w:body/w:tbl/w:tr")
    assert [xpath(row, "w:tc[1]/w:p[1]/w:pPr/w:pStyle/@w:val")[0] for row in rows] == [
        "IntestazioneTabella",
        "GruppoTabella",
        *["EtichettaTabella"] * 8,
    ]
    assert [xpath(row, "w:tc[1]/w:tcPr/w:shd/@w:fill")[0] for row in rows] == ["004080", "D6E2EF", *["EDF2F8"] * 8]
    assert [len(elements(row, "w:trPr/w:tblHeader")) for row in rows] == [1, *[0] * 9]
    assert [text_of(row)[:5] for row in rows if not elements(row, "w:trPr/w:cantSplit")] == ["LUNGO"]
    assert xpath(rows[1], "w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert xpath(body, "//w:tblDescription/@w:val") == ["Scheda dell’intervento A1"]
    last = rows[-1]
    assert elements(last, "w:tc/w:tbl")
    assert all(elements(cell, "*[last()][self::w:p]") for cell in elements(body, "//w:tc"))
    assert not elements(last, ".//w:pageBreakBefore")


def test_data() -> None:
    body = write_body(FUNDS)
    rows = elements(body, "//w:tr")
    assert [len(elements(row, "w:trPr/w:tblHeader")) for row in rows] == [1, 1, 0, 0, 0, 0, 0]
    assert xpath(rows[0], "w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]
    assert xpath(rows[3], "w:tc/w:p/w:pPr/w:jc/@w:val") == ["right", "right", "center"]
    assert [text_of(cell) for cell in elements(rows[3], "w:tc")] == ["FNPS", "599.821,54\u00a0€", "14,6%", "2024"]
    assert set(xpath(rows[5], ".//w:pStyle/@w:val")) == set(xpath(rows[6], ".//w:pStyle/@w:val")) == {"TotaleTabella"}
    assert xpath(body, "//w:tblCaption/@w:val | //w:tblDescription/@w:val") == [
        "Le risorse & i fondi",
        'Risorse per "fondo"',
    ]
    assert xpath(body, "//w:tblLook/@w:val | //w:tblLook/@w:firstRow") == ["0620", "1"]
    assert xpath(body, "//w:tbl/following-sibling::w:p[1]/w:pPr/w:pStyle/@w:val") == ["Fonte"]


def test_merged_cells() -> None:
    rows = elements(write_body(MERGED), "//w:tr")
    spans = [
        [
            (
                text_of(cell),
                *xpath(cell, "w:tcPr/w:gridSpan/@w:val"),
                *[merge.get(f"{{{merge.nsmap['w']}}}val", "below") for merge in elements(cell, "w:tcPr/w:vMerge")],
            )
            for cell in elements(row, "w:tc")
        ]
        for row in rows
    ]
    assert spans == [
        [("L1", "restart"), ("Valutazione",), ("A",)],
        [("", "below"), ("due righe, una colonna", "restart"), ("B",)],
        [("", "below"), ("", "below"), ("C",)],
        [("Due per due", "2", "restart"), ("D",)],
        [("", "2", "below"), ("E",)],
        [("Corta",), ("",), ("",)],
    ]
    assert all(sum(map(int, xpath(row, "w:tc/w:tcPr/w:tcW/@w:w"))) == 9638 for row in rows)


def test_matrix() -> None:
    body = write_body(MATRIX)
    assert xpath(body, "//w:tbl/w:tblPr/w:tblStyle/@w:val") == ["TabellaMatrice"]
    assert set(xpath(body, "//w:tr[2]/w:tc[position() > 1]/w:p/w:pPr/w:jc/@w:val")) == {"center"}
    assert not xpath(body, "//w:tr[2]/w:tc[1]/w:p/w:pPr/w:jc/@w:val")
    assert xpath(body, "//w:tr[2]/w:tc[1]/w:p/w:pPr/w:pStyle/@w:val") == ["EtichettaTabella"]


def test_two_tables_in_a_row_do_not_become_one() -> None:
    table = Table(TWO, (Row(("a", "b")),))
    tags = [child.tag.rpartition("}")[2] for child in elements(write_body(table, table), "/w:document/w:body/*")]
    assert tags == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_without_rows_is_not_a_damaged_file() -> None:
    assert len(elements(write_body(Table(TWO, ())), "//w:tr/w:tc/w:p")) == 2


def test_a_page_break_before_a_table_without_caption() -> None:
    xml = inner(write_body(Paragraph("a"), PageBreak(), Table(TWO, (Row(("a", "b")),))))
    assert '<w:pStyle w:val="FineSezione"/><w:pageBreakBefore/></w:pPr></w:p><w:tbl>' in xml


def test_a_row_too_long_stops() -> None:
    with pytest.raises(ValueError, match="more cells than the 2 columns"):
        write_body(Table(TWO, (Row(("a", "b", "c")),)))


@pytest.mark.parametrize(
    "table",
    [
        FORM,
        FUNDS,
        MERGED,
        MATRIX,
        Table((Column(0.001), *[Column()] * 30), (Row(("x",) * 31),)),
        Table((Column(),), (Row(("x" * 500,)),)),
        Table((Column(), Column(0)), (), style="modulo"),
    ],
)
def test_widths_add_up(table: Table) -> None:
    for total in (14570, 9638, 400):
        widths = column_widths(table, total)
        assert sum(widths) == total
        assert min(widths) >= 0


def test_a_long_word_or_amount_widens_its_column_and_only_the_longest_words_are_cut() -> None:
    columns = (Column(10), Column(), Column())
    widths = column_widths(Table(columns, (Row(("a", Euro(Decimal("2533025")), Number(Decimal(1)))),)), 9638)
    assert widths[1] > 1300 > 803
    head = Row(
        (
            "Comune",
            "Popolazione",
            "Ultrasessantacinquenni",
            "Minorenni",
            "Stranieri",
            "Famiglie",
            "Anziani",
            "Contributo",
        )
    )
    widths = column_widths(Table((Column(),) * 8, (), (head,)), 9638)
    assert widths[2] == max(widths)
    assert widths[1] > 1200


def test_heavy_columns_get_their_weight_after_the_longest_words() -> None:
    """The table of projects of Lombardy: its headings would make all columns alike."""
    weights = (1.3, 1.8, 1.6, 1.3, 1.3, 1.2, 3.6, 2.4, 2.2)
    titles = (
        "AREA PROGETTUALE",
        "TITOLO PROGETTO",
        "FONTE DI FINANZIAMENTO",
        "IMPORTO COMPLESSIVO DEL PROGETTO",
        "BUDGET AMBITO",
        "ENTE CAPOFILA",
        "PARTNER",
        "STATO AVVIO/AVANZAMENTO",
        "NOTE",
    )
    widths = column_widths(Table(tuple(map(Column, weights)), (), (Row(titles),)), 14570)
    assert widths[6] > 2700
    assert widths[7] / widths[6] == pytest.approx(2.4 / 3.6, abs=0.01)
    assert 1600 < widths[2] < 1800


def test_the_amounts_of_a_total_row_fit_too() -> None:
    total = Row((RichCell((Paragraph("Totale"),), colspan=2), Euro(Decimal("1182449.82"))), "totale")
    columns = (Column(6), Column(6), Column(1))
    short = Row(("a", "b", Euro(Decimal(5))))
    assert column_widths(Table(columns, (short, total)), 9638)[2] >= 1400
    assert column_widths(Table(columns, (short,)), 9638)[2] < 1000


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        ("STATO AVVIO/AVANZAMENTO", "STATO AVVIO/\u200bAVANZAMENTO"),
        (RichCell((Paragraph("ATS/ASST"),), colspan=2), "ATS/\u200bASST"),
        ("31/12/2025 – 1 / 2", "31/12/2025 – 1 / 2"),
    ],
)
def test_headings_may_break_after_a_slash(head: str | RichCell, printed: str) -> None:
    cells = (head,) if isinstance(head, RichCell) else (head, "")
    body = write_body(Table(TWO, (Row(("a/b", "")),), (Row(cells),)))
    assert text_of(elements(body, "//w:tr[1]/w:tc")[0]) == printed
    assert text_of(elements(body, "//w:tr[2]/w:tc")[0]) == "a/b"


def test_columns_without_weights_follow_their_text() -> None:
    rows = (Row(("A1", "Una descrizione che prende molto posto " * 8, Euro(Decimal("1250")))),) * 3
    assert column_widths(Table((Column(),) * 3, rows), 9000) == [1500, 6000, 1500]
    assert column_widths(Table((Column(2), Column(2), Column(2)), rows), 9000) == [3000, 3000, 3000]


@pytest.mark.parametrize(
    ("cell", "tall"),
    [
        ("parola " * 100, False),
        ("parola " * 130, True),
        ("a\n" * 11, False),
        ("a\n" * 13, True),
        (RichCell((Paragraph("a"),) * 13), True),
        (RichCell((Table(TWO, (Row(("a", "b")),) * 13),)), True),
        (Euro(Decimal(1)), False),
    ],
)
def test_only_tall_rows_may_break(cell: str | RichCell | Euro, tall: bool) -> None:
    rows = elements(write_body(Table(TWO, (Row(("x", cell)),), style="modulo")), "/w:document/w:body/w:tbl/w:tr")
    assert is_tall(cell, 6000) is tall
    assert bool(elements(rows[0], "w:trPr/w:cantSplit")) is not tall
