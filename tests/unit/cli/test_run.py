# SPDX-License-Identifier: EUPL-1.2
"""Exit codes, interruptions and consoles that a Markdown case cannot stage."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pdz.cli import main, run
from pdz.findings import Severity
from pdz.pipeline import check
from pdz.rules import RULES

EXAMPLE = Path(__file__).parents[3] / "esempi" / "minimo"


def raising(error: BaseException) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("mai"), RecursionError(), KeyError("x"), AssertionError(), MemoryError()]
)
def test_a_fault_of_ours_is_three(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "check_plan", raising(error))
    assert run(["validate", str(EXAMPLE)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        f"errore interno di pdz: {type(error).__name__}: {error}".rstrip(": "),
        "aiuto: è un nostro sbaglio; ripeti con PDZ_DEBUG=1 e apri una segnalazione con quel che vedi",
    ]


def test_the_traceback_is_shown_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "check_plan", raising(ZeroDivisionError("mai")))
    monkeypatch.setenv("PDZ_DEBUG", "1")
    assert run(["validate", str(EXAMPLE)]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied", "/vietato"), "errore: «/vietato»: mancano i permessi"),
        (OSError(36, "File name too long", "xxx"), "errore: «xxx»: il nome è troppo lungo"),
        (OSError(28, "No space left on device"), "errore: non riesco a leggere o scrivere: il disco è pieno"),
    ],
)
def test_what_the_system_refuses_is_two(
    error: OSError, message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "check_plan", raising(error))
    assert run(["validate", str(EXAMPLE)]) == 2
    assert capsys.readouterr().err.splitlines()[0] == message


def test_ctrl_c_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(check, "check_plan", raising(KeyboardInterrupt()))
    assert run(["validate", str(EXAMPLE)]) == 130
    assert capsys.readouterr().err == "interrotto: nessun documento è stato cambiato\n"


@pytest.fixture
def plan_with_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plan whose only finding is, here, a warning."""
    monkeypatch.setattr(RULES.get("r001_id_ripetuto"), "SEVERITY", Severity.WARNING)
    text = (EXAMPLE / "piano.yaml").read_text(encoding="utf-8")
    fatti = "fatti:\n  - {id: O1, nome: N, valore: 1, fonte: F}\n"
    (tmp_path / "piano.yaml").write_text(f"{text}\nglossario: []\n{fatti}", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("options", "code"), [([], 0), (["--strict"], 1)])
def test_a_warning_fails_only_when_strict(
    options: list[str], code: int, plan_with_a_warning: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["validate", *options, str(plan_with_a_warning)]) == code
    out = capsys.readouterr().out
    assert " avviso R001 " in out
    assert out.endswith(": 1 avviso\n")


def test_a_plan_with_warnings_is_printed_and_they_are_counted(
    plan_with_a_warning: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = plan_with_a_warning / "piano.md"
    assert run(["render", str(plan_with_a_warning), "-o", str(target)]) == 0
    assert target.exists()
    written, *_, warned = capsys.readouterr().out.splitlines()
    assert written.startswith(f"scritto {target}: ")
    assert warned == f"{plan_with_a_warning}: 1 avviso; lo vedi con: pdz validate {plan_with_a_warning}"


@pytest.mark.parametrize("value", ["ieri", "-1", "1.5", "9" * 30])
def test_a_wrong_source_date_epoch(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert run(["render", str(EXAMPLE), "-o", str(tmp_path / "piano.md")]) == 2
    assert capsys.readouterr().err.startswith(f"errore: SOURCE_DATE_EPOCH vale «{value}»\n")
    assert list(tmp_path.iterdir()) == []


def test_main_exits_with_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["pdz", "validate", "manca"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2


def pdz(*arguments: str, shell: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """pdz in a process of its own, its output treated by a piece of shell."""
    command = f'"$0" -m pdz "$@" {shell}'
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command, sys.executable, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "/usr/bin:/bin", **environment},
    )


def test_a_reader_that_had_enough_is_no_fault() -> None:
    done = pdz("schema", shell="| head -n 1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_under_the_output() -> None:
    done = pdz("schema", shell="> /dev/full")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "errore: non riesco a leggere o scrivere: il disco è pieno"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8"])
def test_a_console_that_cannot_say_everything(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "piano.yaml").write_text("formato: 1\nstato: «≥👍»\n", encoding="utf-8")
    script = f"import sys; from pdz.cli import main; main(['validate', {str(tmp_path)!r}])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, env={"PYTHONIOENCODING": encoding}
    )
    assert done.returncode == 1
    assert b"M005" in done.stdout
    assert done.stderr == b""


def test_what_a_format_cannot_show_is_said_once_for_each_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "piano"
    plan.mkdir()
    text = (EXAMPLE / "piano.yaml").read_text(encoding="utf-8")
    (plan / "piano.yaml").write_text(f"{text}\nlogo: {{file: logo.png, testo_alternativo: Stemma}}\n", "utf-8")
    (plan / "logo.png").write_bytes((Path(__file__).parents[1] / "documents" / "logo.png").read_bytes())
    names = [str(tmp_path / name) for name in ("a.md", "b.docx", "c.md")]
    assert run(["render", str(plan), *(part for name in names for part in ("-o", name))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[0] for line in lines[:5]] == [
        f"scritto {names[0]}",
        names[0],
        f"scritto {names[1]}",
        f"scritto {names[2]}",
        names[2],
    ]
    assert lines[1] == f"{names[0]}: 1 immagine solo come testo alternativo, 1 grafico solo come tabella"
