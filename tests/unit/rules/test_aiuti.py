# SPDX-License-Identifier: EUPL-1.2
"""What a person is told to write: codes for who knows only titles, cells that hold nothing, a slip told once."""

from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan

from ._brevi import HEAD, found

TABLE = """tabelle:
  - id: accessi
    titolo: Accessi
    chiave: trimestre
    anno: 2024
    fonte: Ufficio di Piano
    colonne: [{campo: sportello, titolo: Sportello}, {campo: nota, titolo: Nota, tipo: testo}]
    dati:
      - {trimestre: 1° trim., sportello: 12, nota: aperto}
      - {trimestre: 2° trim., sportello: "", nota: ""}
"""
PIE = (
    "grafici:\n  - {{id: g, titolo: G, tipo: torta, testo_alternativo: G, anno: 2024, fonte: x, categorie: [a, b],\n"
    "     serie: [{{nome: s, cita: [tabelle.accessi.1_trim.sportello, {cited}]}}]}}\n"
)


def told(folder: Path, body: str) -> list[tuple[str, str]]:
    """Message and hint of each error."""
    (folder / "piano.yaml").write_text(f"{body.rstrip()}\n{HEAD}", encoding="utf-8")
    return [(f.message, f.hint) for f in check_plan(folder).findings if f.severity.value == "errore"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("fondi: [Quota servizi]", "scrivi il codice: QSFP (Fondo povertà – Quota servizi)"),
        ("fondi: [FNPP]", "forse intendevi «FNPS»?"),
        ("leps: [pua]", "scrivi il codice: L4 (PUA integrati e UVM: incremento operatori sociali)"),
        ("macroaree: [minori]", "scrivi il codice: G (Politiche giovanili e per i minori)"),
        (
            "leps: [casa]",
            "codici possibili: L1 (Valutazione multidimensionale e progetto personalizzato), L2 (Prevenzione "
            "dell'allontanamento familiare (P.I.P.P.I.)), L3 (Servizi sociali per le dimissioni protette), L4 (PUA "
            "integrati e UVM: incremento operatori sociali), L5 (Incremento SAD)",
        ),
    ],
)
def test_a_title_in_place_of_its_code(tmp_path: Path, written: str, hint: str) -> None:
    body = f"obiettivi:\n  - {{id: O1, titolo: Prova, gruppo: ambito, {written}}}\n"
    ((_, said),) = told(tmp_path, body)
    assert said == hint


def test_codes_too_many_for_their_titles_are_told_alone_and_without_those_of_the_past(tmp_path: Path) -> None:
    ((_, hint),) = told(tmp_path, "obiettivi:\n  - {id: O1, titolo: Prova, gruppo: ambito, fondi: [zzz]}\n")
    codes = hint.removeprefix("codici possibili: ").split(", ")
    assert {"FNPS", "FSR", "QSFP"} < set(codes)
    assert "ONMI" not in codes
    assert not any("(" in code for code in codes)


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("2_trim.sportello", "la cella è vuota"),
        ("2_trim.nota", "la cella è vuota"),
        ("1_trim.nota", "la cella è un testo, non un numero"),
        ("3_trim.sportello", "non c'è nel piano"),
        ("1_trim.sportelo", "non c'è nel piano"),
    ],
)
def test_a_cell_without_a_figure_is_not_another_cell(tmp_path: Path, cell: str, message: str) -> None:
    name = f"tabelle.accessi.{cell}"
    (tmp_path / "uno").mkdir()
    text = f'testi:\n  - {{sezione: contesto, testo: "Sono {{{{ {name} }}}}."}}\n'
    ((said, hint),) = told(tmp_path / "uno", TABLE + text)
    assert said == f"«{name}» non si può citare: {message}"
    ((drawn, _),) = told(tmp_path, TABLE + PIE.format(cited=name))
    assert drawn == f"g «G»: {said}"
    assert ("trim" in hint) == (message == "non c'è nel piano")


def test_a_name_that_does_not_exist_makes_no_pie_with_a_gap(tmp_path: Path) -> None:
    assert [message for message, _ in told(tmp_path, TABLE + PIE.format(cited="fatti.manca"))] == [
        "g «G»: «fatti.manca» non si può citare: non c'è nel piano"
    ]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("{{ grafico(g1) }}", "l'id va fra virgolette", 'scrivi {{ grafico("g1") }}'),
        ("Vedi {{ rif( contesto ) }}.", "l'id va fra virgolette", 'scrivi {{ rif("contesto") }}'),
        ("Sono {{ fatti.a}, non {{ piano.titolo }}.", "manca }} alla fine", "si scrive, per esempio, "),
    ],
)
def test_slips_in_the_form_of_a_citation(tmp_path: Path, text: str, message: str, hint: str) -> None:
    ((said, how),) = told(tmp_path, f"testi:\n  - sezione: contesto\n    testo: |\n      {text}\n")
    assert said == message
    assert how.startswith(hint)


def test_a_macro_area_that_does_not_exist_is_told_once(tmp_path: Path) -> None:
    areas = "aree:\n  - {id: a, titolo: A, macroaree: [W]}\n"
    goals = "obiettivi:\n  - {id: O1, titolo: Prova, gruppo: ambito, area: a, macroaree: [D]}\n"
    assert found(tmp_path, areas + goals, "R002", "L019") == ["2 R002 a «A»: la macroarea «W» non esiste"]


def test_a_triennium_that_has_no_profile(tmp_path: Path) -> None:
    (tmp_path / "piano.yaml").write_text(HEAD.replace("triennio: 2025-2027", "triennio: 2028-2030"), encoding="utf-8")
    hints = [finding.hint for finding in check_plan(tmp_path).findings if finding.code == "L001"]
    assert hints == ["scrivi 2025-2027: per il 2028-2030 non c'è un profilo"]


def test_a_number_of_a_list_keeps_its_place(tmp_path: Path) -> None:
    chart = "{id: g, titolo: G, tipo: barre, testo_alternativo: G, categorie: [a], serie: [{valori: [-]}]}"
    ((_, hint),) = told(tmp_path, f"grafici:\n  - {chart}\n")
    assert hint == "scrivi solo il numero, come 16523 o 96.6; se non si conosce, scrivi n.d."
