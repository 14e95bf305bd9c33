# SPDX-License-Identifier: EUPL-1.2
"""Totals of funds, PNRR and projects: the published totals that are right stay so."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pdz.calc import Quadro, format_calcolo

MakeQuadro = Callable[..., Quadro]

STRUTTURALI = [
    ("FNPS", "599821.54"), ("FNA", "439196.65"), ("FNA", "26480.66"), ("FNA", "40000"), ("FNA", "40000"),
    ("QSFP", "1475845.95"), ("POTENZIAMENTO_SSP", "319062.38"), ("FSR", "599442.93"), ("MISURA_6", "155709.63"),
    ("VIGILANZA_UDOS", "7820"),
]  # fmt: skip
CAREGIVER = [("2018-2020", "36045.66"), ("2021", "17962.59"), ("2022", "1484.53")]
DOPO_DI_NOI = [("2019", "8076.19"), ("2020", "121065.91"), ("2021", "116065.00"), ("2022", "114909.00")]
INTERVENTI: list[dict[str, Any]] = [
    {"fondo": "CARE_LEAVERS", "area": "Inclusione/Giovani", "importo": "80000"},
    {"fondo": "CARE_LEAVERS", "area": "Inclusione/Giovani", "importo": "76500"},
    {"livello": "regionale", "fondo": "CAREGIVER", "area": "Non autosufficienza", "importo": "55492.78",
     "quote": [{"annualita": a, "importo": i} for a, i in CAREGIVER], "residuo": "62081.72"},
    {"fondo": "CAREGIVER", "area": "Non autosufficienza", "importo": "19588.94", "annualita": ["2022"]},
    {"fondo": "DOPO_DI_NOI", "area": "Disabilità", "importo": "360116.10",
     "quote": [{"annualita": a, "importo": i} for a, i in DOPO_DI_NOI]},
    {"fondo": "BONUS_ASSISTENTI_FAMILIARI", "area": "NON AUTOSUFFICIENZA", "importo": "28884"},
    {"fondo": "BONUS_ASSISTENTI_FAMILIARI", "area": "Non autosufficienza", "importo": "19262"},
    {"fondo": "EMERGENZA_ABITATIVA", "area": "Inclusione sociale", "importo": "542606"},
]  # fmt: skip
PROGETTI = [
    ("166705.25", "partner"), ("249378.70", "partner"), ("185000", "partner"), ("40000", "partner"),
    ("46000", "partner"), ("210000", "capofila"), ("400000", "capofila"), ("200000", "capofila"), ("0", "partner"),
    ("1145303.63", "capofila"), ("238060.37", "capofila"), ("479000", "capofila"),
]  # fmt: skip
PNRR = [
    ("1.1.1", "211500", "211500"), ("1.1.3", "330000", "328710"), ("1.1.4", "210000", "210000"),
    ("1.2", "715000", "696990"), ("1.3.1", "710000", "710000"),
]  # fmt: skip


def prospetto(name: str, classe: str, voci: list[dict[str, Any]]) -> dict[str, Any]:
    rows = [{"id": f"{name}_{index}", "denominazione": f"Voce {index}", **voce} for index, voce in enumerate(voci)]
    return {"id": name, "titolo": f"Prospetto {name}", "classe": classe, "voci": rows}


@pytest.fixture(scope="module")
def quadro(make_quadro: MakeQuadro) -> Quadro:
    structural = [{"fondo": fondo, "assegnato": amount} for fondo, amount in STRUTTURALI]
    return make_quadro(
        fondi=[
            prospetto("strutturali", "strutturali", structural),
            prospetto("interventi", "progettualita", INTERVENTI),
        ],
        pnrr=[
            {"id": f"p{linea}", "linea": linea, "titolo": f"Linea {linea}", "richiesto": asked, "ammesso": admitted}
            for linea, asked, admitted in PNRR
        ],
        progetti=[
            {
                "id": f"prj{index}", "area": "Minori", "titolo": f"Progetto {index}", "fonte": "Regione",
                "importo": amount, "capofila": "x", "ruolo": ruolo,
                "stato": "presentata" if index == 5 else "in essere",
            }
            for index, (amount, ruolo) in enumerate(PROGETTI)
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("strutturali", "3.703.379,74"),
        ("strutturali.livello.nazionale", "2.940.407,18"),
        ("strutturali.livello.regionale", "762.972,56"),
        ("strutturali.fondo.FNA", "545.677,31"),
        ("strutturali.voce.strutturali_5", "1.475.845,95"),
        ("strutturali.assegnato", "3.703.379,74"),
        ("interventi", "1.182.449,82"),
        ("interventi.area.inclusione_giovani", "156.500,00"),
        ("interventi.area.non_autosufficienza", "123.227,72"),
        ("interventi.annualita.2018-2020", "36.045,66"),
        ("interventi.annualita.2021", "134.027,59"),
        ("interventi.annualita.2022", "135.982,47"),
        ("interventi.livello.regionale", "646.244,78"),  # its own level wins over that of the fund
        ("interventi.importo", "1.182.449,82"),
        ("interventi.residuo", "62.081,72"),
        ("fondi", "4.885.829,56"),
        ("fondi.livello.nazionale", "3.476.612,22"),
        ("fondi.classe.strutturali", "3.703.379,74"),
        ("fondi.classe.progettualita", "1.182.449,82"),
        ("fondi.area.non_indicata", "3.703.379,74"),
        ("fondi.annualita.2021", "134.027,59"),
        ("pnrr.richiesto", "2.176.500,00"),
        ("pnrr.ammesso", "2.157.200,00"),
        ("pnrr.ammesso.p1.2", "696.990,00"),
        ("progetti", "3.359.447,95"),
        ("progetti.capofila", "2.672.364,00"),
        ("progetti.partner", "687.083,95"),
        ("progetti.stato.in_essere", "3.149.447,95"),
        ("progetti.stato.presentata", "210.000,00"),
        ("progetti.area.minori", "3.359.447,95"),
        ("progetti.voce.prj9", "1.145.303,63"),
    ],
)
def test_published_totals(quadro: Quadro, name: str, printed: str) -> None:
    assert format_calcolo(quadro.totali[name]) == f"{printed}\u00a0€"
    assert quadro.citabili[f"totali.{name}"] == quadro.totali[name]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("strutturali.livello.nazionale.quota", "79,40%"),
        ("strutturali.quota", "75,80%"),
        ("fondi.classe.progettualita.quota", "24,20%"),
        ("progetti.capofila.quota", "79,55%"),
        ("pnrr.ammesso.p1.3.1.quota", "32,91%"),
    ],
)
def test_shares(quadro: Quadro, name: str, printed: str) -> None:
    assert format_calcolo(quadro.totali[name]) == printed


def test_counts(quadro: Quadro) -> None:
    assert quadro.totali["pnrr.numero"].valore == 5
    assert quadro.totali["progetti.numero"].valore == 12


def test_no_part_without_a_reason_to_be(quadro: Quadro) -> None:
    assert not [name for name in quadro.totali if "non_indicato" in name]
    assert "strutturali.area.non_indicata" not in quadro.totali  # no area is given there
    assert "strutturali.richiesto" not in quadro.totali


def test_says_how_it_was_made(quadro: Quadro) -> None:
    total = quadro.totali["pnrr.ammesso"]
    assert total.formula == "211.500 + 328.710 + 210.000 + 696.990 + 710.000 = 2.157.200"
    assert total.termini[1].path == ("pnrr", 1, "ammesso")
    share = quadro.totali["progetti.partner.quota"]
    assert share.formula == "687.083,95 × 100 / 3.359.447,95 = 20,4522…"
    assert quadro.totali["fondi"].formula.endswith(" + 542.606 (18 addendi) = 4.885.829,56")
    assert len(quadro.totali["fondi"].termini) == 18
    assert quadro.totali["strutturali"].termini[0].path == ("fondi", 0, "voci", 0, "assegnato")


def test_amount_of_an_assignment(make_quadro: MakeQuadro) -> None:
    voci: list[dict[str, Any]] = [
        {"assegnato": "10", "importo": "100"},
        {"importo": "20"},
        {"quote": [{"annualita": "2021", "importo": "3"}, {"annualita": "2022", "importo": "4"}]},
        {"richiesto": "1000"},
    ]
    totali = make_quadro(fondi=[prospetto("f", "strutturali", voci)]).totali
    assert totali["f"].valore == 37
    assert totali["f.importo"].valore == 120
    assert totali["f.richiesto"].valore == 1000
    assert [t.path[-1] for t in totali["f"].termini] == ["assegnato", "importo", "quote"]


def test_unknown_level_is_said(make_quadro: MakeQuadro) -> None:
    voci = [{"assegnato": "30", "fondo": "FNPS"}, {"assegnato": "10"}, {"assegnato": "60", "livello": "comunale"}]
    totali = make_quadro(fondi=[prospetto("f", "strutturali", voci)]).totali
    assert totali["f.livello.non_indicato"].valore == 10
    assert totali["f.livello.non_indicato.quota"].valore == 10
    assert totali["f.fondo.non_indicato"].valore == 70


def test_several_annualita_without_amounts_are_not_guessed(make_quadro: MakeQuadro) -> None:
    voci = [{"assegnato": "30", "annualita": ["2021", "2022"]}, {"assegnato": "10", "annualita": ["2023/24"]}]
    totali = make_quadro(fondi=[prospetto("f", "strutturali", voci)]).totali
    assert {name for name in totali if "annualita" in name and "quota" not in name} == {
        "f.annualita.2023-24",
        "fondi.annualita.2023-24",
    }


def test_nothing_known_is_not_zero(make_quadro: MakeQuadro) -> None:
    totali = make_quadro(
        fondi=[prospetto("f", "strutturali", [{"nota": "da definire"}])],
        pnrr=[{"id": "p", "linea": "1.2", "titolo": "x", "richiesto": "5"}],
    ).totali
    assert (totali["f"].valore, totali["f"].motivo) == (None, "nessuna voce ha un importo")
    assert (totali["f.quota"].valore, totali["f.quota"].motivo) == (None, "nessuna voce ha un importo")
    assert (totali["pnrr.ammesso"].valore, totali["pnrr.ammesso"].motivo) == (
        None,
        "nessuna linea dice l'importo ammesso",
    )
    assert "progetti" not in totali


def test_share_of_a_total_that_is_zero(make_quadro: MakeQuadro) -> None:
    totali = make_quadro(fondi=[prospetto("f", "strutturali", [{"assegnato": "0", "fondo": "FNPS"}])]).totali
    assert totali["f.livello.nazionale.quota"].motivo == "il denominatore è zero (Prospetto f)"


def test_budget_of_the_projects(make_quadro: MakeQuadro) -> None:
    common = {
        "area": "x",
        "titolo": "x",
        "fonte": "x",
        "importo": "1",
        "capofila": "x",
        "ruolo": "partner",
        "stato": "conclusa",
    }
    parts = [{"nome": "personale", "importo": "5634.56"}, {"nome": "altri costi", "importo": "2253.82"}]
    totali = make_quadro(
        progetti=[
            {"id": "a", **common, "budget_parti": parts},
            {"id": "b", **common, "budget": "10"},
            {"id": "c", **common},
        ]
    ).totali
    assert totali["progetti.budget"].valore == Decimal("7898.38")


def test_repeated_ids_do_not_crash(make_quadro: MakeQuadro) -> None:
    same = [prospetto("f", "strutturali", [{"assegnato": amount}]) for amount in ("1", "2")]
    totali = make_quadro(fondi=same).totali
    assert totali["f"].valore == 2
    assert totali["fondi"].valore == 3


def test_prospetto_called_like_the_total_of_all(make_quadro: MakeQuadro) -> None:
    totali = make_quadro(
        fondi=[
            prospetto("fondi", "strutturali", [{"assegnato": "1"}]),
            prospetto("b", "strutturali", [{"assegnato": "2"}]),
        ]
    ).totali
    assert totali["fondi"].valore == 3
