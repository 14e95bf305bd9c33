# SPDX-License-Identifier: EUPL-1.2
"""YAML -> Piano, or the findings that say why not."""

from pydantic import ValidationError

from pdz.findings import Finding, Problem, Severity
from pdz.model import FORMATO, Piano
from pdz.source import Source
from pdz.structure._errors import explain_errors
from pdz.structure._tables import check_tables


def read(source: Source) -> tuple[Piano | None, tuple[Finding, ...]]:
    """The plan in `source`, None when its shape is wrong, with all findings of all files."""
    findings = list(source.findings)
    version = source.data.get("formato")
    if isinstance(version, str) and version.isdigit() and int(version) != FORMATO:
        message = f"questo pdz legge il formato {FORMATO}, il piano è scritto nel formato {version}"
        hint = "aggiorna pdz" if int(version) > FORMATO else "aggiorna il piano"
        findings.append(_stamp(source, "M006", Problem(("formato",), message, hint)))
        return None, tuple(findings)
    try:
        piano = Piano.model_validate(source.data)
    except ValidationError as error:
        broken = {(finding.location.file, finding.location.line) for finding in findings}
        for code, problem in explain_errors(error, source.data):
            finding = _stamp(source, code, problem)
            # a file that could not be read or parsed already says why its content is missing
            if not (problem.message.startswith("manca") and (finding.location.file, finding.location.line) in broken):
                findings.append(finding)
        return None, tuple(findings)
    findings.extend(_stamp(source, "M007", problem) for problem in check_tables(piano))
    return (None if findings else piano), tuple(findings)


def _stamp(source: Source, code: str, problem: Problem) -> Finding:
    location = source.locate(problem.path, problem.on_key)
    return Finding(code, Severity.ERROR, location, problem.message, problem.hint)
