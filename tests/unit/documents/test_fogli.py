# SPDX-License-Identifier: EUPL-1.2
"""The sheets of data of a workbook: which there are, and what they hold."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pdz.doctree import BandOf, Document, Euro, FirstOf, Number, Percent, RatioOf, Sheet, SheetCell, SumOf
from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.pipeline.check import Checked, check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render

ROOT = Path(__file__).parents[3]
PLAN = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano di Zona
triennio: 2025-2027
triennio_precedente: 2021-2023
ambito: {nome: Prova, ente_capofila: capofila}
enti: [{id: capofila, nome: Azienda di prova, sigla: ADP}]
"""


def check(folder: Path, more: str) -> Checked:
    (folder / "piano.yaml").write_text(PLAN + more, encoding="utf-8")
    checked = check_plan(folder)
    assert [finding for finding in checked.findings if finding.severity.value == "errore"] == []
    return checked


def build(checked: Checked, kind: str = "piano", *, sheets: bool = True, scheda: str | None = None) -> Document:
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    parts = (checked.piano, checked.profilo, checked.quadro, checked.citabili)
    request = Request(*parts, Frame(), checked.source.folder, scheda, sheets=sheets, findings=checked.findings)
    document: Document = KINDS.get(kind).build(request)
    return document


def sheet_of(document: Document, key: str) -> Sheet:
    return next(sheet for sheet in document.sheets if sheet.key == key)


def cells(sheet: Sheet, row: int, *keys: str) -> list[SheetCell]:
    places = [column.key for column in sheet.columns]
    return [sheet.rows[row][places.index(key)] for key in keys]


SAN_GIULIANO = check_plan(ROOT / "esempi" / "san-giuliano-milanese-2025-2027")


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (
            "piano",
            "obiettivi azioni indicatori serie gradi fondi annualita totali progetti pnrr schede risorse "
            "schede_integrazione unita_offerta segnalazioni",
        ),
        ("esiti", "gradi azioni segnalazioni"),
        ("schede", "schede risorse schede_integrazione azioni indicatori serie segnalazioni"),
        ("fondi", "fondi annualita totali progetti pnrr segnalazioni"),
    ],
)
def test_every_kind_has_its_own_sheets(kind: str, keys: str) -> None:
    assert [sheet.key for sheet in build(SAN_GIULIANO, kind).sheets] == keys.split()


def test_one_scheda_alone() -> None:
    sheets = build(SAN_GIULIANO, "schede", scheda="SI1").sheets
    assert [(sheet.key, len(sheet.rows)) for sheet in sheets] == [("schede_integrazione", 1)]


@pytest.mark.parametrize("kind", ["piano", "esiti", "schede", "fondi"])
def test_nobody_else_pays_for_them(kind: str) -> None:
    assert build(SAN_GIULIANO, kind, sheets=False).sheets == ()


def test_everything_in_the_plan_has_a_row() -> None:
    piano, document = SAN_GIULIANO.piano, build(SAN_GIULIANO)
    assert piano
    assert piano.rete_offerta
    rows = {sheet.key: [row[0] for row in sheet.rows] for sheet in document.sheets}
    assert rows["obiettivi"] == [obiettivo.id for obiettivo in piano.obiettivi]
    assert rows["progetti"] == [progetto.id for progetto in piano.progetti]
    assert rows["pnrr"] == [linea.id for linea in piano.pnrr]
    assert rows["schede"] == [scheda.id for scheda in piano.schede]
    assert rows["schede_integrazione"] == [scheda.id for scheda in piano.schede_integrazione]
    assert rows["unita_offerta"] == [voce.id for voce in piano.rete_offerta.voci]
    assert len(rows["fondi"]) == sum(len(prospetto.voci) for prospetto in piano.fondi)


def test_lists_come_from_the_profile() -> None:
    assert SAN_GIULIANO.profilo
    lists = {column.key: column.allowed for column in sheet_of(build(SAN_GIULIANO), "fondi").columns if column.allowed}
    assert lists["fondo"] == tuple(fondo.codice for fondo in SAN_GIULIANO.profilo.fondi)
    assert "Unione europea" in lists["livello"]
    lists = {column.key: column.allowed for column in sheet_of(build(SAN_GIULIANO), "pnrr").columns if column.allowed}
    assert lists == {"linea": tuple(linea.codice for linea in SAN_GIULIANO.profilo.linee_pnrr)}


ESITI = """
esiti:
  - {id: E1, titolo: Primo, azioni: {programmate: 3, realizzate: 2}, risorse: {preventivato: 200, pagato: 150}}
  - {id: E2, titolo: Secondo, azioni: {programmate: 0, realizzate: 0}}
  - {id: E3, titolo: Terzo, grado: 75%}
  - id: E4
    titolo: Quarto
    grado: 50%
    indicatori:
      risultato:
        - id: i1
          nome: Persone
          base: 60000
          previsto: 50000
          realizzato: 59000
          direzione: diminuisce
          unita: persone
        - {id: i2, nome: Quota, previsto: 50%, numeratore: 1, denominatore: 4}
        - {id: i3, nome: Ore, previsto: 0, realizzato: 5, unita: ore}
        - {id: i4, nome: Incontri, previsto: 10, realizzato: più di 20, unita: incontri}
        - id: i5
          nome: Accessi
          unita: accessi
          serie:
            - {periodo: 2023-T1, valore: 12}
            - {periodo: 2023-T3, valore: non rilevabile}
"""


def esiti(folder: Path) -> Document:
    (folder / "piano.yaml").write_text(PLAN + ESITI, "utf-8")
    return build(check_plan(folder), "esiti")


def test_a_grado_is_live_when_the_actions_are_known(tmp_path: Path) -> None:
    sheet = sheet_of(esiti(tmp_path), "gradi")
    keys = ("realizzate", "programmate", "grado", "grado_stampato", "coincidenza")
    first = cells(sheet, 0, *keys)
    assert first[:2] == [Number(Decimal(2)), Number(Decimal(3))]
    assert isinstance(first[2], RatioOf)
    assert isinstance(first[2].value, Percent)
    assert first[2].value.value > Decimal("66.66666666")
    assert first[3] == "66% (sufficiente)"
    assert first[4] == RatioOf("pagato", "preventivato", Percent(Decimal(75), 0))
    assert isinstance(cells(sheet, 0, "giudizio")[0], BandOf)
    assert cells(sheet, 1, *keys)[2] == "n.c.: le azioni programmate sono zero"
    assert cells(sheet, 2, *keys) == [None, None, Percent(Decimal(75), 0), "75% (sufficiente)", None]
    assert cells(sheet, 2, "giudizio") == ["sufficiente"]


def test_the_whole_grado_adds_only_the_actions_that_count(tmp_path: Path) -> None:
    sheet = sheet_of(esiti(tmp_path), "gradi")
    total = dict(zip((column.key for column in sheet.columns), sheet.totals[-1], strict=True))
    assert total["titolo"] == "Grado complessivo"
    assert total["realizzate"] == SumOf("realizzate", (0,), Number(Decimal(2)))
    assert total["programmate"] == SumOf("programmate", (0,), Number(Decimal(3)))


def test_indicators_keep_their_numbers_and_their_words(tmp_path: Path) -> None:
    sheet = sheet_of(esiti(tmp_path), "indicatori")
    keys = ("base", "atteso", "raggiunto", "raggiungimento", "raggiunto_parole")
    ten = Percent(Decimal(10), 0)
    assert cells(sheet, 0, *keys) == [
        Number(Decimal(60000)),
        Number(Decimal(50000)),
        Number(Decimal(59000)),
        RatioOf("raggiunto", "atteso", ten, "base"),
        "59.000 persone",
    ]
    assert cells(sheet, 1, *keys)[1:4] == [
        Percent(Decimal(50), 0),
        RatioOf("numeratore", "denominatore", Percent(Decimal(25), 0)),
        RatioOf("raggiunto", "atteso", Percent(Decimal(50), 0)),
    ]
    assert cells(sheet, 2, *keys)[1:4] == [
        Number(Decimal(0)),
        Number(Decimal(5)),
        "n.c.: il valore atteso è zero",
    ]
    assert cells(sheet, 3, *keys)[2:] == [
        Number(Decimal(20)),
        RatioOf("raggiunto", "atteso", Percent(Decimal(200), 0)),
        "più di 20 incontri",
    ]


def test_a_series_has_a_row_for_each_known_period(tmp_path: Path) -> None:
    sheet = sheet_of(esiti(tmp_path), "serie")
    found = [cells(sheet, row, "id", "periodo", "raggiunto") for row in range(len(sheet.rows))]
    assert found == [["i5", "1° trim. 2023", Number(Decimal(12))], ["i5", "3° trim. 2023", "non rilevabile"]]


def test_the_amount_that_counts_is_the_assigned_one_else_the_others(tmp_path: Path) -> None:
    more = """
fondi:
  - id: f
    titolo: Fondi
    classe: strutturali
    voci:
      - {id: v1, denominazione: Uno, fondo: FNPS, assegnato: 10.10, importo: 20}
      - {id: v2, denominazione: Due, fondo: FNPS, importo: 0.20}
      - id: v3
        denominazione: Tre
        fondo: FNPS
        quote: [{annualita: 2023, importo: 1}, {annualita: 2024, importo: 2.01}]
      - {id: v4, denominazione: Quattro, fondo: FNPS, richiesto: 5}
"""
    (tmp_path / "piano.yaml").write_text(PLAN + more, encoding="utf-8")
    sheet = sheet_of(build(check_plan(tmp_path), "fondi"), "fondi")
    counted = [cells(sheet, row, "contato")[0] for row in range(4)]
    columns = ("assegnato", "importo", "diviso")
    amounts = [Euro(Decimal(text)) for text in ("10.10", "0.20", "3.01")]
    assert counted == [*(FirstOf(columns, amount) for amount in amounts), None]
    total = dict(zip((column.key for column in sheet.columns), sheet.totals[0], strict=True))
    assert total["contato"] == SumOf("contato", (0, 1, 2), Euro(Decimal("13.31")))
    assert total["richiesto"] == SumOf("richiesto", (3,), Euro(Decimal(5)))


def test_findings_and_admissions_reach_the_workbook(tmp_path: Path) -> None:
    (tmp_path / "altro.yaml").write_text("testo: un file che il piano non nomina\n", encoding="utf-8")
    checked = check(tmp_path, "")
    codes = [finding.code for finding in checked.findings]
    assert codes
    assert not checked.errors
    data, _ = render(checked, find_writer(".xlsx"), RenderOptions())
    rows = list(load_workbook(BytesIO(data))["Segnalazioni"].iter_rows(values_only=True))
    assert rows[0][:5] == ("Codice", "Gravità", "File", "Riga", "Colonna")
    assert [row[0] for row in rows[1:]] == codes
    first = checked.findings[0]
    assert rows[1][1:5] == ("avviso", "piano.yaml", first.location.line, first.location.column)
    assert first.message in rows[1]
    assert first.hint in rows[1]


def test_a_plan_that_admits_says_why() -> None:
    data, _ = render(SAN_GIULIANO, find_writer(".xlsx"), RenderOptions())
    rows = list(load_workbook(BytesIO(data))["Segnalazioni"].iter_rows(values_only=True))
    assert rows[0][-1] == "Ammessa perché"
    assert [row[-1] for row in rows[1:]] == [ammesso.reason for ammesso in SAN_GIULIANO.ammessi]


def test_a_plan_without_findings_says_so() -> None:
    data, _ = render(check_plan(ROOT / "esempi" / "minimo"), find_writer(".xlsx"), RenderOptions())
    rows = list(load_workbook(BytesIO(data))["Segnalazioni"].iter_rows(values_only=True))
    assert rows == [("Segnalazione",), ("Nessuna segnalazione",)]
