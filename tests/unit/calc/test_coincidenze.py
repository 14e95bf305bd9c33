# SPDX-License-Identifier: EUPL-1.2
"""Coincidenza of budgeted and spent resources."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pdz.calc import Calcolo, Quadro, format_calcolo

MakeQuadro = Callable[..., Quadro]


def coincidenza_of(make_quadro: MakeQuadro, risorse: Any) -> Calcolo:
    esito = {"id": "A2", "titolo": "Sostenere la rete", "risorse": risorse}
    return make_quadro(esiti=[esito]).citabili["coincidenze.A2"]


@pytest.mark.parametrize(
    ("preventivato", "pagato", "printed"),
    [
        ("250000", "250000", "100%"),
        ("250000", "200000", "80%"),
        ("3", "2", "66,67%"),
        ("250000", "249999.99", "99,99%"),  # not all of it: never «100,00%»
        ("1000000", "0.01", "<0,01%"),
        ("100", "0", "0%"),
        ("100", "125.5", "125,5%"),
    ],
)
def test_from_the_amounts(make_quadro: MakeQuadro, preventivato: str, pagato: str, printed: str) -> None:
    calcolo = coincidenza_of(make_quadro, {"preventivato": preventivato, "pagato": pagato})
    assert format_calcolo(calcolo) == printed


def test_says_how_it_was_made(make_quadro: MakeQuadro) -> None:
    risorse = {"preventivato": "250000", "pagato": "199.999,50", "coincidenza": "100%"}
    calcolo = coincidenza_of(make_quadro, risorse)
    assert calcolo.formula == "199.999,50 × 100 / 250.000 = 79,9998"
    assert [(t.nome, t.valore, t.path) for t in calcolo.termini] == [
        ("pagato", Decimal("199999.50"), ("esiti", 0, "risorse", "pagato")),
        ("preventivato", Decimal(250000), ("esiti", 0, "risorse", "preventivato")),
    ]


def test_declared(make_quadro: MakeQuadro) -> None:
    calcolo = coincidenza_of(make_quadro, "80%")
    assert format_calcolo(calcolo) == "80%"
    assert calcolo.path == ("esiti", 0, "risorse", "coincidenza")


@pytest.mark.parametrize(
    ("risorse", "reason"),
    [
        (None, "non ci sono né gli importi né una percentuale dichiarata"),
        ({"preventivato": "100"}, "manca l'importo pagato"),
        ({"pagato": "100"}, "manca l'importo preventivato"),
        ({"preventivato": "0", "pagato": "0"}, "il denominatore è zero (preventivato)"),
        ({"preventivato": "0", "pagato": "0", "coincidenza": "0%"}, "il denominatore è zero (preventivato)"),
    ],
)
def test_not_computable_has_a_reason(make_quadro: MakeQuadro, risorse: Any, reason: str) -> None:
    calcolo = coincidenza_of(make_quadro, risorse)
    assert (calcolo.valore, calcolo.motivo, format_calcolo(calcolo)) == (None, reason, "n.c.")
