# SPDX-License-Identifier: EUPL-1.2
"""The difference of two plans: which things are the same, what is one change, in which order changes are told."""

from decimal import Decimal
from typing import Any

import pytest

from pdz import calc
from pdz.cli._compare._comuni import summarize_comuni
from pdz.cli._compare._valori import format_value, format_words
from pdz.compare import Cambio, Lato, compare, find_cambi
from pdz.model import Piano
from pdz.model._tipi import Misura
from pdz.profiles import load_profilo

HEAD = {"formato": "1", "profilo": "lombardia/2025-2027", "titolo": "Piano", "triennio": "2025-2027"}
AMBITO = {"nome": "Prova", "ente_capofila": "c"}


def make(**parts: Any) -> Piano:
    return Piano.model_validate({**HEAD, "ambito": AMBITO, **parts})


def told(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [tell(cambio) for cambio in find_cambi(make(**old), make(**new))]


def tell(cambio: Cambio) -> str:
    return f"{cambio.tipo} {cambio.argomento} {'/'.join(cambio.indirizzo)}"


def organo(*funzioni: str) -> dict[str, Any]:
    return {"organi": [{"id": "o", "nome": "O", "tipo": "tavolo", "funzioni": list(funzioni)}]}


def test_plain_texts_are_a_set_in_which_each_counts() -> None:
    assert told(organo("a", "b", "a"), organo("b", "a", "a")) == []
    assert told(organo("a", "b"), organo("b", "a", "a")) == ["entrato governance organi/o/funzioni/a"]
    assert told(organo("a", "b"), organo("c", "b")) == [
        "entrato governance organi/o/funzioni/c",
        "uscito governance organi/o/funzioni/a",
    ]


def grafico(categorie: list[str], valori: list[str]) -> dict[str, Any]:
    serie = [{"nome": "S", "valori": valori}]
    head = {"id": "g", "titolo": "G", "tipo": "barre", "testo_alternativo": "x"}
    return {"grafici": [{**head, "categorie": categorie, "serie": serie}]}


def test_the_order_of_the_values_of_a_chart_means_something() -> None:
    assert told(grafico(["a", "b"], ["1", "2"]), grafico(["a", "b"], ["2", "1"])) == [
        "modificato contesto grafici/g/serie/s/valori"
    ]


def tabella(*rows: dict[str, str | None]) -> dict[str, Any]:
    colonne = [{"campo": "n", "titolo": "N"}]
    return {"tabelle": [{"id": "t", "titolo": "T", "colonne": colonne, "dati": list(rows)}]}


def test_rows_of_data_are_known_by_their_key_and_cells_are_told_one_by_one() -> None:
    old = tabella({"comune": "Rhò", "n": "1"}, {"comune": "Lodi", "n": "2"}, {"comune": "Uno", "n": None})
    new = tabella({"comune": "Lodi", "n": "3"}, {"n": "1", "comune": "Rho'"}, {"comune": "Uno"})
    assert told(old, new) == [
        "modificato contesto tabelle/t/dati/lodi/n",
        "modificato contesto tabelle/t/dati/rho'/comune",
    ]
    (cell, _) = find_cambi(make(**old), make(**new))
    assert (cell.prima, cell.dopo) == (("tabelle", 0, "dati", 1, "n"), ("tabelle", 0, "dati", 0, "n"))
    assert cell.nome == "t «T», «Lodi»"


def test_numbers_written_in_another_way_are_the_same() -> None:
    def fondi(amount: str) -> dict[str, Any]:
        voce = {"id": "v", "denominazione": "V", "assegnato": amount}
        return {"fondi": [{"id": "f", "titolo": "F", "classe": "strutturali", "voci": [voce]}]}

    assert told(fondi("1250"), fondi("1.250,00 €")) == []
    assert told(fondi("1250"), fondi("1250.01")) == ["modificato fondi fondi/f/voci/v/assegnato"]


def test_marks_of_the_matrix_one_by_one() -> None:
    def scheda(matrice: dict[str, list[str]]) -> dict[str, Any]:
        return {"schede_integrazione": [{"id": "s", "titolo": "S", "matrice": matrice}]}

    assert told(scheda({"AT1": ["LI1", "LI2"]}), scheda({"AT1": ["LI2", "LI3"], "AT2": ["LI1"]})) == [
        "entrato integrazione schede_integrazione/s/matrice/AT1/LI3",
        "uscito integrazione schede_integrazione/s/matrice/AT1/LI1",
        "entrato integrazione schede_integrazione/s/matrice/AT2",
    ]


def test_a_repeated_id_is_matched_with_its_equal_first() -> None:
    one, other = ({"id": "a", "nome": name} for name in ("Uno", "Due"))
    assert told({"enti": [one, other]}, {"enti": [other, one]}) == []
    assert told({"enti": [one, other]}, {"enti": [other]}) == ["uscito ambito enti/a"]


def test_how_the_plan_is_divided_into_files_is_not_compared() -> None:
    assert told({"includi": ["a.yaml"]}, {"includi": ["b.yaml"]}) == []


def make_lato(**ambito: Any) -> Lato:
    piano, profilo = make(ambito={**AMBITO, **ambito}), load_profilo("lombardia/2025-2027")
    return Lato(piano, profilo, calc.compute(piano, profilo))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ({}, {}, ""),
        ({"numero_comuni": "49"}, {"numero_comuni": "61"}, "49 prima, 61 dopo"),
        ({"numero_comuni": "49"}, {"comuni": [{"nome": "A"}]}, "49 prima, 1 dopo: solo uno dei due piani li elenca"),
        (
            {"comuni": [{"nome": "Camairago"}, {"nome": "Lodi"}]},
            {
                "comuni": [
                    {"nome": "Castelgerundo", "dal": "2018-01-01"},
                    {"nome": "Lodi"},
                ]
            },
            "2 prima, 2 dopo: entra Castelgerundo (esiste dal 01/01/2018); esce Camairago",
        ),
        (
            {"comuni": [{"nome": "Camairago"}, {"nome": "Lodi"}]},
            {"comuni": [{"nome": "LODI"}, {"nome": "Camairago", "confluito_in": "Castelgerundo", "al": "2017-12-31"}]},
            "2 prima, 1 dopo: esce Camairago (confluito in Castelgerundo, esisteva fino al 31/12/2017)",
        ),
        (
            {"comuni": [{"nome": "Lodi"}, {"nome": "Camairago"}, {"nome": "Cavacurta"}]},
            {"comuni": [{"nome": "Lodi"}, {"nome": "Brembio"}, {"nome": "Codogno"}]},
            "3 prima, 3 dopo: entrano Brembio, Codogno; escono Camairago, Cavacurta",
        ),
    ],
)
def test_comuni(old: dict[str, Any], new: dict[str, Any], said: str) -> None:
    assert summarize_comuni(compare(make_lato(**old), make_lato(**new))) == said


@pytest.mark.parametrize(
    ("value", "genere", "shown"),
    [
        (None, "", "niente"),
        (True, "", "sì"),
        (Decimal("1250.5"), "euro", "1.250,50\u00a0€"),
        (Decimal("80"), "percento", "80%"),
        (Decimal("1200"), "", "1.200"),
        (2025, "", "2025"),
        (("b", "a"), "", "b, a"),
        ((), "", "niente"),
        (Misura(numero=Decimal(100), percento=True, operatore=">"), "", "> 100%"),
        (Misura(stato="in corso"), "", "in corso"),
    ],
)
def test_values(value: Any, genere: str, shown: str) -> None:
    assert format_value(value, genere) == shown


def test_words() -> None:
    old = "Il servizio è attivo. " * 4 + "Ci lavorano tre operatori di Lodi. " + "Fine del testo che resta uguale. " * 4
    shown = format_words(old, old.replace("tre operatori", "quattro educatori"))
    assert shown == "… è attivo. Ci lavorano [-tre operatori-] {+quattro educatori+} di Lodi. Fine del testo che …"
