# SPDX-License-Identifier: EUPL-1.2
"""From YAML to the plan: how values are read, and which one error each defect gives."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pdz.model import Piano
from pdz.source import load
from pdz.structure import read

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: comune}
"""


def read_plan(folder: Path, text: str) -> tuple[Piano | None, list[str]]:
    (folder / "piano.yaml").write_text(text, encoding="utf-8")
    piano, findings = read(load(folder))
    return piano, [f"{f.location.line}:{f.location.column} {f.code} {f.message}" for f in findings]


def good(folder: Path, text: str) -> Piano:
    piano, findings = read_plan(folder, HEAD + text)
    assert findings == []
    assert piano is not None
    return piano


def fondi(amount: str) -> str:
    voce = f"{{id: v, denominazione: D, assegnato: {amount}}}"
    return f"fondi: [{{id: f, titolo: F, classe: strutturali, voci: [{voce}]}}]\n"


@pytest.mark.parametrize(
    "written",
    [
        "599821.54",
        '"599.821,54"',
        '"599.821,54 €"',
        '"€ 599.821,54"',
        '"599821,54"',
        '"599 821,54 euro"',
        '"+599821.54"',
        '"599.821,54\u00a0€"',
    ],
)
def test_one_amount_written_in_many_ways(tmp_path: Path, written: str) -> None:
    assert good(tmp_path, fondi(written)).fondi[0].voci[0].assegnato == Decimal("599821.54")


@pytest.mark.parametrize("written", ["0.10", "0.1", "100000000000000.01", "1234567.00", "-3.05"])
def test_money_is_exact(tmp_path: Path, written: str) -> None:
    assegnato = good(tmp_path, fondi(written)).fondi[0].voci[0].assegnato
    assert assegnato is not None
    assert str(assegnato) == written


@pytest.mark.parametrize(
    "written", ["16.523", '"16.523"', '"16.523 €"', '"€ 16.523"', '"16.523 euro"', "'16.523\u00a0€'"]
)
def test_sixteen_thousand_or_sixteen_and_a_half_is_asked(tmp_path: Path, written: str) -> None:
    piano, findings = read_plan(tmp_path, HEAD + fondi(written))
    assert piano is None
    assert findings == [
        f"6:93 M004 v «D»: «{written.strip(chr(34) + chr(39))}» può essere 16523 oppure 16,523".replace("\u00a0", " ")
    ]


def test_codes_words_and_hours_stay_what_they_are(tmp_path: Path) -> None:
    piano = good(
        tmp_path,
        "autore: 12:30\n"
        "enti: [{id: 015, nome: no}, {id: off, nome: 1e3}]\n"
        "glossario: [{sigla: 0010, significato: 2024-01-01}]\n",
    )
    assert piano.autore == "12:30"
    assert [(ente.id, ente.nome) for ente in piano.enti] == [("015", "no"), ("off", "1e3")]
    assert (piano.glossario[0].sigla, piano.glossario[0].significato) == ("0010", "2024-01-01")


def test_istat_codes_keep_their_zeros(tmp_path: Path) -> None:
    text = HEAD.replace("ente_capofila: comune", "ente_capofila: comune, comuni: [{nome: Abbadia, istat: 098001}]")
    piano, findings = read_plan(tmp_path, text)
    assert findings == []
    assert piano is not None
    assert piano.ambito.comuni[0].istat == "098001"


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("sì", True),
        ("si", True),
        ("SI", True),
        ('"SI\'"', True),
        ("Sì", True),
        ("si’", True),
        ("no", False),
        ("NO", False),
    ],
)
def test_yes_and_no_as_people_write_them(tmp_path: Path, written: str, answer: bool) -> None:
    assert good(tmp_path, f"leps: [{{id: l, nome: L, da_attuare: {written}}}]\n").leps[0].da_attuare is answer


@pytest.mark.parametrize("written", ["2024-12-31", "31/12/2024", "31.12.2024"])
def test_days_as_people_write_them(tmp_path: Path, written: str) -> None:
    piano = good(tmp_path, f"approvazione: {{organo: Assemblea, data: {written}}}\n")
    assert piano.approvazione is not None
    assert piano.approvazione.data == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("80%", {"numero": Decimal(80), "percento": True}),
        ("80 %", {"numero": Decimal(80), "percento": True}),
        ("'1.250,5'", {"numero": Decimal("1250.5")}),
        ("circa 50", {"numero": Decimal(50), "operatore": "circa"}),
        ("più di 200", {"numero": Decimal(200), "operatore": ">"}),
        ('">=3"', {"numero": Decimal(3), "operatore": "≥"}),
        ("Non rilevabile", {"stato": "non rilevabile"}),
    ],
)
def test_values_of_indicators(tmp_path: Path, written: str, expected: dict[str, Any]) -> None:
    piano = good(tmp_path, f"fatti: [{{id: a, nome: A, valore: {written}}}]\n")
    valore = piano.fatti[0].valore
    assert valore is not None
    assert valore.model_dump(exclude_defaults=True) == expected


def test_parts_that_may_be_said_in_one_word(tmp_path: Path) -> None:
    piano = good(
        tmp_path,
        "esiti:\n"
        "  - id: E1\n"
        "    titolo: Esito\n"
        "    azioni: [{id: a1, nome: Azione, stato: realizzata}]\n"
        "    valutazione_utenti: non effettuata\n"
        "    adeguatezza_risorse: adeguato\n"
        "    riproposto: no\n"
        "  - {id: E2, titolo: Altro, azioni: {programmate: 5, realizzate: 4}, valutazione_utenti: molto buona}\n"
        "fatti: [{id: a, nome: A, valore: 1, fonte: ISTAT}]\n",
    )
    first, second = piano.esiti
    assert first.azioni is not None
    assert [azione.id for azione in first.azioni.elenco] == ["a1"]
    assert first.valutazione_utenti is not None
    assert first.valutazione_utenti.stato == "non effettuata"
    assert first.adeguatezza_risorse is not None
    assert first.adeguatezza_risorse.giudizio == "adeguato"
    assert first.riproposto is not None
    assert first.riproposto.risposta is False
    assert second.azioni is not None
    assert second.azioni.programmate == 5
    assert second.valutazione_utenti is not None
    assert second.valutazione_utenti.testo == "molto buona"
    assert piano.fatti[0].fonte is not None
    assert piano.fatti[0].fonte.nome == "ISTAT"


def test_the_path_of_an_error_is_cut_to_what_was_written(tmp_path: Path) -> None:
    text = "esiti: [{id: E1, titolo: E, riproposto: boh, azioni: [{id: a, nome: A, stato: fatta}]}]\n"
    assert read_plan(tmp_path, HEAD + text)[1] == [
        "6:79 M005 a «A»: «fatta» non è fra i valori possibili di «stato»",
        "6:41 M003 E1 «E»: «boh» non va bene: qui serve sì oppure no",
    ]


def test_what_was_refused_while_reading_is_not_said_twice(tmp_path: Path) -> None:
    text = (
        "stato: &a bozza\nautore: {b: *a}\norgani: manca.csv\nlogo: manca.md\n"
        "fatti: [manca.md, {id: a, nome: manca.md}]\n"
    )
    _, findings = read_plan(tmp_path, HEAD + text)
    assert [finding.split(" ")[1] for finding in findings] == ["Y004", "Y004", "Y008", "Y008", "Y008", "Y008", "M003"]


def test_a_missing_key_may_stand_in_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "rotto.yaml").write_text("ambito: [\n")
    text = "formato: 1\nincludi: [rotto.yaml]\nfatti: [{id: a}]\n"
    assert read_plan(tmp_path, text)[1] == [
        "1:9 Y002 il file finisce, ma qualcosa è ancora aperto",
        "3:9 M001 a: manca la chiave «nome»",
    ]


@pytest.mark.parametrize("version", ["2", "0", "99999999999", "-1", "²", "9" * 5000, "1.5", "2.0", "uno", "[1]"])
def test_another_version_of_the_format(tmp_path: Path, version: str) -> None:
    piano, findings = read_plan(tmp_path, HEAD.replace("formato: 1", f"formato: {version}"))
    assert piano is None
    assert len(findings) == 1
    assert findings[0].startswith("1:")


def test_a_number_with_the_comma_in_a_flow_mapping(tmp_path: Path) -> None:
    piano, findings = read_plan(tmp_path, HEAD + "assistenti_sociali: {numero: 12,5}\n")
    assert piano is None
    assert findings == ["6:33 M002 chiave sconosciuta «5»"]


@pytest.mark.parametrize("example", ["minimo", "lodi-2025-2027", "san-giuliano-milanese-2025-2027"])
def test_the_examples_are_plans(example: str) -> None:
    piano, findings = read(load(Path(__file__).parents[3] / "esempi" / example))
    assert findings == ()
    assert piano is not None
