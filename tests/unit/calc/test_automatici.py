# SPDX-License-Identifier: EUPL-1.2
"""The charts that nobody describes: which there are, with which figures, which are gaps."""

from typing import Any

import pytest

from pdz.calc import Automatico
from pdz.calc.automatici import CLASSI_ETA
from pdz.structure._tables import DEMOGRAPHIC_COLUMNS

from .conftest import MakeQuadro


def values(automatico: Automatico) -> list[list[str | None]]:
    return [[None if v.valore is None else f"{v.valore:f}" for v in serie.valori] for serie in automatico.serie]


def outcome(name: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "titolo": f"Obiettivo {name}", "macroarea": name[0], **more}


ACTIONS = {"programmate": "5", "realizzate": "4"}


def test_an_empty_plan_has_no_chart(make_quadro: MakeQuadro) -> None:
    assert make_quadro().automatici == {}


def test_gradi_keep_a_place_for_what_is_not_known(make_quadro: MakeQuadro) -> None:
    quadro = make_quadro(esiti=[outcome("A1", azioni=ACTIONS), outcome("A2"), outcome("B1", grado="100%")])
    gradi = quadro.automatici["grafico_gradi"]
    assert gradi.categorie == ("A1", "A2", "B1")
    assert values(gradi) == [["80", None, "100"]]
    assert (gradi.posto, gradi.da_solo) == ("esiti", True)
    assert "grafico_gradi_macroaree" not in quadro.automatici  # one macro area only has its actions


def test_one_figure_is_no_chart(make_quadro: MakeQuadro) -> None:
    assert make_quadro(esiti=[outcome("A1", grado="90%"), outcome("A2")]).automatici == {}


def test_the_grado_of_a_macro_area_is_a_ratio_of_sums(make_quadro: MakeQuadro) -> None:
    esiti = [
        outcome("A1", azioni={"programmate": "1", "realizzate": "1"}),
        outcome("A2", azioni={"programmate": "4", "realizzate": "1"}),
        outcome("B1", azioni=ACTIONS),
    ]
    assert values(make_quadro(esiti=esiti).automatici["grafico_gradi_macroaree"]) == [["40", "80"]]


def prospetto(classe: str, *voci: tuple[str, str]) -> dict[str, Any]:
    rows = [
        {"id": f"{classe}{n}", "denominazione": fondo, "fondo": fondo, "assegnato": amount}
        for n, (fondo, amount) in enumerate(voci)
    ]
    return {"id": f"f_{classe}", "titolo": classe, "classe": classe, "voci": rows}


def test_funds_by_level_divided_by_class_add_up_to_the_totals(make_quadro: MakeQuadro) -> None:
    fondi = [
        prospetto("strutturali", ("FSR", "100.10"), ("FNPS", "200"), ("FNA", "50")),
        prospetto("progettualita", ("CAREGIVER", "30.05")),
    ]
    quadro = make_quadro(fondi=fondi)
    levels = quadro.automatici["grafico_livelli_fondi"]
    assert levels.categorie == ("nazionale", "regionale")  # the order of the table, not of the rows
    assert [serie.nome for serie in levels.serie] == ["strutturali", "progettualita"]
    assert values(levels) == [["250", "100.10"], ["30.05", None]]
    assert quadro.totali["fondi.livello.nazionale"].valore == sum(serie.valori[0].valore or 0 for serie in levels.serie)
    assert quadro.automatici["grafico_fondi"].categorie == ("FSR", "FNPS", "FNA", "CAREGIVER")
    shares = [valore.valore for valore in quadro.automatici["grafico_quote_fondi"].serie[0].valori]
    assert shares == [quadro.totali[f"fondi.livello.{level}.quota"].valore for level in levels.categorie]


def test_one_fund_for_each_level_is_drawn_once(make_quadro: MakeQuadro) -> None:
    automatici = make_quadro(fondi=[prospetto("strutturali", ("FSR", "1"), ("FNPS", "2"))]).automatici
    assert set(automatici) == {"grafico_livelli_fondi", "grafico_quote_fondi"}


def monitoring(*indicatori: dict[str, Any]) -> dict[str, Any]:
    return {"id": "m", "titolo": "Numeri", "indicatori": list(indicatori)}


def indicator(name: str, unit: str, **points: Any) -> dict[str, Any]:
    serie = [{"periodo": period.replace("_", "-").removeprefix("p"), "valore": v} for period, v in points.items()]
    return {"id": name, "nome": name, "unita": unit, "serie": serie}


def test_an_empty_quarter_is_a_gap_and_zero_is_zero(make_quadro: MakeQuadro) -> None:
    accessi = indicator("accessi", "accessi", p2023_T1="0", p2023_T3="4")
    persone = indicator("persone", "persone", p2023_T2="in corso", p2023_T3="5")
    chart = make_quadro(monitoraggi=[monitoring(accessi, persone)]).automatici["grafico_m"]
    assert chart.categorie == ("2023-T1", "2023-T2", "2023-T3")
    assert values(chart) == [["0", None, "4"], [None, None, "5"]]
    assert [valore.motivo for valore in chart.serie[1].valori] == ["il dato manca", "in corso", ""]


def test_a_period_that_counts_something_else_breaks_the_line(make_quadro: MakeQuadro) -> None:
    mixed = indicator("centro", "accessi", p2023_T1="12", p2023_T2="15", p2023_T3="16")
    mixed["serie"][2]["unita"] = "utenti"
    chart = make_quadro(monitoraggi=[monitoring(mixed)]).automatici["grafico_m"]
    assert [serie.nome for serie in chart.serie] == ["centro (accessi)", "centro (utenti)"]
    assert values(chart) == [["12", "15", None], [None, None, "16"]]


def test_lines_of_another_size_or_kind_go_to_another_chart(make_quadro: MakeQuadro) -> None:
    lines = [
        indicator("piccola", "x", p2023="3", p2024="5"),
        indicator("grande", "x", p2023="117", p2024="125"),
        indicator("decima", "x", p2023="0", p2024="12.5"),
        indicator("quota", "%", p2023="90", p2024="95"),
    ]
    automatici = make_quadro(monitoraggi=[monitoring(*lines)]).automatici
    found = {name: [serie.nome for serie in chart.serie] for name, chart in automatici.items()}
    assert found == {"grafico_m": ["grande", "decima"], "grafico_m_2": ["piccola"], "grafico_m_3": ["quota"]}


def test_a_chart_never_has_more_than_five_lines(make_quadro: MakeQuadro) -> None:
    lines = [indicator(f"i{n}", "x", p2023=str(10 + n), p2024="7") for n in range(12)]
    automatici = make_quadro(monitoraggi=[monitoring(*lines)]).automatici
    assert [len(chart.serie) for chart in automatici.values()] == [5, 5, 2]
    assert sorted(s.nome for c in automatici.values() for s in c.serie) == sorted(line["id"] for line in lines)


def test_one_period_is_no_line(make_quadro: MakeQuadro) -> None:
    lines = [indicator("a", "x", p2024="3"), indicator("b", "x", p2024="4")]
    assert make_quadro(monitoraggi=[monitoring(*lines)]).automatici == {}


def test_the_ages_of_the_ambito_come_from_the_sums_and_make_a_whole(make_quadro: MakeQuadro) -> None:
    small = dict.fromkeys(DEMOGRAPHIC_COLUMNS, "1") | dict(zip(CLASSI_ETA, ("20", "20", "40", "20"), strict=True))
    large = small | dict(zip(CLASSI_ETA, ("100", "200", "300", "300"), strict=True))
    rows = [{**small, "comune": "Uno", "popolazione": "100"}, {**large, "comune": "Due", "popolazione": "900"}]
    chart = make_quadro(demografia={"id": "demo", "dati": rows}).automatici["grafico_eta"]
    assert chart.categorie == ("Uno", "Due", "Ambito")
    assert [row[2] for row in values(chart)] == ["12", "22", "34", "32"]
    assert chart.posto == "demo"


def test_places_by_type_say_why_they_are_not_known(make_quadro: MakeQuadro) -> None:
    voci = [
        {"id": "a", "tipologia": "Asilo nido", "area": "Infanzia", "posti": "30"},
        {"id": "b", "tipologia": "Asilo nido", "area": "Infanzia", "posti": "12"},
        {"id": "c", "tipologia": "Centro estivo", "area": "Minori", "motivo": "cambia ogni anno"},
        {"id": "d", "tipologia": "Alloggio", "area": "Minori", "posti": "4"},
    ]
    chart = make_quadro(rete_offerta={"voci": voci}).automatici["grafico_posti"]
    assert chart.categorie == ("Asilo nido", "Centro estivo", "Alloggio")
    assert values(chart) == [["42", None, "4"]]
    assert chart.serie[0].valori[1].motivo == "cambia ogni anno"


@pytest.mark.parametrize(
    ("choice", "alone"),
    [("sì", True), ("no", False), (["grafico_gradi"], True), (["grafico_fondi"], False)],
)
def test_an_office_chooses_what_is_printed(make_quadro: MakeQuadro, choice: Any, alone: bool) -> None:
    esiti = [outcome("A1", grado="90%"), outcome("B1", grado="100%")]
    assert make_quadro(esiti=esiti, grafici_automatici=choice).automatici["grafico_gradi"].da_solo is alone


def test_a_chart_of_the_plan_takes_the_place_of_the_computed_one(make_quadro: MakeQuadro) -> None:
    esiti = [outcome("A1", grado="90%"), outcome("B1", grado="100%")]
    own = {"id": "grafico_gradi", "titolo": "G", "tipo": "barre", "serie": [], "testo_alternativo": "x"}
    assert make_quadro(esiti=esiti, grafici=[own]).automatici == {}
