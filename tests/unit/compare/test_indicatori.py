# SPDX-License-Identifier: EUPL-1.2
"""What became of promised indicators, of schede, of LEPS and macro areas."""

from typing import Any

import pytest

from pdz import calc
from pdz.compare import Lato, Novita, Raffronto, RigaObiettivi, compare, find_risposte
from pdz.model import Piano
from pdz.profiles import load_profilo


def make_lato(triennio: str, **parts: Any) -> Lato:
    known = f"lombardia/{triennio}"
    ambito = {"nome": "Prova", "ente_capofila": "c"}
    head = {"formato": "1", "profilo": known, "titolo": "Piano", "triennio": triennio, "ambito": ambito}
    piano, profilo = Piano.model_validate({**head, **parts}), load_profilo(known)
    return Lato(piano, profilo, calc.compute(piano, profilo))


def obiettivo(name: str, titolo: str = "", **parts: Any) -> dict[str, Any]:
    return {"id": name, "titolo": titolo or name, "gruppo": "ambito", **parts}


def scheda(name: str, *indicatori: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"id": name, "titolo": name, "risultati": {"indicatori": list(indicatori)}, **parts}


def indicatore(name: str, nome: str = "Ore", **parts: Any) -> dict[str, Any]:
    return {"id": name, "nome": nome, **parts}


def between(old: list[Any], new: list[Any], *outcomes: dict[str, Any]) -> Raffronto:
    """Two trienni whose only objectives are tied, each with one scheda."""
    esito = {"id": "A", "titolo": "A", "indicatori": {"risultato": list(outcomes)}}
    return compare(
        make_lato("2021-2023", obiettivi=[obiettivo("A")], schede=[scheda("S", *old, obiettivo="A")]),
        make_lato(
            "2025-2027",
            obiettivi=[obiettivo("X", gia=["A"])],
            schede=[scheda("N", *new, obiettivo="X")],
            esiti=[esito] if outcomes else [],
        ),
    )


def news(found: Raffronto) -> list[tuple[str, str, tuple[str, ...]]]:
    """Id before, id after, what happened."""
    return [
        (one.vecchio.id if one.vecchio else "", one.nuovo.id if one.nuovo else "", tuple(map(str, one.novita)))
        for one in found.indicatori
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"previsto": "10"}, {"previsto": "10"}, []),
        ({"previsto": "10"}, {"previsto": "12"}, [Novita.ALZATO]),
        ({"previsto": "10"}, {"previsto": "9,5"}, [Novita.ABBASSATO]),
        ({"previsto": "80%"}, {"previsto": "90%"}, [Novita.ALZATO]),
        ({"previsto": "80%"}, {"previsto": "90"}, [Novita.UNITA]),
        ({"previsto": "80", "unita": "%"}, {"previsto": "90%"}, [Novita.UNITA]),
        ({"previsto": "10", "unita": "ore"}, {"previsto": "12", "unita": "Ore"}, [Novita.ALZATO]),
        ({"previsto": "10", "unita": "ore"}, {"previsto": "12", "unita": "giorni"}, [Novita.UNITA]),
        ({"previsto": "10"}, {"previsto": "più di 10"}, [Novita.RIDEFINITO]),
        ({"previsto": "10"}, {"previsto": "più di 12"}, [Novita.ALZATO, Novita.RIDEFINITO]),
        ({"previsto": "10"}, {"previsto": "10", "periodicita": "media annua"}, [Novita.RIDEFINITO]),
        ({"previsto": "10"}, {"previsto": "8", "direzione": "diminuisce"}, [Novita.ABBASSATO, Novita.RIDEFINITO]),
        ({"previsto": "10", "base": "4"}, {"previsto": "10", "base": "6"}, []),
        ({}, {"previsto": "5"}, [Novita.ATTESO_AGGIUNTO]),
        ({"previsto": "5"}, {"previsto": "non rilevabile"}, [Novita.ATTESO_TOLTO]),
        ({"tappe": [{"anno": "2023", "previsto": "9"}]}, {"previsto": "10"}, [Novita.ALZATO]),
        ({"nota": "x"}, {"nota": "y"}, []),
    ],
)
def test_what_happened_to_an_indicator_that_stayed(
    old: dict[str, str], new: dict[str, str], expected: list[Novita]
) -> None:
    found = between([indicatore("a", **old)], [indicatore("b", **new)])
    assert news(found) == [("a", "b", tuple(map(str, expected)))]


def test_a_renamed_indicator_with_the_same_id_is_redefined() -> None:
    assert news(between([indicatore("a", "Ore")], [indicatore("a", "Giorni")])) == [("a", "a", ("ridefinito",))]


def test_names_win_over_ids_between_trienni() -> None:
    found = between([indicatore("r1", "Ore"), indicatore("r2", "Utenti")], [indicatore("r1", "Utenti")])
    assert news(found) == [("r2", "r1", ()), ("r1", "", ("tolto",))]


@pytest.mark.parametrize(
    ("told", "fate"),
    [
        ({"realizzato": "10"}, "tolto, raggiunto"),
        ({"realizzato": "9"}, "tolto senza essere raggiunto"),
        ({"realizzato": "non rilevabile"}, "tolto"),
        ({"previsto": "8", "realizzato": "9"}, "tolto, raggiunto"),  # the target of the outcome wins
        ({}, "tolto"),
    ],
)
def test_dropped_reached_or_not(told: dict[str, str], fate: str) -> None:
    found = between([indicatore("a", previsto="10")], [], indicatore("a", **told))
    assert news(found) == [("a", "", (fate,))]


def test_a_target_that_only_the_outcome_reports() -> None:
    found = between([indicatore("a")], [indicatore("b", previsto="12")], indicatore("a", previsto="10"))
    assert news(found) == [("a", "b", ("valore atteso alzato",))]


def test_the_same_id_in_two_trienni_is_no_tie_for_a_scheda() -> None:
    found = compare(
        make_lato("2021-2023", schede=[scheda("S1", indicatore("a"))]),
        make_lato("2025-2027", schede=[scheda("S1", indicatore("a"))]),
    )
    assert found.schede == ()
    assert news(found) == [("", "a", ("nuovo",)), ("a", "", ("tolto",))]


def test_answers_of_schede_side_by_side() -> None:
    old = scheda("S", obiettivo="A", azioni=[{"id": "S.1", "testo": "Formare"}], target="Anziani", nuovo_servizio="no")
    new = scheda("N", azioni=[{"id": "N.1", "testo": "formare"}], target="Minori", nuovo_servizio="sì")
    found = compare(
        make_lato("2021-2023", obiettivi=[obiettivo("A")], schede=[old]),
        make_lato("2025-2027", obiettivi=[obiettivo("X", gia=["A"], scheda="N")], schede=[new]),
    )
    (coppia,) = found.schede
    assert [cambio.indirizzo[2:] for cambio in find_risposte(found.prima, found.dopo, coppia)] == [
        ("titolo",),
        ("azioni", "S.1", "testo"),  # the same words but for a capital: the same action, and its text changed
        ("target",),
        ("nuovo_servizio", "risposta"),
    ]


def test_several_schede_of_an_objective_are_matched_by_title() -> None:
    old = [{"id": f"S{i}", "titolo": title, "obiettivo": "A"} for i, title in enumerate(("Uno", "Due", "Tre"))]
    new = [{"id": f"N{i}", "titolo": title, "obiettivo": "X"} for i, title in enumerate(("DUE", "Quattro"))]
    found = compare(
        make_lato("2021-2023", obiettivi=[obiettivo("A")], schede=old),
        make_lato("2025-2027", obiettivi=[obiettivo("X", gia=["A"])], schede=new),
    )
    assert [(coppia.prima, coppia.dopo) for coppia in found.schede] == [(1, 0)]


def test_a_likely_tie_holds_no_schede_side_by_side() -> None:
    old, new = obiettivo("A", "Potenziare la rete abitativa"), obiettivo("X", "Potenziare la rete abitativa")
    found = compare(
        make_lato("2021-2023", obiettivi=[old], schede=[scheda("S", obiettivo="A")]),
        make_lato("2025-2027", obiettivi=[new], schede=[scheda("N", obiettivo="X")]),
    )
    assert found.legami.origini[0].probabile
    assert found.schede == ()


def tell(rows: tuple[RigaObiettivi, ...]) -> list[tuple[str, tuple[int, ...], tuple[int, ...], str]]:
    return [(row.codice, row.prima, row.dopo, row.stato) for row in rows if row.prima or row.dopo]


def test_leps_with_the_objectives_that_cover_them() -> None:
    found = compare(
        make_lato("2021-2023", obiettivi=[obiettivo("A", leps=["L1", "L9"]), obiettivo("B", leps=["L1"])]),
        make_lato("2025-2027", obiettivi=[obiettivo("X", leps=["L2", "L1"])]),
    )
    assert [row.codice for row in found.leps] == ["L1", "L2", "L3", "L4", "L5", "L9"]
    assert tell(found.leps) == [
        ("L1", (0, 1), (0,), "rimasto"),
        ("L2", (), (0,), "entrato"),
        ("L9", (0,), (), "uscito"),
    ]


def test_macro_areas_through_the_mapping_never_by_letter() -> None:
    mapping = [{"codice": "E", "titolo": "Minori", "regionale": ["G"]}]
    found = compare(
        make_lato("2021-2023", obiettivi=[obiettivo("A"), obiettivo("B")]),
        make_lato(
            "2025-2027",
            schema_esiti="locale",
            schemi_macroaree=[{"id": "locale", "triennio": "2021-2023", "macroaree": mapping}],
            esiti=[{"id": "A", "titolo": "A", "macroarea": "E"}],
            obiettivi=[obiettivo("X", macroaree=["E"]), obiettivo("Y", macroaree=["G"])],
        ),
    )
    assert tell(found.macroaree) == [
        ("E", (), (0,), "entrato"),
        ("G", (0,), (1,), "rimasto"),
        ("", (1,), (), "uscito"),
    ]
