# SPDX-License-Identifier: EUPL-1.2
"""Ties of objectives: which are certain, which are likely, what moved."""

from decimal import Decimal
from typing import Any

import pytest

from pdz import calc
from pdz.compare import Lato, Legami, Raffronto, compare, is_related
from pdz.compare._somiglianza import Ritratto, compute_somiglianza, words_of
from pdz.model import Piano
from pdz.profiles import load_profilo


def make_lato(triennio: str = "2025-2027", **parts: Any) -> Lato:
    known = "lombardia/2021-2023" if triennio == "2021-2023" else "lombardia/2025-2027"
    ambito = {"nome": "Prova", "ente_capofila": "c"}
    head = {"formato": "1", "profilo": known, "titolo": "Piano", "triennio": triennio, "ambito": ambito}
    piano, profilo = Piano.model_validate({**head, **parts}), load_profilo(known)
    return Lato(piano, profilo, calc.compute(piano, profilo))


def obiettivo(name: str, titolo: str = "", **parts: Any) -> dict[str, Any]:
    return {"id": name, "titolo": titolo or f"Titolo {name}", "gruppo": "ambito", **parts}


def tie(old: list[dict[str, Any]], new: list[dict[str, Any]], **parts: Any) -> Raffronto:
    return compare(make_lato("2021-2023", obiettivi=old), make_lato(obiettivi=new, **parts))


def fates(legami: Legami) -> list[tuple[str, tuple[int, ...]]]:
    return [(str(sorte.destino), sorte.nuovi) for sorte in legami.sorti]


def test_same_id_in_two_trienni_is_no_tie() -> None:
    found = tie([obiettivo("A1", "Casa")], [obiettivo("A1", "Lavoro")])
    assert fates(found.legami) == [("lasciato", ())]
    assert found.legami.origini[0].vecchi == ()


def test_same_id_in_two_versions_of_a_plan_is_the_same_objective() -> None:
    old = make_lato(obiettivi=[obiettivo("A1", "Casa"), obiettivo("A2")])
    new = make_lato(obiettivi=[obiettivo("A2"), obiettivo("A1", "Abitare", gia=["A2"])])
    assert fates(compare(old, new).legami) == [("rinominato", (1,)), ("mantenuto", (0,))]


def test_one_old_in_two_new_and_two_old_in_one_new() -> None:
    found = tie(
        [obiettivo("A"), obiettivo("B"), obiettivo("C")],
        [obiettivo("X", gia=["A"]), obiettivo("Y", gia=["A"]), obiettivo("Z", gia=["B", "C"])],
    )
    assert fates(found.legami) == [("diviso", (0, 1)), ("unito", (2,)), ("unito", (2,))]
    assert [origine.vecchi for origine in found.legami.origini] == [(0,), (0,), (1, 2)]


def test_the_outcome_that_names_the_new_objective_ties_too() -> None:
    esito = {"id": "A", "titolo": "Casa", "riproposto": {"risposta": "sì", "come": ["X", "Q"]}}
    found = tie([obiettivo("A", "Casa")], [obiettivo("X", "Casa")], esiti=[esito])
    assert fates(found.legami) == [("mantenuto", (0,))]
    assert [(one.id, one.path) for one in found.legami.sconosciuti] == [("Q", ("esiti", 0, "riproposto", "come", 1))]


def test_an_id_that_the_old_plan_does_not_have() -> None:
    found = tie([obiettivo("A")], [obiettivo("X", gia=["A", "ZZ"])])
    assert [(one.id, one.path) for one in found.legami.sconosciuti] == [("ZZ", ("obiettivi", 0, "gia", 1))]


def scheda(name: str, *names: str, answer: str = "sì", **parts: Any) -> dict[str, Any]:
    return {
        "id": name,
        "titolo": f"Scheda {name}",
        "in_continuita": {"risposta": answer, "obiettivi": list(names)},
        **parts,
    }


def test_the_scheda_that_names_what_it_continues_ties_its_objectives() -> None:
    found = tie(
        [obiettivo("A"), obiettivo("B"), obiettivo("C", "Orti")],
        [obiettivo("X", "Casa"), obiettivo("Y", "Lavoro", scheda="S2"), obiettivo("Z", "Scuola")],
        schede=[
            scheda("S1", "A", obiettivo="X"),
            scheda("S2", "B", "QQ"),
            scheda("S3", "C", obiettivo="Z", answer="no"),
            scheda("S4", "C"),
        ],
    )
    assert fates(found.legami) == [("rinominato", (0,)), ("rinominato", (1,)), ("lasciato", ())]
    assert [(one.id, one.path) for one in found.legami.sconosciuti] == [
        ("QQ", ("schede", 1, "in_continuita", "obiettivi", 1))
    ]


def test_a_tie_said_twice_is_one() -> None:
    found = tie([obiettivo("A")], [obiettivo("X", gia=["A"])], schede=[scheda("S", "A", obiettivo="X")])
    assert fates(found.legami) == [("rinominato", (0,))]
    assert found.legami.origini[0].vecchi == (0,)


def test_a_scheda_that_continues_a_whole_area() -> None:
    found = tie(
        [obiettivo("A", "Affitti", area="casa")],
        [obiettivo("X", "Agenzia")],
        esiti=[{"id": "casa", "tipo": "area", "titolo": "Casa"}],
        schede=[scheda("S", "casa", obiettivo="X")],
    )
    assert fates(found.legami) == [("proseguito", (0,))]


MAPPING = {
    "schema_esiti": "locale",
    "schemi_macroaree": [
        {"id": "locale", "triennio": "2021-2023", "macroaree": [{"codice": "E", "titolo": "M", "regionale": ["G"]}]}
    ],
}
WIDE = {
    "schema_esiti": "locale",
    "schemi_macroaree": [
        {
            "id": "locale",
            "triennio": "2021-2023",
            "macroaree": [{"codice": "E", "titolo": "M", "regionale": ["E", "J"]}],
        }
    ],
}


@pytest.mark.parametrize(
    ("old", "new", "extra", "fate"),
    [
        (["D"], ["E"], {}, "spostato"),
        (["D"], ["D"], {}, "mantenuto"),
        (["D"], ["D", "E"], {}, "mantenuto"),
        ([], ["E"], {}, "mantenuto"),
        (["Q"], ["E"], {}, "mantenuto"),
        ([], ["G"], MAPPING, "mantenuto"),  # the letter E of the old scheme is the region's G
        ([], ["E"], MAPPING, "spostato"),
        (["E"], ["E"], MAPPING, "mantenuto"),
        ([], ["J"], WIDE, "mantenuto"),  # the letter leads to two areas
        (["E"], ["J"], WIDE, "spostato"),  # the objective itself is only in one of them
    ],
)
def test_an_objective_moves_only_when_both_areas_are_known(
    old: list[str], new: list[str], extra: dict[str, Any], fate: str
) -> None:
    esiti = [{"id": "A", "titolo": "T", "macroarea": "E"}] if extra else []
    found = tie(
        [obiettivo("A", "T", macroaree=old)], [obiettivo("X", "T", macroaree=new, gia=["A"])], esiti=esiti, **extra
    )
    assert fates(found.legami) == [(fate, (0,))]


@pytest.mark.parametrize(
    ("actions", "fate"),
    [
        (["rinviata"], "rinviato"),
        (["rinviata", "non realizzata"], "rinviato"),
        (["rinviata", "realizzata"], "mantenuto"),
        (["non realizzata"], "mantenuto"),
    ],
)
def test_put_off_is_what_the_outcome_says(actions: list[str], fate: str) -> None:
    azioni = [{"id": f"z{i}", "nome": "Azione", "stato": stato} for i, stato in enumerate(actions)]
    found = tie(
        [obiettivo("A")], [obiettivo("X", "Titolo A", gia=["A"])], esiti=[{"id": "A", "titolo": "T", "azioni": azioni}]
    )
    assert fates(found.legami) == [(fate, (0,))]


def test_an_objective_that_is_an_action_of_an_area() -> None:
    azioni = [{"id": "A", "nome": "Azione", "stato": "rinviata"}, {"id": "B", "nome": "Altra", "stato": "realizzata"}]
    area = {"id": "area", "tipo": "area", "titolo": "Area", "azioni": azioni}
    found = tie([obiettivo("A"), obiettivo("B")], [], esiti=[area])
    assert fates(found.legami) == [("rinviato", ()), ("lasciato", ())]
    outcomes = [sorte.consuntivo for sorte in found.legami.sorti]
    assert [one.stato for one in outcomes if one is not None] == ["rinviata", "realizzata"]


def test_a_tie_to_a_whole_area_does_not_say_which_objective() -> None:
    area = {
        "id": "E2",
        "tipo": "area",
        "titolo": "Abitare",
        "azioni": [{"id": "A", "nome": "Casa", "stato": "realizzata"}],
    }
    found = tie(
        [obiettivo("A", "Casa"), obiettivo("B", "Lavoro", area="lavoro"), obiettivo("C", "Orti")],
        [obiettivo("X", "Agenzia", gia=["E2"]), obiettivo("Y", "Tirocini", gia=["lavoro"]), obiettivo("Z", "Altro")],
        esiti=[area],
    )
    assert found.legami.sconosciuti[0].id == "lavoro"  # the old plan has no such area
    assert fates(found.legami) == [("proseguito", (0,)), ("lasciato", ()), ("lasciato", ())]
    assert [(origine.aree, origine.nuovo) for origine in found.legami.origini] == [
        (("E2",), False),
        ((), True),
        ((), True),
    ]


def test_alike_is_likely_never_certain() -> None:
    found = tie([obiettivo("A", "Potenziare la rete abitativa")], [obiettivo("X", "Potenziare la rete abitativa")])
    (sorte,) = found.legami.sorti
    assert (str(sorte.destino), sorte.nuovi, sorte.probabilita) == ("probabile", (0,), Decimal("0.99"))
    assert found.legami.origini[0].probabile


def test_a_declared_tie_leaves_nothing_to_guess() -> None:
    found = tie(
        [obiettivo("A", "Potenziare la rete"), obiettivo("B", "Orti urbani")],
        [obiettivo("X", "Potenziare la rete", gia=["B"])],
    )
    assert fates(found.legami) == [("lasciato", ()), ("rinominato", (0,))]


def test_plans_of_different_ambiti_are_not_guessed() -> None:
    other = make_lato(obiettivi=[obiettivo("A", "Casa")], ambito={"nome": "Altrove", "ente_capofila": "c"})
    found = compare(make_lato(obiettivi=[obiettivo("A", "Casa")]), other)
    assert not found.stesso_ambito
    assert fates(found.legami) == [("lasciato", ())]


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ({"nome": "Lodi"}, {"nome": "LODI"}, True),
        ({"nome": "Lodi e Casalpusterlengo"}, {"nome": "Lodi"}, True),
        ({"nome": "San Giuliano Milanese"}, {"nome": "San Donato Milanese"}, False),
        ({"nome": "Uno", "comuni": [{"nome": "Rhò"}]}, {"nome": "Due", "comuni": [{"nome": "Rho'"}]}, True),
        ({"nome": "Uno", "comuni": [{"nome": "Rho"}]}, {"nome": "Due", "comuni": [{"nome": "Lodi"}]}, False),
    ],
)
def test_which_plans_are_of_the_same_ambito(one: dict[str, Any], other: dict[str, Any], related: bool) -> None:
    sides = (make_lato(ambito={"ente_capofila": "c", **ambito}) for ambito in (one, other))
    assert is_related(*sides) is related


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Potenziare la rete abitativa", "Potenziamento delle reti abitative", "0.66"),
        ("Casa", "Lavoro", "0.00"),
        ("", "", "0.00"),
        ("Interventi per gli anziani", "Interventi per i minori", "0.50"),
    ],
)
def test_likeness_of_titles(one: str, other: str, expected: str) -> None:
    portraits = [Ritratto(0, words_of(title)) for title in (one, other)]
    assert compute_somiglianza(*portraits) == Decimal(expected)


def test_likeness_counts_the_area_when_both_are_known() -> None:
    words = words_of("Casa")
    same, elsewhere = Ritratto(0, words, frozenset("D")), Ritratto(0, words, frozenset("E"))
    assert compute_somiglianza(same, elsewhere) == Decimal("0.80")
    assert compute_somiglianza(same, Ritratto(0, words)) == Decimal("0.99")
