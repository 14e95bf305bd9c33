# SPDX-License-Identifier: EUPL-1.2
"""Grado: exact bands, printed by truncation, declared when the actions are not known."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pdz.calc import Grado, Quadro, find_giudizio
from pdz.profiles import load_profilo

MakeQuadro = Callable[..., Quadro]
SCALA = load_profilo("lombardia/2025-2027").scala


def grado_of(make_quadro: MakeQuadro, **fields: Any) -> Grado:
    return make_quadro(esiti=[{"id": "A2", "titolo": "Sostenere la rete", **fields}]).gradi["A2"]


@pytest.mark.parametrize(
    ("programmate", "realizzate", "printed"),
    [
        ("5", "4", "80% (buono)"),
        ("5", "5", "100% (ottimo)"),
        ("5", "0", "0% (nullo)"),
        ("500", "398", "79% (sufficiente)"),  # 79,6
        ("1000", "999", "99% (buono)"),  # 99,9
        ("500", "2", "<1% (insufficiente)"),  # 0,4
        ("1000", "499", "49% (insufficiente)"),  # 49,9
        ("2", "1", "50% (sufficiente)"),
        ("3", "2", "66% (sufficiente)"),
        ("100", "112", "112% (ottimo)"),
        ("1" + "0" * 28, "8" + "0" * 26 + "0", "80% (buono)"),
        ("1" + "0" * 28, "7" + "9" * 27, "79% (sufficiente)"),  # ten to the minus 26 below the band
        ("9" * 29, "9" * 28 + "8", "99% (buono)"),
    ],
)
def test_printed_grado_never_contradicts_its_band(
    make_quadro: MakeQuadro, programmate: str, realizzate: str, printed: str
) -> None:
    grado = grado_of(make_quadro, azioni={"programmate": programmate, "realizzate": realizzate})
    assert grado.stampa == printed
    assert grado.giudizio == printed.split("(")[1].rstrip(")")
    assert grado.calcolo.stampa == printed.split(" ")[0]


def test_says_how_it_was_made(make_quadro: MakeQuadro) -> None:
    calcolo = grado_of(make_quadro, azioni={"programmate": "5", "realizzate": "4"}).calcolo
    assert calcolo.valore == 80
    assert calcolo.tipo == "percento"
    assert calcolo.formula == "4 × 100 / 5 = 80"
    assert [(t.nome, t.valore, t.path) for t in calcolo.termini] == [
        ("azioni realizzate", Decimal(4), ("esiti", 0, "azioni", "realizzate")),
        ("azioni programmate", Decimal(5), ("esiti", 0, "azioni", "programmate")),
    ]
    assert calcolo.path == ("esiti", 0, "azioni")


def test_endless_quotient_is_cut_and_says_so(make_quadro: MakeQuadro) -> None:
    calcolo = grado_of(make_quadro, azioni={"programmate": "3", "realizzate": "2"}).calcolo
    assert calcolo.formula == "2 × 100 / 3 = 66,6666…"
    assert str(calcolo.valore) == "66." + "6" * 48


def actions(*states: str) -> list[dict[str, str]]:
    parts = [state.partition(" a ") for state in states]
    return [
        {"id": f"a{index}", "nome": f"Azione {index}", "stato": state, **({"quota": quota} if quota else {})}
        for index, (state, _, quota) in enumerate(parts)
    ]


@pytest.mark.parametrize(
    ("states", "valore"),
    [
        (("realizzata", "realizzata", "rinviata", "realizzata"), 75),
        (("realizzata", "non realizzata"), 50),
        (("realizzata", "in corso"), 50),
        (("realizzata", "parziale"), 50),
        (("realizzata", "parziale a 50%"), 75),
        (("parziale a 33,3%",), Decimal("33.3")),
    ],
)
def test_actions_one_by_one(make_quadro: MakeQuadro, states: tuple[str, ...], valore: Decimal) -> None:
    assert grado_of(make_quadro, azioni=actions(*states)).calcolo.valore == valore


def test_list_of_actions_says_how_it_was_made(make_quadro: MakeQuadro) -> None:
    calcolo = grado_of(make_quadro, azioni=actions("realizzata", "parziale a 50%", "rinviata", "in corso")).calcolo
    assert calcolo.formula == "1,5 × 100 / 4 = 37,5"
    assert [t.valore for t in calcolo.termini] == [1, Decimal("0.5"), 0, 0]
    assert calcolo.termini[1].path == ("esiti", 0, "azioni", "elenco", 1, "stato")


def test_list_wins_over_counts(make_quadro: MakeQuadro) -> None:
    azioni = {"programmate": "5", "realizzate": "5", "elenco": actions("realizzata", "rinviata")}
    assert grado_of(make_quadro, azioni=azioni).calcolo.valore == 50


@pytest.mark.parametrize(
    ("declared", "giudizio", "printed"),
    [
        ("80%", None, "80% (buono)"),
        ("80%", "ottimo", "80% (ottimo)"),  # as declared: a rule reports it
        ("79.6", None, "79,6% (sufficiente)"),
        ("0.4%", None, "0,4% (insufficiente)"),
        ("112", None, "112% (ottimo)"),
        ("0", None, "0% (nullo)"),
    ],
)
def test_declared_is_printed_as_declared(
    make_quadro: MakeQuadro, declared: str, giudizio: str | None, printed: str
) -> None:
    grado = grado_of(make_quadro, grado=declared, giudizio=giudizio)
    assert grado.stampa == printed
    assert grado.dichiarato == grado.calcolo.valore
    assert grado.calcolo.formula == ""
    assert grado.calcolo.path == ("esiti", 0, "grado")


def test_computed_wins_and_keeps_the_declared(make_quadro: MakeQuadro) -> None:
    grado = grado_of(make_quadro, azioni=actions(*["realizzata"] * 3, "rinviata"), grado="90%", giudizio="ottimo")
    assert grado.stampa == "75% (sufficiente)"
    assert grado.giudizio == "sufficiente"
    assert grado.dichiarato == 90


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "non ci sono né le azioni né un grado dichiarato"),
        ({"azioni": []}, "non ci sono né le azioni né un grado dichiarato"),
        ({"azioni": {"programmate": "0", "realizzate": "0"}}, "le azioni programmate sono zero"),
        ({"azioni": {"programmate": "5"}}, "manca il numero delle azioni realizzate"),
        ({"azioni": {"realizzate": "5"}}, "manca il numero delle azioni programmate"),
    ],
)
def test_not_computable_has_a_reason(make_quadro: MakeQuadro, fields: dict[str, Any], reason: str) -> None:
    grado = grado_of(make_quadro, **fields)
    assert (grado.stampa, grado.giudizio, grado.calcolo.valore) == ("n.c.", "", None)
    assert grado.calcolo.motivo == reason


def test_denominator_zero_is_never_zero_per_cent(make_quadro: MakeQuadro) -> None:
    grado = grado_of(make_quadro, azioni={"programmate": "0", "realizzate": "0"}, grado="0%")
    assert grado.stampa == "n.c."
    assert grado.dichiarato == 0


def test_declared_when_one_count_is_missing(make_quadro: MakeQuadro) -> None:
    assert grado_of(make_quadro, azioni={"programmate": "5"}, grado="80%").stampa == "80% (buono)"


def test_aggregate_is_a_ratio_of_sums(make_quadro: MakeQuadro) -> None:
    quadro = make_quadro(
        esiti=[
            {"id": "A1", "titolo": "Uno", "macroarea": "A", "azioni": {"programmate": "1", "realizzate": "1"}},
            {"id": "A2", "titolo": "Due", "macroarea": "A", "azioni": {"programmate": "9", "realizzate": "0"}},
            {"id": "A3", "titolo": "Tre", "macroarea": "A", "grado": "100%"},
            {"id": "B1", "titolo": "Area", "macroarea": "B", "tipo": "area", "grado": "50%"},
        ]
    )
    overall = quadro.citabili["gradi.macroarea.A"]
    assert overall.valore == 10  # the mean of the percentages would be 50, or 66 with the declared one
    assert overall.formula == "1 × 100 / 10 = 10"
    assert quadro.citabili["gradi.complessivo"].valore == 10
    assert "gradi.macroarea.B" not in quadro.citabili


def test_repeated_id_does_not_crash_and_the_last_wins(make_quadro: MakeQuadro) -> None:
    quadro = make_quadro(esiti=[{"id": "A", "titolo": "x", "grado": "10"}, {"id": "A", "titolo": "y", "grado": "90"}])
    assert quadro.gradi["A"].calcolo.valore == 90
    assert quadro.citabili["gradi.A"].path == ("esiti", 1, "grado")


@pytest.mark.parametrize(
    ("valore", "giudizio"),
    [
        ("-1", ""),
        ("0", "nullo"),
        ("1E-40", "insufficiente"),
        ("49." + "9" * 60, "insufficiente"),
        ("50", "sufficiente"),
        ("79." + "9" * 60, "sufficiente"),
        ("80", "buono"),
        ("99." + "9" * 60, "buono"),
        ("100", "ottimo"),
        ("1000", "ottimo"),
    ],
)
def test_bands_on_the_exact_value(valore: str, giudizio: str) -> None:
    assert find_giudizio(Decimal(valore), SCALA) == giudizio


def test_scale_comes_from_the_profile() -> None:
    only = [fascia.model_copy(update={"da": Decimal(60)}) for fascia in SCALA if fascia.giudizio == "buono"]
    assert find_giudizio(Decimal(60), only) == "buono"
    assert find_giudizio(Decimal(59), only) == ""
