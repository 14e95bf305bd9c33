# SPDX-License-Identifier: EUPL-1.2
"""The workbook, read back with openpyxl."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pdz.doctree import (
    Band,
    BandOf,
    Block,
    Column,
    Document,
    Euro,
    FirstOf,
    Number,
    Paragraph,
    Percent,
    RatioOf,
    Row,
    Section,
    ShareOf,
    Sheet,
    SheetColumn,
    SumOf,
    SumWhere,
    Table,
)
from pdz.writers import Writer, xlsx

from ._parts import read_parts
from .kitchen_sink import AWKWARD, OPTIONS, make_document

WRITER: Writer = xlsx


def euro(text: str) -> Euro:
    return Euro(Decimal(text))


def percent(text: str) -> Percent:
    return Percent(Decimal(text), 0)


FUNDS = Sheet(
    "fondi",
    "Fondi: anno 2024/25",
    (
        SheetColumn("nome", "Nome"),
        SheetColumn("livello", "Livello", allowed=("Nazionale", "Regionale", "Comunale")),
        SheetColumn("assegnato", "Assegnato", "euro"),
        SheetColumn("importo", "Importo", "euro"),
        SheetColumn("contato", "Contato", "euro"),
    ),
    (
        ("FNPS", "Nazionale", euro("599821.54"), None, FirstOf(("assegnato", "importo"), euro("599821.54"))),
        ("Quota & <x>", "Nazionale", None, euro("0.10"), FirstOf(("assegnato", "importo"), euro("0.10"))),
        ("Senza importo", "Regionale", None, None, None),
        ("FSR", "Regionale", euro("0.20"), euro("9"), FirstOf(("assegnato", "importo", "altro"), euro("0.20"))),
    ),
    (("Totale", None, None, None, SumOf("contato", (0, 1, 3), euro("599821.84"))),),
    "Gli importi",
)
TOTALS = Sheet(
    "totali",
    "Totali",
    (SheetColumn("voce", "Voce"), SheetColumn("importo", "Importo", "euro"), SheetColumn("quota", "Quota", "percento")),
    (
        ("Tutto", SumOf("contato", (0, 1, 3), euro("599821.84"), "fondi"), None),
        (
            "Nazionale",
            SumWhere("fondi", "contato", "livello", "voce", euro("599821.64")),
            ShareOf("importo", 0, Percent(Decimal("99.99996"), 2)),
        ),
    ),
)
BANDS = (Band("nullo", Decimal(0)), Band('scarso "x"', Decimal(0), above=True), Band("buono", Decimal(80)))
GRADI = Sheet(
    "gradi",
    "Gradi",
    (
        SheetColumn("fatte", "Azioni", "numero"),
        SheetColumn("previste", "Azioni", "numero"),
        SheetColumn("base", "Base", "numero"),
        SheetColumn("grado", "Grado", "percento"),
        SheetColumn("giudizio", "Giudizio", allowed=("nullo", "buono")),
    ),
    (
        (
            Number(Decimal(4)),
            Number(Decimal(5)),
            None,
            RatioOf("fatte", "previste", percent("80")),
            BandOf("grado", BANDS, "buono"),
        ),
        (
            Number(Decimal(59000)),
            Number(Decimal(50000)),
            Number(Decimal(60000)),
            RatioOf("fatte", "previste", percent("10"), "base"),
            BandOf("grado", BANDS, 'scarso "x"'),
        ),
    ),
)


def write(*blocks: Block, sheets: tuple[Sheet, ...] = ()) -> bytes:
    return xlsx.write(Document("Titolo", (Section(blocks),), author="Ufficio di Piano", sheets=sheets), OPTIONS)


def read(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def rows(sheet: Worksheet) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def formulas(sheet: Worksheet) -> dict[str, str]:
    return {cell.coordinate: str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}


DATA = write(sheets=(FUNDS, TOTALS, GRADI))


def test_formulas_are_references() -> None:
    book = read(DATA)
    assert book.sheetnames == ["Indice", "Fondi anno 2024 25", "Totali", "Gradi", "Testo", "Elenchi"]
    assert formulas(book["Fondi anno 2024 25"]) == {
        "E2": "=IF(ISNUMBER(C2),C2,D2)",
        "E3": "=IF(ISNUMBER(C3),C3,D3)",
        "E5": "=IF(ISNUMBER(C5),C5,D5)",
        "E6": "=SUM(E2:E3,E5:E5)",
    }
    where = "'Fondi anno 2024 25'!"
    assert formulas(book["Totali"]) == {
        "B2": f"=SUM({where}E2:E3,{where}E5:E5)",
        "B3": f"=SUMPRODUCT(--({where}$B$2:$B$5=A3),{where}$E$2:$E$5)",
        "C3": '=IF(COUNT(B3,$B$2)<2,"n.c.",IFERROR(B3/$B$2,"n.c."))',
    }
    assert formulas(book["Gradi"])["D2"] == '=IF(COUNT(A2,B2)<2,"n.c.",IFERROR(A2/B2,"n.c."))'
    assert formulas(book["Gradi"])["D3"] == '=IF(COUNT(A3,B3,C3)<3,"n.c.",IFERROR((A3-C3)/(B3-C3),"n.c."))'
    assert formulas(book["Gradi"])["E2"] == (
        '=IF(ISNUMBER(D2),IF(ROUND(D2,12)>=0.8,"buono",IF(ROUND(D2,12)>0,"scarso ""x""",'
        'IF(ROUND(D2,12)>=0,"nullo",""))),"")'
    )


def test_formulas_carry_their_values() -> None:
    book = read(DATA, values=True)
    assert [row[4] for row in rows(book["Fondi anno 2024 25"])] == ["Contato", 599821.54, 0.1, None, 0.2, 599821.84]
    assert rows(book["Totali"])[1:] == [["Tutto", 599821.84, None], ["Nazionale", 599821.64, 0.9999996]]
    assert [row[3:] for row in rows(book["Gradi"])[1:]] == [[0.8, "buono"], [0.1, 'scarso "x"']]


def test_numbers_are_numbers_in_italian_formats() -> None:
    sheet = read(DATA)["Fondi anno 2024 25"]
    assert (sheet["C2"].value, sheet["C2"].data_type, sheet["C2"].number_format) == (599821.54, "n", '#,##0.00\\ "€"')
    assert sheet["E6"].number_format == '#,##0.00\\ "€"'
    gradi = read(DATA)["Gradi"]
    assert (gradi["A3"].value, gradi["A3"].number_format) == (59000, "#,##0")
    assert gradi["D2"].number_format == "0%"


def test_lists_of_allowed_values_stand_in_their_own_sheet() -> None:
    book = read(DATA)
    found = {
        (sheet.title, str(rule.sqref), rule.formula1, rule.type)
        for sheet in book.worksheets
        for rule in sheet.data_validations.dataValidation
    }
    assert found == {
        ("Fondi anno 2024 25", "B2:B5", "'Elenchi'!$A$2:$A$4", "list"),
        ("Gradi", "E2:E3", "'Elenchi'!$B$2:$B$3", "list"),
    }
    assert rows(book["Elenchi"]) == [
        ["Livello", "Giudizio"],
        ["Nazionale", "nullo"],
        ["Regionale", "buono"],
        ["Comunale", None],
    ]


def test_a_sheet_of_data_is_a_table_with_its_heading_in_sight() -> None:
    book = read(DATA)
    sheet = book["Fondi anno 2024 25"]
    assert sheet.tables.items() == [("Dati_fondi", "A1:E5")]
    assert sheet.tables["Dati_fondi"].autoFilter.ref == "A1:E5"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert rows(book["Gradi"])[0][:2] == ["Azioni", "Azioni 2"]
    assert book["Gradi"].tables["Dati_gradi"].column_names == ["Azioni", "Azioni 2", "Base", "Grado", "Giudizio"]


def test_the_index_leads_to_every_sheet() -> None:
    book = read(write(Table((Column(),), (Row(("x",)),), caption="Una tabella"), sheets=(FUNDS,)))
    links = {
        cell.value: cell.hyperlink.location for row in book["Indice"].iter_rows() for cell in row if cell.hyperlink
    }
    assert links == {
        "Fondi anno 2024 25": "'Fondi anno 2024 25'!A1",
        "Testo": "'Testo'!A1",
        "Elenchi": "'Elenchi'!A1",
        "Tabella 1": "'Tabella 1'!A1",
    }
    assert ["Fondi anno 2024 25", "Gli importi"] in rows(book["Indice"])
    live = "Titolo (le cifre sono quelle del documento: non cambiano con i fogli qui sopra)"
    assert ["Tabelle e grafici", live] in rows(book["Indice"])
    alone = read(write(Table((Column(),), (Row(("x",)),), caption="Una tabella")))
    assert ["Tabelle e grafici", "Titolo"] in rows(alone["Indice"])


def test_a_formula_into_a_sheet_that_is_not_there_is_its_value() -> None:
    sheet = read(write(sheets=(TOTALS,)))["Totali"]
    assert formulas(sheet) == {"C3": '=IF(COUNT(B3,$B$2)<2,"n.c.",IFERROR(B3/$B$2,"n.c."))'}
    assert sheet["B2"].value == 599821.84


DANGEROUS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "#REF!",
    "#N/A",
    "{=1}",
    "1-2",
    "0012",
    "VERO",
)


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_never_a_formula(text: str) -> None:
    sheet = Sheet("s", text, (SheetColumn("a", text, allowed=(text,)), SheetColumn("b", "B")), ((text, text),))
    table = Table((Column(), Column()), (Row((text, text)),), (Row((text, "b")),), caption=text, source=text)
    data = write(Paragraph(text), table, sheets=(sheet,))
    book = read(data)
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert sum(str(cell.value) == text.replace("\t", " ") for cell in cells) >= 7
    for name, part in read_parts(data).items():
        if name.startswith("xl/worksheets/"):
            assert b"<f>" not in part.replace(b"<formula1>", b"")
    risky = [cell for cell in cells if str(cell.value)[0] in "=+-@"]
    assert all(cell.quotePrefix for cell in risky)


def test_a_text_that_looks_like_the_code_of_a_character_stays_as_it_is() -> None:
    sheet = read_parts(write(Paragraph("_x0041_ e _x"), sheets=()))["xl/worksheets/sheet2.xml"]
    assert b"<t>_x005F_x0041_ e _x</t>" in sheet, "Excel leggerebbe «A»"


def test_awkward_texts() -> None:
    book = read(write(Paragraph(AWKWARD), sheets=(Sheet("s", "S", (SheetColumn("a", "A"),), ((AWKWARD,),)),)))
    clean = 'A & B <x> "y" 😀 שלום مرحبا 100%'
    assert book["S"]["A2"].value == clean
    assert book["Testo"]["B2"].value == clean


def test_a_text_longer_than_a_cell_goes_on_below_and_nothing_is_lost() -> None:
    long = "parola più lunga 😀 " * 5_263 + "fine"
    assert len(long) > 100_000
    sheet = Sheet(
        "s",
        "S",
        (SheetColumn("a", "A"), SheetColumn("b", "B"), SheetColumn("n", "N", "numero")),
        (("uno", long, Number(Decimal(1))), ("due", "breve", Number(Decimal(2)))),
        (("Totale", None, SumOf("n", (0, 1), Number(Decimal(3)))),),
    )
    book = read(write(Paragraph(long), Table((Column(),), (Row((long,)),), caption="Lunga"), sheets=(sheet,)))
    lines = rows(book["S"])
    pieces = [line[1] for line in lines[1:] if line[1] != "breve" and line[1]]
    assert "".join(pieces) == long
    assert all(len(piece.encode("utf-16-le")) // 2 <= 32_767 and piece.endswith((" ", "fine")) for piece in pieces)
    assert [line[0] for line in lines[1:]] == ["uno", *[None] * (len(pieces) - 1), "due", "Totale"]
    assert formulas(book["S"]) == {f"C{len(lines)}": f"=SUM(C2:C{len(lines) - 1})"}
    assert "".join(row[1] for row in rows(book["Testo"])[1:] if row[1] != "Tabella 1 – Lunga") == long
    assert "".join(row[0] for row in rows(book["Tabella 1"])[2:]) == long


def test_same_bytes_and_our_own_dates() -> None:
    data = xlsx.write(make_document(), OPTIONS)
    assert xlsx.write(make_document(), OPTIONS) == data
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = read(data).properties
    assert (properties.title, properties.creator, properties.language) == (
        "Piano di Zona 2025-2027 – Ambito di Lodi & dintorni",
        "Ufficio di Piano",
        "it-IT",
    )
    moment = datetime(2024, 12, 19, 10, 30, tzinfo=UTC).replace(tzinfo=None)
    assert (properties.created, properties.modified) == (moment, moment)
