# SPDX-License-Identifier: EUPL-1.2
"""Several plans side by side: figures, gaps, threads of objectives."""

from decimal import Decimal
from typing import Any

import pytest

from pdz.compare.serie import Serie, compare_many

from .test_legami import make_lato, obiettivo


def row(serie: Serie, voce: str, nome: str = "") -> tuple[Decimal | None, ...]:
    (found,) = (riga.valori for riga in serie.righe if (riga.voce, riga.nome) == (voce, nome))
    return found


def voices(serie: Serie) -> set[str]:
    return {riga.voce for riga in serie.righe}


def esito(name: str, done: int, planned: int, **parts: Any) -> dict[str, Any]:
    return {
        "id": name, "titolo": f"Esito {name}", "azioni": {"programmate": str(planned), "realizzate": str(done)}, **parts
    }  # fmt: skip


def prospetto(*voci: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": "f", "titolo": "Fondi", "classe": "strutturali", "voci": list(voci)}]


def voce(fondo: str, importo: str) -> dict[str, Any]:
    return {"id": f"v_{fondo.lower()}", "denominazione": fondo, "fondo": fondo, "assegnato": importo}


def test_a_plan_that_says_nothing_is_a_gap_and_not_a_zero() -> None:
    serie = compare_many([make_lato("2021-2023"), make_lato(obiettivi=[obiettivo("A")])])
    assert row(serie, "obiettivi") == (None, Decimal(1))
    assert voices(serie) == {"obiettivi"}


def test_the_overall_grado_is_a_ratio_of_sums() -> None:
    one = make_lato(esiti=[esito("A", 1, 1), esito("B", 0, 9)])
    serie = compare_many([one, make_lato()])
    assert row(serie, "grado") == (Decimal(10), None)
    assert row(serie, "giudizio", "ottimo") == (Decimal(1), None)
    assert row(serie, "giudizio", "nullo") == (Decimal(1), None)


def test_outcomes_without_a_judgement_are_counted_where_there_are_outcomes() -> None:
    serie = compare_many([make_lato(esiti=[esito("A", 1, 1)]), make_lato(esiti=[{"id": "B", "titolo": "B"}])])
    assert row(serie, "giudizio_nc") == (Decimal(0), Decimal(1))


def test_macro_areas_are_matched_by_title_and_never_by_letter() -> None:
    schema = [
        {"id": "locale", "triennio": "2021-2023", "macroaree": [
            {"codice": "C", "titolo": "Lavoro", "regionale": ["H"]},
            {"codice": "E", "titolo": "Minori"},
        ]}
    ]  # fmt: skip
    old = make_lato(
        schemi_macroaree=schema, schema_esiti="locale",
        esiti=[esito("1", 1, 2, macroarea="C"), esito("2", 1, 4, macroarea="E")],
    )  # fmt: skip
    new = make_lato(esiti=[esito("3", 3, 4, macroarea="H"), esito("4", 4, 4, macroarea="E")])
    serie = compare_many([old, new])
    lavoro = "Interventi connessi alle politiche per il lavoro"
    assert row(serie, "grado_macroarea", lavoro) == (Decimal(50), Decimal(75))
    assert row(serie, "grado_macroarea", "Minori") == (Decimal(25), None)
    assert row(serie, "grado_macroarea", "Anziani") == (None, Decimal(100))


def test_funds_of_each_plan_add_up_to_its_total() -> None:
    one = make_lato(fondi=prospetto(voce("FNPS", "100.10"), voce("FSR", "50")))
    two = make_lato(fondi=prospetto(voce("FNPS", "80")))
    serie = compare_many([one, two, make_lato()])
    assert row(serie, "fondi") == (Decimal("150.10"), Decimal(80), None)
    assert row(serie, "livello", "nazionale") == (Decimal("100.10"), Decimal(80), None)
    assert row(serie, "livello", "regionale") == (Decimal(50), None, None)


def test_facts_enter_only_when_two_plans_tell_them() -> None:
    shared = {"id": "popolazione", "nome": "Popolazione", "unita": "persone"}
    one = make_lato(fatti=[{**shared, "valore": "10"}, {"id": "solo", "nome": "Solo qui", "valore": "1"}])
    serie = compare_many([one, make_lato(), make_lato(fatti=[{**shared, "valore": "12"}])])
    assert row(serie, "fatto", "Popolazione") == (Decimal(10), None, Decimal(12))
    assert {riga.nome for riga in serie.righe if riga.voce == "fatto"} == {"Popolazione"}


def test_threads_tie_split_and_merged_objectives_through_all_the_trienni() -> None:
    first = make_lato("2018-2020", obiettivi=[obiettivo("A"), obiettivo("B"), obiettivo("solo")])
    second = make_lato("2021-2023", obiettivi=[obiettivo("C", gia=["A"]), obiettivo("D", gia=["A"])])
    third = make_lato(obiettivi=[obiettivo("E", gia=["D"]), obiettivo("nuovo")])
    assert compare_many([first, second, third]).fili == (((0,), (0, 1), (0,)),)


@pytest.mark.parametrize("trienni", [("2025-2027", "2025-2027"), ("2025-2027", "2021-2023")])
def test_no_threads_between_plans_that_do_not_follow_one_another(trienni: tuple[str, str]) -> None:
    sides = [make_lato(triennio, obiettivi=[obiettivo("A", gia=["A"])]) for triennio in trienni]
    assert compare_many(sides).fili == ()


def test_likely_ties_make_no_thread() -> None:
    same = "Sostenere la domiciliarità degli anziani"
    sides = [make_lato(triennio, obiettivi=[obiettivo("A", same)]) for triennio in ("2021-2023", "2025-2027")]
    assert compare_many(sides).fili == ()


@pytest.mark.parametrize(
    ("trienni", "expected"),
    [
        (("2021-2023", "2025-2027"), False),
        (("2025-2027", "2021-2023"), True),
        (("2025-2027", "2025-2027"), False),  # two versions: no order of time
    ],
)
def test_trienni_that_go_back_are_told(trienni: tuple[str, str], expected: bool) -> None:
    assert compare_many([make_lato(triennio) for triennio in trienni]).in_disordine is expected
