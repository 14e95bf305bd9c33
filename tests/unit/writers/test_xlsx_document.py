# SPDX-License-Identifier: EUPL-1.2
"""A document without sheets of its own as a workbook: its text, its tables, its charts."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from pdz.doctree import Column, Cover, Document, Heading, Note, Paragraph, RichCell, Row, Section, Table, Text
from pdz.writers import xlsx
from pdz.writers.xlsx._leaf import split_text
from pdz.writers.xlsx._names import Names

from ._parts import read_parts, xpath
from .kitchen_sink import OPTIONS, make_document
from .test_xlsx import rows

SINK = xlsx.write(make_document(), OPTIONS)
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def sink() -> Workbook:
    return load_workbook(BytesIO(SINK))


def test_one_sheet_for_every_captioned_table_and_chart() -> None:
    charts = [f"Grafico {number}" for number in range(1, 9)]
    assert sink().sheetnames == ["Indice", "Testo", "Tabella 1", "Tabella 2", "Tabella 3", *charts]


def test_a_table_with_two_headings_groups_and_totals() -> None:
    sheet = sink()["Tabella 1"]
    assert rows(sheet)[3:] == [
        ["Fondo", "Importi", None, "Esercizio"],
        [None, "Euro", "Quota", "Anno"],
        ["Fondi nazionali", None, None, None],
        ["FNPS", 599821.54, 0.146, "2024"],
        ["Quota servizi", 1475845.95, 0.854, sheet["D8"].value],
        ["Totale", 2075667.49, 100, None],
        ["Tutto testo", None, None, None],
        [None, None, None, None],
        ["Fonte: bilancio. [5]", None, None, None],
        ["[5] Nota della fonte.", None, None, None],
    ]
    assert sheet["A1"].value == "Tabella 1 – Le risorse & i fondi"
    assert sheet["D8"].value.strftime("%d/%m/%Y") == "01/01/2024"
    assert [sheet[place].number_format for place in ("B8", "C7", "C8", "C9", "D8")] == [
        '#,##0.00\\ "€"',
        "0.0%",
        "0.0%",
        "#,##0.00",
        "dd/mm/yyyy",
    ]
    assert sheet.freeze_panes == "A6"
    assert sheet.auto_filter.ref is None, "un filtro separerebbe i titoli dalle loro righe"


def test_a_cell_that_goes_on_below_is_said_again() -> None:
    assert rows(sink()["Tabella 2"])[2:] == [
        ["L1", "Valutazione", "A"],
        ["L1", "due righe, una colonna", "B"],
        ["L1", "due righe, una colonna", "C"],
        ["Due per due", None, "D"],
        ["Due per due", None, "E"],
        ["Corta", None, None],
    ]


def test_a_plain_table_can_be_filtered_as_far_as_its_totals() -> None:
    table = Table((Column(),), (Row(("a",)), Row(("b",)), Row(("c",), "totale")), (Row(("T",)),), caption="Piana")
    book = load_workbook(BytesIO(xlsx.write(Document("T", (Section((table,)),)), OPTIONS)))
    assert book["Tabella 1"].auto_filter.ref == "A3:A5"


def test_the_text_has_every_paragraph_under_its_heading() -> None:
    lines = rows(sink()["Testo"])
    assert lines[0] == ["Voce", "Testo", "Parte"]
    assert lines[1] == [None, "Premessa", "Premessa"]
    assert [None, "Prima riga\nseconda riga\nterza riga dopo il tabulatore", "Premessa"] in lines
    assert ["Nota [2]", "Una nota con un link (https://www.istat.it/) [3]", "Premessa"] not in lines
    assert ["Nota [2]", "Una nota con un link (https://www.istat.it/) [3].", "Premessa"] in lines
    assert [None, "1.250,00\u00a0€, 14,63%, 16.523", "Premessa"] in lines
    assert [None, "  1. secondo.a", "Premessa"] in lines
    assert ["TITOLO INTERVENTO", "Rafforzare la capacità", "1.1.1.1.1.1 Sesto"] in lines
    assert ["RISORSE", 250000, "1.1.1.1.1.1 Sesto"] in lines
    assert [None, "Tabella 1 – Le risorse & i fondi", "1.1.1.1.1.1 Sesto"] in lines
    assert [None, "[Immagine: Andamento della popolazione: cresce di 1.000 persone]", "Premessa"] in lines


def test_a_link_that_is_not_one_is_text() -> None:
    texts = [str(row[1]) for row in rows(sink()["Testo"])]
    assert not any("javascript" in text for text in texts)
    assert any("un indirizzo vietato" in text for text in texts)


def test_charts_are_native_with_words_for_who_cannot_see_them() -> None:
    parts = read_parts(SINK)
    drawings = sorted(name for name in parts if name.startswith("xl/drawings/drawing"))
    assert len(drawings) == 7, "un grafico senza dati non si disegna"
    names = [xpath(parts[name], "//*[local-name()='cNvPr']/@name")[0] for name in drawings]
    words = [xpath(parts[name], "//*[local-name()='cNvPr']/@descr")[0] for name in drawings]
    assert names[0] == "Persone seguite & famiglie"
    assert words[0] == "Le persone seguite crescono da 1.204 a 1.298 uomini."
    kinds = ["barChart", "barChart", "lineChart", "pieChart", "doughnutChart", "barChart", "barChart"]
    for number, kind in enumerate(kinds, 1):
        assert f"<{kind}>".encode() in parts[f"xl/charts/chart{number}.xml"]


def test_a_gap_of_a_chart_is_an_empty_cell() -> None:
    lines = rows(sink()["Grafico 3"])
    assert [line[:3] for line in lines[3:9]] == [
        ["Trimestre", "Accessi", "Saldo"],
        ["2023-T1", 12, -3],
        ["2023-T2", 9, -1.5],
        ["2023-T3", None, 0],
        ["2023-T4", 15, 2],
        ["2024-T1", 21, None],
    ]


def test_a_chart_draws_numbers_and_its_words_stand_beside() -> None:
    lines = rows(sink()["Grafico 7"])
    assert [line[:3] for line in lines[3:7]] == [
        ["Obiettivo", "Grado", "In parole"],
        ['A1 "Rafforzare" <x> & co.', 0.8, "80% (buono)"],
        ["A2 Sostenere la rete", 1.12, None],
        ["A3 Non calcolabile", None, None],
    ]


def test_texts_of_100_000_letters_stand_where_they_fit() -> None:
    words = 14_286
    long = "parola " * words
    table = Table((Column(),), (Row((long,)),), head=(Row((long,)),), caption=long, source=long)
    blocks = (Heading(1, long), Paragraph((Text(long), Note(long))), table)
    packed = xlsx.write(Document(long, (Section(blocks),), Cover("", long, (long,), (long,))), OPTIONS)
    cells = {
        sheet.title: [str(cell.value) for row in sheet.iter_rows(max_col=2) for cell in row if cell.value]
        for sheet in load_workbook(BytesIO(packed)).worksheets
    }
    assert max(len(text) for texts in cells.values() for text in texts) <= 32_767
    assert {name: sum(text.count("parola") for text in texts) for name, texts in cells.items()} == {
        "Indice": 6 * words,  # title, cover (three), caption, chapter
        "Testo": 4 * words,  # heading, paragraph, note, caption
        "Tabella 1": 4 * words,  # caption, head, cell, source
    }
    sheets = (data for name, data in read_parts(packed).items() if name.startswith("xl/worksheets/sheet"))
    assert max(len(shown) for sheet in sheets for shown in xpath(sheet, "//@display")) <= 2084


def test_a_table_inside_a_cell_is_told_in_lines() -> None:
    inner = Table(
        (Column(), Column(), Column()),
        (Row(("AT1", "X", "X")), Row(("AT2", "", "")), Row(("AT3", "", "X"))),
        (Row(("", "LI1", "LI2")),),
        style="matrice",
    )
    outer = Table((Column(),), (Row((RichCell((inner,)),)),), caption="Fuori")
    book = load_workbook(BytesIO(xlsx.write(Document("T", (Section((outer,)),)), OPTIONS)))
    assert book["Tabella 1"]["A3"].value == "AT1: LI1, LI2\nAT3: LI2"


@given(st.text(st.sampled_from("ab \n😀à"), max_size=200), st.integers(2, 40))
def test_splitting_loses_nothing_and_fits(text: str, longest: int) -> None:
    pieces = split_text(text, longest)
    assert "".join(pieces) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= longest for piece in pieces)
    assert all(pieces) or pieces == [""]


@given(st.lists(st.text(max_size=50), max_size=40))
def test_names_of_sheets_are_legal_and_unique(wanted: list[str]) -> None:
    names = Names()
    taken = [names.take(name) for name in wanted]
    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\\x00\n")
        assert name.strip(" '") == name
        assert name.casefold() != "history"


@pytest.mark.parametrize(
    ("wanted", "given_"),
    [
        ("Unità d'offerta", "Unità d'offerta"),
        ("A/B: [c]?", "A B c"),
        ("", "Foglio"),
        ("'x'", "x"),
        ("x" * 40, "x" * 31),
    ],
)
def test_names_stay_near_to_what_was_wanted(wanted: str, given_: str) -> None:
    assert Names().take(wanted) == given_
