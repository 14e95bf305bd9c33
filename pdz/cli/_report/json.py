# SPDX-License-Identifier: EUPL-1.2
"""The report for other programs; its shape is schemas/segnalazioni.schema.json."""

import json
from collections.abc import Sequence
from typing import Any

from pdz import __version__
from pdz.cli._report import ReportOptions, Verdict, count_codes, count_severities
from pdz.cli._report._places import file_of, fingerprints
from pdz.findings import Finding, Location

LABEL = "per altri programmi"

FORMAT = 1
"""Changes when a reader of the old shape would misread the new one."""


def render(verdicts: Sequence[Verdict], options: ReportOptions) -> str:
    """One object, with a list of plans."""
    plans = [_render_plan(verdict) for verdict in verdicts]
    statistics = [{"code": code, "severity": str(kind), "count": n} for code, kind, n in count_codes(verdicts)]
    report = {"format": FORMAT, "pdz": __version__, "strict": options.strict, "plans": plans, "statistics": statistics}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _render_plan(verdict: Verdict) -> dict[str, Any]:
    checked, base = verdict.checked, verdict.base
    errors, warnings = count_severities(checked.findings)
    admitted = [ammesso.finding for ammesso in checked.ammessi]
    marks = list(fingerprints(checked.source, (*checked.findings, *admitted)))
    given, silenced = marks[: len(checked.findings)], marks[len(checked.findings) :]
    return {
        "plan": verdict.plan,
        "errors": errors,
        "warnings": warnings,
        "findings": [_render(f, base, mark) for f, mark in zip(checked.findings, given, strict=True)],
        "admitted": [
            {**_render(ammesso.finding, base, mark), "reason": ammesso.reason}
            for ammesso, mark in zip(checked.ammessi, silenced, strict=True)
        ],
    }


def _render(finding: Finding, base: str, fingerprint: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "location": _place(finding.location, base),
        "address": finding.address,
        "message": finding.message,
        "hint": finding.hint,
        "related": _place(finding.related, base) if finding.related is not None else None,
        "fingerprint": fingerprint,
    }


def _place(location: Location, base: str) -> dict[str, Any]:
    return {
        "file": file_of(location, base),
        "line": location.line,
        "column": location.column,
        "end_column": location.end_column,
    }
