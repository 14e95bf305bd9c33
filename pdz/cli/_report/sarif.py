# SPDX-License-Identifier: EUPL-1.2
"""The report in SARIF 2.1.0 (OASIS): for the code scanning of GitHub and for editors."""

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from pdz import __version__
from pdz.cli._report import ReportOptions, Verdict
from pdz.cli._report._places import file_of, fingerprints
from pdz.findings import Finding, Location, Severity
from pdz.pipeline.catalogue import RuleDoc, find_rule

LABEL = "SARIF 2.1.0"

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(verdicts: Sequence[Verdict], options: ReportOptions) -> str:
    """One run with the findings of all plans; what a plan admits is there too, as suppressed in source."""
    results: list[dict[str, Any]] = []
    for verdict in verdicts:
        reasons: list[tuple[Finding, str | None]] = [(finding, None) for finding in verdict.checked.findings]
        reasons += [(ammesso.finding, ammesso.reason) for ammesso in verdict.checked.ammessi]
        marks = fingerprints(verdict.checked.source, (finding for finding, _ in reasons))
        for (finding, reason), mark in zip(reasons, marks, strict=True):
            results.append(_render(finding, reason, verdict.base, mark))
    codes = sorted({result["ruleId"] for result in results})
    for result in results:
        result["ruleIndex"] = codes.index(result["ruleId"])
    driver = {
        "name": "pdz",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "it",
        "rules": [_render_rule(find_rule(code)) for code in codes],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "language": "it", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _render_rule(rule: RuleDoc) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.sections.get("Che cosa controlla", rule.title)},
        "help": {"text": rule.text, "markdown": rule.markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _render(finding: Finding, reason: str | None, base: str, fingerprint: str) -> dict[str, Any]:
    text = f"{finding.message}\naiuto: {finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_place(finding.location, base)],
        "partialFingerprints": {"pdz/v1": fingerprint},
        "suppressions": [] if reason is None else [{"kind": "inSource", "justification": reason}],
    }
    if finding.address:
        result["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": finding.address}]
    if finding.related is not None:
        result["relatedLocations"] = [{"id": 1, **_place(finding.related, base), "message": {"text": "vedi anche"}}]
    return result


def _place(location: Location, base: str) -> dict[str, Any]:
    name = file_of(location, base)
    uri = PurePath(name).as_uri() if PurePath(name).is_absolute() else quote(name)
    region = {"startLine": location.line, "startColumn": location.column, "endColumn": location.end_column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
