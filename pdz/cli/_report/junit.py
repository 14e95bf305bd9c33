# SPDX-License-Identifier: EUPL-1.2
"""The report for GitLab, Jenkins and the others that read JUnit: a suite for each plan, a case for each finding.

JUnit has no warnings: they fail with `--strict`, otherwise they are cases that were skipped, with their text. A file
without findings is a case that passed.
"""

import re
from collections.abc import Sequence
from xml.etree import ElementTree as Xml

from pdz.cli._report import ReportOptions, Verdict
from pdz.cli._report._places import file_of, place_of
from pdz.findings import Finding, Severity

LABEL = "rapporto di prova JUnit, per GitLab e Jenkins"

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(verdicts: Sequence[Verdict], options: ReportOptions) -> str:
    """The XML, with a declaration."""
    root = Xml.Element("testsuites", name="pdz validate")
    for verdict in verdicts:
        _add_suite(root, verdict, options)
    for name in ("tests", "failures", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    Xml.indent(root)
    text: str = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _add_suite(root: Xml.Element, verdict: Verdict, options: ReportOptions) -> None:
    suite = Xml.SubElement(root, "testsuite", name=_clean(verdict.plan))
    findings = verdict.checked.findings
    for finding in findings:
        _add_case(suite, finding, verdict.base, options.strict)
    touched = {finding.location.file for finding in findings}
    for name in sorted(verdict.checked.source.files):
        if name not in touched:
            Xml.SubElement(suite, "testcase", classname=_clean(verdict.plan), name=_clean(name))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(sum(1 for case in suite if case.find("failure") is not None)))
    suite.set("skipped", str(sum(1 for case in suite if case.find("skipped") is not None)))


def _add_case(suite: Xml.Element, finding: Finding, base: str, strict: bool) -> None:
    place = finding.location
    case = Xml.SubElement(
        suite,
        "testcase",
        classname=_clean(file_of(place, base)),
        name=_clean(f"{finding.code} {place_of(place, base)}"),
        file=_clean(file_of(place, base)),
        line=str(place.line),
    )
    fails = strict or finding.severity is Severity.ERROR
    outcome = Xml.SubElement(case, "failure" if fails else "skipped", message=_clean(finding.message))
    if fails:
        outcome.set("type", str(finding.severity))
    lines = [f"{place_of(place, base)}-{place.end_column}: {finding.severity} {finding.code} {finding.message}"]
    lines += [f"aiuto: {finding.hint}"] if finding.hint else []
    lines += [f"vedi anche {place_of(finding.related, base)}"] if finding.related is not None else []
    outcome.text = _clean("\n".join(lines))


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
