# SPDX-License-Identifier: EUPL-1.2
"""Command tests: each Markdown file here is a small plan, commands, what they print and the exit code.

A fenced block whose first line is `# file: NAME` (or `<!-- file: NAME -->`) is written before the commands. A block
`console` holds commands: after each `$ pdz …` its output, errors included, and then `[n]`, the exit code. `$ ls FOLDER`
lists files. Seconds are masked. The files in `PROCESS` run in a process of their own, as a person runs them.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from pdz.cli import run

HERE = Path(__file__).parent
CASES = sorted(path.stem for path in HERE.glob("*.md"))
PROCESS = {"validate-pulito", "validate-errori", "comando-sconosciuto", "render-estensione", "versione"}

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r"\A(?:#|<!--) file: (\S+)(?: -->)?\n")
_SECONDS = re.compile(r"\d+,\d\d secondi")


def prepare(text: str) -> str:
    """Writes the files of a case here; what its console blocks say."""
    consoles = []
    for language, body in _BLOCK.findall(text):
        if language == "console":
            consoles.append(body)
        elif name := _NAME.match(body):
            path = Path(name[1])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body[name.end() :], encoding="utf-8")
    return "".join(consoles)


def run_here(arguments: list[str]) -> tuple[int, str]:
    with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(output):
        code = run(arguments)
    return code, output.getvalue()


def run_process(arguments: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pdz", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return done.returncode, done.stdout


def execute(command: str, process: bool) -> str:
    program, *arguments = shlex.split(command)
    if program == "ls":
        files = (path for path in Path(arguments[0]).rglob("*") if path.is_file())
        return "".join(f"{path.as_posix()}\n" for path in sorted(files))
    assert program == "pdz"
    code, output = (run_process if process else run_here)(arguments)
    return f"{_SECONDS.sub('N secondi', output)}[{code}]\n"


@pytest.mark.parametrize("name", CASES)
def test_commands(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    expected = prepare((HERE / f"{name}.md").read_text(encoding="utf-8"))
    commands = [line for line in expected.splitlines() if line.startswith("$ ")]
    assert commands
    assert "".join(f"{line}\n{execute(line[2:], name in PROCESS)}" for line in commands) == expected


def test_those_that_run_in_a_process_exist() -> None:
    assert set(CASES) >= PROCESS


if __name__ == "__main__":  # rewrites the console blocks: read the difference before keeping it
    import tempfile

    os.environ["COLUMNS"] = "80"
    for path in sorted(HERE.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            prepare(text)

            def rewrite(block: re.Match[str]) -> str:
                if block[1] != "console":
                    return block[0]
                lines = [line for line in block[2].splitlines() if line.startswith("$ ")]
                return "```console\n" + "".join(f"{line}\n{execute(line[2:], False)}" for line in lines) + "```"

            path.write_text(_BLOCK.sub(rewrite, text), encoding="utf-8")
