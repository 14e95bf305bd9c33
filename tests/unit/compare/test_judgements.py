# SPDX-License-Identifier: EUPL-1.2
"""Judgements: what each says exactly, and the cases near it on which it must be silent."""

from typing import Any

import pytest

from pdz import calc
from pdz.compare import Lato, compare
from pdz.compare.judgements import Judgement, judge
from pdz.findings import Severity
from pdz.model import Piano
from pdz.profiles import Profilo, load_profilo

Dati = dict[str, Any]


def make_lato(triennio: str, parts: Dati, profilo: Profilo | None = None) -> Lato:
    known = "lombardia/2021-2023" if triennio == "2021-2023" else "lombardia/2025-2027"
    ambito = {"nome": "Prova", "ente_capofila": "c"}
    head = {"formato": "1", "profilo": known, "titolo": "Piano", "triennio": triennio, "ambito": ambito}
    piano, profilo = Piano.model_validate({**head, **parts}), profilo or load_profilo(known)
    return Lato(piano, profilo, calc.compute(piano, profilo))


def judge_data(prima: Dati, dopo: Dati, trienni: tuple[str, str] = ("2021-2023", "2025-2027")) -> tuple[Judgement, ...]:
    return judge(compare(make_lato(trienni[0], prima), make_lato(trienni[1], dopo)))


def codes(prima: Dati, dopo: Dati, trienni: tuple[str, str] = ("2021-2023", "2025-2027")) -> list[str]:
    return [one.code for one in judge_data(prima, dopo, trienni)]


SAME = ("2025-2027", "2025-2027")


def obiettivo(name: str, titolo: str, **parts: Any) -> Dati:
    return {"id": name, "titolo": titolo, "gruppo": "ambito", **parts}


OLD = {"obiettivi": [obiettivo("A1", "Sportello per la casa")]}
NEW = obiettivo("N1", "Agenzia per abitare", gia=["A1"])
OTHER = obiettivo("N2", "Assistenza agli anziani soli")


# ---------------------------------------------------------------- between which plans


BROKEN_PROMISE = {"esiti": [{"id": "A1", "titolo": "Casa", "riproposto": "sì"}], "obiettivi": [OTHER]}


def test_what_a_judgement_says() -> None:
    (found,) = judge_data(OLD, BROKEN_PROMISE)
    assert (found.code, found.severity) == ("C003", Severity.WARNING)
    assert (found.prima, found.dopo) == (("obiettivi", 0), ("esiti", 0, "riproposto"))
    assert found.message == (
        "A1 «Sportello per la casa»: si dice che verrà riproposto, "
        "ma nessun obiettivo del piano nuovo dice di continuarlo"
    )
    assert found.hint == "scrivi quale obiettivo lo continua (riproposto.come, o gia), oppure rispondi NO"


@pytest.mark.parametrize(
    ("trienni", "parts", "expected"),
    [
        (("2021-2023", "2025-2027"), {}, ["C003"]),  # the profile says which triennium comes before
        (("2021-2023", "2025-2027"), {"triennio_precedente": "2021-2023"}, ["C003"]),
        (("2021-2023", "2025-2027"), {"triennio_precedente": "2018-2020"}, []),  # the plan has the last word
        (("2018-2020", "2025-2027"), {}, []),
        (("2028-2030", "2025-2027"), {}, []),
        (("2025-2027", "2025-2027"), {}, []),
    ],
)
def test_only_from_a_triennium_to_the_next(trienni: tuple[str, str], parts: Dati, expected: list[str]) -> None:
    assert codes(OLD, {**BROKEN_PROMISE, **parts}, trienni) == expected


def test_nothing_between_unrelated_ambiti() -> None:
    other = {**BROKEN_PROMISE, "ambito": {"nome": "Altrove", "ente_capofila": "c"}}
    assert codes(OLD, other) == []


def test_the_profile_of_the_new_plan_changes_a_severity() -> None:
    profilo = load_profilo("lombardia/2025-2027").model_copy(update={"severita": {"C003": "errore"}})
    found = judge(compare(make_lato("2021-2023", OLD), make_lato("2025-2027", BROKEN_PROMISE, profilo)))
    assert [(one.code, one.severity) for one in found] == [("C003", Severity.ERROR)]


# ---------------------------------------------------------------- continuity


def scheda(answer: Any, **parts: Any) -> Dati:
    return {"id": "S1", "titolo": "Scheda", "obiettivo": "N1", "in_continuita": answer, **parts}


@pytest.mark.parametrize(
    ("new", "answer", "expected"),
    [
        (obiettivo("N1", "Assistenza agli anziani"), "sì", ["C001"]),
        (obiettivo("N1", "Assistenza agli anziani"), {"testo": "In parte"}, []),
        (obiettivo("N1", "Assistenza agli anziani"), "no", []),
        (obiettivo("N1", "Uno sportello per la casa"), "sì", []),  # likely
        (obiettivo("N1", "Uno sportello per la casa"), "no", []),  # likely is not enough to contradict
        (obiettivo("N1", "Assistenza agli anziani"), {"risposta": "sì", "obiettivi": ["A1"]}, []),
        (obiettivo("N1", "Assistenza agli anziani"), {"risposta": "sì", "obiettivi": ["ZZ"]}, ["C015"]),
        (obiettivo("N1", "Assistenza agli anziani", gia=["ZZ"]), "sì", ["C015"]),
        (obiettivo("N1", "Agenzia per abitare", gia=["A1"]), "sì", []),
        (obiettivo("N1", "Agenzia per abitare", gia=["A1"]), "no", ["C002"]),
        (obiettivo("N9", "Assistenza agli anziani"), "sì", []),  # whose scheda it is nobody says
    ],
)
def test_continuity(new: Dati, answer: Any, expected: list[str]) -> None:
    assert codes(OLD, {"obiettivi": [new], "schede": [scheda(answer)]}) == expected


def test_continuity_of_an_old_plan_whose_objectives_are_not_known() -> None:
    assert codes({}, {"obiettivi": [obiettivo("N1", "Casa", gia=["A1"])], "schede": [scheda("sì")]}) == []


def test_continuity_denied_with_a_whole_area() -> None:
    old = {**OLD, "aree": [{"id": "E2", "titolo": "Casa"}]}
    new = {"obiettivi": [obiettivo("N1", "Anziani", gia=["E2"])], "schede": [scheda("no")]}
    (found,) = judge_data(old, new)
    assert (found.code, found.prima, found.dopo) == ("C002", ("aree", 0), ("schede", 0, "in_continuita"))


def test_one_scheda_for_many_objectives_is_in_continuity_when_one_is() -> None:
    new = [obiettivo("N1", "Anziani", scheda="S1"), obiettivo("N2", "Agenzia", gia=["A1"], scheda="S1")]
    assert codes(OLD, {"obiettivi": new, "schede": [{**scheda("sì"), "obiettivo": None}]}) == []


@pytest.mark.parametrize(
    ("was", "told", "expected"), [("sì", "sì", []), ("no", "sì", ["C018"]), ("sì", "no", ["C018"]), ("sì", None, [])]
)
def test_continuity_with_the_triennium_before(was: str, told: str | None, expected: list[str]) -> None:
    schede = [{"id": "SA", "titolo": "Casa", "obiettivo": "A1", "in_continuita": was}]
    assert codes({**OLD, "schede": schede}, {"esiti": [{"id": "A1", "titolo": "C", "in_continuita": told}]}) == expected


# ---------------------------------------------------------------- promises


@pytest.mark.parametrize(
    ("esito", "new", "expected"),
    [
        ({"riproposto": "sì"}, [OTHER], ["C003"]),
        ({"riproposto": "sì"}, [NEW], []),
        ({"riproposto": "sì"}, [obiettivo("N1", "Sportello casa")], []),  # likely
        ({"riproposto": "sì"}, [], []),  # no objectives yet
        ({"riproposto": {"risposta": "sì", "come": ["N2"]}}, [OTHER], []),
        ({"riproposto": {"risposta": "sì", "come": ["N22"]}}, [OTHER], ["C015"]),
        ({"riproposto": {"testo": "Forse"}}, [OTHER], []),
        ({"riproposto": "no"}, [OTHER], []),
        ({"riproposto": "no"}, [NEW], ["C004"]),
        ({"riproposto": "no"}, [obiettivo("N1", "Sportello casa")], []),
        ({}, [NEW], []),
    ],
)
def test_proposed_again(esito: Dati, new: list[Dati], expected: list[str]) -> None:
    assert codes(OLD, {"esiti": [{"id": "A1", "titolo": "Casa", **esito}], "obiettivi": new}) == expected


AREA = {
    "aree": [{"id": "E1", "titolo": "Innovazione"}],
    "obiettivi": [obiettivo("E1.1", "Reti nuove", area="E1"), obiettivo("E1.2", "Luoghi vicini", area="E1")],
}


def area(answer: str, stato: str = "realizzata") -> Dati:
    azioni = [{"id": "E1.1", "nome": "Reti", "stato": "realizzata"}, {"id": "E1.2", "nome": "Luoghi", "stato": stato}]
    return {"id": "E1", "tipo": "area", "titolo": "Innovazione", "azioni": azioni, "riproposto": answer}


@pytest.mark.parametrize(
    ("esito", "new", "expected"),
    [
        (area("sì"), OTHER, ["C003"]),
        (area("sì"), obiettivo("N1", "Altro", gia=["E1"]), []),
        (area("sì"), obiettivo("N1", "Altro", gia=["E1.1"]), []),
        (area("no"), obiettivo("N1", "Altro", gia=["E1"]), ["C004"]),
        (area("no"), OTHER, []),
        (area("no", "rinviata"), OTHER, ["C005"]),
        (area("sì", "rinviata"), OTHER, ["C003", "C005"]),
        (area("no", "non realizzata"), OTHER, []),
        (area("no", "rinviata"), obiettivo("N1", "Altro", gia=["E1.2"]), []),
        (area("sì", "rinviata"), obiettivo("N1", "Altro", gia=["E1"]), []),  # in the area, nobody says where
        (area("no", "rinviata"), obiettivo("N1", "Luoghi più vicini"), []),  # likely
    ],
)
def test_areas_and_what_was_put_off(esito: Dati, new: Dati, expected: list[str]) -> None:
    assert codes(AREA, {"esiti": [esito], "obiettivi": [new]}) == expected


def test_an_area_goes_on_where_its_macro_areas_have_objectives() -> None:
    old = {"obiettivi": [obiettivo("E1.1", "Reti", area="E1", macroaree=["G"])], "aree": AREA["aree"]}
    for code, expected in (("G", []), ("B", ["C003"])):
        new = {"esiti": [area("sì")], "obiettivi": [obiettivo("N1", "Altro", macroaree=[code])]}
        assert codes(old, new) == expected


@pytest.mark.parametrize(("riproposto", "expected"), [("sì", ["C003"]), ("no", ["C005"]), (None, ["C005"])])
def test_put_off_and_proposed_again_is_one_promise(riproposto: str | None, expected: list[str]) -> None:
    azioni = [{"id": "a", "nome": "Aprire", "stato": "rinviata"}]
    esito = {"id": "A1", "titolo": "Casa", "azioni": azioni, "riproposto": riproposto}
    assert codes(OLD, {"esiti": [esito], "obiettivi": [OTHER]}) == expected


def test_the_outcome_of_an_objective_of_sistema_promises_nothing() -> None:
    """It stands at the same place as the first outcome, which does."""
    new = {
        "esiti_sistema": [{"id": "A1", "titolo": "Casa", "risultati": ["Fatto"]}],
        "esiti": [{"id": "E9", "titolo": "Altro", "riproposto": "sì"}],
        "obiettivi": [obiettivo("N9", "Centri per le famiglie")],
    }
    assert judge_data({"obiettivi": [obiettivo("A1", "Casa")]}, new) == ()


@pytest.mark.parametrize(("before", "expected"), [("rinviata", ["C019"]), ("in corso", [])])
def test_put_off_twice(before: str, expected: list[str]) -> None:
    def told(name: str, stato: str) -> Dati:
        return {"id": name, "titolo": "Luoghi", "azioni": [{"id": f"{name}.a", "nome": "Luoghi", "stato": stato}]}

    old = {"esiti": [told("Z1", before)], "obiettivi": [obiettivo("A1", "Luoghi", gia=["Z1"])]}
    assert codes(old, {"esiti": [told("A1", "rinviata")], "obiettivi": [NEW]}) == expected


# ---------------------------------------------------------------- indicators


def indicated(promised: Dati | None, told: Dati, again: Dati | None) -> tuple[Dati, Dati]:
    """An indicator promised, told and promised again, in an objective that goes on."""

    def make(name: str, indicatore: Dati | None) -> Dati:
        risultati = (
            {"indicatori": [{"id": f"{name}.r", "nome": "Persone seguite", **indicatore}]} if indicatore else None
        )
        return {"id": name, "titolo": "Scheda", "risultati": risultati}

    esito = {
        "id": "A1",
        "titolo": "Casa",
        "indicatori": {"risultato": [{"id": "SA.r", "nome": "Persone seguite", **told}]},
    }
    old = {"obiettivi": [obiettivo("A1", "Casa", scheda="SA")], "schede": [make("SA", promised)]}
    new = {"esiti": [esito], "obiettivi": [{**NEW, "scheda": "SN"}], "schede": [make("SN", again)]}
    return old, new


@pytest.mark.parametrize(
    ("promised", "told", "again", "expected"),
    [
        ("50", {"realizzato": "38"}, {"previsto": "40"}, ["C006"]),
        ("50", {"realizzato": "38"}, {"previsto": "50"}, []),
        ("50", {"realizzato": "38"}, {"previsto": "60"}, []),
        ("50", {"realizzato": "50"}, {"previsto": "40"}, []),  # reached
        ("50", {"realizzato": "circa 48"}, {"previsto": "40"}, []),
        ("50", {"realizzato": ">40"}, {"previsto": "40"}, []),  # may well be 50
        ("circa 50", {"realizzato": "48"}, {"previsto": "40"}, []),
        ("50", {"realizzato": "non realizzata"}, {"previsto": "40"}, ["C006"]),
        ("50", {"realizzato": "non rilevabile"}, {"previsto": "40"}, []),
        ("50", {}, {"previsto": "40"}, []),  # nobody says what was reached
        ("50", {"realizzato": "38"}, {"previsto": "40%"}, []),
        ("50", {"realizzato": "38"}, {"previsto": "40", "unita": "ore"}, ["C006"]),
        ("50", {"realizzato": "38", "unita": "persone"}, {"previsto": "40", "unita": "ore"}, []),
        ("50", {"realizzato": "38"}, {"previsto": "40", "periodicita": "media annua"}, []),
        ("50", {"realizzato": "38"}, {"tappe": [{"anno": "2025", "previsto": "40"}]}, ["C006"]),
        ("50", {"realizzato": "38"}, {"previsto": "40", "nome": "Pasti a domicilio"}, ["C007"]),
        ("50", {"realizzato": "50"}, {"previsto": "40", "nome": "Pasti a domicilio"}, []),
        ("50", {"realizzato": "38"}, {"previsto": "40", "nome": "Persone seguite bene"}, []),
        ("50", {"realizzato": "38"}, None, []),  # nothing is measured yet
        ("50", {"previsto": "40", "realizzato": "38"}, {"previsto": "40"}, ["C017"]),
        ("50", {"previsto": "60", "realizzato": "60"}, {"previsto": "60"}, ["C017"]),
        ("almeno 50", {"previsto": "50", "realizzato": "60"}, {"previsto": "60"}, []),
        ("circa 50", {"previsto": "48", "realizzato": "60"}, {"previsto": "60"}, []),
        ("50", {"previsto": "50%", "realizzato": "60%"}, {"previsto": "60"}, []),
    ],
)
def test_targets(promised: str, told: Dati, again: Dati | None, expected: list[str]) -> None:
    assert codes(*indicated({"previsto": promised}, told, again)) == expected


@pytest.mark.parametrize(("again", "expected"), [("50000", []), ("59500", ["C006"]), ("49000", [])])
def test_a_target_that_falls_is_easier_when_it_is_higher(again: str, expected: list[str]) -> None:
    falling = {"base": "60000", "direzione": "diminuisce"}
    told = {"realizzato": "59000", **falling}
    assert codes(*indicated({"previsto": "50000", **falling}, told, {"previsto": again, **falling})) == expected


def test_where_a_lowered_target_stands() -> None:
    (found,) = judge_data(*indicated({"previsto": "50"}, {"realizzato": "38"}, {"previsto": "40"}))
    path = ("schede", 0, "risultati", "indicatori", 0, "previsto")
    assert (found.prima, found.dopo) == (path, path)
    assert found.message == (
        "A1 «Casa»: il valore atteso di «Persone seguite» non era stato raggiunto e passa da 50 a 40"
    )


# ---------------------------------------------------------------- the same again


@pytest.mark.parametrize(
    ("grado", "changes", "expected"),
    [
        ("49.9", {}, ["C008"]),
        ("50", {}, []),
        ("0", {}, ["C008"]),
        ("30", {"titolo": "Sportello per la Casa"}, ["C008"]),  # capitals are no change
        ("30", {"titolo": "Sportello per la casa e il lavoro"}, []),
        ("30", {"descrizione": "Tre sportelli"}, []),
        ("30", {"macroaree": ["B"]}, ["C008"]),
    ],
)
def test_a_low_grado_and_the_same_objective(grado: str, changes: Dati, expected: list[str]) -> None:
    new = {**obiettivo("N1", "Sportello per la casa", gia=["A1"]), **changes}
    assert codes(OLD, {"esiti": [{"id": "A1", "titolo": "Casa", "grado": grado}], "obiettivi": [new]}) == expected


def test_a_low_grado_and_an_objective_divided_or_put_off() -> None:
    esito = {"id": "A1", "titolo": "Casa", "grado": "30"}
    twins = [obiettivo(name, "Sportello per la casa", gia=["A1"]) for name in ("N1", "N2")]
    assert codes(OLD, {"esiti": [esito], "obiettivi": twins}) == []
    azioni = [{"id": "a", "nome": "Aprire", "stato": "rinviata"}]
    put_off = {"id": "A1", "titolo": "Casa", "azioni": azioni}
    assert codes(OLD, {"esiti": [put_off], "obiettivi": twins[:1]}) == []


@pytest.mark.parametrize(("azione", "expected"), [("Aprire", ["C008"]), ("Aprire ovunque", [])])
def test_other_actions_are_a_change(azione: str, expected: list[str]) -> None:
    def make(name: str, text: str) -> Dati:
        return {"id": name, "titolo": name, "azioni": [{"id": f"{name}.a", "testo": text}]}

    old = {"obiettivi": [obiettivo("A1", "Casa", scheda="SA")], "schede": [make("SA", "Aprire")]}
    new = {
        "esiti": [{"id": "A1", "titolo": "Casa", "grado": "10"}],
        "obiettivi": [obiettivo("N1", "Casa", gia=["A1"], scheda="SN")],
        "schede": [make("SN", azione)],
    }
    assert codes(old, new) == expected


LONG = " ".join(f"parola{number}" for number in range(40))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (LONG, LONG, ["C016"]),
        (f"Prima.\n\n{LONG}", f"Altro.\n\n- **{LONG.upper()}**.", ["C016"]),
        (LONG, LONG.replace("parola7 ", "sette "), []),
        (LONG.rpartition(" ")[0], LONG.rpartition(" ")[0], []),  # 39 words
        (f"«{LONG}»", f"«{LONG}»", []),
        (f"> {LONG}", f"> {LONG}", []),
        (f"{LONG} {{{{ fatti.x }}}}", f"{LONG} {{{{ fatti.x }}}}", []),
        (f"{LONG}\n\n{LONG} bis", f"{LONG}\n\n{LONG} bis", ["C016"]),  # one for each text
    ],
)
def test_copied_texts(old: str, new: str, expected: list[str]) -> None:
    assert codes({"testi": [{"sezione": "a", "testo": old}]}, {"testi": [{"sezione": "b", "testo": new}]}) == expected


def test_two_versions_of_a_plan_have_the_same_texts() -> None:
    data = {"testi": [{"sezione": "a", "testo": LONG}]}
    assert codes(data, {**data, "autore": "Ufficio"}, SAME) == []


def test_long_titles_and_what_outcomes_quote_are_not_copies() -> None:
    old = {"obiettivi": [obiettivo("A1", LONG, descrizione=LONG)]}
    new = {"esiti": [{"id": "A1", "titolo": "Casa", "testo": LONG}], "obiettivi": [obiettivo("N1", LONG, gia=["A1"])]}
    assert codes(old, new) == []


def test_a_copied_text_is_told_with_its_words_and_both_places() -> None:
    old = {"testi": [{"sezione": "a", "testo": "x"}, {"sezione": "bisogni", "testo": LONG}]}
    (found,) = judge_data(old, {"testi": [{"sezione": "bisogni", "testo": LONG}]})
    assert (found.prima, found.dopo) == (("testi", 1, "testo"), ("testi", 0, "testo"))
    assert found.message.startswith(
        "testo «bisogni»: ripete parola per parola un capoverso di 40 parole del piano 2021-2023, «parola0 parola1 "
    )


# ---------------------------------------------------------------- money


def fondi(*rows: Dati) -> Dati:
    voci = [{"id": f"v{index}", "denominazione": "Voce", "fondo": "FNPS", **row} for index, row in enumerate(rows)]
    return {"fondi": [{"id": "f", "titolo": "F", "classe": "strutturali", "voci": voci}]}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"assegnato": "1000"}, {"assegnato": "800"}, []),  # the threshold itself is no cut
        ({"assegnato": "1000"}, {"assegnato": "799.99"}, ["C009"]),
        ({"assegnato": "1000"}, {"assegnato": "1200"}, []),
        ({"assegnato": "1000"}, {"assegnato": "1200.01"}, ["C010"]),
        ({"assegnato": "1000"}, {}, []),  # without an amount nothing is known
        ({}, {"assegnato": "1000"}, []),
        ({"assegnato": "0"}, {"assegnato": "1000"}, []),
        ({"assegnato": "1000"}, {"assegnato": "10", "fondo": "FNA"}, []),  # one ends, another begins
        ({"assegnato": "1000", "annualita": ["2021-2023"]}, {"assegnato": "10", "annualita": ["2024"]}, []),
        ({"assegnato": "1000", "annualita": ["2021/2023"]}, {"assegnato": "10", "annualita": ["2025", "2026", "2027"]},
         ["C009"]),
        ({"assegnato": "1000", "esercizio": "2021"}, {"assegnato": "10", "annualita": ["2024"]}, ["C009"]),
        ({"assegnato": "1000", "esercizio": "2021"}, {"assegnato": "10"}, []),
    ],
)  # fmt: skip
def test_a_fund_beyond_the_threshold(before: Dati, after: Dati, expected: list[str]) -> None:
    assert codes(fondi(before), fondi(after)) == expected
    assert codes(fondi(before), fondi(after), SAME) == expected


def test_a_fund_is_the_sum_of_its_rows() -> None:
    assert codes(fondi({"assegnato": "600"}, {"assegnato": "400"}), fondi({"assegnato": "1000"})) == []
    (found,) = judge_data(fondi({"assegnato": "600"}, {"assegnato": "400"}), fondi({"assegnato": "500"}))
    assert (found.prima, found.dopo) == (("fondi", 0, "voci", 0), ("fondi", 0, "voci", 0))
    assert found.message.replace("\u00a0", " ") == (
        "Fondo nazionale per le politiche sociali cala da 1.000,00 € a 500,00 €, -50,00%: la soglia è il 20%"
    )


def test_without_a_threshold_no_fund_is_judged() -> None:
    known = load_profilo("lombardia/2025-2027")
    soglie = known.soglie.model_copy(update={"variazione_fondo": None, "giudizio_sufficiente": None})
    profilo = known.model_copy(update={"soglie": soglie})
    new = {**fondi({"assegnato": "1"}), "esiti": [{"id": "A1", "titolo": "C", "grado": "1"}]}
    new["obiettivi"] = [obiettivo("N1", "Sportello per la casa", gia=["A1"])]
    old = {**OLD, **fondi({"assegnato": "1000"})}
    assert judge(compare(make_lato("2021-2023", old), make_lato("2025-2027", new, profilo))) == ()


PAID = {"fondi": ["FNPS"]}
RICH = obiettivo("Z1", "Tutela dei minori", **PAID)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (PAID, [{}], ["C011"]),
        (PAID, [{"pnrr": ["1.1.1"]}], []),
        (PAID, [{}, PAID], []),  # divided: one of the two has them
        ({}, [PAID], ["C012"]),
        ({}, [{}, PAID], ["C012"]),
        ({}, [{}], []),
        (PAID, [PAID], []),
    ],
)
def test_the_money_of_an_objective(old: Dati, new: list[Dati], expected: list[str]) -> None:
    before = {"obiettivi": [obiettivo("A1", "Casa", **old), {**RICH, "id": "Z0"}]}
    after = [obiettivo(f"N{n}", f"Abitare {n}", gia=["A1"], **parts) for n, parts in enumerate(new)]
    assert codes(before, {"obiettivi": [*after, {**RICH, "gia": ["Z0"]}]}) == expected


def test_two_poor_objectives_made_into_a_rich_one_are_told_once() -> None:
    old = {"obiettivi": [obiettivo("A1", "Casa"), obiettivo("A2", "Affitto"), {**RICH, "id": "Z0"}]}
    assert codes(old, {"obiettivi": [obiettivo("N1", "Abitare", gia=["A1", "A2"], **PAID)]}) == ["C012"]
    mixed = {"obiettivi": [obiettivo("A1", "Casa"), obiettivo("A2", "Affitto", **PAID)]}
    assert codes(mixed, {"obiettivi": [obiettivo("N1", "Abitare", gia=["A1", "A2"], **PAID)]}) == []


def test_money_may_be_in_the_scheda() -> None:
    schede = [{"id": "SN", "titolo": "S", "obiettivo": "N1", "risorse_economiche": "Fondi comunali"}]
    old = {"obiettivi": [obiettivo("A1", "Casa", **PAID)]}
    assert codes(old, {"obiettivi": [NEW, RICH], "schede": schede}) == []
    assert codes(old, {"obiettivi": [NEW, RICH]}) == ["C011"]
    assert codes(old, {"obiettivi": [NEW]}) == []  # a plan that gives no money to anybody


def test_two_versions_of_a_plan_lose_money_too() -> None:
    old = {"obiettivi": [obiettivo("A1", "Casa", **PAID), RICH]}
    assert codes(old, {"obiettivi": [obiettivo("A1", "Casa"), RICH]}, SAME) == ["C011"]


# ---------------------------------------------------------------- LEPS and matrices


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["L1", "L2"], ["L2"], ["C013"]),
        (["L1", "L2"], [], ["C013", "C013"]),
        (["L1"], ["L1", "L3"], []),
        (["L9"], ["L1"], []),  # not in the catalogue
    ],
)
def test_leps(old: list[str], new: list[str], expected: list[str]) -> None:
    before, after = ({"obiettivi": [obiettivo("A1", "Casa", leps=leps)]} for leps in (old, new))
    assert codes(before, after, SAME) == expected


def test_leps_are_the_same_by_title_and_only_those_still_asked() -> None:
    old = make_lato("2025-2027", {"obiettivi": [obiettivo("A1", "Casa", leps=["L1", "L2", "L3"])]})
    known = load_profilo("lombardia/2025-2027")
    first, second, *_ = known.leps_prioritari
    leps = (first.model_copy(update={"codice": "X"}), second)  # L1 has another code, L3 is no longer asked
    new = make_lato(
        "2028-2030",
        {"obiettivi": [obiettivo("N1", "Casa", leps=["X"], gia=["A1"])], "triennio_precedente": "2025-2027"},
        known.model_copy(update={"leps_prioritari": leps}),
    )
    (found,) = judge(compare(old, new))
    assert (found.code, found.prima, found.dopo) == ("C013", ("obiettivi", 0, "leps", 1), None)
    assert found.message.startswith("L2 «Prevenzione dell'allontanamento familiare (P.I.P.P.I.)»: ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([{"AT1": ["LI1", "LI2"]}], [{"AT1": ["LI2"]}], ["C014"]),
        ([{"AT1": ["LI1"]}], [{"AT2": ["LI1"]}], ["C014"]),
        ([{"AT1": ["LI1"]}], [{}, {"AT1": ["LI1"]}], []),  # another scheda has it
        ([{"AT1": ["LI1"]}], [], []),  # no schede yet
        ([{"AT9": ["LI1"]}, {"AT1": ["LI9"]}], [{}], []),  # not in the catalogue
    ],
)
def test_marks_of_the_matrices(old: list[Dati], new: list[Dati], expected: list[str]) -> None:
    def schede(matrici: list[Dati]) -> Dati:
        return {"schede_integrazione": [{"id": f"S{n}", "titolo": "S", "matrice": m} for n, m in enumerate(matrici)]}

    assert codes(schede(old), schede(new), SAME) == expected


# ---------------------------------------------------------------- unknown ties


def test_unknown_ties_say_which_plan_lacks_the_id() -> None:
    esito = {"id": "A1", "titolo": "Casa", "riproposto": {"risposta": "sì", "come": ["N1", "N17"]}}
    new = {"esiti": [esito], "obiettivi": [obiettivo("N1", "Casa", gia=["A11", "E5"])]}
    assert [(one.code, one.severity, one.dopo, one.message, one.hint) for one in judge_data(OLD, new)] == [
        (
            "C015",
            Severity.ERROR,
            ("obiettivi", 0, "gia", 0),
            "«A11» non è un obiettivo né un'area del piano di prima: il legame non vale",
            "forse intendevi «A1»?",
        ),
        (
            "C015",
            Severity.ERROR,
            ("obiettivi", 0, "gia", 1),
            "«E5» non è un obiettivo né un'area del piano di prima: il legame non vale",
            "correggi l'id, o togli il legame",
        ),
        (
            "C015",
            Severity.ERROR,
            ("esiti", 0, "riproposto", "come", 1),
            "«N17» non è un obiettivo del piano nuovo: il legame non vale",
            "forse intendevi «N1»?",
        ),
    ]
    assert judge(compare(make_lato("2025-2027", OLD), make_lato("2025-2027", new))) == ()
