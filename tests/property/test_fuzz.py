# SPDX-License-Identifier: EUPL-1.2
"""Whatever is written in a plan, pdz answers with findings inside its files, never with a traceback.

Twenty thousand plans: some made from the model, the others are files of the examples with a few lines spoiled. Both
come from a number, which the failing test prints: `case(NUMBER)` makes the same plan again.
"""

import json
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from _generati import HEAD, Maker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdz.cli._report import REPORTS, ReportOptions, Verdict
from pdz.pipeline.check import Checked, check_plan

ROOT = Path(__file__).parents[2]
EXAMPLES = ("lodi-2025-2027", "san-giuliano-milanese-2025-2027")
MADE, SPOILED = 8_000, 12_000

WEIRD = (
    "~", "null", "sì", "no", "[]", "{}", "- -", "'", '"', "|", ">", "&a", "*a", "!x", "@", "%", "`", ": :", "#", "\t",
    "\u2028", "2025-2027", "16.523", "1e999", "9" * 40, "-0", "0/0", "«»", "{{ fatti.x }}", "{{", "}}", "{% if %}",
    "👍", "שלום", "\x07", "testi/non-c-e.md", "../fuori.md", "dati/non-c-e.csv", "[^1]", "# pdz: boh", "TODO", "SI/NO",
    "<!-- pdz: ammesso F001 perché è così -->", "# pdz: ammesso G001, T001 perché è così", "triennio 2024-2027",
    "Allegato 99", "a" * 5000,
)  # fmt: skip
KEYS = ("id:", "titolo:", "valore:", "grado:", "boh:", "testo:")


def assert_sound(checked: Checked) -> None:
    """Every finding has a code, a sentence, a remedy and a place inside a file of the plan; every format can say it."""
    source = checked.source
    for finding in (*checked.findings, *(ammesso.finding for ammesso in checked.ammessi)):
        assert re.fullmatch(r"[A-Z]\d{3}", finding.code)
        assert finding.message.strip()
        assert finding.hint.strip()
        for place in filter(None, (finding.location, finding.related)):
            known = source.files.get(place.file)  # None for a file that was refused
            text = known.text if known is not None else (source.folder / place.file).read_text("utf-8", "replace")
            lines = text.split("\n")
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column < place.end_column <= len(lines[place.line - 1]) + 2


def assert_told(checked: Checked) -> None:
    for name, report in REPORTS.load():
        text = report.render([Verdict("piano", checked)], ReportOptions(statistics=name == "text"))
        assert text.endswith("\n")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("piano")


@settings(max_examples=MADE, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_plans_made_from_the_model(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    plan = Maker(chance, chance.choice((0.0, 0.0, 0.02, 0.2))).plan()
    (folder / "piano.yaml").write_text(json.dumps(plan, ensure_ascii=False, indent=chance.choice((None, 1))), "utf-8")
    checked = check_plan(folder)
    assert_sound(checked)
    if seed % 20 == 0:
        assert_told(checked)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The examples, each in a folder where any of its files may be spoiled."""
    base = tmp_path_factory.mktemp("esempi")
    return {name: Path(shutil.copytree(ROOT / "esempi" / name, base / name)) for name in EXAMPLES}


def files_of(name: str) -> list[str]:
    """The files of an example that can be checked alone, with the head of a plan that includes only them."""
    base = ROOT / "esempi" / name
    return sorted(p.relative_to(base).as_posix() for p in base.rglob("*.yaml") if p.name != "piano.yaml")


CASES = [(name, file) for name in EXAMPLES for file in files_of(name)]


def spoil(chance: random.Random, text: str) -> str:
    """The text with one to three lines spoiled."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = list(spoil_line(chance, lines[at]))
        if not lines:
            return ""
    return "\n".join(lines)


def spoil_line(chance: random.Random, line: str) -> Iterator[str]:
    at = chance.randrange(len(line) + 1)
    match chance.randrange(11):
        case 0:
            return
        case 1:
            yield from (line, line)
        case 2:
            yield line[:at] + line[at + 1 :]
        case 3:
            yield line[:at] + chance.choice(WEIRD) + line[at:]
        case 4:
            yield re.sub(r": .*", f": {chance.choice(WEIRD)}", line, count=1)
        case 5:
            yield re.sub(r"\d", lambda _: str(chance.randrange(10)), line)
        case 6:
            yield " " * chance.randint(0, 8) + line.lstrip()
        case 7:
            yield line.replace(":", "", 1)
        case 8:
            yield from (line[:at], line[at:])
        case 9:
            yield re.sub(r"\b\w+:", chance.choice(KEYS), line, count=1)
        case _:
            words = line.split(" ")
            chance.shuffle(words)
            yield " ".join(words)


@pytest.mark.parametrize("part", range(12))
def test_files_of_the_examples_with_lines_spoiled(copies: dict[str, Path], part: int) -> None:
    for number in range(part, SPOILED, 12):
        chance = random.Random(number)
        name, file = chance.choice(CASES)
        plan = copies[name]
        original = (ROOT / "esempi" / name / file).read_text(encoding="utf-8")
        (plan / "piano.yaml").write_text(json.dumps({**HEAD, "includi": [file]}), encoding="utf-8")
        (plan / file).write_text(spoil(chance, original), encoding="utf-8", errors="replace")
        try:
            checked = check_plan(plan)
            assert_sound(checked)
            if number % 50 == 0:
                assert_told(checked)
        except Exception as error:
            raise AssertionError(f"caso {number}: {name}/{file}") from error
        finally:
            (plan / file).write_text(original, encoding="utf-8")
