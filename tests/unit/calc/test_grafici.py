# SPDX-License-Identifier: EUPL-1.2
"""The figures of the charts: written, of a table, of a CSV, cited; a figure that is not known is a gap."""

from decimal import Decimal
from typing import Any

import pytest

from pdz.calc import GraficoCalcolato
from pdz.calc.grafici import find_decimali, find_tipo_grafico
from pdz.model.grafici import Grafico

from .conftest import MakeQuadro

TABLE = {
    "id": "t",
    "titolo": "Stranieri",
    "colonne": [
        {"campo": "maschi", "titolo": "Maschi", "ambito": "somma"},
        {"campo": "femmine", "titolo": "Femmine", "ambito": "somma"},
        {"campo": "quota", "titolo": "Quota", "tipo": "percentuale", "decimali": "2"},
        {"campo": "zona", "titolo": "Zona", "tipo": "testo"},
    ],
    "dati": [
        {"comune": "Uno", "maschi": "161", "femmine": "174", "quota": "8.09", "zona": "nord"},
        {"comune": "Due", "maschi": "151", "femmine": "(*)", "quota": "6.23", "zona": "sud"},
    ],
    "riga_ambito": "Totale",
}
CHART = {"id": "g", "titolo": "G", "tipo": "barre", "testo_alternativo": "x"}


def compute(make_quadro: MakeQuadro, chart: dict[str, Any], **parts: Any) -> GraficoCalcolato:
    return make_quadro(grafici=[{**CHART, **chart}], **parts).grafici["g"]


def values(grafico: GraficoCalcolato) -> list[list[str | None]]:
    return [[None if v.valore is None else str(v.valore) for v in serie.valori] for serie in grafico.serie]


def test_a_written_gap_stays_a_gap_and_says_why(make_quadro: MakeQuadro) -> None:
    serie = [{"nome": "utenti", "valori": ["0", "n.d.", None, "4"], "motivo": "non pubblicato"}]
    grafico = compute(make_quadro, {"categorie": ["T1", "T2", "T3", "T4"], "serie": serie})
    assert values(grafico) == [["0", None, None, "4"]]
    assert [valore.motivo for valore in grafico.serie[0].valori] == ["", "non pubblicato", "non pubblicato", ""]
    assert grafico.serie[0].valori[3].path == ("grafici", 0, "serie", 0, "valori", 3)


def test_columns_of_a_table_have_its_rows_as_categories(make_quadro: MakeQuadro) -> None:
    grafico = compute(make_quadro, {"tabella": "t", "serie": ["maschi", "femmine"]}, tabelle=[TABLE])
    assert grafico.categorie == ("Uno", "Due")
    assert [serie.nome for serie in grafico.serie] == ["Maschi", "Femmine"]
    assert values(grafico) == [["161", "151"], ["174", None]]
    assert grafico.serie[1].valori[1].motivo == "(*)"


def test_the_row_of_the_ambito_is_drawn_when_asked(make_quadro: MakeQuadro) -> None:
    grafico = compute(make_quadro, {"tabella": "t", "serie": ["maschi"], "ambito": "sì"}, tabelle=[TABLE])
    assert grafico.categorie == ("Uno", "Due", "Totale")
    assert values(grafico) == [["161", "151", "312"]]


def test_another_column_may_give_the_categories(make_quadro: MakeQuadro) -> None:
    chart = {"tabella": "t", "categorie": "zona", "serie": [{"colonna": "quota", "nome": "per cento"}]}
    grafico = compute(make_quadro, chart, tabelle=[TABLE])
    assert grafico.categorie == ("nord", "sud")
    assert grafico.serie[0].nome == "per cento"


def test_a_csv_gives_categories_with_its_first_column(make_quadro: MakeQuadro) -> None:
    rows = [{"anno": "2023", "nati": "12", "morti": None}, {"anno": "2024", "nati": "9", "morti": "11"}]
    grafico = compute(make_quadro, {"dati": rows, "serie": ["nati", "morti"]})
    assert grafico.categorie == ("2023", "2024")
    assert values(grafico) == [["12", "9"], [None, "11"]]
    assert grafico.serie[0].valori[1].path == ("grafici", 0, "dati", 1, "nati")


def test_cited_figures_are_those_that_texts_cite(make_quadro: MakeQuadro) -> None:
    facts = [
        {"id": "a", "nome": "A", "valore": "3", "unita": "persone"},
        {"id": "b", "nome": "B", "valore": "circa 9", "unita": "persone"},
        {"id": "q", "nome": "Q", "rapporto": {"di": "a", "su": "b"}},
    ]
    chart = {"categorie": ["a", "b", "z"], "serie": [{"nome": "s", "cita": ["fatti.a", "fatti.b", "fatti.z"]}]}
    grafico = compute(make_quadro, chart, fatti=facts)
    assert values(grafico) == [["3", "9", None]]
    assert [v.stampa for v in grafico.serie[0].valori] == ["", "circa 9", ""]
    assert grafico.serie[0].valori[2].motivo == "«fatti.z» non c'è nel piano"
    quotient = compute(make_quadro, {"categorie": ["q"], "serie": [{"nome": "s", "cita": ["fatti.q"]}]}, fatti=facts)
    assert quotient.valori[0].valore == Decimal("33." + "3" * 48)


@pytest.mark.parametrize(
    ("written", "unit", "kind", "decimals"),
    [
        (["1", "2"], None, "numero", 0),
        (["44.60", "3.00"], "%", "percento", 2),
        (["16", "14.62"], "%", "percento", None),
        (["1250", "7"], "euro", "euro", 0),
        (["n.d.", "7.5"], "anni", "numero", 1),
    ],
)
def test_no_digit_is_invented(
    make_quadro: MakeQuadro, written: list[str], unit: str | None, kind: str, decimals: int | None
) -> None:
    chart = {**CHART, "categorie": ["a", "b"], "serie": [{"nome": "s", "valori": written}], "unita": unit}
    grafico, computed = Grafico.model_validate(chart), compute(make_quadro, chart)
    assert (find_tipo_grafico(grafico, computed), find_decimali(grafico, computed)) == (kind, decimals)


def test_an_unknown_table_or_column_makes_gaps_not_errors(make_quadro: MakeQuadro) -> None:
    assert values(compute(make_quadro, {"tabella": "z", "serie": ["maschi"]}, tabelle=[TABLE])) == [[]]
    assert values(compute(make_quadro, {"tabella": "t", "serie": ["z"]}, tabelle=[TABLE])) == [[None, None]]
