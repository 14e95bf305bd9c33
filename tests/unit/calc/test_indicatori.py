# SPDX-License-Identifier: EUPL-1.2
"""Indicators: one formula, n.c. with a reason, and every known mistake of indicator tools."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pdz.calc import Calcolo, Conteggio, Quadro, format_calcolo

MakeQuadro = Callable[..., Quadro]


def quadro_of(make_quadro: MakeQuadro, **fields: Any) -> Quadro:
    indicatori = {"risultato": [{"id": "A2.r1", "nome": "Dimissioni protette", **fields}]}
    return make_quadro(esiti=[{"id": "A2", "titolo": "Sostenere la rete", "indicatori": indicatori}])


def indicatore_of(make_quadro: MakeQuadro, **fields: Any) -> Calcolo:
    return quadro_of(make_quadro, **fields).citabili["indicatori.A2.r1"]


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"previsto": "50", "realizzato": "61"}, "122%"),
        ({"previsto": "3", "realizzato": "2"}, "66,67%"),
        ({"previsto": "100%", "realizzato": "62%"}, "62%"),
        ({"previsto": "2", "realizzato": "0"}, "0%"),
        ({"base": "60000", "previsto": "50000", "realizzato": "59000", "direzione": "diminuisce"}, "10%"),
        ({"base": "60000", "previsto": "50000", "realizzato": "59000"}, "10%"),  # one formula
        ({"base": "10", "previsto": "20", "realizzato": "15"}, "50%"),
        ({"base": "10", "previsto": "20", "realizzato": "8"}, "-20%"),
        ({"base": "60000", "previsto": "50000", "realizzato": "45000"}, "150%"),
        ({"previsto": "100000", "realizzato": "99999.999"}, "99,99%"),  # never «100%»
    ],
)
def test_degree(make_quadro: MakeQuadro, fields: dict[str, str], printed: str) -> None:
    assert format_calcolo(indicatore_of(make_quadro, **fields)) == printed


def test_says_how_it_was_made(make_quadro: MakeQuadro) -> None:
    calcolo = indicatore_of(make_quadro, base="60000", previsto="50000", realizzato="59000", direzione="diminuisce")
    assert calcolo.formula == "(59.000 − 60.000) × 100 / (50.000 − 60.000) = 10"
    where = ("esiti", 0, "indicatori", "risultato", 0)
    assert [(t.nome, t.valore, t.path) for t in calcolo.termini] == [
        ("valore raggiunto", Decimal(59000), (*where, "realizzato")),
        ("valore atteso", Decimal(50000), (*where, "previsto")),
        ("valore di partenza", Decimal(60000), (*where, "base")),
    ]
    assert indicatore_of(make_quadro, previsto="4", realizzato="3").formula == "3 × 100 / 4 = 75"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"realizzato": "5"}, "manca il valore atteso"),
        ({"previsto": "5"}, "manca il valore raggiunto"),
        ({"previsto": "5", "motivo": "non rilevato"}, "manca il valore raggiunto: non rilevato"),
        ({}, "manca il valore atteso; manca il valore raggiunto"),
        (
            {"previsto": "90%", "realizzato": "non rilevabile", "motivo": "manca il dato complessivo"},
            "il valore raggiunto è «non rilevabile»: manca il dato complessivo",
        ),
        ({"previsto": "non previsto", "realizzato": "5"}, "il valore atteso è «non previsto»"),
        ({"previsto": "0", "realizzato": "5"}, "il valore atteso è zero"),
        ({"previsto": "0", "realizzato": "0"}, "il valore atteso è zero"),
        ({"previsto": "0", "realizzato": "3", "base": "10"}, "il valore atteso è zero"),
        (
            {"previsto": "10", "realizzato": "12", "base": "10"},
            "il valore atteso è uguale al valore di partenza",
        ),
        (
            {"previsto": "50", "realizzato": "40", "direzione": "diminuisce"},
            "manca il valore di partenza: senza non si misura una diminuzione",
        ),
        ({"previsto": "5", "realizzato": "5", "base": "in corso"}, "il valore di partenza è «in corso»"),
        ({"previsto": "90%", "numeratore": "3"}, "manca il denominatore"),
        ({"previsto": "90%", "denominatore": "3"}, "manca il numeratore"),
        ({"previsto": "90%", "numeratore": "0", "denominatore": "0"}, "il denominatore è zero"),
        ({"previsto": "90%", "realizzato": "0%", "numeratore": "0", "denominatore": "0"}, "il denominatore è zero"),
        (
            {"previsto": "90%", "realizzato": "45"},
            "i valori non si confrontano: alcuni sono percentuali e altri no",
        ),
        (
            {
                "previsto": "500",
                "realizzati": [{"valore": "33", "nome": "commissioni"}, {"valore": "9", "nome": "mail"}],
            },
            "i valori raggiunti sono 2 e nessuno li riassume",
        ),
    ],
)
def test_not_computable_has_a_reason(make_quadro: MakeQuadro, fields: dict[str, Any], reason: str) -> None:
    calcolo = indicatore_of(make_quadro, **fields)
    assert (calcolo.valore, calcolo.motivo, format_calcolo(calcolo)) == (None, reason, "n.c.")


def test_mistake_denominator_zero_shown_as_zero_per_cent(make_quadro: MakeQuadro) -> None:
    assert indicatore_of(make_quadro, previsto="90%", numeratore="0", denominatore="0").valore is None


def test_mistake_target_zero_replaced_by_an_epsilon(make_quadro: MakeQuadro) -> None:
    assert indicatore_of(make_quadro, previsto="0", realizzato="1").valore is None


def test_mistake_baseline_ignored_when_growing(make_quadro: MakeQuadro) -> None:
    assert indicatore_of(make_quadro, base="40", previsto="50", realizzato="45").valore == 50  # not 90


def test_mistake_two_formulas_for_one_notion(make_quadro: MakeQuadro) -> None:
    fields = {"base": "40", "previsto": "50", "realizzato": "45"}
    growing = indicatore_of(make_quadro, **fields, direzione="aumenta")
    falling = indicatore_of(make_quadro, **fields, direzione="diminuisce")
    assert growing.valore == falling.valore == 50


def test_mistake_overall_target_summed_from_the_periods(make_quadro: MakeQuadro) -> None:
    tappe = [
        {"anno": "2025", "previsto": "50"},
        {"anno": "2026", "previsto": "75"},
        {"anno": "2027", "previsto": "100"},
    ]
    assert indicatore_of(make_quadro, previsto="90", realizzato="45", tappe=tappe).valore == 50
    assert indicatore_of(make_quadro, realizzato="45", tappe=tappe).valore == 45


def test_mistake_percentages_averaged(make_quadro: MakeQuadro) -> None:
    calcolo = indicatore_of(make_quadro, previsto="100%", numeratore="10", denominatore="109")
    assert calcolo.formula == "(10 × 100 / 109) × 100 / 100 = 9,1743…"
    assert [t.valore for t in calcolo.termini[:2]] == [10, 109]


def test_mistake_item_without_value_dragging_the_mean(make_quadro: MakeQuadro) -> None:
    risultato = [
        {"id": "r1", "nome": "Uno", "previsto": "10", "realizzato": "9"},
        {"id": "r2", "nome": "Due", "previsto": "10"},
        {"id": "r3", "nome": "Tre", "previsto": "10", "realizzato": "in corso"},
    ]
    quadro = make_quadro(
        esiti=[
            {"id": "A1", "titolo": "Uno", "indicatori": {"risultato": risultato}},
            {"id": "A2", "titolo": "Due"},
        ],
        progetti_premiali=[{"id": "P1", "titolo": "Tre", "indicatori": [{"id": "p", "nome": "x", "realizzato": "4"}]}],
        monitoraggi=[{"id": "M1", "titolo": "GEA", "indicatori": [{"id": "m", "nome": "x"}]}],
        schede=[{"id": "S1", "titolo": "x", "risultati": {"indicatori": [{"id": "s", "nome": "x", "previsto": "3"}]}}],
    )
    assert quadro.conteggi == {
        "A1": Conteggio(1, 3),
        "A2": Conteggio(0, 0),
        "P1": Conteggio(0, 1),
        "": Conteggio(1, 4),
    }
    assert set(quadro.indicatori) == {"r1", "r2", "r3", "p", "m", "s"}
    assert quadro.citabili["conteggi.non_calcolabili"].valore == 3
    assert quadro.citabili["conteggi.A1.calcolabili"].valore == 1
    assert quadro.citabili["conteggi.A1.totale"].valore == 3


def test_mistake_decrease_computed_as_increase(make_quadro: MakeQuadro) -> None:
    assert indicatore_of(make_quadro, previsto="50", realizzato="100", direzione="diminuisce").valore is None


def test_mistake_baseline_equal_to_target_crashing_the_report(make_quadro: MakeQuadro) -> None:
    assert indicatore_of(make_quadro, base="7", previsto="7", realizzato="7").valore is None


def test_mistake_first_year_of_a_series_ignoring_the_base(make_quadro: MakeQuadro) -> None:
    tappe = [
        {"anno": "2025", "previsto": "20", "realizzato": "15"},
        {"anno": "2026", "previsto": "30", "realizzato": "30"},
        {"anno": "2027", "previsto": "40"},
    ]
    names = quadro_of(make_quadro, base="10", tappe=tappe).citabili
    first = names["indicatori.A2.r1.tappe.2025"]
    assert first.valore == 50  # not 75
    assert first.formula == "(15 − 10) × 100 / (20 − 10) = 50"
    where = ("esiti", 0, "indicatori", "risultato", 0)
    assert [t.path for t in first.termini] == [
        (*where, "tappe", 0, "realizzato"),
        (*where, "tappe", 0, "previsto"),
        (*where, "base"),
    ]
    assert names["indicatori.A2.r1.tappe.2026"].valore == 100
    assert "indicatori.A2.r1.tappe.2027" not in names
    assert names["indicatori.A2.r1"].motivo == "manca il valore raggiunto"


def test_last_step_stands_for_the_target_whatever_its_place(make_quadro: MakeQuadro) -> None:
    tappe = [{"anno": "2027", "previsto": "100%", "realizzato": "80%"}, {"anno": "2025", "previsto": "50%"}]
    calcolo = indicatore_of(make_quadro, tappe=tappe)
    assert calcolo.valore == 80
    assert calcolo.termini[1].path == ("esiti", 0, "indicatori", "risultato", 0, "tappe", 0, "previsto")


def test_last_step_is_not_the_value_of_a_declared_target(make_quadro: MakeQuadro) -> None:
    tappe = [{"anno": "2027", "previsto": "100", "realizzato": "110"}]
    assert indicatore_of(make_quadro, previsto="300", tappe=tappe).motivo == "manca il valore raggiunto"


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"previsto": "100%", "realizzato": ">100%"}, ">100%"),
        ({"previsto": "100", "realizzato": "circa 50"}, "circa 50%"),
        ({"previsto": "200", "realizzato": "più di 300"}, ">150%"),
        ({"previsto": "200", "realizzato": "almeno 300"}, "≥150%"),
        ({"previsto": "più di 200", "realizzato": "300"}, "150%"),  # the target is the threshold
        ({"previsto": "circa 200", "realizzato": "300"}, "circa 150%"),
        ({"base": "60", "previsto": "50", "realizzato": "> 55", "direzione": "diminuisce"}, "<50%"),
        ({"base": "circa 60", "previsto": "50", "realizzato": "55", "direzione": "diminuisce"}, "circa 50%"),
    ],
)
def test_operators_stay(make_quadro: MakeQuadro, fields: dict[str, str], printed: str) -> None:
    assert indicatore_of(make_quadro, **fields).stampa == ("" if printed == "150%" else printed)
    assert format_calcolo(indicatore_of(make_quadro, **fields)) == printed


def test_several_counts_with_one_declared_value(make_quadro: MakeQuadro) -> None:
    counts = [{"valore": "33", "nome": "commissioni"}, {"valore": "330", "nome": "azioni"}]
    assert indicatore_of(make_quadro, previsto="500", realizzato="363", realizzati=counts).valore == Decimal("72.6")
    assert indicatore_of(make_quadro, previsto="500", realizzati=counts[1:]).valore == 66


def test_counts_behind_a_percentage_win_over_it(make_quadro: MakeQuadro) -> None:
    calcolo = indicatore_of(make_quadro, previsto="50%", realizzato="66%", numeratore="2", denominatore="3")
    assert format_calcolo(calcolo) == "133,33%"


def test_unit_per_cent(make_quadro: MakeQuadro) -> None:
    assert indicatore_of(make_quadro, previsto="90", realizzato="45%", unita="%").valore == 50


def test_values_can_be_cited_as_given(make_quadro: MakeQuadro) -> None:
    serie = [{"periodo": "2023-T1", "valore": "153"}, {"periodo": "2023-T2", "valore": "non rilevato"}]
    names = quadro_of(make_quadro, previsto="più di 200", realizzato="circa 50", serie=serie).citabili
    assert format_calcolo(names["indicatori.A2.r1.previsto"]) == "più di 200"
    assert format_calcolo(names["indicatori.A2.r1.realizzato"]) == "circa 50"
    assert format_calcolo(names["indicatori.A2.r1.serie.2023-T1"]) == "153"
    assert format_calcolo(names["indicatori.A2.r1.serie.2023-T2"]) == "non rilevato"
    where = ("esiti", 0, "indicatori", "risultato", 0, "serie", 0, "valore")
    assert names["indicatori.A2.r1.serie.2023-T1"].path == where


def test_a_cited_period_has_its_own_unit(make_quadro: MakeQuadro) -> None:
    serie = [{"periodo": "2023", "valore": "600"}, {"periodo": "2024", "valore": "161", "unita": "utenti"}]
    names = quadro_of(make_quadro, unita="accessi", serie=serie).citabili
    assert names["indicatori.A2.r1.serie.2023"].unita == "accessi"
    assert names["indicatori.A2.r1.serie.2024"].unita == "utenti"


def test_repeated_id_does_not_crash_and_the_last_wins(make_quadro: MakeQuadro) -> None:
    first = {"id": "r", "nome": "x", "previsto": "10", "realizzato": "1"}
    quadro = make_quadro(
        esiti=[{"id": "A", "titolo": "x", "indicatori": {"risultato": [first, {**first, "realizzato": "9"}]}}]
    )
    assert quadro.indicatori["r"].valore == 90
    assert quadro.conteggi["A"] == Conteggio(2, 2)
