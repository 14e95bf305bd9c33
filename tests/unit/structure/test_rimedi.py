# SPDX-License-Identifier: EUPL-1.2
"""The remedies say what to write, made from what was written."""

from pathlib import Path

import pytest

from pdz.source import load
from pdz.structure import read

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: comune}
"""


def hints(folder: Path, text: str) -> list[str]:
    (folder / "piano.yaml").write_text(HEAD + text, encoding="utf-8")
    return [f"{f.code} {f.hint}" for f in read(load(folder))[1]]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("settembre 2024", "scrivi 2024-09-30, oppure anno: 2024"),
        ("02/2024", "scrivi 2024-02-29, oppure anno: 2024"),
        ("2024-9", "scrivi 2024-09-30, oppure anno: 2024"),
        ("2024", "al posto di «al» scrivi anno: 2024"),
        ("1° marzo 2024", "scrivi 2024-03-01"),
        ("31 giugno 2024", "quel giorno non esiste: scrivi anno, mese e giorno, come 2024-12-31"),
        ("13/2024", "scrivi anno, mese e giorno, come 2024-12-31"),
        ("ieri", "scrivi anno, mese e giorno, come 2024-12-31"),
    ],
)
def test_days(tmp_path: Path, written: str, hint: str) -> None:
    assert hints(tmp_path, f"fatti: [{{id: a, nome: A, valore: 1, al: {written}}}]\n") == [f"M003 {hint}"]


def test_a_day_where_no_year_can_be_written(tmp_path: Path) -> None:
    assert hints(tmp_path, "approvazione: {organo: A, data: 2024}\n") == [
        "M003 scrivi anche mese e giorno, come 2024-12-31"
    ]
    assert hints(tmp_path, "approvazione: {organo: A, data: maggio 2024}\n") == [
        "M003 scrivi 2024-05-31, o il giorno giusto"
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("sì", "M003 scrivi 1, con l'unità: per esempio «unita: protocollo»"),
        ("NO", "M003 scrivi 0, con l'unità: per esempio «unita: protocollo»"),
        ("n. 12 posti", "M003 scrivi 12, con unita: posti"),
        ("5 operatori", "M003 scrivi 5, con unita: operatori"),
        ("n. 5", "M003 scrivi 5"),
        ("16.523", 'M004 se sono migliaia scrivi 16523; se sono decimali scrivi, fra virgolette, "16,523"'),
        ("18.420", "M004 se sono migliaia scrivi 18420; se sono decimali scrivi 18.42"),
        ("1.000", "M004 se sono migliaia scrivi 1000; se sono decimali scrivi 1"),
        ("[1]", "M003 scrivi un valore solo, sulla riga di «previsto»"),
    ],
)
def test_measures(tmp_path: Path, written: str, hint: str) -> None:
    indicatore = f"{{id: i, nome: I, previsto: {written}}}"
    text = f"esiti: [{{id: E, titolo: T, indicatori: {{risultato: [{indicatore}]}}}}]\n"
    assert hints(tmp_path, text) == [hint]


@pytest.mark.parametrize("written", ['"16,523"', "18.42"])
def test_what_is_proposed_for_decimals_is_read_as_decimals(tmp_path: Path, written: str) -> None:
    assert hints(tmp_path, f"assistenti_sociali: {{numero: {written}, popolazione: 10}}\n") == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ('"Sì, con le cooperative"', 'scrivi {risposta: sì, testo: "con le cooperative"}'),
        ("No (vedi la scheda 2)", 'scrivi {risposta: no, testo: "vedi la scheda 2"}'),
        ("notevolmente", 'scrivi {testo: "notevolmente"}, oppure sì o no'),
        ('"con il «Ponte» e \\"Aliante\\""', "scrivi {testo: \"con il «Ponte» e 'Aliante'\"}, oppure sì o no"),
    ],
)
def test_closed_answers(tmp_path: Path, written: str, hint: str) -> None:
    assert hints(tmp_path, f"schede: [{{id: S, titolo: T, coprogettato: {written}}}]\n") == [f"M003 {hint}"]


def test_a_bare_yes_or_no_takes_no_text(tmp_path: Path) -> None:
    text = 'esiti_sistema: [{id: S, titolo: T, trasversale: "sì, a tutte le aree"}]\n'
    assert hints(tmp_path, text) == ["M003 scrivi sì oppure no"]


def test_a_state_says_only_why_something_is_missing(tmp_path: Path) -> None:
    text = "esiti: [{{id: E, titolo: T, valutazione_utenti: {{stato: {}}}}}]\n"
    assert hints(tmp_path, text.format("effettuata")) == [
        "M005 qui si scrive solo perché manca; se c'è, scrivi valutazione_utenti: {testo: …}"
    ]
    assert hints(tmp_path, text.format("non rilevable")) == ["M005 forse intendevi «non rilevabile»?"]
    (hint,) = hints(tmp_path, text.format("boh"))
    assert "{testo: …}; valori possibili: non rilevabile, " in hint


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Con le politiche abitative, del lavoro, della casa", "Con le politiche abitative, del lavoro, della casa"),
        ("Con i Comuni, ASST", "Con i Comuni, ASST"),
        ("Spesi 12,5 milioni", "Spesi 12,5 milioni"),
        ('Con il "Ponte", ASST', "Con il 'Ponte', ASST"),
    ],
)
def test_a_text_that_its_comma_cuts(tmp_path: Path, written: str, text: str) -> None:
    assert hints(tmp_path, f"testi: [{{sezione: contesto, testo: {written}}}]\n") == [
        f'M002 fra graffe un testo con la virgola va fra virgolette: testo: "{text}"'
    ]


def test_an_empty_key_that_is_not_the_piece_of_a_text(tmp_path: Path) -> None:
    assert hints(tmp_path, "testi:\n  - sezione: contesto\n    testo: x\n    nulla:\n") == [
        "M002 chiavi possibili: titolo"
    ]
    assert hints(tmp_path, "testi: [{sezione: contesto, testo: x, titolo: , altro}]\n") == [
        "M002 toglila: le altre chiavi ci sono già tutte"
    ]


def test_the_keys_that_may_still_be_written_are_listed(tmp_path: Path) -> None:
    assert hints(tmp_path, "testi: [{sezione: contesto, testo: x, pippo: 3}]\n") == ["M002 chiavi possibili: titolo"]
    (hint,) = hints(tmp_path, "schede: [{id: S, titolo: T, pippo: 3}]\n")
    assert hint.startswith("M002 chiavi possibili: area, obiettivo, macroaree, ")
    assert hint.endswith("…; le spiega tutte: pdz explain schede")
    (hint,) = hints(tmp_path, "pippo: 3\n")
    assert hint.endswith("pdz explain piano")
