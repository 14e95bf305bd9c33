# SPDX-License-Identifier: EUPL-1.2
"""The report for GitHub Actions: annotations beside the lines, and a summary of the step.

GitHub shows ten errors and ten warnings of a step and drops the others: those are written in the log as plain lines,
and the summary holds them all.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pdz.cli._report import ReportOptions, Verdict, count_codes, summarize
from pdz.cli._report._places import file_of, place_of
from pdz.findings import Finding, Severity
from pdz.pipeline.catalogue import find_rule

LABEL = "annotazioni e riepilogo di GitHub Actions"

SHOWN = 10
"""Annotations of each kind that GitHub shows in a step."""
_MAX_ROWS = 1000
"""Rows of the summary: GitHub refuses one of more than a megabyte."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def render(verdicts: Sequence[Verdict], options: ReportOptions) -> str:
    """The lines of the log; the summary is added to the file that `options.summary` names."""
    if options.summary:
        with Path(options.summary).open("a", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in _render_summary(verdicts)))
    return "".join(f"{line}\n" for line in _render_log(verdicts))


def _render_log(verdicts: Sequence[Verdict]) -> Iterator[str]:
    left = dict.fromkeys(Severity, SHOWN)
    for verdict in verdicts:
        for finding in verdict.checked.findings:
            if left[finding.severity]:
                left[finding.severity] -= 1
                yield _annotate(finding, verdict.base)
            else:
                place = place_of(finding.location, verdict.base)
                yield _one_line(f"{place}: {finding.severity} {finding.code} {finding.message}")
        yield _one_line(summarize(verdict.checked.findings, verdict.plan, len(verdict.checked.ammessi)))


def _one_line(text: str) -> str:
    """A line that the runner does not take for a command."""
    plain = " ".join(text.split())
    return f" {plain}" if plain.startswith("::") else plain


def _annotate(finding: Finding, base: str) -> str:
    place = finding.location
    properties = {
        "file": file_of(place, base),
        "line": str(place.line),
        "endLine": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{finding.code} {find_rule(finding.code).title}",
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    text = f"{finding.message}\naiuto: {finding.hint}" if finding.hint else finding.message
    if finding.related is not None:
        text += f"\nvedi anche {place_of(finding.related, base)}"
    return f"::{_COMMANDS[finding.severity]} {listed}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _render_summary(verdicts: Sequence[Verdict]) -> Iterator[str]:
    yield "## Controllo del Piano di Zona"
    yield ""
    for verdict in verdicts:
        yield f"- {_cell(summarize(verdict.checked.findings, verdict.plan, len(verdict.checked.ammessi)))}"
    codes = count_codes(verdicts)
    if not codes:
        return
    yield from ("", "| Regola | Gravità | Quanti | Che cosa dice |", "| --- | --- | ---: | --- |")
    for code, severity, number in codes:
        yield f"| {code} | {severity} | {number} | {_cell(find_rule(code).title)} |"
    yield from ("", "| Dove | Regola | Segnalazione | Rimedio |", "| --- | --- | --- | --- |")
    findings = [(finding, verdict.base) for verdict in verdicts for finding in verdict.checked.findings]
    for finding, base in findings[:_MAX_ROWS]:
        place, message, hint = place_of(finding.location, base), _cell(finding.message), _cell(finding.hint)
        yield f"| {_cell(place)} | {finding.code} | {message} | {hint} |"
    if len(findings) > _MAX_ROWS:
        yield f"| … | | e altre {len(findings) - _MAX_ROWS} | |"


def _cell(text: str) -> str:
    """A text in a cell of a Markdown table: no markup, no new cells."""
    plain = " ".join(text.split())
    return "".join(f"\\{character}" if character in "\\`*_[]<>|#~$&" else character for character in plain)
