# SPDX-License-Identifier: EUPL-1.2
"""The whole calculator: pure, exact, everything citable, nothing a float."""

from collections.abc import Callable
from decimal import Decimal, Inexact, getcontext, localcontext
from typing import Any

import pytest

from pdz.calc import Calcolo, Quadro, format_calcolo
from pdz.calc._esatto import add, count_decimals, divide, slug, write

MakeQuadro = Callable[..., Quadro]

RICH: dict[str, Any] = {
    "esiti": [
        {
            "id": "A2", "titolo": "Sostenere la rete", "azioni": {"programmate": "7", "realizzate": "3"},
            "risorse": {"preventivato": "7", "pagato": "3.33"},
            "indicatori": {"impatto": [{"id": "A2.i1", "nome": "x", "previsto": "7", "realizzato": "3"}]},
        }
    ],
    "fatti": [
        {"id": "a", "nome": "A", "valore": "1" * 29}, {"id": "b", "nome": "B", "valore": "7"},
        {"id": "c", "nome": "C", "rapporto": {"di": "a", "su": "b"}},
    ],
    "fondi": [
        {"id": "f", "titolo": "F", "classe": "strutturali",
         "voci": [{"id": "v", "denominazione": "V", "assegnato": "0.01", "fondo": "FNPS"},
                  {"id": "w", "denominazione": "W", "assegnato": "9" * 26 + ".99"}]}
    ],
    "pnrr": [{"id": "p", "linea": "1.2", "titolo": "P", "ammesso": "5"}],
    "tabelle": [{"id": "t", "titolo": "T", "colonne": [{"campo": "n", "titolo": "N", "ambito": "media semplice"}],
                 "dati": [{"comune": "X", "n": "1"}, {"comune": "Y", "n": "1"}, {"comune": "Z", "n": "2"}]}],
    "rete_offerta": {"voci": [{"id": "u", "tipologia": "U", "area": "A", "posti": "3", "unita": "1"}]},
    "assistenti_sociali": {"numero": "7", "popolazione": "100000"},
    "demografia": {"id": "d", "dati": [{"comune": "X", "popolazione": "3", "nati": "1"}]},
}  # fmt: skip


def test_the_decimal_context_of_the_caller_does_not_matter(make_quadro: MakeQuadro) -> None:
    expected = make_quadro(**RICH)
    with localcontext() as context:
        context.prec = 3
        context.traps[Inexact] = True
        assert make_quadro(**RICH) == expected
        assert {name: format_calcolo(c) for name, c in expected.citabili.items()}
    assert getcontext().prec == 28


def test_every_result_is_exact_or_has_a_reason(make_quadro: MakeQuadro) -> None:
    for name, calcolo in make_quadro(**RICH).citabili.items():
        assert calcolo.valore is None or type(calcolo.valore) is Decimal, name
        assert (calcolo.valore is None) == bool(calcolo.motivo), name
        assert calcolo.nome, name
        assert all(type(termine.valore) is Decimal for termine in calcolo.termini), name
        assert all(termine.nome for termine in calcolo.termini), name


def test_names_of_citations(make_quadro: MakeQuadro) -> None:
    names = set(make_quadro(**RICH).citabili)
    assert {
        "gradi.A2", "gradi.complessivo", "coincidenze.A2", "indicatori.A2.i1", "indicatori.A2.i1.previsto",
        "conteggi.A2.totale", "fatti.c", "totali.f", "totali.fondi.livello.nazionale.quota", "totali.pnrr.ammesso",
        "tabelle.t.ambito.n", "tabelle.t.x.n", "posti.u", "posti.area.a.quota", "assistenti.leps", "indici.x.natalita",
        "indici.ambito.natalita",
    } <= names  # fmt: skip


def test_large_sums_are_exact(make_quadro: MakeQuadro) -> None:
    assert make_quadro(**RICH).totali["f"].valore == Decimal("1" + "0" * 26)


def test_empty_plan(make_quadro: MakeQuadro) -> None:
    quadro = make_quadro()
    assert set(quadro.citabili) == {"conteggi.calcolabili", "conteggi.non_calcolabili", "conteggi.totale"}
    assert (quadro.gradi, quadro.fatti, quadro.totali, quadro.tabelle) == ({}, {}, {}, {})


@pytest.mark.parametrize(
    ("calcolo", "printed"),
    [
        (Calcolo("x", None), "n.c."),
        (Calcolo("x", None, stampa="in corso"), "in corso"),
        (Calcolo("x", Decimal("1234.5")), "1.234,5"),
        (Calcolo("x", Decimal("1234.5"), decimali=0), "1.235"),
        (Calcolo("x", Decimal("14.6232"), "percento", 2), "14,62%"),
        (Calcolo("x", Decimal("1234.5"), "euro"), "1.234,50\u00a0€"),
        (Calcolo("x", Decimal("1234.5"), "euro", 0), "1.235\u00a0€"),
        (Calcolo("x", Decimal(0), "percento", 0, stampa="<1%"), "<1%"),
    ],
)
def test_format(calcolo: Calcolo, printed: str) -> None:
    assert format_calcolo(calcolo) == printed


def test_exact_arithmetic() -> None:
    assert add([Decimal("1E+29"), Decimal("1E-29")]) == Decimal("1" + "0" * 29 + "." + "0" * 28 + "1")
    assert str(divide(Decimal(2), Decimal(3))) == "0." + "6" * 50
    assert str(divide(Decimal("10000.00"), Decimal(1))) == "10000"
    assert [count_decimals(Decimal(text)) for text in ("10", "100.00", "12.5", "66.6666")] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    ("value", "text"),
    [("1234.5", "1.234,5"), ("66.66666", "66,6666…"), ("0.12345", "0,1234…"), ("599821.54", "599.821,54")],
)
def test_numbers_of_a_formula(value: str, text: str) -> None:
    assert write(Decimal(value)) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minori/Giovani", "minori_giovani"),
        ("DISABILITA'", "disabilita"),
        ("Disabilità", "disabilita"),
        ("Cerro al Lambro", "cerro_al_lambro"),
        ("in essere", "in_essere"),
        ("— ", ""),
    ],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name
