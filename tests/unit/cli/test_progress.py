# SPDX-License-Identifier: EUPL-1.2
"""What a terminal shows while pdz works, and that nobody else sees it."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from pdz.cli._progress import ProgressLine

EXAMPLE = Path(__file__).parents[3] / "esempi" / "minimo"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def screen(written: str) -> str:
    """What one line of a terminal shows after `written`."""
    shown: list[str] = []
    column = 0
    for character in written:
        if character == "\r":
            column = 0
        else:
            shown[column : column + 1] = [character]
            column += 1
    return "".join(shown)


def test_each_step_takes_the_place_of_the_one_before() -> None:
    terminal = Terminal()
    with ProgressLine(terminal) as line:
        line.show("controllo il piano")
        assert screen(terminal.getvalue()) == "controllo il piano…"
        line.show("scrivo")
        assert screen(terminal.getvalue()).rstrip() == "scrivo…"
    assert screen(terminal.getvalue()).strip() == ""
    assert terminal.getvalue().endswith("\r")


def test_the_line_goes_away_when_something_fails() -> None:
    terminal = Terminal()
    line = ProgressLine(terminal)
    line.show("scrivo")
    line.__exit__(ZeroDivisionError, None, None)
    assert screen(terminal.getvalue()).strip() == ""


def test_a_long_name_does_not_fill_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    ProgressLine(terminal).show("preparo " + "x" * 100)
    assert screen(terminal.getvalue()) == "preparo xxxxxxxxxxx"


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_silent_where_a_line_cannot_be_rewritten(
    stream: io.StringIO, term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    with ProgressLine(stream) as line:
        line.show("scrivo")
    assert stream.getvalue() == ""


def test_only_on_standard_error_of_a_terminal(tmp_path: Path) -> None:
    """A real terminal for the errors, a file for the report."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pdz",
            "render",
            str(EXAMPLE),
            "-o",
            str(tmp_path / "a.md"),
            "-o",
            str(tmp_path / "b.md"),
        ],
        stdout=subprocess.PIPE,
        stderr=theirs,
        encoding="utf-8",
        check=True,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    written = os.read(ours, 10_000).decode()
    os.close(ours)
    assert [part.rstrip() for part in written.split("\r") if part.strip()] == [
        "leggo il piano…",
        "controllo il piano…",
        "compongo il documento…",
        "preparo a.md…",
        "preparo b.md…",
        "scrivo…",
    ]
    assert "…" not in done.stdout
