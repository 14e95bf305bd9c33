# SPDX-License-Identifier: EUPL-1.2
"""Facts that are the record of a table: their value, how it is printed, when it is not known."""

from collections.abc import Callable
from typing import Any

import pytest

from pdz.calc import Calcolo, Quadro, format_calcolo
from pdz.calc.nomi import fold, is_rest, is_total, is_wider

MakeQuadro = Callable[..., Quadro]

TABELLA: dict[str, Any] = {
    "id": "stranieri",
    "titolo": "Popolazione straniera",
    "colonne": [
        {"campo": "n", "titolo": "Stranieri"},
        {"campo": "quota", "titolo": "Quota", "tipo": "percentuale", "decimali": "2"},
    ],
    "dati": [
        {"comune": "Carpiano", "n": "335", "quota": "8.09"},
        {"comune": "Cerro al Lambro", "n": "323", "quota": "6.23"},
        {"comune": "San Giuliano Milanese", "n": "7596", "quota": "19.03"},
        {"comune": "Totale", "n": "8254", "quota": "14.62"},
        {"comune": "Altri Comuni", "n": "1", "quota": "0.1"},
    ],
}


def compute(make_quadro: MakeQuadro, tabella: dict[str, Any] = TABELLA, **fatto: Any) -> Calcolo:
    primato = {"tabella": "stranieri", "colonna": "quota", **fatto.pop("primato")}
    facts = [{"id": "f", "nome": "Primato", "primato": primato, **fatto}, {"id": "media", "nome": "M", "valore": "9"}]
    return make_quadro(tabelle=[tabella], fatti=facts).fatti["f"]


@pytest.mark.parametrize(
    ("primato", "printed", "formula"),
    [
        ({"tipo": "massimo"}, "19,03%", "il più alto di 3 valori è 19,03 (San Giuliano Milanese)"),
        ({"tipo": "minimo"}, "6,23%", "il più basso di 3 valori è 6,23 (Cerro al Lambro)"),
        ({"tipo": "più vicino", "a": "7.5%"}, "8,09%", "il più vicino a 7,5 di 3 valori è 8,09 (Carpiano)"),
        ({"tipo": "più vicino", "a": "media"}, "8,09%", "il più vicino a 9 di 3 valori è 8,09 (Carpiano)"),
        ({"tipo": "minimo", "colonna": "n"}, "323", "il più basso di 3 valori è 323 (Cerro al Lambro)"),
    ],
)
def test_the_value_of_a_record(make_quadro: MakeQuadro, primato: dict[str, str], printed: str, formula: str) -> None:
    calcolo = compute(make_quadro, primato=primato)
    assert (format_calcolo(calcolo), calcolo.formula) == (printed, formula)


def test_the_term_is_the_cell(make_quadro: MakeQuadro) -> None:
    calcolo = compute(make_quadro, primato={"tipo": "massimo"}, decimali="0")
    assert [(t.nome, t.path) for t in calcolo.termini] == [
        ("San Giuliano Milanese", ("tabelle", 0, "dati", 2, "quota"))
    ]
    assert format_calcolo(calcolo) == "19%"


@pytest.mark.parametrize(
    ("primato", "reason"),
    [
        ({"tipo": "più vicino"}, "manca il numero a cui essere vicino"),
        ({"tipo": "più vicino", "a": "boh"}, "manca il numero a cui essere vicino"),
        ({"tipo": "massimo", "colonna": "boh"}, "la tabella «stranieri» non ha la colonna «boh»"),
        ({"tipo": "massimo", "tabella": "boh"}, "la tabella «boh» non esiste"),
    ],
)
def test_why_a_record_is_not_known(make_quadro: MakeQuadro, primato: dict[str, str], reason: str) -> None:
    calcolo = compute(make_quadro, primato=primato)
    assert (calcolo.valore, calcolo.motivo) == (None, reason)


def test_a_hidden_number_could_be_the_record(make_quadro: MakeQuadro) -> None:
    hidden = {**TABELLA, "dati": [*TABELLA["dati"][:2], {"comune": "Colturano", "n": "(*)", "quota": "(*)"}]}
    assert compute(make_quadro, hidden, primato={"tipo": "minimo"}).motivo == "manca il numero di Colturano"
    given = compute(make_quadro, hidden, primato={"tipo": "minimo"}, valore="6.23%")
    assert format_calcolo(given) == "6,23%"


def test_of_two_that_are_equally_near_the_comune_of_the_fact_is_taken(make_quadro: MakeQuadro) -> None:
    near = {"tipo": "più vicino", "a": "329", "colonna": "n"}
    assert format_calcolo(compute(make_quadro, primato=near)) == "335"
    assert format_calcolo(compute(make_quadro, primato=near, comune="Cerro al Lambro")) == "323"


def test_only_the_comuni_of_the_ambito_compete_when_they_are_known(make_quadro: MakeQuadro) -> None:
    fact = {"id": "f", "nome": "P", "primato": {"tabella": "stranieri", "colonna": "quota", "tipo": "massimo"}}
    ambito = {"nome": "A", "ente_capofila": "a", "comuni": [{"nome": "Carpiano"}, {"nome": "cerro al lambro"}]}
    quadro = make_quadro(tabelle=[TABELLA], fatti=[fact], ambito=ambito)
    assert format_calcolo(quadro.fatti["f"]) == "8,09%"


def test_a_record_that_is_near_to_itself_runs_in_no_circle(make_quadro: MakeQuadro) -> None:
    calcolo = compute(make_quadro, primato={"tipo": "più vicino", "a": "f"})
    assert calcolo.motivo == "manca il numero a cui essere vicino"


def test_names_are_compared_whatever_their_quotes_and_accents() -> None:
    assert fold("  Rhò ") == fold("RHO’") == "rho'"
    assert fold("San  Donato\nMilanese") == "san donato milanese"


@pytest.mark.parametrize(
    ("name", "total", "wider", "rest"),
    [
        ("TOT AMBITO", True, True, False),
        ("Totale", True, True, False),
        ("media d'ambito", False, True, False),
        ("Città Metropolitana di Milano", False, True, False),
        ("Italia", False, True, False),
        ("Altri Comuni", False, False, True),
        ("Non indicato", False, False, True),
        ("Mediglia", False, False, False),
        ("Nonantola", False, False, False),
        ("Totino", False, False, False),
        ("", False, True, False),
    ],
)
def test_rows_that_are_not_a_comune(name: str, total: bool, wider: bool, rest: bool) -> None:
    assert (is_total(name), is_wider(name), is_rest(name)) == (total, wider, rest)
