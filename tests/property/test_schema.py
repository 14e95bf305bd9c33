# SPDX-License-Identifier: EUPL-1.2
"""The schema for editors and the model agree: what one refuses, so does the other."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest
from _generati import Maker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pdz import source, structure
from pdz.findings import Finding
from pdz.model.schema import schema_of_piano
from pdz.pipeline.check import check_plan
from pdz.pipeline.start import make_schema
from pdz.profiles import load_profilo
from pdz.rules import Selezione

VALIDATOR = Draft202012Validator(schema_of_piano())
SHAPE = {"M001", "M002", "M003", "M004", "M005"}
"""What the schema can know; the other codes compare parts of the plan, or look at files."""

_PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("piano")


def unquote(value: Any) -> Any:
    """Numbers without quotes, but for those that YAML would take for decimals before the schema sees them."""
    if isinstance(value, dict):
        return {key: unquote(item) for key, item in value.items()}
    if isinstance(value, list):
        return [unquote(item) for item in value]
    if isinstance(value, str) and _PLAIN.fullmatch(value) and not _AMBIGUOUS.fullmatch(value) and len(value) < 16:
        return float(value) if "." in value else int(value)
    return value


def problems_of(folder: Path, plan: dict[str, Any]) -> list[str]:
    (folder / "piano.yaml").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    origin = source.load(folder)
    _, findings = structure.read(origin)
    return [f"{finding.address or finding.location} {finding.message}" for finding in findings if finding.code in SHAPE]


@settings(max_examples=4000, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_schema_and_model_agree(folder: Path, seed: int) -> None:
    chance = random.Random(seed)
    plan = Maker(chance, chance.choice((0.0, 0.01, 0.05))).plan()
    written = unquote(plan) if chance.random() < 0.5 else plan
    refused = [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(written)]
    problems = problems_of(folder, written)
    assert bool(refused) == bool(problems), f"schema: {refused}\nmodello: {problems}"


CLOSED = Draft202012Validator(json.loads(make_schema("lombardia/2025-2027")))
KINDS = (
    "la macroarea «", "il LEPS «", "l'area tematica «", "la linea di intervento «", "la linea PNRR «", "il fondo «",
    "la sezione «", "il modulo degli esiti «",
)  # fmt: skip
"""What R002 calls the codes of the profile; the letters of the outcomes are not among them: they may be local."""


ROWS = {riga.campo for modulo in load_profilo("lombardia/2025-2027").moduli.values() for riga in modulo.righe}


def _is_unknown_row(finding: Finding) -> bool:
    """True for a row that no form has: the schema does not know which form a table uses."""
    if "ha la sua chiave" in finding.message:
        return True
    match = re.search(r"non c'è la riga «(.*)»", finding.message)
    return match is not None and (match[1] not in ROWS or "/altre_risposte/" in finding.address)


@settings(max_examples=3000, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_the_closed_lists_of_the_schema_are_those_of_the_rules(folder: Path, seed: int) -> None:
    plan = Maker(random.Random(seed), 0.0).plan()
    (folder / "piano.yaml").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    checked = check_plan(folder, Selezione(select=("R002",)))
    if checked.piano is None:
        return
    unknown = [
        f"{finding.address}: {finding.message}"
        for finding in checked.findings
        if any(kind in finding.message for kind in KINDS) or _is_unknown_row(finding)
    ]
    refused = [f"{error.json_path}: {error.message[:120]}" for error in CLOSED.iter_errors(plan)]
    assert bool(refused) == bool(unknown), f"schema: {refused}\nregole: {unknown}"
