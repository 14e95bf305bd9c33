# SPDX-License-Identifier: EUPL-1.2
"""The examples of all rules: «Segnala» must give its finding where `# CODE` stands, «Accetta» must give none.

An example is completed to a whole plan: the keys that it lacks are taken from `COMPLETE`.
"""

import inspect
import re
import textwrap
from pathlib import Path

import pytest

from pdz.pipeline.check import Checked, check_plan
from pdz.rules import RULES

COMPLETE = {
    "formato": "formato: 1",
    "profilo": "profilo: lombardia/2025-2027",
    "titolo": "titolo: Piano di prova",
    "triennio": "triennio: 2025-2027",
    "ambito": "ambito: {nome: Prova, ente_capofila: capofila}",
    "enti": "enti: [{id: capofila, nome: Comune capofila}]",
}
HEADINGS = ("Che cosa controlla", "Perché", "Segnala", "Accetta", "Rimedio", "Riferimenti")


def code_of(name: str) -> str:
    return name.split("_")[0].upper()


def sections_of(name: str) -> dict[str, str]:
    """The text under each heading of the docstring of a rule."""
    text = inspect.cleandoc(RULES.get(name).__doc__ or "")
    parts = re.split(r"^(\w[\w ]*):$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], map(textwrap.dedent, parts[2::2]), strict=True))


def check_example(folder: Path, example: str) -> Checked:
    """The findings of an example; its first line stays the first, so that positions are its own."""
    given = set(re.findall(r"^(\w+):", example, flags=re.MULTILINE))
    missing = "\n".join(line for key, line in COMPLETE.items() if key not in given)
    (folder / "piano.yaml").write_text(f"{example.rstrip()}\n{missing}\n", encoding="utf-8")
    return check_plan(folder)


@pytest.mark.parametrize("name", RULES.names())
def test_the_documentation_has_its_headings_in_order(name: str) -> None:
    assert tuple(sections_of(name)) == HEADINGS
    assert all(text.strip() for text in sections_of(name).values())
    first, blank, *_ = inspect.cleandoc(RULES.get(name).__doc__ or "").split("\n")
    assert first.endswith(".")
    assert blank == ""


@pytest.mark.parametrize("name", RULES.names())
def test_segnala_gives_its_finding_at_the_marked_line(name: str, tmp_path: Path) -> None:
    example, code = sections_of(name)["Segnala"].strip("\n"), code_of(name)
    marked = [number for number, line in enumerate(example.split("\n"), 1) if line.rstrip().endswith(f"# {code}")]
    checked = check_example(tmp_path, example)
    assert len(marked) == 1
    assert [(f.code, f.location.file, f.location.line) for f in checked.findings] == [(code, "piano.yaml", marked[0])]
    (finding,) = checked.findings
    assert finding.severity is RULES.get(name).SEVERITY
    assert finding.hint


@pytest.mark.parametrize("name", RULES.names())
def test_accetta_gives_none(name: str, tmp_path: Path) -> None:
    checked = check_example(tmp_path, sections_of(name)["Accetta"].strip("\n"))
    assert [f"{f.location.line} {f.code} {f.message}" for f in checked.findings] == []
    assert checked.quadro is not None


def test_an_empty_example_is_a_plan_without_findings(tmp_path: Path) -> None:
    assert check_example(tmp_path, "").findings == ()
