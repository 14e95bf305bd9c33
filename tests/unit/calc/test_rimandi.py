# SPDX-License-Identifier: EUPL-1.2
"""What a text may point to: only what the whole document prints with a heading or a caption."""

from typing import Any

import pytest

from pdz.calc import compute
from pdz.calc.citazioni import iter_citazioni
from pdz.calc.rimandi import collect_rimandi, collect_tabelle
from pdz.model import Piano
from pdz.profiles import load_profilo

HEAD: dict[str, Any] = {
    "formato": "1",
    "profilo": "lombardia/2025-2027",
    "titolo": "Piano",
    "triennio": "2025-2027",
    "ambito": {"nome": "Prova", "ente_capofila": "comune"},
    "enti": [{"id": "comune", "nome": "Comune"}],
}
TABLE = {
    "id": "popolazione",
    "titolo": "Popolazione",
    "colonne": [{"campo": "residenti", "titolo": "Residenti"}],
    "dati": [{"comune": "Uno", "residenti": "10"}],
}


def rimandi(**more: Any) -> dict[str, str]:
    piano = Piano.model_validate({**HEAD, **more})
    profilo = load_profilo(piano.profilo)
    return dict(collect_rimandi(piano, profilo, compute(piano, profilo).automatici))


def test_an_empty_plan_has_its_chapters_and_nothing_else() -> None:
    profilo = load_profilo("lombardia/2025-2027")
    chapters = {part.id for part in (*profilo.capitoli, *profilo.allegati) if part.obbligatorio}
    assert set(rimandi()) == chapters
    assert rimandi()["esiti"] == "Gli esiti della programmazione zonale 2021-2023"


def test_an_optional_chapter_and_a_section_are_targets_when_they_have_a_text() -> None:
    found = rimandi(testi=[{"sezione": "introduzione", "testo": "Ecco."}, {"sezione": "progettualita", "testo": "Sì."}])
    assert {"introduzione", "progettualita"} <= set(found)
    assert "unita_offerta" not in found
    assert "progettualita" not in rimandi(testi=[{"sezione": "progettualita", "testo": "  "}])


def test_the_title_of_the_author_wins() -> None:
    assert rimandi(testi=[{"sezione": "contesto", "testo": "x", "titolo": "Chi siamo"}])["contesto"] == "Chi siamo"


def test_a_table_is_a_target_where_it_is_printed() -> None:
    assert "popolazione" not in rimandi()
    assert rimandi(tabelle=[TABLE])["popolazione"] == "Popolazione"  # without a section: at the end of the context
    assert rimandi(tabelle=[{**TABLE, "sezione": "reti"}])["popolazione"] == "Popolazione"
    assert "popolazione" not in rimandi(tabelle=[{**TABLE, "sezione": "una-che-non-esiste"}])
    text = [{"sezione": "contesto", "testo": '{{ tabella("popolazione") }}'}]
    assert rimandi(tabelle=[TABLE], testi=text)["popolazione"] == "Popolazione"


@pytest.mark.parametrize(
    ("more", "target"),
    [
        ({"leps": [{"id": "l", "nome": "PUA"}]}, "tabella_leps"),
        ({"pnrr": [{"id": "p", "linea": "1.2", "titolo": "Autonomia"}]}, "tabella_pnrr"),
        ({"assistenti_sociali": {"numero": 13, "popolazione": 39000}}, "tabella_assistenti"),
        ({"ambito": {"nome": "Prova", "ente_capofila": "comune", "forma": "Comune capofila"}}, "tabella_ambito"),
        ({"fondi": [{"id": "f", "titolo": "Fondi", "classe": "strutturali", "voci": []}]}, "tabella_livelli_fondi"),
        ({"impegni": [{"id": "i", "leps": "L1", "righe": []}]}, "tabella_collegamenti_leps"),
        ({"impegni": [{"id": "i", "leps": "L1", "righe": []}]}, "i"),
        ({"obiettivi": [{"id": "O1", "titolo": "Aprire", "gruppo": "leps"}]}, "obiettivi_leps"),
        ({"obiettivi": [{"id": "O1", "titolo": "Aprire", "gruppo": "leps"}]}, "O1"),
        ({"finanziamenti": [{"id": "fnps", "nome": "FNPS", "classe": "strutturali"}]}, "fnps"),
    ],
)
def test_a_computed_table_is_a_target_when_it_has_rows(more: dict[str, Any], target: str) -> None:
    assert target not in rimandi()
    assert rimandi(**more)[target]


def test_what_has_no_heading_is_no_target() -> None:
    scheda = {"id": "S1", "titolo": "Casa", "azioni": [{"id": "S1.a1", "testo": "Aprire"}]}
    found = rimandi(schede=[scheda], fatti=[{"id": "residenti", "nome": "Residenti", "valore": "10"}])
    assert {"S1.a1", "residenti", "comune"} & set(found) == set()
    assert found["S1"] == "Casa"


def test_a_profile_without_a_section_does_not_print_its_things() -> None:
    more = {
        "profilo": "lombardia/2021-2023",
        "triennio": "2021-2023",
        "progetti_premiali": [{"id": "P", "titolo": "X"}],
    }
    assert "P" not in rimandi(**more)


def test_tables_that_a_text_may_print() -> None:
    piano = Piano.model_validate({**HEAD, "tabelle": [TABLE], "leps": [{"id": "l", "nome": "PUA"}]})
    assert set(collect_tabelle(piano, load_profilo(piano.profilo))) == {"popolazione", "tabella_leps"}


def test_a_number_too_long_to_be_digits_is_not_understood() -> None:
    (citazione,) = iter_citazioni("{{ fatti.x | numero(" + "9" * 5000 + ") }}")
    assert citazione.error
