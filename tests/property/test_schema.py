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
from pdz.model.schema import schema_of_piano

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
