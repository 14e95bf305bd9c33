# SPDX-License-Identifier: EUPL-1.2
"""The examples of all judgements: «Segnala» gives its one judgement where `# CODE` stands, «Accetta» gives none.

An example is two fragments, `prima:` and `dopo:`, completed to whole plans of two consecutive trienni: the keys that a
fragment lacks are taken from `COMPLETE`.
"""

import inspect
import re
import textwrap
from collections import Counter
from pathlib import Path

import pytest

from pdz.compare import Raffronto
from pdz.compare.judgements import JUDGEMENTS, code_of
from pdz.pipeline.compare import Confronto, compare_plans

COMPLETE = {
    "prima": {"profilo": "lombardia/2021-2023", "triennio": "2021-2023", "titolo": "Piano di prima"},
    "dopo": {"profilo": "lombardia/2025-2027", "triennio": "2025-2027", "titolo": "Piano di dopo"},
}
COMMON = {"formato": "1", "ambito": "{nome: Prova, ente_capofila: capofila}", "enti": "[{id: capofila, nome: Comune}]"}
HEADINGS = ("Che cosa controlla", "Perché", "Segnala", "Accetta", "Specchio", "Rimedio", "Riferimenti")
NAMES = JUDGEMENTS.names()
ALSO_VERSIONS = "anche fra due versioni del piano dello stesso triennio"


def sections_of(name: str) -> dict[str, str]:
    """The text under each heading of the docstring of a judgement."""
    text = inspect.cleandoc(JUDGEMENTS.get(name).__doc__ or "")
    parts = re.split(r"^(\w[\w ]*):$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (textwrap.dedent(part.strip("\n")) for part in parts[2::2]), strict=True))


def split_example(example: str) -> dict[str, str]:
    """The two fragments by name; each keeps its own lines."""
    parts = re.split(r"^(prima|dopo):\n", example, flags=re.MULTILINE)
    assert parts[0] == ""
    assert parts[1::2] == ["prima", "dopo"]
    return dict(zip(parts[1::2], map(textwrap.dedent, parts[2::2]), strict=True))


def compare_example(folder: Path, example: str) -> Confronto:
    """The two plans of an example compared; the first line of a fragment stays the first of its file."""
    for side, fragment in split_example(example).items():
        given = set(re.findall(r"^(\w+):", fragment, flags=re.MULTILINE))
        missing = (f"{key}: {value}" for key, value in {**COMPLETE[side], **COMMON}.items() if key not in given)
        (folder / side).mkdir()
        text = "\n".join([fragment.rstrip(), *missing, ""])
        (folder / side / "piano.yaml").write_text(text, encoding="utf-8")
    return compare_plans(str(folder / "prima"), str(folder / "dopo"))


def find_marked(example: str, code: str) -> list[tuple[str, int]]:
    return [
        (side, number)
        for side, fragment in split_example(example).items()
        for number, line in enumerate(fragment.split("\n"), 1)
        if line.endswith(f"# {code}")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_has_its_headings_in_order(name: str) -> None:
    sections = sections_of(name)
    assert tuple(sections) == HEADINGS
    assert all(text.strip() for text in sections.values())
    first, blank, *_ = inspect.cleandoc(JUDGEMENTS.get(name).__doc__ or "").split("\n")
    assert first.endswith(".")
    assert blank == ""


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_says_between_which_plans_it_holds(name: str) -> None:
    said = " ".join(sections_of(name)["Che cosa controlla"].split())
    assert "Vale fra un triennio e il successivo" in said
    assert (ALSO_VERSIONS in said) is JUDGEMENTS.get(name).VERSIONS


@pytest.mark.parametrize("name", NAMES)
def test_segnala_gives_one_judgement_at_the_marked_line(name: str, tmp_path: Path) -> None:
    example, code = sections_of(name)["Segnala"], code_of(name)
    ((side, line),) = find_marked(example, code)
    confronto = compare_example(tmp_path, example)
    ((found),) = confronto.giudizi
    assert (found.code, found.severity) == (code, JUDGEMENTS.get(name).SEVERITY)
    lettura, path = (confronto.prima, found.prima) if side == "prima" else (confronto.dopo, found.dopo)
    assert path is not None
    assert lettura.source.locate(path).line == line
    assert found.hint


@pytest.mark.parametrize("name", NAMES)
def test_accetta_gives_none(name: str, tmp_path: Path) -> None:
    confronto = compare_example(tmp_path, sections_of(name)["Accetta"])
    assert isinstance(confronto.raffronto, Raffronto)
    assert [f"{one.code} {one.message}" for one in confronto.giudizi] == []


def test_every_mirror_names_the_other_back_and_who_has_none_says_why() -> None:
    said = {code_of(name): sections_of(name)["Specchio"] for name in NAMES}
    mirrors = {code: set(re.findall(r"\bC\d{3}\b", text)) for code, text in said.items()}
    assert {code: named for code, named in mirrors.items() if len(named) > 1 or named - said.keys()} == {}
    assert [code for code, named in mirrors.items() for other in named if mirrors[other] != {code}] == []
    reasons = {code: text for code, text in said.items() if not mirrors[code]}
    assert [code for code, text in reasons.items() if not re.match(r"Non ce l'ha: .{40,}\.\Z", text, re.DOTALL)] == []
    assert mirrors["C001"] == {"C002"}


def test_judgements_are_named_after_the_defect_with_a_code_of_their_own() -> None:
    assert [name for name in NAMES if not re.fullmatch(r"c\d{3}_[a-z0-9]+(_[a-z0-9]+)*", name)] == []
    assert [code for code, times in Counter(map(code_of, NAMES)).items() if times > 1] == []
