# SPDX-License-Identifier: EUPL-1.2
"""The parts of the documents: what stands where, and what is said of what is missing."""

from decimal import Decimal
from pathlib import Path

import pytest

from pdz.doctree import (
    Chart,
    Document,
    Euro,
    Heading,
    Items,
    Number,
    Paragraph,
    Percent,
    RichCell,
    Row,
    Table,
    iter_blocks,
)
from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.pipeline.check import Checked, check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render

PLAN = """formato: 1
profilo: lombardia/2025-2027
titolo: {titolo}
triennio: 2025-2027
ambito: {{nome: Prova, ente_capofila: capofila{ambito}}}
enti: [{{id: capofila, nome: Azienda di prova, sigla: ADP}}]
{more}"""


def check(folder: Path, more: str = "", titolo: str = "Piano di Zona", ambito: str = "") -> Checked:
    text = PLAN.format(titolo=titolo, ambito=ambito, more=more)
    (folder / "piano.yaml").write_text(text, encoding="utf-8")
    checked = check_plan(folder)
    assert [finding for finding in checked.findings if finding.severity.value == "errore"] == []
    return checked


def build(checked: Checked) -> Document:
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    parts = (checked.piano, checked.profilo, checked.quadro, checked.citabili)
    document: Document = KINDS.get("piano").build(Request(*parts, Frame(), checked.source.folder))
    return document


def print_text(checked: Checked) -> str:
    return render(checked, find_writer(".md"), RenderOptions())[0].decode()


def table(document: Document, identifier: str) -> Table:
    return next(block for block in iter_blocks(document) if isinstance(block, Table) and block.id == identifier)


def order(document: Document) -> list[str]:
    return [block.id for block in iter_blocks(document) if isinstance(block, Heading | Table | Chart) and block.id]


def rows(found: Table, kind: str = "corpo") -> list[tuple[object, ...]]:
    return [row.cells for row in found.rows if row.kind == kind]


# ---------------------------------------------------------------- data

DATA = """
tabelle:
  - {id: t, titolo: Tabella sola, colonne: [{campo: c, titolo: Posti, unita: letti}], dati: [{comune: Uno, c: 4}]}
grafici:
  - {id: g, titolo: Grafico solo, tipo: barre, categorie: [Uno], testo_alternativo: prova,
     serie: [{nome: Serie, valori: [3]}]}
monitoraggi:
  - id: m
    titolo: Serie sola
    indicatori:
      - id: i
        nome: Accessi
        unita: persone
        base: 10
        previsto: 50
        realizzato: 40
        realizzati: [{nome: minori, valore: 7}]
        serie: [{periodo: "2023", valore: 20}]
"""


def test_data_without_a_section_stand_in_the_context_and_the_sources_at_the_end(tmp_path: Path) -> None:
    found = order(build(check(tmp_path, DATA + "fatti: [{id: f, nome: Dato, valore: 1}]")))
    assert found[found.index("contesto") : found.index("reti")] == ["contesto", "t", "g", "m"]
    assert found[-2:] == ["altri_dati", "tabella_altri_dati"]


def test_data_without_a_section_stand_where_a_text_asks(tmp_path: Path) -> None:
    text = """testi: [{sezione: valutazione, testo: '{{ tabella("t") }}'}]"""
    assert order(build(check(tmp_path, DATA + text))).count("t") == 1


def test_unit_stands_in_the_heading_of_its_column(tmp_path: Path) -> None:
    assert table(build(check(tmp_path, DATA)), "t").head[0].cells == ("Comune", "Posti (letti)")


def test_series_have_base_expected_and_actual_value(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, DATA)), "m")
    assert found.head[0].cells == ("Indicatore", "Valore di partenza", "Dato previsto", "2023", "Dato realizzato")
    assert rows(found) == [("Accessi (persone)", "10", "50", "20", "40; 7 minori")]


def test_series_of_values_alone_have_no_other_columns(tmp_path: Path) -> None:
    more = (
        """monitoraggi: [{id: m, titolo: S, indicatori: [{id: i, nome: A, serie: [{periodo: "2023", valore: 2}]}]}]"""
    )
    assert table(build(check(tmp_path, more)), "m").head[0].cells == ("Indicatore", "2023")


def test_a_period_that_counts_something_else_says_what(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, DATA.replace("valore: 20}", "valore: 20, unita: accessi}"))), "m")
    assert rows(found) == [("Accessi (persone)", "10", "50", "20 accessi", "40; 7 minori")]


def test_an_outcome_prints_the_values_of_steps_and_periods(tmp_path: Path) -> None:
    more = """
progetti_premiali:
  - id: p
    titolo: Progetto
    indicatori:
      - id: i
        nome: Accolti
        unita: persone
        tappe: [{anno: 2023, previsto: 50, realizzato: 40}]
        serie: [{periodo: 2023-T1, valore: 12}, {periodo: 2023-T2, valore: 9}]
"""
    text = print_text(check(tmp_path, more))
    assert "40 persone nel 2023" in text
    assert "12 persone nel 1° trim. 2023" in text
    assert "9 persone nel 2° trim. 2023" in text


# ---------------------------------------------------------------- facts

FACTS = """
testi: [{sezione: contesto, testo: "Sono {{ fatti.citato }} e {{ fatti.nudo }}, al {{ fatti.solo_giorno.al }}."}]
fatti:
  - {id: nudo, nome: Nudo, valore: 2}
  - {id: solo_giorno, nome: Solo giorno, valore: 3, al: 2024-01-01}
  - {id: citato, nome: Residenti, al: 2024-01-01, fonte: {nome: ISTAT, consultata: 2024-11-10}, nota: provvisori,
     parti: [{nome: maschi, valore: 4}, {nome: femmine, valore: 5}]}
  - {id: altro, nome: Stranieri, valore: 1, fonte: {nome: ISTAT, consultata: 2024-11-10}}
  - {id: vuoto, nome: Quota, numeratore: 3, fonte: Comune}
"""


def test_facts_stand_once_under_their_source(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, FACTS)), "tabella_altri_dati")
    names = [row.cells[0] for row in found.rows]
    shown = [name.blocks[0].content if isinstance(name, RichCell) else name for name in names]  # type: ignore[union-attr]
    assert shown == [
        "Fonte: ISTAT, consultata il 10/11/2024.", names[1], "Stranieri", "Fonte: Comune.", "Quota",
        "Fonte non indicata", "Solo giorno",
    ]  # fmt: skip


def test_a_fact_keeps_day_parts_and_note(tmp_path: Path) -> None:
    text = print_text(check(tmp_path, FACTS))
    assert "| Residenti[^1] | 9 |  | 01/01/2024 |" in text
    assert "[^1]: Somma di: maschi (4), femmine (5).\n    Provvisori." in text


def test_a_fact_that_cannot_be_computed_says_why(tmp_path: Path) -> None:
    assert "| Quota | n.c.: manca il denominatore |" in print_text(check(tmp_path, FACTS))


# ---------------------------------------------------------------- Ambito, workers, supply

AMBITO = ", forma: convenzione, ats: ATS di prova, superficie_kmq: 96.6, numero_comuni: 61"


def test_the_ambito_opens_the_chapter_of_governance(tmp_path: Path) -> None:
    text = 'testi: [{sezione: governance, testo: "## Storia"}]'
    document = build(check(tmp_path, text, ambito=AMBITO))
    found = order(document)
    assert found[found.index("governance") + 1] == "tabella_ambito"
    assert rows(table(document, "tabella_ambito")) == [
        ("Ente capofila", "Azienda di prova"), ("Forma di gestione", "convenzione"), ("ATS", "ATS di prova"),
        ("Superficie in km²", "96,6"), ("Comuni", "61"),
    ]  # fmt: skip


def test_an_ambito_with_a_name_only_has_no_table(tmp_path: Path) -> None:
    assert "tabella_ambito" not in order(build(check(tmp_path)))


def test_texts_may_cite_the_ambito(tmp_path: Path) -> None:
    words = "{{ ambito.ats }}, {{ ambito.capofila }}, {{ ambito.superficie_kmq }} km², {{ ambito.numero_comuni }}"
    text = f'testi: [{{sezione: contesto, testo: "{words}."}}]'
    assert "ATS di prova, Azienda di prova, 96,6 km², 61." in print_text(check(tmp_path, text, ambito=AMBITO))


def test_social_workers_stand_against_the_two_thresholds(tmp_path: Path) -> None:
    more = "assistenti_sociali: {numero: 20, popolazione: 100000, al: 2024-01-01, fonte: SIOSS}"
    found = table(build(check(tmp_path, more)), "tabella_assistenti")
    assert found.caption == "Assistenti sociali e abitanti, al 01/01/2024"
    assert found.source == "Fonte: SIOSS."
    assert [cells[1].value for cells in rows(found)] == [20, 100000, 5000, 0, 5]  # type: ignore[union-attr]


SUPPLY = """
rete_offerta:
  voci:
    - {id: nido, tipologia: Nido, area: Minori, posti: 30, utenza: bambini}
    - {id: crdm, tipologia: Centro, area: Minori, motivo: la capienza cambia, nota: estivo}
  gruppi: [{id: totale_posti, nome: Posti in tutto, voci: [nido]}]
"""


def test_missing_places_say_why_in_the_notes(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, SUPPLY)), "tabella_unita_offerta")
    assert rows(found)[1] == ("Minori", "Centro", "—", "—", "la capienza cambia; estivo")


def test_name_of_a_total_of_places_spans_to_its_number(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, SUPPLY)), "tabella_unita_offerta")
    title = RichCell((Paragraph("Posti in tutto"),), colspan=2, header=True)
    assert found.rows[-1] == Row((title, Number(Decimal(30)), "", ""), "totale")


# ---------------------------------------------------------------- objectives, schede

OBJECTIVES = """
organi: [{id: tavolo, nome: Tavolo anziani, tipo: tavolo}, {id: altro, nome: Tavolo altro, tipo: tavolo}]
esiti: [{id: P1, titolo: Vecchio obiettivo}]
aree:
  - {id: anziani, titolo: Anziani, macroaree: [E], tavolo: tavolo, temi: [{id: tema, titolo: Tema, tavolo: altro}]}
obiettivi:
  - {id: O1, titolo: Uno, gruppo: ambito, area: anziani, macroaree: [E], tavolo: tavolo, scheda: S1}
  - {id: O2, titolo: Due, gruppo: ambito, area: anziani, macroaree: [D], aree_tematiche: [AT1], fondi: [FNA],
     tavolo: altro, gia: [P1], scheda: S1}
schede:
  - {id: S1, titolo: Scheda uno, area: anziani, macroaree: [E]}
  - {id: S2, titolo: Scheda due, macroaree: [E]}
"""


def test_objectives_say_what_they_are_tied_to(tmp_path: Path) -> None:
    text = " ".join(print_text(check(tmp_path, OBJECTIVES)).split())
    assert "**Uno** (vedi [scheda S1](#scheda-s1-scheda-uno))" in text
    assert (
        "**Due** (macroaree: D; aree tematiche: AT1; fondi: Fondo nazionale per la non autosufficienza; "
        "tavolo: Tavolo altro; continua: «Vecchio obiettivo»; vedi [scheda S1](#scheda-s1-scheda-uno))"
    ) in text


def test_a_theme_says_its_own_tavolo(tmp_path: Path) -> None:
    assert "Riferimento: Tavolo altro." in print_text(check(tmp_path, OBJECTIVES))


def test_a_scheda_says_its_macro_areas_unless_they_are_those_of_its_area(tmp_path: Path) -> None:
    blocks = list(iter_blocks(build(check(tmp_path, OBJECTIVES))))
    after = {block.id: blocks[index + 1] for index, block in enumerate(blocks) if isinstance(block, Heading)}
    assert after["S2"] == Paragraph("Nello schema regionale: E. Anziani.", "etichetta")
    assert after["S1"] == Paragraph("Obiettivi del Piano:", "etichetta")


def test_many_objectives_of_a_scheda_are_a_list(tmp_path: Path) -> None:
    document = build(check(tmp_path, OBJECTIVES))
    assert Items(((Paragraph("Uno"),), (Paragraph("Due"),))) in list(iter_blocks(document))


def test_rows_of_the_matrix_have_the_title_of_their_area(tmp_path: Path) -> None:
    more = "schede_integrazione: [{id: SI1, titolo: Integrata, matrice: {AT1: [LI1]}}]"
    assert "| AT1 Valutazione multidimensionale | X |" in print_text(check(tmp_path, more))


# ---------------------------------------------------------------- outcomes

OUTCOME = """
esiti:
  - {{id: P1, titolo: Obiettivo, azioni: {{programmate: {planned}, realizzate: {done}}}, risorse: {{pagato: 5}}}}
"""


@pytest.mark.parametrize(
    ("done", "planned", "words"),
    [
        (1, 300, "— 1 azione realizzata su 300 programmate"),
        (1, 1, "**100% (ottimo)** — 1 azione realizzata su 1 programmata"),
        (0, 3, "— 0 azioni realizzate su 3 programmate"),
        (0, 0, "*n.c.: le azioni programmate sono zero*"),
    ],
)
def test_the_grado_says_its_actions_or_why_it_cannot_be_computed(
    tmp_path: Path, done: int, planned: int, words: str
) -> None:
    text = print_text(check(tmp_path, OUTCOME.format(done=done, planned=planned)))
    assert words in text
    assert "…" not in text


def test_coincidence_that_cannot_be_computed_says_so(tmp_path: Path) -> None:
    text = print_text(check(tmp_path, OUTCOME.format(done=1, planned=2)))
    assert "n.c.: manca l'importo preventivato" in text


# ---------------------------------------------------------------- funds

FUNDS = """
fondi:
  - id: prospetto
    titolo: Fondi
    classe: progettualita
    nota: Nota della tabella
    voci:
      - {id: v1, denominazione: FNA 2023, fondo: FNA, misura: B1, esercizio: 2024, annualita: ["2023"],
         richiesto: 900, importo: 700, assegnato: 600}
      - {id: v2, denominazione: Altro, importo: 50}
      - {id: v3, denominazione: Senza importo}
"""


def test_each_column_of_amounts_has_its_own_total(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, FUNDS)), "prospetto")
    (total,) = rows(found, "totale")
    assert [cell for cell in total if isinstance(cell, Euro)] == [Euro(Decimal(750)), Euro(Decimal(650))]


def test_what_has_no_column_nor_name_goes_to_the_notes(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, FUNDS)), "prospetto")
    assert rows(found)[0][-1] == "misura: B1; esercizio 2024; richiesti 900,00\u00a0€"


def test_totals_say_how_many_rows_have_no_amount(tmp_path: Path) -> None:
    document = build(check(tmp_path, FUNDS))
    assert table(document, "prospetto").source == "Nota della tabella. I totali non comprendono 1 voce senza importo."
    assert table(document, "tabella_livelli_fondi").source == "I totali non comprendono 1 voce senza importo."


def test_totals_by_level_add_up(tmp_path: Path) -> None:
    found = table(build(check(tmp_path, FUNDS)), "tabella_livelli_fondi")
    amounts = {str(cells[0]): cells[1] for cells in (*rows(found), *rows(found, "totale"))}
    assert amounts == {
        "Nazionale": Euro(Decimal(600)),
        "Livello non indicato": Euro(Decimal(50)),
        "Progettualità, interventi, misure": Euro(Decimal(650)),
        "Totale": Euro(Decimal(650)),
    }


def test_a_group_without_rows_has_no_title(tmp_path: Path) -> None:
    more = "fondi: [{id: p, titolo: F, classe: strutturali, voci: [{id: v, denominazione: Voce, assegnato: 5}]}]"
    found = table(build(check(tmp_path, more)), "tabella_livelli_fondi")
    assert rows(found, "gruppo") == [("Per classe",)]
    assert [cells[2] for cells in rows(found)] == [Percent(Decimal(100), 2)]


def test_a_total_of_nothing_says_why(tmp_path: Path) -> None:
    more = "fondi: [{id: p, titolo: F, classe: strutturali, voci: [{id: v, denominazione: Voce}]}]"
    (total,) = rows(table(build(check(tmp_path, more)), "p"), "totale")
    assert total[1] == "n.c.: nessuna voce ha un importo"


# ---------------------------------------------------------------- cover, titles


def test_cover_says_the_triennio_unless_the_title_does(tmp_path: Path) -> None:
    first = build(check(tmp_path)).cover
    second = build(check(tmp_path, titolo="Piano di Zona 2025-2027")).cover
    assert first is not None
    assert second is not None
    assert first.lines[0] == "Triennio 2025-2027"
    assert second.lines[0] == "Ambito territoriale sociale di Prova"


def test_author_is_the_office_then_the_lead_body(tmp_path: Path) -> None:
    assert build(check(tmp_path)).author == "Azienda di prova"
    assert build(check(tmp_path, "autore: Ufficio di Piano")).author == "Ufficio di Piano"


def test_own_titles_have_their_trienni_in_place(tmp_path: Path) -> None:
    more = """testi: [{sezione: esiti, titolo: "Gli esiti {precedente} e {altro}", testo: Prova}]"""
    assert "Gli esiti 2021-2023 e {altro}" in print_text(check(tmp_path, more))


def test_a_table_says_why_its_values_cannot_be_computed(tmp_path: Path) -> None:
    more = """
tabelle:
  - id: t
    titolo: Tabella
    nota: provvisoria
    colonne:
      - {campo: a, titolo: A}
      - {campo: b, titolo: B}
      - {campo: q, titolo: Quota, tipo: percentuale, numeratore: a, denominatore: b}
    dati: [{comune: Uno, a: 4, b: 0}, {comune: Due, a: 1, b: 2}]
"""
    found = table(build(check(tmp_path, more)), "t")
    assert rows(found)[0][-1] == "n.c."
    assert found.source == "provvisoria. n.c. (non calcolabile): il denominatore è zero (B, Uno)."
