# SPDX-License-Identifier: EUPL-1.2
"""`pdz render --watch`: what counts as a change, and a whole session with real files."""

import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from pdz.cli import run
from pdz.cli._watch import Snapshot, follow, iter_changes, look
from pdz.errors import PdzError

EXAMPLE = Path(__file__).parents[3] / "esempi" / "minimo"
PATIENCE = 60
"""Seconds to wait for a line that must come; only a failure takes them."""


def changes(*looks: Snapshot) -> list[tuple[str, ...]]:
    """What is reported when the folder looks like this, one look after the other."""
    rest = iter(looks)
    found = []
    try:
        for change in iter_changes(lambda: next(rest), lambda: None):
            found.append(change)
    except RuntimeError:  # so a generator calls the end of `looks`
        pass
    return found


A, A2, A3 = {"a": (1, 1)}, {"a": (2, 1)}, {"a": (2, 5)}
B = {"a": (1, 1), "b": (1, 1)}


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ((A, A, A), [()]),
        ((A, A2, A2, A2), [(), ("a",)]),
        ((A, B, B, A, A), [(), ("b",), ("b",)]),
        ((A, {}, A2, A3, A3, A3), [(), ("a",)]),  # deleted, written, written, quiet: one change
        ((A, {}, A, A), [()]),  # renamed there and back
        ((A, A2, A2, A3, A3), [(), ("a",), ("a",)]),  # two changes with quiet between
        ((A, {**A2, "b": (1, 1)}, {**A2, "b": (1, 1)}), [(), ("a", "b")]),
    ],
)
def test_a_burst_is_one_change(looks: tuple[Snapshot, ...], expected: list[tuple[str, ...]]) -> None:
    assert changes(*looks) == expected


def test_who_never_stops_writing_is_not_waited_for_forever() -> None:
    assert changes(*({"a": (number, 1)} for number in range(100)))[:3] == [(), ("a",), ("a",)]


def test_what_changes_during_a_change_is_the_next_change() -> None:
    state = dict(A)
    found = iter_changes(lambda: dict(state), lambda: None)
    assert next(found) == ()
    state["a"] = (2, 2)  # while the first rendering goes on
    assert next(found) == ("a",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = tmp_path / "piano"
    (plan / "testi").mkdir(parents=True)
    (plan / "piano.yaml").write_text("formato: 1\n")
    (plan / "testi" / "uno.md").write_text("uno\n")
    return plan


def names(found: Snapshot, root: Path) -> set[str]:
    return {os.path.relpath(file, root) for file in found}


def test_everything_in_the_folder_counts_but_what_editors_leave_and_what_pdz_writes(folder: Path) -> None:
    output = folder / "piano.docx"
    link = folder / "ultimo.docx"
    for name in ("piano.docx", ".piano.yaml.swp", "piano.yaml~", "~$piano.docx", "#piano.yaml#", "x.tmp", "dati.csv"):
        (folder / name).write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_text("x")
    (folder / "rotto.md").symlink_to("manca.md")
    link.symlink_to(output)
    found = look([folder], frozenset({os.path.realpath(output)}))
    assert names(found, folder) == {"piano.yaml", "testi/uno.md", "dati.csv"}


def test_several_roots_some_of_them_files_some_not_there(folder: Path) -> None:
    style = folder.parent / "stile.docx"
    style.write_text("x")
    assert names(look([folder, style, folder / "manca"], frozenset()), folder) == {
        "piano.yaml",
        "testi/uno.md",
        "../stile.docx",
    }


def test_a_file_that_another_takes_the_place_of_is_a_change(folder: Path) -> None:
    before = look([folder], frozenset())
    new = folder / ".piano.yaml.new"
    new.write_text("formato: 2, con altro\n")
    new.replace(folder / "piano.yaml")
    after = look([folder], frozenset())
    assert {os.path.basename(file) for file, _ in before.items() ^ after.items()} == {"piano.yaml"}


def test_what_a_person_can_mend_does_not_end_the_watch(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = iter([0, PdzError("il modello manca", "mettilo"), PermissionError(13, "x", "a.docx"), 1, 0])
    runs = []

    def render() -> int:
        outcome = next(outcomes)
        runs.append(outcome)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    assert follow([(), ("a",), ("a", "b"), ("a", "b", "c", "d", "e"), ("a",)], render, Path("piano")) == 0
    out, err = capsys.readouterr()
    assert len(runs) == 5
    assert [line[9:] for line in out.splitlines()[1:]] == [
        "cambiato a",
        "cambiati a, b",
        "cambiati a, b, c e altri 2",
        "cambiato a",
    ]
    assert err == (
        "errore: il modello manca\naiuto: mettilo\n"
        "errore: «a.docx»: mancano i permessi\naiuto: controlla il nome, i permessi e lo spazio\n"
    )


def test_a_fault_of_ours_ends_it() -> None:
    def render() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        follow([(), ("a",)], render, Path("piano"))


class Session:
    """A watch that runs in a process of its own."""

    def __init__(self, cwd: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pdz", "render", *arguments, "--watch"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(EXAMPLE.parents[1]), "PYTHONIOENCODING": "utf-8"},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.errors: queue.Queue[str] = queue.Queue()
        pairs = ((self.process.stdout, self.lines), (self.process.stderr, self.errors))
        self.readers = [threading.Thread(target=self.read, args=pair) for pair in pairs]
        for reader in self.readers:
            reader.start()

    @staticmethod
    def read(stream: IO[str], into: "queue.Queue[str]") -> None:
        with stream:
            for line in stream:
                into.put(line.rstrip("\n"))

    def until(self, part: str, errors: bool = False) -> list[str]:
        """The lines as far as one that holds `part`."""
        found: list[str] = []
        while not found or part not in found[-1]:
            found.append((self.errors if errors else self.lines).get(timeout=PATIENCE))
        return found

    def stop(self) -> int:
        """Ctrl-C; the exit code when everything is read."""
        self.process.send_signal(signal.SIGINT)
        return self.end()

    def end(self) -> int:
        code = self.process.wait(PATIENCE)
        for reader in self.readers:
            reader.join(PATIENCE)
        return code


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    shutil.copytree(EXAMPLE, tmp_path / "piano")
    session = Session(tmp_path, "piano", "-o", "piano/_a.md", "-o", "b.md")
    yield session
    session.process.kill()
    session.end()


def written(lines: list[str]) -> list[str]:
    return [line.split(":")[0] for line in lines if line.startswith("scritto ")]


def test_a_whole_session(session: Session, tmp_path: Path) -> None:
    plan, output = tmp_path / "piano" / "piano.yaml", tmp_path / "piano" / "_a.md"
    good = plan.read_text(encoding="utf-8")

    def save(text: str) -> None:
        """As many editors do: a file beside, then a rename."""
        beside = plan.with_name("piano.yaml.tmp")
        beside.write_text(text, encoding="utf-8")
        beside.replace(plan)

    first = session.until("guardo")
    assert written(first) == ["scritto piano/_a.md", "scritto b.md"]
    assert first[-1] == "guardo «piano» e riscrivo a ogni modifica; per finire: Ctrl-C"

    save(good.replace("titolo: Piano di Zona di esempio", "titolo: Un titolo nuovo"))
    changed, *report = session.until(" file in ")
    assert changed[9:] == "cambiato piano/piano.yaml"
    assert written(report) == ["scritto piano/_a.md", "scritto b.md"]
    assert output.read_text(encoding="utf-8").startswith("# Un titolo nuovo\n")
    last_good = output.read_bytes()

    save(good + "\nchiave_che_non_esiste: 1\n")
    errors = session.until("prima correggi gli errori", errors=True)
    assert "chiave_che_non_esiste" in errors[0]
    assert errors[-1] == "«piano/_a.md», «b.md» non sono stati scritti: prima correggi gli errori"
    assert output.read_bytes() == last_good

    save(good)
    assert [line[9:] for line in session.until("cambiato")] == ["cambiato piano/piano.yaml"]  # of the broken plan
    assert [line[9:] for line in session.until("cambiato")] == ["cambiato piano/piano.yaml"]
    session.until(" file in ")
    assert output.read_text(encoding="utf-8").startswith("# Piano di Zona di esempio\n")
    assert session.stop() == 130
    assert session.errors.empty()
    assert session.lines.empty(), "a written file is no change"
    assert not [path.name for path in tmp_path.rglob("*") if path.name.startswith(".")]


@pytest.mark.parametrize("arguments", [("manca", "-o", "x.md"), (str(EXAMPLE), "-o", "x.pages")])
def test_a_wrong_command_does_not_wait(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["render", *arguments, "--watch"]) == 2
