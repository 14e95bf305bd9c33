# SPDX-License-Identifier: EUPL-1.2
"""Charts in the documents: where they stand, what they say to who cannot see them, what they inherit."""

from decimal import Decimal
from pathlib import Path

import pytest
from test_parti import build, check, print_text

from pdz.doctree import Chart, Document, Table, iter_blocks

TABLE = """tabelle:
  - id: stranieri
    titolo: Stranieri
    titolo_chiave: Comune
    colonne:
      - {campo: maschi, titolo: Maschi, unita: persone}
      - {campo: quota, titolo: Quota, tipo: percentuale, decimali: 2}
    dati: [{comune: Prova, maschi: 161, quota: 8.09}, {comune: Borgo, maschi: 1510, quota: 6.2}]
    al: 2024-01-01
    fonte: {nome: ISTAT, consultata: 2024-11-11}
"""


def chart(document: Document, identifier: str) -> Chart:
    return next(block for block in iter_blocks(document) if isinstance(block, Chart) and block.id == identifier)


def order(document: Document) -> list[str]:
    return [block.id for block in iter_blocks(document) if isinstance(block, Chart | Table) and block.caption]


def test_a_chart_of_a_table_says_source_day_and_heading_of_the_table(tmp_path: Path) -> None:
    more = TABLE + (
        "grafici: [{id: g, titolo: Quota, tipo: barre orizzontali, tabella: stranieri, serie: [quota], "
        'testo_alternativo: "Va da {{ tabelle.stranieri.borgo.quota }} a {{ tabelle.stranieri.prova.quota }}."}]\n'
    )
    found = chart(build(check(tmp_path, more)), "g")
    assert (found.kind, found.horizontal, found.stacked) == ("barre", True, False)
    assert (found.caption, found.categories_title) == ("Quota, al 01/01/2024", "Comune")
    assert found.source == "Fonte: ISTAT, consultata l'11/11/2024."
    assert (found.unit, found.decimals) == ("percento", 2)
    assert found.series[0].values == (Decimal("8.09"), Decimal("6.2"))
    assert found.description == "Va da 6,20% a 8,09%."


@pytest.mark.parametrize(
    ("given", "heading", "of_the_chart"),
    [
        ("", "Fascia di eta", "Fascia di eta"),
        ("    titolo_chiave: Età\n", "Età", "Età"),
        ("    chiave: comune\n", "Comune", "Fascia"),
    ],
)
def test_the_first_column_is_headed_by_its_name(tmp_path: Path, given: str, heading: str, of_the_chart: str) -> None:
    key, extra = ("", "categorie: fascia_di_eta, ") if "comune" in given else ("    chiave: fascia_di_eta\n", "")
    more = (
        f"tabelle:\n  - id: t\n    titolo: T\n{key}{given}    al: 2024-01-01\n    fonte: ISTAT\n"
        "    colonne: [{campo: fascia_di_eta, titolo: Fascia, tipo: testo}, {campo: n, titolo: N}]\n"
        "    dati: [{comune: Prova, fascia_di_eta: 0-14, n: 100}]\n"
        f"grafici: [{{id: g, titolo: G, tipo: barre, tabella: t, {extra}serie: [n], testo_alternativo: x}}]\n"
    )
    document = build(check(tmp_path, more))
    table = next(block for block in iter_blocks(document) if isinstance(block, Table) and block.id == "t")
    assert table.head[0].cells[0] == heading
    assert chart(document, "g").categories_title == of_the_chart


def test_the_categories_of_a_csv_are_headed_by_their_column(tmp_path: Path) -> None:
    more = (
        "grafici: [{id: g, titolo: G, tipo: barre, anno: 2024, fonte: ISTAT, unita: persone, serie: [n], "
        "testo_alternativo: x, dati: [{servizio: SAD, n: 88}]}]\n"
    )
    assert chart(build(check(tmp_path, more)), "g").categories_title == "Servizio"


def test_what_is_about_stays_about(tmp_path: Path) -> None:
    more = """fatti:
  - {id: a, nome: A, valore: circa 26%, al: 2024-01-31, fonte: AFAM}
  - {id: b, nome: B, valore: 20%, al: 2024-01-31, fonte: AFAM}
grafici:
  - {id: g, titolo: G, tipo: barre, categorie: [a, b], serie: [{nome: s, cita: [fatti.a, fatti.b]}],
     testo_alternativo: x}
"""
    checked = check(tmp_path, more)
    found = chart(build(checked), "g")
    assert found.series[0].labels == ("circa 26%", "")
    assert found.source == "Fonte: AFAM."
    assert found.caption == "G, al 31/01/2024"
    assert "| a | circa 26% |\n| b | 20% |" in print_text(checked)


def test_gaps_are_told_with_their_reason(tmp_path: Path) -> None:
    more = """grafici:
  - {id: g, titolo: G, tipo: linee, al: 2024-01-01, fonte: ISTAT, categorie: [T1, T2, T3], testo_alternativo: x,
     serie: [{nome: a, valori: [1, n.d., n.d.], motivo: non pubblicati}, {nome: b, valori: [1, 2, n.d.]}]}
"""
    found = chart(build(check(tmp_path, more)), "g")
    assert found.source == "Fonte: ISTAT. Senza valore: a (2 su 3) – non pubblicati; b (1 su 3)."
    assert found.series[0].values == (Decimal(1), None, None)


OUTCOMES = """esiti:
  - {id: A1, titolo: Accogliere, macroarea: A, numero: 1, azioni: {programmate: 1000, realizzate: 796}}
  - {id: A2, titolo: Ascoltare, macroarea: A, numero: 2, assenti: [{campo: grado, motivo: non è pubblicato}]}
  - {id: B1, titolo: Abitare, macroarea: B, numero: 1, grado: 100%}
"""


def test_a_bar_never_says_more_than_its_judgement(tmp_path: Path) -> None:
    found = chart(build(check(tmp_path, OUTCOMES)), "grafico_gradi")
    assert found.categories == ("A.1 Accogliere", "A.2 Ascoltare", "B.1 Abitare")
    assert found.series[0].values == (Decimal(79), None, Decimal(100))
    assert found.series[0].labels == ("79% (sufficiente)", "", "100% (ottimo)")
    assert (found.maximum, found.horizontal) == (Decimal(100), True)
    assert found.source == "Senza valore: A.2 Ascoltare – non è pubblicato."
    assert found.description == (
        "Grado di raggiungimento, per obiettivo o area: 2 valori. Il più alto è 100% (ottimo): «B.1 Abitare». Il più "
        "basso è 79% (sufficiente): «A.1 Accogliere»."
    )


def test_beyond_a_hundred_the_axis_is_free(tmp_path: Path) -> None:
    more = OUTCOMES.replace("realizzate: 796", "realizzate: 1120")
    found = chart(build(check(tmp_path, more)), "grafico_gradi")
    assert found.series[0].labels[0] == "112% (ottimo)"
    assert found.maximum is None


FUNDS = """fondi:
  - id: f
    titolo: Fondi
    classe: strutturali
    voci:
      - {id: a, denominazione: FNPS, fondo: FNPS, assegnato: 100.50}
      - {id: b, denominazione: FNA, fondo: FNA, assegnato: 50}
      - {id: c, denominazione: FSR, fondo: FSR, assegnato: 49.50}
"""


def test_charts_of_funds_follow_their_table_and_say_the_total(tmp_path: Path) -> None:
    document = build(check(tmp_path, FUNDS))
    names = ["f", "tabella_livelli_fondi", "grafico_livelli_fondi", "grafico_quote_fondi", "grafico_fondi"]
    assert order(document) == names
    said = chart(document, "grafico_livelli_fondi").description.replace("\u00a0", " ")
    assert said == ("Fondi assegnati, per livello: Nazionale 150,50 €; Regionale 49,50 €. Il totale è 200,00 €.")
    assert chart(document, "grafico_fondi").description.endswith("Il totale è 200,00\u00a0€.")
    ring = chart(document, "grafico_quote_fondi")
    assert (ring.kind, ring.series[0].values) == ("ciambella", (Decimal("75.25"), Decimal("24.75")))


def test_a_text_moves_a_chart_and_the_office_switches_the_others_off(tmp_path: Path) -> None:
    text = "testi: [{sezione: introduzione, testo: '{{ grafico(\"grafico_fondi\") }}'}]\n"
    assert order(build(check(tmp_path, FUNDS + text)))[0] == "grafico_fondi"
    assert order(build(check(tmp_path, FUNDS + text))).count("grafico_fondi") == 1
    quiet = order(build(check(tmp_path, FUNDS + text + "grafici_automatici: no\n")))
    assert quiet == ["grafico_fondi", "f", "tabella_livelli_fondi"]
    one = order(build(check(tmp_path, FUNDS + "grafici_automatici: [grafico_quote_fondi]\n")))
    assert one == ["f", "tabella_livelli_fondi", "grafico_quote_fondi"]


SERIES = """monitoraggi:
  - id: m
    titolo: Numeri
    sezione: contesto
    fonte: Ufficio di Piano
    indicatori:
      - id: m.a
        nome: Accessi
        unita: accessi
        serie: [{periodo: 2022-T4, valore: 117}, {periodo: 2023-T2, valore: 165}, {periodo: 2023-T3, valore: 125}]
      - {id: m.b, nome: Incontri, unita: incontri, motivo: da luglio, serie: [{periodo: 2023-T3, valore: 42}]}
"""


def test_a_series_tells_where_it_begins_ends_and_peaks(tmp_path: Path) -> None:
    document = build(check(tmp_path, SERIES))
    assert order(document) == ["m", "grafico_m"]
    found = chart(document, "grafico_m")
    assert found.caption == "Numeri: andamento"
    assert found.categories == ("4° trim. 2022", "2° trim. 2023", "3° trim. 2023")
    assert found.series[1].values == (None, None, Decimal(42))
    assert found.description == (
        "Numeri: andamento. Accessi: da 117 (4° trim. 2022) a 125 (3° trim. 2023), con il valore più alto 165 (2° "
        "trim. 2023). Incontri: 42 (3° trim. 2023)."
    )
    assert found.source == "Fonte: Ufficio di Piano. Senza valore: Incontri (2 su 3) – da luglio."


def test_a_ring_with_a_share_unknown_becomes_bars(tmp_path: Path) -> None:
    more = """rete_offerta:
  al: 2024-01-31
  fonte: AFAM
  aree: [{id: x, nome: Infanzia, quota: 45%}, {id: y, nome: Minori, quota: 26%}, {id: z, nome: Anziani}]
"""
    found = chart(build(check(tmp_path, more)), "grafico_aree_offerta")
    assert (found.kind, found.horizontal) == ("barre", True)
    assert found.series[0].values == (Decimal(45), Decimal(26), None)
    assert found.caption == "Unità d'offerta sociali per area di intervento, quote sul totale, al 31/01/2024"
