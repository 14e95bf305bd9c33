# SPDX-License-Identifier: EUPL-1.2
"""Published plans with their errors as they are printed: which true errors the rules tell, and which false alarms.

`python tests/pubblicati/test_pubblicati.py` writes attesi.yaml of every folder and LEGGIMI.md anew. It keeps the
judgements; a new finding is «da giudicare», which is refused here until somebody has read the source.
"""

import tempfile
from pathlib import Path

import pytest
from _pubblicati import (
    DUBBIO,
    FALSO,
    FOLDERS,
    HERE,
    VERO,
    find,
    find_caught,
    make_leggimi,
    read_attesi,
    read_errori,
    write_attesi,
)

LEGGIMI = HERE / "LEGGIMI.md"
ALL = {"lodi-2006-2008", "lodi-2025-2027", "san-giuliano-milanese-2025-2027"}
REWRITE = "riscrivilo: python tests/pubblicati/test_pubblicati.py"


@pytest.mark.parametrize("name", FOLDERS)
def test_a_published_plan_gives_exactly_the_judged_findings(name: str, tmp_path: Path) -> None:
    assert find(name, tmp_path) == [atteso.finding for atteso in read_attesi(name)], REWRITE


@pytest.mark.parametrize("name", FOLDERS)
def test_every_finding_is_judged_and_a_true_one_cites_its_source(name: str) -> None:
    attesi = read_attesi(name)
    assert [a.finding for a in attesi if a.giudizio not in {VERO, FALSO, DUBBIO}] == []
    assert [a.finding for a in attesi if a.giudizio == VERO and not a.fonte] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_true_finding_names_an_error_of_the_source(name: str) -> None:
    errori = read_errori(name)
    if errori:
        attesi = read_attesi(name)
        assert [a.finding for a in attesi if a.giudizio == VERO and not a.errore] == []
        assert {number for a in attesi for number in a.errore} <= errori.keys()


@pytest.mark.parametrize("name", FOLDERS)
def test_an_error_is_told_or_it_is_said_why_not(name: str) -> None:
    caught = {number for _, number in find_caught(name)}
    errori = read_errori(name).values()
    assert [e.numero for e in errori if e.certo and e.numero not in caught and not e.non_segnalato] == []
    assert [e.numero for e in errori if e.numero in caught and e.non_segnalato] == []


def test_the_summary_is_not_stale() -> None:
    assert LEGGIMI.read_text(encoding="utf-8") == make_leggimi(), REWRITE


def test_at_least_forty_different_true_errors_are_told() -> None:
    assert set(FOLDERS) == ALL
    assert sum(len(find_caught(name)) for name in FOLDERS) >= 40


if __name__ == "__main__":
    for folder in FOLDERS:
        with tempfile.TemporaryDirectory() as temporary:
            write_attesi(folder, find(folder, Path(temporary)))
    LEGGIMI.write_text(make_leggimi(), encoding="utf-8")
