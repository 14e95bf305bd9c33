# SPDX-License-Identifier: EUPL-1.2
"""What other repositories use of this one: the GitHub action, the pre-commit hook, the pipelines of the README."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
STEP = ACTION["runs"]["steps"][-1]

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano di prova
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: comune}
enti: [{id: comune, nome: Comune}]
"""
WRONG = "esiti: [{id: H1, titolo: Attrarre risorse, grado: 80%, giudizio: ottimo}]\n"


def run_step(folder: Path, **inputs: str) -> tuple[int, str]:
    """Runs the last step of the action as the runner does, with these inputs and the defaults of the others."""
    given = {name: inputs.get(name, about["default"]) for name, about in ACTION["inputs"].items()}
    step_env = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value)
        for name, value in STEP["env"].items()
    }
    programs = folder / "programmi"
    programs.mkdir(exist_ok=True)
    pdz = programs / "pdz"
    pdz.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pdz "$@"\n', encoding="utf-8")
    pdz.chmod(0o755)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEP["run"]],
        cwd=folder,
        env={**os.environ, **step_env, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        | {"GITHUB_STEP_SUMMARY": str(folder / "riepilogo.md")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    for name, text in {"piano": HEAD, "un altro piano": HEAD + WRONG}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "piano.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_action_says_that_all_is_well(plans: Path) -> None:
    assert run_step(plans) == (0, "piano: nessun problema\n")
    assert (plans / "riepilogo.md").read_text(encoding="utf-8").startswith("## Controllo del Piano di Zona\n")


def test_the_action_annotates_and_fails(plans: Path) -> None:
    code, text = run_step(plans, piani="piano\nun altro piano\n", sarif="pdz.sarif")
    assert code == 1
    assert "::error file=un altro piano/piano.yaml,line=7,endLine=7,col=66," in text
    assert (plans / "pdz.sarif").exists()


@pytest.mark.parametrize("inputs", [{"select": "F"}, {"ignore": "G001,T"}])
def test_the_action_passes_the_chosen_rules(plans: Path, inputs: dict[str, str]) -> None:
    assert run_step(plans, piani="un altro piano", **inputs) == (0, "un altro piano: nessun problema\n")


def test_a_name_is_never_run_as_a_command(plans: Path) -> None:
    code, _ = run_step(plans, piani='$(touch preso)`touch preso`"; touch preso; "')
    assert code == 2
    assert not (plans / "preso").exists()


def test_a_missing_plan_is_an_error_of_use(plans: Path) -> None:
    code, text = run_step(plans, piani="non-c-e", sarif="pdz.sarif")
    assert code == 2
    assert "non esiste" in text


def test_the_hook_runs_a_command_that_exists(plans: Path) -> None:
    (hook,) = HOOKS
    program, *arguments = [*hook["entry"].split(), *hook["args"]]
    assert program == "pdz"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run([sys.executable, "-m", "pdz", *arguments], cwd=plans, env=env, check=False).returncode == 0
    files = ("piano/piano.yaml", "testi/a.md", "dati/b.csv")
    assert [name for name in files if not re.search(hook["files"], name)] == []


def test_the_pipelines_of_the_readme_are_yaml_and_name_what_there_is() -> None:
    texts = re.findall(r"^```yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    blocks: list[dict[str, Any]] = [block for text in texts if isinstance(block := yaml.safe_load(text), dict)]
    steps = [step for block in blocks for job in block.get("jobs", {}).values() for step in job["steps"]]
    given = {name for step in steps if "pdz" in step.get("uses", "") for name in step.get("with", {})}
    assert given
    assert given <= set(ACTION["inputs"])
    jobs = [job for block in blocks for job in block.values() if isinstance(job, dict) and "script" in job]
    assert [job["script"] for job in jobs] == [["pdz validate piano -o pdz.xml"]]
    hooks = [hook["id"] for block in blocks for repo in block.get("repos", []) for hook in repo["hooks"]]
    assert hooks == [hook["id"] for hook in HOOKS]
