# SPDX-License-Identifier: EUPL-1.2
"""The report for people: frames, plurals, nothing that a terminal would obey."""

from pathlib import Path

import pytest

from pdz.cli._report import summarize
from pdz.cli._report._frame import FRAME_WIDTH
from pdz.cli._report.text import render_findings
from pdz.findings import Finding, Location, Severity
from pdz.source import Source
from pdz.source._files import SourceFile


def finding(place: Location, severity: Severity = Severity.ERROR, **rest: object) -> Finding:
    return Finding("X001", severity, place, "che cosa", **rest)  # type: ignore[arg-type]


def report(text: str, place: Location, **rest: object) -> list[str]:
    source = Source(Path("piano"), files={"piano.yaml": SourceFile("piano.yaml", text)})
    return list(render_findings(source, (finding(place, **rest),)))


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, 0, "nessun problema"),
        (1, 0, "1 errore"),
        (2, 0, "2 errori"),
        (0, 1, "1 avviso"),
        (1, 2, "1 errore, 2 avvisi"),
    ],
)
def test_summary(errors: int, warnings: int, words: str) -> None:
    place = Location("piano.yaml", 1, 1, 2)
    found = [finding(place)] * errors + [finding(place, Severity.WARNING)] * warnings
    assert summarize(tuple(found), "piano") == f"piano: {words}"


def test_a_frame_with_the_line_before(tmp_path: Path) -> None:
    assert report("uno: 1\ndue: 22\n", Location("piano.yaml", 2, 6, 8), hint="come") == [
        "piano.yaml:2:6: errore X001 che cosa",
        "   1 | uno: 1",
        "   2 | due: 22",
        "     |      ^^",
        "   aiuto: come",
        "",
    ]


def test_a_file_without_text_has_no_frame() -> None:
    assert report("", Location("piano.yaml", 1, 1, 2)) == ["piano.yaml:1:1: errore X001 che cosa", ""]
    assert report("a: 1\n", Location("altro.yaml", 1, 1, 2)) == ["altro.yaml:1:1: errore X001 che cosa", ""]


def test_the_mark_never_leaves_its_line() -> None:
    for column in (1, 4, 5, 9):
        lines = report("abcd\n", Location("piano.yaml", 1, column, column + 50))
        assert len(lines[2].rstrip()) <= len(lines[1]) + 1 or column > 4


@pytest.mark.parametrize("column", [1, 50, 150, 400, 795])
def test_a_long_line_is_cut_around_the_mark(column: int) -> None:
    text = "".join(f"{number:04} " for number in range(160))
    _, line, mark, _ = report(text, Location("piano.yaml", 1, column, column + 4))
    assert len(line) <= FRAME_WIDTH + len("   1 | ")
    at = mark.index("^")
    assert line[at : at + 4].rstrip() == text[column - 1 : column + 3].rstrip()


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200e", "\ufeff", "\r"])
def test_what_a_terminal_would_obey_is_a_dot(character: str) -> None:
    source = Source(Path("piano"), files={"piano.yaml": SourceFile("piano.yaml", f"a{character}b: x\n")})
    said = Finding("X001", Severity.ERROR, Location("piano.yaml", 1, 4, 5), f"«{character}»", f"{character}!")
    lines = list(render_findings(source, (said,)))
    assert lines == [
        "piano.yaml:1:4: errore X001 «·»",
        "   1 | a·b: x",
        "     |    ^",
        "   aiuto: ·!",
        "",
    ]


@pytest.mark.parametrize(
    ("before", "columns"),
    [("a", 1), ("👍", 2), ("한", 2), ("e\u0301", 1), ("\u00a0", 1), ("\t", 1), ("שלום", 4), ("ｆ", 2), ("«", 1)],
)
def test_the_mark_counts_the_columns_of_a_terminal(before: str, columns: int) -> None:
    _, _, mark, _ = report(f"{before}x\n", Location("piano.yaml", 1, len(before) + 1, len(before) + 2))
    assert mark == "     | " + " " * columns + "^"
