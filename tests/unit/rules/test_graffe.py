# SPDX-License-Identifier: EUPL-1.2
"""T001 on citations that would spoil the print: single braces, a sign printed twice."""

from pathlib import Path

import pytest

from pdz.pipeline.check import check_plan, make_selezione

PLAN = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: comune}
enti: [{id: comune, nome: Comune}]
fatti:
  - {id: anziani, nome: Anziani, valore: 1000, unita: persone}
  - {id: quota, nome: Quota di anziani, valore: 10.6%}
  - {id: manca, nome: Quota che manca, valore: non rilevabile, unita: "%"}
fondi:
  - {id: f, titolo: Fondi, classe: strutturali, voci: [{id: v, denominazione: FNPS, assegnato: 540000}]}
testi:
  - {sezione: contesto, testo: testi/contesto.md}
"""


def found(folder: Path, text: str) -> list[tuple[int, str, str]]:
    """Column, message and hint of what T001 says of a text."""
    (folder / "testi").mkdir()
    (folder / "testi/contesto.md").write_text(text + "\n", encoding="utf-8")
    (folder / "piano.yaml").write_text(PLAN, encoding="utf-8")
    findings = check_plan(folder, make_selezione(["T001"], [])).findings
    assert {finding.code for finding in findings} <= {"T001"}
    return [(finding.location.column, finding.message, finding.hint) for finding in findings]


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("Gli anziani sono { fatti.anziani }.", 18, "scrivi {{ fatti.anziani }}"),
        ("Gli anziani sono {fatti.anziani | numero}.", 18, "scrivi {{ fatti.anziani | numero }}"),
        ('Vedi { rif("contesto") }.', 6, 'scrivi {{ rif("contesto") }}'),
        ("Sono {{ fatti.anziani }} su { fatti.quota }", 29, "scrivi {{ fatti.quota }}"),
    ],
)
def test_single_braces(tmp_path: Path, text: str, column: int, hint: str) -> None:
    ((place, message, said),) = found(tmp_path, text)
    assert (place, said) == (column, hint)
    assert message.endswith("si stampa così com'è: una citazione ha doppie graffe")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Sono il {{ fatti.quota }}%.", "togli «%»"),
        ("Sono il {{ fatti.quota }} %.", "togli «%»"),
        ("Sono il {{ fatti.quota | percento(1) }} per cento.", "togli «per cento»"),
        ("Sono {{ totali.fondi }} euro.", "togli «euro»"),
        ("Sono {{ totali.fondi | euro }} €.", "togli «€»"),
        ("Sono € {{ totali.fondi }}.", "togli «€»"),
    ],
)
def test_a_sign_printed_twice(tmp_path: Path, text: str, hint: str) -> None:
    ((place, message, said),) = found(tmp_path, text)
    assert (place, said) == (text.index("{{") + 1, hint)
    assert message.startswith("la citazione stampa già «")


@pytest.mark.parametrize(
    "text",
    [
        "L'insieme {a, b} e il segnaposto {nome}.",
        "Si scrive { fatti.che_non_ci_sono }.",
        "<!-- qui va { fatti.anziani } -->Un testo.",
        "Sono il {{ fatti.quota | numero }}%.",
        "Sono {{ totali.fondi | numero }} euro.",
        "Sono {{ fatti.anziani }} euro, o il {{ fatti.anziani }}%.",
        "Sono il {{ fatti.manca }}%.",
        "Sono {{ totali.fondi }}. Euro e centesimi.",
        "Sono {{ totali.fondi }} europei, cioè {{ fatti.quota }} percentuali.",
        "Sono {{ fatti.quota }} e 3%.",
    ],
)
def test_what_prints_well(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []
