# SPDX-License-Identifier: EUPL-1.2
"""YAML -> Piano, or the findings that say why not."""

import re
from dataclasses import replace

from pydantic import ValidationError

from pdz.findings import Finding, Problem, Severity
from pdz.model import FORMATO, Piano
from pdz.source import Source
from pdz.structure._codes import CODES
from pdz.structure._errors import explain_errors, name_at
from pdz.structure._logo import check_logo
from pdz.structure._tables import check_tables

__all__ = ["CODES", "read"]


def read(source: Source) -> tuple[Piano | None, tuple[Finding, ...]]:
    """The plan in `source`, None when its shape is wrong, with all findings of all files.

    A cover without its picture is an error, but not of shape: the plan can still be judged.
    """
    findings = list(source.findings)
    version = source.data.get("formato")
    if isinstance(version, str) and re.fullmatch(r"[0-9]{1,30}", version) and int(version) != FORMATO:
        return None, (*findings, _wrong_version(source, int(version)))
    try:
        piano = Piano.model_validate(source.data)
    except ValidationError as error:
        findings.extend(
            _stamp(source, code, problem)
            for code, problem in explain_errors(error, source.data, source.in_braces)
            # a key that is not there may stand in the file that could not be read
            if problem.path or code != "M001" or source.complete
        )
        return None, tuple(findings)
    if piano.formato != FORMATO:
        findings.append(_wrong_version(source, piano.formato))
    for problem in check_tables(piano):
        named = replace(problem, message=name_at(problem.path, source.data) + problem.message)
        findings.append(_stamp(source, "M007", named))
    logo = [_stamp(source, "M009", problem) for problem in check_logo(piano, source.folder)]
    return (None if findings else piano), (*findings, *logo)


def _wrong_version(source: Source, version: int) -> Finding:
    """All the other findings would be about the wrong format."""
    message = f"questo pdz legge il formato {FORMATO}, il piano è scritto nel formato {version}"
    hint = "aggiorna pdz" if version > FORMATO else f"scrivi «formato: {FORMATO}»"
    return _stamp(source, "M006", Problem(("formato",), message, hint))


def _stamp(source: Source, code: str, problem: Problem) -> Finding:
    location = source.locate(problem.path, problem.on_key)
    return Finding(code, Severity.ERROR, location, problem.message, problem.hint)
