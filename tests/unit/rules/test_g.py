# SPDX-License-Identifier: EUPL-1.2
"""Gradi and indicators: near misses, edge cases, texts of published plans that must not be reported."""

import textwrap
from pathlib import Path

import pytest

from pdz.findings import Finding
from pdz.pipeline.check import check_plan
from pdz.rules import Selezione

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: c}
enti: [{id: c, nome: C}]
"""


@pytest.fixture
def found(tmp_path: Path):
    """Checks a plan and gives the findings of family G: code and the word where each stands."""

    def check(body: str) -> list[tuple[str, str]]:
        return [(f.code, word_at(tmp_path, f)) for f in findings(tmp_path, body)]

    return check


def findings(folder: Path, body: str) -> tuple[Finding, ...]:
    (folder / "piano.yaml").write_text(HEAD + textwrap.dedent(body), encoding="utf-8")
    checked = check_plan(folder)
    assert checked.piano is not None, [f.message for f in checked.findings]
    assert {f.code for f in checked.findings if not f.code.startswith("G")} <= {"R001", "L003"}
    return tuple(f for f in checked.findings if f.code.startswith("G"))


def word_at(folder: Path, finding: Finding) -> str:
    line = (folder / finding.location.file).read_text(encoding="utf-8").split("\n")[finding.location.line - 1]
    return line[finding.location.column - 1 : finding.location.end_column - 1]


def esito(rows: str, **keys: str) -> str:
    """A plan with one outcome: its keys and its indicators of result, one per line."""
    lines = ["esiti:", "  - id: A1", "    titolo: Prova"]
    lines += [f"    {key}: {value}" for key, value in ({"grado": "80%"} | keys).items()]
    lines += ["    indicatori:", "      risultato:"] if rows else []
    lines += [f"        - {row}" for row in textwrap.dedent(rows).strip().split("\n") if row]
    return "\n".join(lines) + "\n"


def indicatore(fields: str, **keys: str) -> str:
    return esito(f"{{id: i, {fields}}}", **keys)


# G001


def test_the_judgement_of_a_whole_area_is_checked_too(found) -> None:
    plan = "tipo: area\n    azioni: {programmate: 4, realizzate: 3}\n    giudizio: buono"
    assert found(f"esiti:\n  - id: E1\n    titolo: T\n    {plan}\n") == [("G001", "buono")]


def test_a_negative_grado_has_no_judgement_and_stops_nothing(found) -> None:
    assert found(esito("", grado="-5%", giudizio="nullo")) == [("G004", "-5%")]


def test_a_repeated_id_does_not_lend_its_grado(found) -> None:
    plan = """
    esiti:
      - {id: A1, titolo: Primo, grado: 80%, giudizio: buono}
      - {id: A1, titolo: Secondo, grado: 100%, giudizio: ottimo}
    """
    assert found(plan) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Il grado è 80% (ottimo) per tutti.", ["80% (ottimo)"]),
        ("Il grado è 80 % (Ottimo).", ["80 % (Ottimo)"]),
        ("Il grado è 79,6% (buono).", ["79,6% (buono)"]),
        ("La scala: 0% (nullo) 1-49% (insufficiente) 50-79% (sufficiente) 80-99% (buono) 100% (ottimo).", []),
        ("Il 75% (sufficiente) e il 100% (ottimo).", []),
        ("Il 40% (uno su due) ha risposto.", []),
        ("Ottimo (20%), buono (80%).", []),
    ],
)
def test_the_scale_in_a_text(found, text: str, words: list[str]) -> None:
    assert found(esito("", attuazione=f'"{text}"')) == [("G001", word) for word in words]


def test_the_words_of_the_scale_mean_other_things_in_other_rows(found) -> None:
    other = '{testo: "Il 20% (ottimo) e il 65% (buono) degli utenti."}'
    assert found(esito("", valutazione_utenti=other, adeguatezza_risorse='"60% (buono)"')) == []


# G002


@pytest.mark.parametrize(
    ("azioni", "grado", "right"),
    [
        ("{programmate: 3, realizzate: 2}", "66%", True),
        ("{programmate: 3, realizzate: 2}", "67%", True),
        ("{programmate: 3, realizzate: 2}", "66.7%", True),
        ("{programmate: 3, realizzate: 2}", "65%", False),
        ("{programmate: 250, realizzate: 199}", "80%", False),  # 79,6 is not buono
        ("{programmate: 250, realizzate: 199}", "79%", True),
        ("{programmate: 300, realizzate: 1}", "0%", False),  # little is not nothing
    ],
)
def test_a_declared_grado_may_be_cut_or_rounded_inside_its_band(found, azioni: str, grado: str, right: bool) -> None:
    assert found(esito("", azioni=azioni, grado=grado)) == ([] if right else [("G002", grado)])


def test_the_actions_that_lower_the_grado_are_named(tmp_path: Path) -> None:
    states = ["realizzata", "rinviata", "non realizzata", "in corso", "parziale"]
    azioni = ", ".join(f"{{id: E{i}, nome: Azione {i}, stato: {state}}}" for i, state in enumerate(states))
    (finding,) = findings(tmp_path, esito("", azioni=f"[{azioni}]", grado="90%"))
    assert finding.message == (
        "A1 «Prova»: il grado dichiarato è 90%, ma 1 × 100 / 5 = 20; lo abbassano E1 «Azione 1» (rinviata), "
        "E2 «Azione 2» (non realizzata), E3 «Azione 3» (in corso) e un'altra"
    )


# G003


def test_an_outcome_just_begun_needs_no_grado(found) -> None:
    assert found("esiti:\n  - {id: A1, titolo: T, criticita: C, risorse: 100%, in_continuita: sì}\n") == []


def test_a_judgement_alone_needs_its_grado(found) -> None:
    assert found("esiti:\n  - {id: A1, titolo: T, giudizio: buono}\n") == [("G003", "A1")]


def test_a_grado_whose_absence_is_explained(found) -> None:
    rows = "criticita: C, risorse: 100%, in_continuita: sì, riproposto: sì"
    plan = f"esiti:\n  - {{id: A1, titolo: T, {rows}, assenti: [{{campo: grado, motivo: non pubblicato}}]}}\n"
    assert found(plan) == []
    assert found(plan.replace("campo: grado", "campo: adeguatezza_risorse")) == [("G003", "A1")]


# G004


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"valutazione_utenti": "{percentuale: 176%}"}, "176%"),
        ({"valutazione_utenti": "{percentuale: 76%}"}, None),
        ({"valutazione_utenti": "{punteggio: 0, scala: da 1 a 5}"}, "0"),
        ({"valutazione_utenti": "{punteggio: 5, scala: 1 - 5}"}, None),
        ({"valutazione_utenti": "{punteggio: 50, scala: molto alta}"}, None),
        ({"risorse": "-3%"}, "-3%"),
        ({"risorse": "0%"}, None),
        ({"adeguatezza_risorse": "{percentuale: -80%}"}, "-80%"),
        ({"adeguatezza_risorse": "{percentuale: 120%}"}, None),
    ],
)
def test_percentages_and_scores_in_their_scale(found, keys: dict[str, str], word: str | None) -> None:
    assert found(esito("", **keys)) == ([("G004", word)] if word else [])


def test_the_share_of_a_partial_action(found) -> None:
    plan = "[{id: a, nome: Uno, stato: parziale, quota: 150%}]"
    assert found("esiti:\n  - {id: A1, titolo: T, azioni: " + plan + "}\n") == [("G004", "150%")]


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ("nome: Percorsi conclusi sul totale dei percorsi, previsto: 80%, realizzato: 130%", "130%"),
        ("nome: Percorsi conclusi su quelli avviati, previsto: 80%, realizzato: 130%", "130%"),
        ("nome: Progetti sottoscritti, previsto: 80%, realizzato: 130%", None),
        ('nome: "% di enti coinvolti", previsto: 80%, realizzato: -70%', "-70%"),
        ("nome: Variazione della spesa, previsto: 5%, realizzato: -7%", None),
    ],
)
def test_shares_of_a_whole(found, fields: str, word: str | None) -> None:
    assert found(indicatore(fields)) == ([("G004", word)] if word else [])


def test_a_part_larger_than_the_whole(found) -> None:
    nome = "nome: Percorsi conclusi sul totale dei percorsi, previsto: 80%"
    assert found(indicatore(f"{nome}, numeratore: 31, denominatore: 13")) == [("G004", "31")]
    assert found(indicatore(f"{nome}, numeratore: 11, denominatore: 13")) == []


# G005, G006


@pytest.mark.parametrize(
    "actual",
    [
        "realizzato: non rilevabile",
        "motivo: manca il dato",
        "realizzati: [{valore: 9, nome: a Lodi}]",
        "numeratore: 9, denominatore: 10, motivo: parziale",
        "serie: [{periodo: 2023, valore: 9}]",
        "tappe: [{anno: 2023, previsto: 12, realizzato: 9}]",
    ],
)
def test_whatever_answers_a_target(found, actual: str) -> None:
    codes = {code for code, _ in found(indicatore(f"nome: Utenti, unita: utenti, previsto: 12, {actual}"))}
    assert "G005" not in codes


def test_a_target_without_an_answer(found) -> None:
    assert found(indicatore("nome: Utenti, unita: utenti, previsto: 12, nota: di Lodi")) == [("G005", "12")]
    steps = "tappe: [{anno: 2022, previsto: 5}, {anno: 2023, previsto: 12}]"
    assert found(indicatore(f"nome: Utenti, unita: utenti, {steps}"))[0][0] == "G005"


def test_projects_answer_their_targets_schede_look_ahead(found) -> None:
    fields = "{id: i, nome: Utenti, unita: utenti, previsto: 12}"
    assert found(f"progetti_premiali: [{{id: P, titolo: T, indicatori: [{fields}]}}]\n") == [("G005", "12")]
    assert found(f"schede: [{{id: S, titolo: T, risultati: {{indicatori: [{fields}]}}}}]\n") == []
    assert found(f"monitoraggi: [{{id: M, titolo: T, indicatori: [{fields}]}}]\n") == []


def test_actual_values_without_target_once_for_the_outcome(tmp_path: Path) -> None:
    rows = """
    {id: r1, nome: Incontri, realizzato: 4, unita: incontri}
    {id: r2, nome: Utenti, previsto: 5, realizzato: 4, unita: utenti}
    {id: r3, nome: Tavoli, realizzato: in corso}
    {id: r4, nome: Ore, realizzati: [{valore: 4, nome: a Lodi}], unita: ore}
    """
    (finding,) = findings(tmp_path, esito(rows))
    assert (finding.code, finding.address) == ("G006", "esiti/A1/indicatori")
    assert finding.message == "A1 «Prova»: manca il valore atteso di r1, r4 (2 indicatori su 4)"


def test_a_note_or_a_reason_explains_the_missing_targets(found) -> None:
    plan = indicatore("nome: Incontri, realizzato: 4, unita: incontri")
    assert (
        found(plan.replace("      risultato:", "      nota: I valori attesi non sono pubblicati.\n      risultato:"))
        == []
    )
    assert found(indicatore("nome: Incontri, realizzato: 4, unita: incontri, motivo: non era previsto")) == []


# G007


@pytest.mark.parametrize(
    ("nome", "says"),
    [
        ("Formazione degli operatori", False),
        ("Partecipazione ai tavoli", False),
        ("Spesa per il SAD", False),
        ("Durata dei percorsi", False),
        ("Durata dei percorsi in giorni", True),
        ("Numero di incontri di formazione", True),
        ("N. formazione operatori", True),
        ("Ore di formazione", True),
        ("Grado di efficacia rispetto agli interventi ricevuti (scala 0-100)", True),
        ("Operatori formati", True),
        ("Progettazioni presentate", True),
        ("Attività di risocializzazione", True),
        ("Convenzione firmata", True),
        ("Accessi allo sportello", True),
    ],
)
def test_what_a_name_says(found, nome: str, says: bool) -> None:
    got = found(indicatore(f"nome: {nome}, previsto: 30, realizzato: 31"))
    assert got == ([] if says else [("G007", "31")])


def test_one_number_without_unit_among_others(found) -> None:
    rows = [f"{{id: r{i}, nome: Incontri {i}, previsto: 5, realizzato: 4, unita: incontri}}" for i in range(3)]
    bare = "{id: b, nome: Aperture dello sportello, previsto: 600, realizzato: 690}"
    assert found(esito("\n".join([*rows, bare]))) == [("G007", "690")]
    assert found(esito("\n".join([*rows[:2], bare]))) == []
    assert found(esito("\n".join([*rows, bare.replace("Aperture", "N. aperture")]))) == []


def test_done_or_not_done_needs_no_unit(found) -> None:
    assert found(indicatore("nome: Elaborazione della carta dei servizi, previsto: 1, realizzato: 0")) == []


def test_a_score_needs_its_scale(found) -> None:
    assert found(esito("", valutazione_utenti="{punteggio: 9}")) == [("G007", "9")]


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ("nome: Grado di efficacia degli interventi, previsto: 8, realizzato: 9", "9"),  # published
        ("nome: Punteggio medio dei corsi, previsto: 8, realizzato: 9", "9"),
        ("nome: Grado di efficacia degli interventi, previsto: 8, realizzato: 9, unita: su 10", None),
        ("nome: Grado di efficacia degli interventi, previsto: 8, realizzato: 9, nota: scala non indicata", None),
        ("nome: Grado di efficacia degli interventi, previsto: 80%, realizzato: 90%", None),
        ("nome: Voto medio (1-5), previsto: 3, realizzato: 4", None),
        ("nome: Punteggio in decimi, previsto: 8, realizzato: 9", None),
        ("nome: Grado di autonomia, previsto: 80%, numeratore: 9, denominatore: 10", None),
        ("nome: Graduatorie SAP pubblicate, previsto: 8, realizzato: 9", None),
    ],
)
def test_an_indicator_that_is_a_score_needs_its_scale(found, fields: str, word: str | None) -> None:
    assert found(indicatore(fields)) == ([("G007", word)] if word else [])


def test_a_series_that_says_its_units(found) -> None:
    plan = "monitoraggi: [{{id: M, titolo: T, indicatori: [{{id: i, nome: Formazione, serie: [{}]}}]}}]\n"
    assert found(plan.format("{periodo: 2023, valore: 42, unita: ore}")) == []
    assert found(plan.format("{periodo: 2023, valore: 42}")) == [("G007", "42")]


# G008


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ("previsto: 80%, realizzato: 12", "12"),
        ("previsto: 12, realizzato: 80%", "80%"),
        ("previsto: 12, numeratore: 8, denominatore: 10", "8"),
        ("previsto: 80%, numeratore: 8, denominatore: 10", None),
        ("previsto: 80%, realizzato: 8, numeratore: 8, denominatore: 10", None),
        ("previsto: 80%, realizzato: non rilevabile", None),
        ("previsto: 80%, realizzato: 12, motivo: manca il totale", None),
        ("previsto: 80%, realizzato: circa 70%", None),
        ("previsto: 80, realizzato: 70%, unita: '%'", None),
        ("previsto: 100%, realizzati: [{valore: 8, nome: a Lodi}, {valore: 50%, nome: altrove}]", None),
    ],
)
def test_percentages_and_numbers(found, fields: str, word: str | None) -> None:
    assert found(indicatore(f"nome: Numero di progetti, {fields}")) == ([("G008", word)] if word else [])


# G009


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ("previsto: 5, realizzato: 0", "0"),
        ("previsto: 5, realizzato: 0, nota: bando deserto", None),
        ("previsto: 5, realizzato: 0, direzione: diminuisce, base: 9", None),
        ("previsto: 0, realizzato: 0", None),
        ("previsto: fino a 5, realizzato: 0", None),
        ("previsto: 5, realizzato: non realizzato, motivo: rinviato", "non realizzato"),
        ("previsto: 5, realizzato: non rilevabile", None),
        ("previsto: 50%, numeratore: 0, denominatore: 10", "0"),
    ],
)
def test_nothing_done_under_a_full_grado(found, fields: str, word: str | None) -> None:
    plan = indicatore(f"nome: Numero di progetti, {fields}", grado="100%")
    assert found(plan) == ([("G009", word)] if word else [])
    assert found(plan.replace("100%", "99%")) == []


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ("previsto: 3, realizzato: 2", "2"),  # published: two meetings out of three under 100%
        ("previsto: 3, realizzato: 2, nota: di supporto ai Comuni", "2"),
        ("previsto: 3, realizzato: 2, motivo: il terzo è saltato per il Covid", None),
        ("previsto: 5, realizzato: 4", None),
        ("previsto: 100%, realizzato: 79%", "79%"),
        ("previsto: 100%, realizzato: 80%", None),
        ("previsto: 80%, numeratore: 4, denominatore: 10", "4"),
        ("previsto: almeno 3, realizzato: 1", "1"),
        ("previsto: circa 3, realizzato: 1", None),
        ("previsto: 3, realizzato: più di 1", None),
        ("previsto: fino a 3, realizzato: 1", None),
        ("previsto: 4, realizzato: 7, direzione: diminuisce, base: 9", "7"),
        ("previsto: 3, realizzato: in corso", "in corso"),
        ("previsto: 3, realizzato: in fase di definizione", "in fase di definizione"),
        ("previsto: 3, realizzato: in corso, motivo: il bando si chiude nel 2025", None),
        ("previsto: 3, realizzato: in corso, nota: il bando si chiude nel 2025", None),
        ("previsto: 3, realizzato: non rilevato", None),
    ],
)
def test_far_from_the_target_under_a_full_grado(found, fields: str, word: str | None) -> None:
    plan = indicatore(f"nome: Numero di incontri, {fields}", grado="100%")
    assert found(plan) == ([("G009", word)] if word else [])
    assert found(plan.replace("100%", "99%", 1)) == []
    assert found(plan.replace("grado: 100%", "azioni: {programmate: 4, realizzate: 4}")) == []


def test_an_impact_may_come_later(found) -> None:
    plan = indicatore("nome: Numero di incontri, previsto: 3, realizzato: 1", grado="100%")
    assert found(plan.replace("risultato:", "impatto:")) == []
    assert found(plan.replace("risultato:", "processo:")) == [("G009", "1")]


def test_the_computed_grado_counts_too(found) -> None:
    fields = "nome: Numero di progetti, previsto: 5, realizzato: 0"
    full = indicatore(fields, azioni="{programmate: 2, realizzate: 2}").replace("    grado: 80%\n", "")
    assert found(full) == [("G009", "0")]


# G010


@pytest.mark.parametrize(
    ("target", "actual", "doubt"),
    [
        ("130", "1320", "è 10 volte tanto"),
        ("15%", "75%", None),  # published
        ("3", "30", "è 10 volte tanto"),
        ("1", "10", None),
        ("500", "50", None),
        ("1250", "125", "manca uno zero?"),
        ("18", "81", "due cifre scambiate?"),
        ("120", "102", None),
        ("200", "295", None),
        ("100", "circa 5000", None),
        ("0", "5000", None),
        ("-5", "50", None),
    ],
)
def test_figures_that_look_mistyped(tmp_path: Path, target: str, actual: str, doubt: str | None) -> None:
    plan = indicatore(f"nome: Numero di utenti, previsto: {target}, realizzato: {actual}")
    messages = [finding.message for finding in findings(tmp_path, plan)]
    assert [message.endswith(f": {doubt}") for message in messages] == ([True] if doubt else [])
    assert findings(tmp_path, plan.replace("realizzato", "nota: giusto, realizzato")) == ()


# G011


def test_five_figures_guessed_to_the_unit(found) -> None:
    row = "{{id: r{0}, nome: Utenti {0}, previsto: {1}, realizzato: {1}, unita: utenti}}"
    assert [code for code, _ in found(esito("\n".join(row.format(i, 10 + i) for i in range(5))))] == ["G011"]
    assert found(esito("\n".join(row.format(i, 10 + i) for i in range(4)))) == []
    assert found(esito("\n".join(row.format(i, "100%") for i in range(6)))) == []
    assert found(esito("\n".join(row.format(i, 1) for i in range(6)))) == []


# G012, G015


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("nome: Minori in comunità, direzione: diminuisce, previsto: 40, realizzato: 45", ["G012"]),
        ("nome: Minori in comunità, direzione: diminuisce, previsto: 40, realizzato: 45, base: 60", []),
        ("nome: Minori in comunità, direzione: diminuisce, previsto: 40, realizzato: 45, motivo: base ignota", []),
        ("nome: Minori in comunità, direzione: diminuisce, motivo: senza valori di partenza", []),  # published
        ("nome: Utenti seguiti, previsto: 10%, realizzato: 12%, base: 132", ["G012"]),
        ("nome: Riduzione delle liste d'attesa, previsto: 30%, realizzato: 20%", []),
        ("nome: Riduzione incrementale dei ricoveri, previsto: 10%, motivo: in corso", []),  # published
        ("nome: Riduzione delle liste d'attesa, previsto: 30, realizzato: 20", ["G015"]),
        ("nome: Riduzione delle liste d'attesa, previsto: 30, realizzato: 20, unita: persone in meno", []),
        ("nome: Contenimento della spesa, previsto: 5000, realizzato: 6000, unita: euro", []),
        ("nome: Tempi di attesa, previsto: 30, realizzato: 45, unita: giorni", ["G015"]),
        ("nome: Tempo medio fra segnalazione e visita, previsto: 30, realizzato: 45, unita: giorni", ["G015"]),
        ("nome: Tempi di risposta alle domande, previsto: 30, realizzato: 45, unita: giorni", ["G015"]),
        ("nome: Reclami ricevuti, previsto: 10, realizzato: 15, unita: reclami", ["G015"]),
        ("nome: Persone in lista d'attesa, previsto: 30, realizzato: 45, unita: persone", ["G015"]),
        ("nome: Reclami risolti, previsto: 10, realizzato: 15, unita: reclami", []),
        ("nome: Tempo medio dedicato ai colloqui, previsto: 30, realizzato: 45, unita: minuti", []),
        ("nome: Persone uscite dalla lista d'attesa, previsto: 30, realizzato: 45, unita: persone", []),
        ("nome: Tempi di attesa, previsto: fino a 30, realizzato: fino a 45, unita: giorni", []),
        ("nome: Tempi medi d'attesa, previsto: 30, realizzato: 45, unita: giorni, direzione: aumenta", []),
        ("nome: Utenti, direzione: aumenta, base: 60, previsto: 40, realizzato: 45", ["G015"]),
        ("nome: Utenti, direzione: diminuisce, base: 40, previsto: 60, realizzato: 45", ["G015"]),
        ("nome: Utenti, base: 60, previsto: 40, realizzato: 45", []),
        ("nome: Misure di contrasto alla riduzione del reddito, previsto: 30, realizzato: 20", []),
    ],
)
def test_direction_and_base(found, fields: str, codes: list[str]) -> None:
    unit = "" if "unita:" in fields else ", unita: persone"
    assert [code for code, _ in found(indicatore(fields + unit))] == codes


# G013


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"azioni": "{realizzate: 4}"}, None),  # the grado is declared
        ({"risorse": "{pagato: 1000}"}, "1000"),
        ({"risorse": "{preventivato: 1000}"}, "1000"),
        ({"risorse": "{preventivato: 1000, coincidenza: 90%}"}, None),
        ({"risorse": "{preventivato: 1000, nota: il pagato si saprà a giugno}"}, None),
    ],
)
def test_half_a_ratio(found, keys: dict[str, str], word: str | None) -> None:
    assert found(esito("", **keys)) == ([("G013", word)] if word else [])


def test_half_a_ratio_of_an_indicator(found) -> None:
    nome = "nome: Percorsi conclusi sul totale, previsto: 50%"
    assert found(indicatore(f"{nome}, numeratore: 4")) == [("G013", "4")]
    assert found(indicatore(f"{nome}, numeratore: 4, motivo: manca il totale")) == []
    assert found(indicatore(f"{nome}, numeratore: 4, denominatore: 0")) == [("G013", "0")]


def test_actions_without_the_other_count(found) -> None:
    assert found("esiti:\n  - {id: A1, titolo: T, azioni: {programmate: 4}}\n") == [("G013", "4")]


# G014


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ('nome: "% progetti conclusi", previsto: 60, motivo: m', "60"),
        ("nome: Percentuale di progetti conclusi, previsto: 60, realizzato: 70", "60"),
        ("nome: Progetti conclusi sul totale, realizzato: 70, unita: progetti, motivo: m", "70"),
        ("nome: Progetti conclusi sul totale, previsto: 50, realizzato: 70, unita: per cento", None),
        ("nome: Numero di progetti sul totale, previsto: 50, realizzato: 70", None),
        ("nome: Quota di iscrizione, previsto: 50, realizzato: 70, unita: euro", None),
        ("nome: Enti che presenziano al 70% degli incontri, previsto: 6, realizzato: 7, unita: enti", None),
    ],
)
def test_percentages_without_their_sign(found, fields: str, word: str | None) -> None:
    assert found(indicatore(fields)) == ([("G014", word)] if word else [])


# G016, G017, G018


def series(*points: str, unit: str = "unita: utenti, ") -> str:
    serie = ", ".join(f"{{periodo: {point}}}" for point in points)
    return f"monitoraggi: [{{id: M, titolo: T, indicatori: [{{id: i, nome: N. utenti, {unit}serie: [{serie}]}}]}}]\n"


@pytest.mark.parametrize(
    ("points", "codes"),
    [
        (("2023, valore: 1, unita: accessi", "2024, valore: 2"), ["G016"]),
        (("2023, valore: 1, unita: Utenti", "2024, valore: 2"), []),
        (("2022, valore: 1", "2023, valore: 1, unita: accessi", "2024, valore: 2"), ["G016"]),
        (("2022, valore: 1, unita: accessi", "2023, valore: 1", "2024, valore: 2"), ["G016"]),
        (("2023, valore: 1", "2024, valore: 2%"), ["G016"]),
        (("2023, valore: non rilevato, unita: accessi", "2024, valore: 2"), []),
        (("2023, valore: 1", "2023, valore: 2"), ["G017"]),
        (("2024, valore: 1", "2023, valore: 2"), ["G018"]),
        (("2023-T4, valore: 1", "2024-T1, valore: 2"), []),
        (("2023-T1, valore: 1", "2023, valore: 2"), ["G018"]),
        (("2023-S2, valore: 1", "2023-T1, valore: 2"), ["G018"]),
        (("2023-09, valore: 1", "2023-10, valore: 2"), []),
    ],
)
def test_series(found, points: tuple[str, ...], codes: list[str]) -> None:
    assert [code for code, _ in found(series(*points))] == codes


def test_a_period_with_a_unit_beside_one_without(found) -> None:
    assert found(series("2023, valore: 1", "2024, valore: 2, unita: accessi", unit="")) == []


# G019


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("previsto: 100%, tappe: [{anno: 2025, previsto: 50%}, {anno: 2026, previsto: 75%}]", []),
        ("previsto: 100%, tappe: [{anno: 2025, previsto: 50%}, {anno: 2027, previsto: 90%}]", ["G019"]),
        ("previsto: 80%, tappe: [{anno: 2025, previsto: 50%}, {anno: 2026, previsto: 90%}]", ["G019"]),
        ("previsto: 100%, tappe: [{anno: 2025, previsto: 75%}, {anno: 2026, previsto: 50%}]", ["G019"]),
        ("previsto: 30, tappe: [{anno: 2025, previsto: 12}, {anno: 2026, previsto: 18}]", []),  # yearly shares
        ("previsto: 30, periodicita: all'anno, tappe: [{anno: 2025, previsto: 30}, {anno: 2027, previsto: 20}]", []),
        ("base: 60, previsto: 40, tappe: [{anno: 2025, previsto: 50}, {anno: 2027, previsto: 40}]", []),
        ("direzione: diminuisce, base: 60, tappe: [{anno: 2025, previsto: 50}, {anno: 2027, previsto: 55}]", ["G019"]),
        ("tappe: [{anno: 2025, previsto: 5}, {anno: 2025, previsto: 6}]", ["G017"]),
        ("tappe: [{anno: 2026, previsto: 6}, {anno: 2025, previsto: 5}]", ["G018"]),
        ("previsto: non previsto, tappe: [{anno: 2026, previsto: in corso}]", []),
    ],
)
def test_steps(found, fields: str, codes: list[str]) -> None:
    plan = f"schede: [{{id: S, titolo: T, risultati: {{indicatori: [{{id: i, nome: N. utenti, {fields}}}]}}}}]\n"
    assert [code for code, _ in found(plan)] == codes


def test_the_steps_of_an_outcome_end_with_the_past_triennium(found) -> None:
    steps = "previsto: 100%, realizzato: 90%, tappe: [{anno: 2022, previsto: 50%}, {anno: 2023, previsto: 90%}]"
    assert [code for code, _ in found(indicatore(f"nome: Utenti, {steps}"))] == ["G019"]


# G020, G021


@pytest.mark.parametrize(
    ("risorse", "got"),
    [
        ("{preventivato: 300, pagato: 200, coincidenza: 66%}", []),
        ("{preventivato: 300, pagato: 200, coincidenza: 66.67%}", []),
        ("{preventivato: 300, pagato: 200, coincidenza: 68%}", [("G020", "68%")]),
        ("{preventivato: 0, pagato: 0, coincidenza: 100%}", []),
        ("{preventivato: 300, pagato: 300.01}", [("G021", "300.01")]),
        ("{preventivato: 300, pagato: 300}", []),
        ("{preventivato: 300, pagato: 900, nota: integrato}", []),
        ("120%", [("G021", "120%")]),
        ("{coincidenza: 120%, nota: integrato}", []),
    ],
)
def test_resources(found, risorse: str, got: list[tuple[str, str]]) -> None:
    assert found(esito("", risorse=risorse)) == got


# G022, G023


@pytest.mark.parametrize(
    ("counts", "codes"),
    [
        ("programmate: 3, realizzate: 1", []),
        ("programmate: 3, realizzate: 2", []),  # the partial one may count
        ("programmate: 3, realizzate: 3", ["G022"]),
        ("programmate: 4", ["G022"]),
        ("realizzate: 0", ["G022"]),
    ],
)
def test_counts_against_the_list(found, counts: str, codes: list[str]) -> None:
    states = ("realizzata", "parziale", "rinviata")
    elenco = ", ".join(f"{{id: a{i}, nome: Azione {i}, stato: {state}}}" for i, state in enumerate(states))
    plan = f"esiti:\n  - {{id: A1, titolo: T, azioni: {{{counts}, elenco: [{elenco}]}}}}\n"
    assert [code for code, _ in found(plan)] == codes


def test_a_share_beside_a_state_that_ignores_it(found) -> None:
    plan = "esiti:\n  - {id: A1, titolo: T, azioni: [{id: a, nome: Azione, stato: realizzata, quota: 50%}]}\n"
    assert found(plan) == [("G022", "50%")]


def test_more_realised_than_planned(found) -> None:
    plan = "esiti:\n  - {id: A1, titolo: T, azioni: {programmate: 4, realizzate: 5}}\n"
    assert found(plan) == [("G023", "5")]
    assert found(plan.replace("5", "4")) == []


# G024, G025


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ("realizzato: 66%, numeratore: 2, denominatore: 3", None),
        ("realizzato: 66.7%, numeratore: 2, denominatore: 3", None),
        ("realizzato: 65%, numeratore: 2, denominatore: 3", "65%"),
        ("realizzato: circa 65%, numeratore: 2, denominatore: 3", None),
        ("realizzato: 2, numeratore: 2, denominatore: 3", None),
        ("realizzato: 7, numeratore: 2, denominatore: 3", "7"),
    ],
)
def test_a_value_beside_its_ratio(found, fields: str, word: str | None) -> None:
    plan = indicatore(f"nome: Numero di progetti, previsto: 80%, {fields}")
    assert found(plan) == ([("G024", word)] if word else [])


@pytest.mark.parametrize("actual", ['">100%"', '"≥100%"', "oltre 100%"])
def test_more_than_all(found, actual: str) -> None:
    plan = indicatore(f"nome: Progetti, previsto: 100%, realizzato: {actual}")
    assert [code for code, _ in found(plan)] == ["G025"]
    assert found(plan.replace("previsto", "nota: tre in più, previsto")) == []
    assert (
        found(plan.replace("      risultato:", "      nota: Le percentuali sono quelle raggiunte.\n      risultato:"))
        == []
    )


def test_more_than_adequate(found) -> None:
    bare = '{percentuale: ">100%"}'
    assert [code for code, _ in found(esito("", adeguatezza_risorse=bare))] == ["G025"]
    published = '{percentuale: ">100%", giudizio: sottostimato}'
    assert found(esito("", adeguatezza_risorse=published)) == []


def test_less_than_all_with_an_operator_is_a_value(found) -> None:
    assert found(indicatore('nome: Progetti, previsto: 50%, realizzato: "≥60%"')) == []


def test_numbers_of_thirty_digits_stop_nothing(found) -> None:
    huge = "9" * 30
    fields = f"nome: Numero di utenti, previsto: {huge}, realizzato: {huge}, base: 1, numeratore: 1"
    codes = [code for code, _ in found(indicatore(f"{fields}, denominatore: {huge}", grado=f"{huge}%"))]
    assert sorted(codes) == ["G008", "G024"]


def test_an_empty_table_of_outcomes(found) -> None:
    assert found("esiti:\n  - {id: A1, titolo: T, azioni: [], indicatori: {}}\n") == []


# G026


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Il grado di raggiungimento è del 90%.", "90"),
        ("Il grado di raggiungimento: 90%.", "90"),
        ("Il grado di raggiungimento dell'obiettivo è pari al 90 %.", "90"),
        ("Un grado di raggiungimento dell'80%, cioè buono.", None),
        ("Il grado di raggiungimento era del 60% nel 2022.", None),
        ("Il grado di raggiungimento è buono; il 90% degli enti ha partecipato.", None),
        ("Il grado di raggiungimento è {{ gradi.A1 }}.", None),
    ],
)
def test_the_grado_in_a_text(found, text: str, word: str | None) -> None:
    assert found(esito("", attuazione=f'"{text}"')) == ([("G026", word)] if word else [])


# G027

SCHEDA = """
    {kind}:
      - id: S
        titolo: Prova
        {row}:
          indicatori:
            - {{id: a, nome: {nome}}}
            - {{id: b, nome: Gruppi di cammino, {other}}}
"""


@pytest.mark.parametrize(
    ("nome", "other", "got"),
    [
        ("Interventi", "previsto: 3, unita: gruppi", [("G027", "Interventi")]),
        ("Interventi", "tappe: [{anno: 2027, previsto: 3}], unita: gruppi", [("G027", "Interventi")]),
        ("Interventi", "unita: gruppi", []),  # a draft just begun
        ("Interventi, motivo: lo fisserà la cabina di regia", "previsto: 3, unita: gruppi", []),
        ("Interventi, nota: lo fisserà la cabina di regia", "previsto: 3, unita: gruppi", []),
        ("Almeno 3 interventi", "previsto: 3, unita: gruppi", []),
        ("Risposta al 100% delle domande", "previsto: 3, unita: gruppi", []),
        ("Stesura del protocollo entro il 2026", "previsto: 3, unita: gruppi", []),
    ],
)
def test_forms_whose_indicators_have_no_target(found, nome: str, other: str, got: list[tuple[str, str]]) -> None:
    for kind, row in (("schede", "risultati"), ("schede", "impatto"), ("schede_integrazione", "outcome")):
        assert found(SCHEDA.format(kind=kind, row=row, nome=nome, other=other)) == got


def test_the_row_itself_may_speak_of_its_targets(found) -> None:
    plan = SCHEDA.format(kind="schede", row="risultati", nome="Interventi", other="previsto: 3, unita: gruppi")
    text = plan.replace("          indicatori", "          testo: I valori attesi sono nel PPT.\n          indicatori")
    assert found(text) == []


def test_once_a_form_when_the_plan_is_no_draft(tmp_path: Path) -> None:
    plan = SCHEDA.format(kind="schede", row="risultati", nome="Interventi", other="unita: gruppi")
    (tmp_path / "piano.yaml").write_text(f"{HEAD}stato: adottato\n{textwrap.dedent(plan)}", encoding="utf-8")
    (finding,) = check_plan(tmp_path, Selezione(select=("G027",))).findings
    assert "manca il valore atteso di a, b" in finding.message


# G028


@pytest.mark.parametrize(
    ("fields", "empty"),
    [
        ("nota: costruito e approvato", True),  # published: words in place of a measure
        ("unita: protocolli", True),
        ("motivo: approvato senza un numero", False),
        ("realizzato: non rilevabile", False),
        ("previsto: 1, realizzato: 1", False),
        ("realizzati: [{valore: 2, nome: a Lodi}], previsto: 2", False),
        ("serie: [{periodo: 2023, valore: 4}]", False),
    ],
)
def test_indicators_that_measure_nothing(found, fields: str, empty: bool) -> None:
    plan = indicatore(f"nome: Rinnovo del protocollo, {fields}")
    assert found(plan) == ([("G028", "Rinnovo del protocollo")] if empty else [])
    assert found(plan.replace("    grado: 80%\n", "")) == []


def test_empty_indicators_are_said_once_for_the_outcome(tmp_path: Path) -> None:
    rows = "{id: r1, nome: Tavolo}\n{id: r2, nome: Protocollo}"
    (finding,) = findings(tmp_path, esito(rows))
    assert "r1, r2 non hanno nessun valore" in finding.message


# G029


@pytest.mark.parametrize(
    ("nome", "says"),
    [
        ("—", False),  # published
        ("Realizzati", False),  # published
        ("Rispetto a questo indicatore di impatto", False),  # published
        ('"..."', False),
        ("Sì", False),
        ("In corso", False),
        ("Da definire", False),
        ("Indicatore 2", False),
        ("Primo indicatore di impatto", False),
        ("Indicatore di benessere percepito", True),
        ("Progetti realizzati", True),
        ("SAD", True),
        ("Nomine", True),
        ("Rispetto dei tempi", True),
    ],
)
def test_names_that_are_no_names(found, nome: str, says: bool) -> None:
    row = f"nome: {nome}, previsto: 80%, realizzato: 90%"
    assert found(indicatore(row)) == ([] if says else [("G029", nome)])
    assert found(indicatore(f"{row}, motivo: il nome non è pubblicato")) == []


def test_an_indicator_without_name_nor_value_is_told_once(found) -> None:
    assert found(indicatore("nome: Rispetto a questo indicatore di impatto, nota: in corso")) == [
        ("G029", "Rispetto a questo indicatore di impatto")
    ]


# G030


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ('nome: "% ristrutturazione di unità alloggiative", previsto: 80%, realizzato: 200%', "200%"),  # published
        ("nome: Percentuale di scuole aderenti, previsto: 110%, realizzato: 90%", "110%"),
        ("nome: Quota di scuole aderenti, previsto: 90%, realizzato: 90%", None),
        ('nome: "% di scuole aderenti", previsto: 90%, realizzato: 100%', None),
        ('nome: "% di aumento degli utenti", previsto: 90%, realizzato: 200%', None),
        ('nome: "% di posti occupati", previsto: 90%, realizzato: 104%', None),
        ('nome: "% di scuole", previsto: 90%, realizzato: 120%, nota: sulle scuole previste', None),
        ("nome: Progetti individualizzati, previsto: 15%, realizzato: 120%", None),
    ],
)
def test_shares_beyond_the_whole(found, fields: str, word: str | None) -> None:
    assert found(indicatore(fields)) == ([("G030", word)] if word else [])


def test_a_note_to_all_the_indicators_may_say_what_percentages_are(found) -> None:
    plan = indicatore('nome: "% di alloggi ristrutturati", previsto: 100%, realizzato: 200%')
    assert found(plan.replace("      risultato:", "      nota: Sul programmato.\n      risultato:")) == []


# G031

QUARTERS = ("2022-T4", "2023-T1", "2023-T2", "2023-T3", "2023-T4")


def monitoraggio(*rows: tuple[str, ...], note: str = "", fields: str = "") -> str:
    """A plan with one table of series: the periods of each, and more fields for the last."""
    lines = ["monitoraggi:", f"  - id: M\n    titolo: T{note}", "    indicatori:"]
    for index, periods in enumerate(rows):
        serie = ", ".join(f"{{periodo: {periodo}, valore: 4}}" for periodo in periods)
        more = fields if index == len(rows) - 1 else ""
        lines += [f"      - id: i{index}", f"        nome: Utenti {index}", "        unita: utenti"]
        lines += [f"        serie: [{serie}]{more}"]
    return "\n".join(lines) + "\n"


def test_an_empty_quarter_is_not_zero(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, monitoraggio(QUARTERS, QUARTERS, QUARTERS[-1:]))
    assert finding.code == "G031"
    assert "mancano i periodi 2022-T4, 2023-T1, 2023-T2, 2023-T3, che le altre serie hanno" in finding.message
    assert findings(tmp_path, monitoraggio(QUARTERS, QUARTERS, QUARTERS)) == ()


def test_periods_that_may_be_missing(found) -> None:
    last = QUARTERS[-1:]
    assert found(monitoraggio(QUARTERS, QUARTERS, last, fields="\n        motivo: i corsi sono di dicembre")) == []
    assert found(monitoraggio(QUARTERS, QUARTERS, last, note="\n    nota: I corsi sono di dicembre")) == []
    assert found(monitoraggio(QUARTERS, last)) == []  # which of the two is right?
    assert found(monitoraggio(QUARTERS, last, last)) == []  # one series begun before the others
    assert found(monitoraggio(QUARTERS, QUARTERS, ("2022", "2023"))) == []  # by year among quarters
    assert found(monitoraggio(last, last, last, last)) == []
