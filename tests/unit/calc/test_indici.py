# SPDX-License-Identifier: EUPL-1.2
"""The seven demographic indices (source: San Giuliano Milanese, notes 13-19)."""

from collections.abc import Callable

import pytest

from pdz.calc import Calcolo, Quadro, format_calcolo
from pdz.calc.indici import INDICI

MakeQuadro = Callable[..., Quadro]

COLUMNS = (
    "comune", "popolazione", "eta_0_4", "eta_0_14", "eta_15_19", "eta_15_39", "eta_15_64", "eta_40_64", "eta_60_64",
    "eta_65_oltre", "donne_15_49", "nati", "morti",
)  # fmt: skip
GRANDE = (
    "Borgo Grande",
    "40000",
    "1500",
    "5000",
    "2000",
    "11000",
    "27000",
    "16000",
    "2400",
    "8000",
    "8500",
    "300",
    "350",
)
PICCOLO = ("San Piccolo", "2000", "40", "200", "100", "500", "1200", "700", "150", "600", "350", "8", "26")


def demografia(*rows: tuple[str, ...]) -> dict[str, object]:
    return {"id": "indici_comuni", "dati": [dict(zip(COLUMNS, row, strict=True)) for row in rows]}


@pytest.mark.parametrize(
    ("indice", "grande", "piccolo", "ambito"),
    [
        ("vecchiaia", "160,00", "300,00", "165,38"),  # 8600 / 5200; the simple mean would be 230
        ("dipendenza", "48,15", "66,67", "48,94"),  # 13800 / 28200
        ("ricambio", "120,00", "150,00", "121,43"),  # 2550 / 2100
        ("struttura", "145,45", "140,00", "145,22"),  # 16700 / 11500
        ("carico_figli", "17,65", "11,43", "17,40"),  # 1540 / 8850
        ("natalita", "7,50", "4,00", "7,33"),  # 308 / 42000 × 1000
        ("mortalita", "8,75", "13,00", "8,95"),  # 376 / 42000 × 1000
    ],
)
def test_indices(make_quadro: MakeQuadro, indice: str, grande: str, piccolo: str, ambito: str) -> None:
    names = make_quadro(demografia=demografia(GRANDE, PICCOLO)).citabili
    printed = [format_calcolo(names[f"indici.{row}.{indice}"]) for row in ("borgo_grande", "san_piccolo", "ambito")]
    assert printed == [grande, piccolo, ambito]


def test_table(make_quadro: MakeQuadro) -> None:
    tabella = make_quadro(demografia=demografia(GRANDE, PICCOLO)).tabelle["indici_comuni"]
    assert tabella.colonne == tuple(indice.titolo for indice in INDICI)
    assert [riga.nome for riga in tabella.righe] == ["Borgo Grande", "San Piccolo"]
    assert tabella.ambito is not None
    assert tabella.ambito.nome == "Ambito"
    assert all(len(riga.valori) == 7 for riga in (*tabella.righe, tabella.ambito))


def test_says_how_it_was_made(make_quadro: MakeQuadro) -> None:
    names = make_quadro(demografia=demografia(GRANDE, PICCOLO)).citabili
    calcolo = names["indici.borgo_grande.dipendenza"]
    assert calcolo.formula == "(5.000 + 8.000) × 100 / 27.000 = 48,1481…"
    assert [t.path for t in calcolo.termini] == [
        ("demografia", "dati", 0, "eta_0_14"),
        ("demografia", "dati", 0, "eta_65_oltre"),
        ("demografia", "dati", 0, "eta_15_64"),
    ]
    assert names["indici.ambito.vecchiaia"].formula == "(8.000 + 600) × 100 / (5.000 + 200) = 165,3846…"


def test_missing_or_hidden_count_is_not_zero(make_quadro: MakeQuadro) -> None:
    hidden = tuple("(*)" if column == "nati" else value for column, value in zip(COLUMNS, PICCOLO, strict=True))
    names = make_quadro(demografia=demografia(GRANDE, hidden)).citabili
    assert names["indici.san_piccolo.natalita"].motivo == "manca un numero: nati, San Piccolo («(*)»)"
    assert names["indici.ambito.natalita"].valore is None
    assert names["indici.ambito.mortalita"].valore is not None


def test_nobody_of_that_age(make_quadro: MakeQuadro) -> None:
    empty = tuple("0" if column == "eta_0_14" else value for column, value in zip(COLUMNS, PICCOLO, strict=True))
    calcolo = make_quadro(demografia=demografia(empty)).citabili["indici.san_piccolo.vecchiaia"]
    assert calcolo == Calcolo(
        "Indice di vecchiaia, San Piccolo",
        None,
        decimali=2,
        motivo="il denominatore è zero (eta_0_14, San Piccolo)",
        termini=calcolo.termini,
        path=("demografia", "dati", 0),
    )


def test_no_counts_no_table(make_quadro: MakeQuadro) -> None:
    assert make_quadro().tabelle == {}
    assert make_quadro(demografia={"id": "d", "dati": []}).tabelle == {}
