# SPDX-License-Identifier: EUPL-1.2
"""Facts: given, added, divided; and the circles in which they can run."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pdz.calc import Calcolo, Quadro, format_calcolo

MakeQuadro = Callable[..., Quadro]


def fatti_of(make_quadro: MakeQuadro, *fatti: dict[str, Any]) -> dict[str, Calcolo]:
    return dict(make_quadro(fatti=[{"nome": f"Fatto {fatto['id']}", **fatto} for fatto in fatti]).fatti)


POPOLAZIONE = {"id": "popolazione", "valore": "112991", "unita": "persone"}
STRANIERI = {"id": "stranieri", "valore": "16523", "unita": "persone"}


@pytest.mark.parametrize(
    ("fields", "tipo", "printed"),
    [
        ({"valore": "16523", "unita": "persone"}, "numero", "16.523"),
        ({"valore": "96.6", "unita": "km²"}, "numero", "96,6"),
        ({"valore": "14.62%"}, "percento", "14,62%"),
        ({"valore": "14.62", "unita": "%"}, "percento", "14,62%"),
        ({"valore": "599821.54", "unita": "euro"}, "euro", "599.821,54\u00a0€"),
        ({"valore": "2024555", "unita": "Euro"}, "euro", "2.024.555,00\u00a0€"),
        ({"valore": "2024555.49", "unita": "€", "decimali": "0"}, "euro", "2.024.555\u00a0€"),
        ({"valore": "più di 60", "unita": "enti"}, "numero", "più di 60"),
        ({"valore": ">60%"}, "percento", "più di 60%"),
        ({"valore": "circa 70"}, "numero", "circa 70"),
        ({"valore": "almeno 1250.5", "unita": "euro"}, "euro", "almeno 1.250,50\u00a0€"),
        ({"valore": "3", "decimali": "1"}, "numero", "3,0"),
        ({"numeratore": "2", "denominatore": "3"}, "percento", "66,67%"),
        ({"numeratore": "2", "denominatore": "3", "decimali": "0"}, "percento", "67%"),
    ],
)
def test_alone(make_quadro: MakeQuadro, fields: dict[str, str], tipo: str, printed: str) -> None:
    calcolo = fatti_of(make_quadro, {"id": "f", **fields})["f"]
    assert (calcolo.tipo, format_calcolo(calcolo)) == (tipo, printed)


def test_sum_of_parts(make_quadro: MakeQuadro) -> None:
    parti = [
        {"nome": "Comuni", "valore": "243"},
        {"nome": "Equipe", "valore": "1166"},
        {"nome": "Altro", "valore": "735"},
    ]
    calcolo = fatti_of(make_quadro, {"id": "rdc", "parti": parti, "valore": "2145"})["rdc"]
    assert calcolo.valore == 2144  # printed 2.145 in a published plan
    assert calcolo.formula == "243 + 1.166 + 735 = 2.144"
    assert calcolo.termini[1].path == ("fatti", 0, "parti", 1, "valore")


def test_ratio_of_two_facts(make_quadro: MakeQuadro) -> None:
    quota = {"id": "quota", "rapporto": {"di": "stranieri", "su": "popolazione"}}
    calcolo = fatti_of(make_quadro, quota, STRANIERI, POPOLAZIONE)["quota"]
    assert format_calcolo(calcolo) == "14,62%"  # printed 15,18% in a published plan
    assert calcolo.formula == "16.523 × 100 / 112.991 = 14,6232…"
    assert [(t.nome, t.valore, t.path) for t in calcolo.termini] == [
        ("Fatto stranieri", Decimal(16523), ("fatti", 1)),
        ("Fatto popolazione", Decimal(112991), ("fatti", 2)),
    ]
    assert calcolo.tipo == "percento"


def test_ratio_per_mille_and_per_unit(make_quadro: MakeQuadro) -> None:
    fatti = fatti_of(
        make_quadro,
        {"id": "nati", "valore": "753"},
        POPOLAZIONE,
        {"id": "spesa", "valore": "1129910", "unita": "euro"},
        {"id": "natalita", "unita": "‰", "rapporto": {"di": "nati", "su": "popolazione", "per": "1000"}},
        {"id": "pro_capite", "unita": "euro", "rapporto": {"di": "spesa", "su": "popolazione", "per": "1"}},
    )
    assert (fatti["natalita"].tipo, format_calcolo(fatti["natalita"])) == ("numero", "6,66")
    assert format_calcolo(fatti["pro_capite"]) == "10,00\u00a0€"
    assert fatti["pro_capite"].formula == "1.129.910 / 112.991 = 10"


def test_facts_made_from_computed_facts(make_quadro: MakeQuadro) -> None:
    fatti = fatti_of(
        make_quadro,
        {"id": "c", "rapporto": {"di": "b", "su": "d", "per": "1"}},
        {"id": "b", "rapporto": {"di": "a", "su": "d", "per": "1"}},
        {"id": "a", "parti": [{"nome": "x", "valore": "60"}, {"nome": "y", "valore": "40"}]},
        {"id": "d", "valore": "5"},
    )
    assert fatti["c"].valore == 4


def test_operator_follows_the_ratio(make_quadro: MakeQuadro) -> None:
    ratio = {"rapporto": {"di": "a", "su": "b"}}
    above = fatti_of(make_quadro, {"id": "a", "valore": "più di 60"}, {"id": "b", "valore": "80"}, {"id": "r", **ratio})
    below = fatti_of(make_quadro, {"id": "a", "valore": "60"}, {"id": "b", "valore": "più di 80"}, {"id": "r", **ratio})
    assert format_calcolo(above["r"]) == "più di 75,00%"
    assert format_calcolo(below["r"]) == "circa 75,00%"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "manca il valore"),
        ({"numeratore": "3"}, "manca il denominatore"),
        ({"denominatore": "3"}, "manca il numeratore"),
        ({"numeratore": "3", "denominatore": "0"}, "il denominatore è zero (denominatore)"),
        ({"valore": "0%", "numeratore": "0", "denominatore": "0"}, "il denominatore è zero (denominatore)"),
        ({"rapporto": {"di": "stranieri", "su": "x"}}, "il fatto «x» non esiste"),
        ({"rapporto": {"di": "f", "su": "stranieri"}}, "il calcolo gira in tondo: il fatto dipende da se stesso"),
        ({"rapporto": {"di": "stranieri", "su": "zero"}}, "il denominatore è zero (Fatto zero)"),
        ({"rapporto": {"di": "ignoto", "su": "stranieri"}}, "«ignoto» non si calcola: non rilevato"),
    ],
)
def test_not_computable_has_a_reason(make_quadro: MakeQuadro, fields: dict[str, Any], reason: str) -> None:
    others = ({"id": "zero", "valore": "0"}, {"id": "ignoto", "valore": "non rilevato"})
    calcolo = fatti_of(make_quadro, {"id": "f", **fields}, STRANIERI, *others)["f"]
    assert (calcolo.valore, calcolo.motivo, format_calcolo(calcolo)) == (None, reason, "n.c.")


def test_state_is_printed_in_place_of_the_value(make_quadro: MakeQuadro) -> None:
    calcolo = fatti_of(make_quadro, {"id": "f", "valore": "non rilevato"})["f"]
    assert (calcolo.valore, calcolo.motivo, format_calcolo(calcolo)) == (None, "non rilevato", "non rilevato")


def test_value_given_serves_when_the_ratio_cannot_be_made(make_quadro: MakeQuadro) -> None:
    fatto = {"id": "f", "valore": "14.62%", "rapporto": {"di": "x", "su": "y"}}
    assert format_calcolo(fatti_of(make_quadro, fatto)["f"]) == "14,62%"


def test_circle_of_facts_ends_with_a_reason(make_quadro: MakeQuadro) -> None:
    fatti = fatti_of(
        make_quadro,
        {"id": "a", "rapporto": {"di": "b", "su": "n"}},
        {"id": "b", "rapporto": {"di": "c", "su": "n"}},
        {"id": "c", "rapporto": {"di": "a", "su": "n"}},
        {"id": "n", "valore": "2"},
    )
    assert {name: fatti[name].valore for name in "abc"} == {"a": None, "b": None, "c": None}
    assert fatti["c"].motivo == "il calcolo gira in tondo: «a» dipende a sua volta da «c»"
    assert fatti["a"].motivo.endswith(fatti["c"].motivo)


def test_long_chain_of_facts_does_not_overflow(make_quadro: MakeQuadro) -> None:
    chain = [{"id": f"f{i}", "rapporto": {"di": f"f{i + 1}", "su": "uno", "per": "1"}} for i in range(3000)]
    fatti = fatti_of(make_quadro, *chain, {"id": "f3000", "valore": "7"}, {"id": "uno", "valore": "1"})
    assert fatti["f0"].valore == 7


def test_repeated_id_does_not_crash_and_the_last_wins(make_quadro: MakeQuadro) -> None:
    fatti = fatti_of(make_quadro, {"id": "a", "valore": "1"}, {"id": "a", "valore": "2"})
    assert fatti["a"].valore == 2
