# SPDX-License-Identifier: EUPL-1.2
"""Tables of data: computed cells, and an Ambito row that is never the mean of Comuni of different size."""

from collections.abc import Callable
from typing import Any

import pytest

from pdz.calc import Calcolo, Quadro, TabellaCalcolata, format_calcolo

MakeQuadro = Callable[..., Quadro]

COLONNE: list[dict[str, Any]] = [
    {"campo": "maschi", "titolo": "Maschi", "ambito": "somma", "decimali": "0"},
    {"campo": "femmine", "titolo": "Femmine", "ambito": "somma"},
    {"campo": "totale", "titolo": "Totale", "ambito": "somma", "somma": ["maschi", "femmine"]},
    {
        "campo": "quota", "titolo": "% residenti", "tipo": "percentuale", "decimali": "2", "ambito": "rapporto",
        "numeratore": "totale", "denominatore": "popolazione",
    },
]  # fmt: skip
RATIO = {"numeratore": "valore", "denominatore": "abitanti", "per": "1000"}
DATI: list[dict[str, str | None]] = [
    {"comune": "Melegnano", "maschi": "1344", "femmine": "1367", "popolazione": "18000"},
    {"comune": "San Giuliano Milanese", "maschi": "3870", "femmine": "3726", "popolazione": "40000"},
]


def table(
    make_quadro: MakeQuadro, colonne: list[dict[str, Any]], dati: list[dict[str, str | None]], **more: Any
) -> TabellaCalcolata:
    return make_quadro(tabelle=[{"id": "t", "titolo": "T", "colonne": colonne, "dati": dati, **more}]).tabelle["t"]


def written(values: tuple[Calcolo | str | None, ...]) -> list[str | None]:
    return [format_calcolo(value) if isinstance(value, Calcolo) else value for value in values]


def test_sums_and_ratios_per_row_and_for_the_ambito(make_quadro: MakeQuadro) -> None:
    tabella = table(make_quadro, COLONNE, DATI, riga_ambito="TOT AMBITO")
    assert tabella.colonne == ("Maschi", "Femmine", "Totale", "% residenti")
    assert [riga.nome for riga in tabella.righe] == ["Melegnano", "San Giuliano Milanese"]
    assert written(tabella.righe[0].valori) == ["1.344", "1.367", "2.711", "15,06%"]
    assert written(tabella.righe[1].valori) == ["3.870", "3.726", "7.596", "18,99%"]
    assert tabella.ambito is not None
    assert tabella.ambito.nome == "TOT AMBITO"
    assert written(tabella.ambito.valori) == ["5.214", "5.093", "10.307", "17,77%"]  # 10307 / 58000
    quota = tabella.ambito.valori[3]
    assert isinstance(quota, Calcolo)
    assert quota.formula == "(2.711 + 7.596) × 100 / (18.000 + 40.000) = 17,7706…"


def test_a_given_cell_is_not_computed(make_quadro: MakeQuadro) -> None:
    given = [{**DATI[0], "totale": "2712", "quota": "15.09%"}]
    tabella = table(make_quadro, COLONNE, given)
    assert written(tabella.righe[0].valori)[2:] == ["2.712", "15,09%"]
    cell = tabella.righe[0].valori[3]
    assert isinstance(cell, Calcolo)
    assert (cell.formula, cell.path) == ("", ("tabelle", 0, "dati", 0, "quota"))


@pytest.mark.parametrize(
    ("ambito", "more", "printed", "formula"),
    [
        ("somma", {}, "30,0", "10 + 20 = 30"),
        ("media semplice", {}, "15,0", "30 / 2 = 15"),
        ("media pesata", {"peso": "abitanti"}, "11,0", "11.000 / 1.000 = 11"),
        ("rapporto", RATIO, "30,0", "(10 + 20) × 1.000 / (900 + 100) = 30"),
        ("dichiarato", {"valore_ambito": "12.5"}, "12,5", ""),
    ],
)  # fmt: skip
def test_each_way_to_make_the_ambito(
    make_quadro: MakeQuadro, ambito: str, more: dict[str, str], printed: str, formula: str
) -> None:
    colonne = [{"campo": "valore", "titolo": "V", "decimali": "1", "ambito": ambito, **more}]
    dati: list[dict[str, str | None]] = [
        {"comune": "A", "valore": "10", "abitanti": "900"},
        {"comune": "B", "valore": "20", "abitanti": "100"},
    ]
    tabella = table(make_quadro, colonne, dati, riga_ambito="Ambito")
    assert tabella.ambito is not None
    value = tabella.ambito.valori[0]
    assert isinstance(value, Calcolo)
    assert (format_calcolo(value), value.formula) == (printed, formula)


@pytest.mark.parametrize(
    ("ambito", "more", "reason"),
    [
        ("rapporto", {}, "mancano le colonne del numeratore e del denominatore"),
        ("media pesata", {}, "manca la colonna dei pesi"),
        ("media pesata", {"peso": "zero"}, "la somma dei pesi è zero"),
        ("media pesata", {"peso": "altro"}, "manca un numero: altro, A (e altri 1)"),
        ("rapporto", {"numeratore": "valore", "denominatore": "zero"}, "il denominatore è zero (zero, A)"),
        ("dichiarato", {}, "manca il valore dichiarato per l'Ambito"),
        ("somma", {"campo": "vuoto"}, "manca un numero: V, B"),
        ("media semplice", {"campo": "vuoto"}, "manca un numero: V, B"),
    ],
)
def test_not_computable_has_a_reason(make_quadro: MakeQuadro, ambito: str, more: dict[str, str], reason: str) -> None:
    colonne = [{"campo": "valore", "titolo": "V", "ambito": ambito, **more}]
    dati: list[dict[str, str | None]] = [
        {"comune": "A", "valore": "10", "zero": "0", "vuoto": "3"},
        {"comune": "B", "valore": "20", "zero": "0", "vuoto": " "},
    ]
    tabella = table(make_quadro, colonne, dati, riga_ambito="Ambito")
    assert tabella.ambito is not None
    value = tabella.ambito.valori[0]
    assert isinstance(value, Calcolo)
    assert (value.valore, value.motivo) == (None, reason)


def test_texts_hidden_and_empty_cells(make_quadro: MakeQuadro) -> None:
    colonne = [
        {"campo": "nota", "titolo": "Nota", "tipo": "testo", "ambito": "somma"},
        {"campo": "uniti", "titolo": "Uniti civilmente", "ambito": "somma"},
        {"campo": "spesa", "titolo": "Spesa", "tipo": "euro", "ambito": "nessuna"},
    ]
    dati: list[dict[str, str | None]] = [
        {"comune": "A", "nota": " bene ", "uniti": "(*)", "spesa": "1.250,50 €"},
        {"comune": "B", "nota": None, "uniti": None, "spesa": ""},
    ]
    tabella = table(make_quadro, colonne, dati, riga_ambito="Ambito")
    assert written(tabella.righe[0].valori) == ["bene", "(*)", "1.250,50\u00a0€"]
    assert tabella.righe[1].valori == (None, None, None)
    assert tabella.ambito is not None
    assert tabella.ambito.valori[0] is None
    assert tabella.ambito.valori[2] is None
    hidden = tabella.ambito.valori[1]
    assert isinstance(hidden, Calcolo)
    assert hidden.motivo == "manca un numero: Uniti civilmente, A («(*)») (e altri 1)"


def test_ambiguous_number_is_left_as_it_is(make_quadro: MakeQuadro) -> None:
    tabella = table(make_quadro, [{"campo": "v", "titolo": "V"}], [{"comune": "A", "v": "16.523"}])
    assert tabella.righe[0].valori == ("16.523",)


def test_columns_that_run_in_a_circle(make_quadro: MakeQuadro) -> None:
    colonne: list[dict[str, Any]] = [
        {"campo": "a", "titolo": "A", "somma": ["b"]},
        {"campo": "b", "titolo": "B", "numeratore": "a", "denominatore": "a"},
    ]
    tabella = table(make_quadro, colonne, [{"comune": "X"}])
    assert all(isinstance(value, Calcolo) and value.valore is None for value in tabella.righe[0].valori)


def test_ambito_is_citable_also_when_not_printed(make_quadro: MakeQuadro) -> None:
    quadro = make_quadro(tabelle=[{"id": "stranieri", "titolo": "T", "colonne": COLONNE, "dati": DATI}])
    assert quadro.tabelle["stranieri"].ambito is None
    assert format_calcolo(quadro.citabili["tabelle.stranieri.ambito.quota"]) == "17,77%"
    assert format_calcolo(quadro.citabili["tabelle.stranieri.san_giuliano_milanese.quota"]) == "18,99%"


def test_no_rows(make_quadro: MakeQuadro) -> None:
    tabella = table(make_quadro, COLONNE, [], riga_ambito="Ambito")
    assert tabella.ambito is not None
    assert written(tabella.ambito.valori) == ["n.c."] * 4


def test_repeated_ids_do_not_crash(make_quadro: MakeQuadro) -> None:
    first = {"id": "t", "titolo": "T", "colonne": COLONNE, "dati": DATI}
    second = {"id": "t", "titolo": "T", "colonne": COLONNE[:1], "dati": DATI, "riga_ambito": "Tot"}
    demografia = {"id": "t", "dati": [{"comune": "A", "popolazione": "1"}]}
    assert len(make_quadro(tabelle=[first, second]).tabelle["t"].colonne) == 1
    assert len(make_quadro(tabelle=[first, second], demografia=demografia).tabelle["t"].colonne) == 7


def test_decimals_not_declared(make_quadro: MakeQuadro) -> None:
    colonne: list[dict[str, Any]] = [
        {"campo": "a", "titolo": "A", "ambito": "media semplice"},
        {"campo": "b", "titolo": "B", "ambito": "somma"},
        {"campo": "c", "titolo": "C", "numeratore": "a", "denominatore": "b", "per": "1"},
    ]
    dati: list[dict[str, str | None]] = [{"comune": "X", "a": "43.2", "b": "3"}, {"comune": "Y", "a": "44", "b": "3"}]
    tabella = table(make_quadro, colonne, dati, riga_ambito="Ambito")
    assert written(tabella.righe[0].valori) == ["43,2", "3", "14,40"]
    assert tabella.ambito is not None
    assert written(tabella.ambito.valori) == ["43,60", "6", None]
