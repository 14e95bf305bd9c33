# SPDX-License-Identifier: EUPL-1.2
"""Findings -> text: file:line:column, code frame, «forse intendevi», summary."""

from collections.abc import Iterator
from pathlib import Path

from pdz.findings import Finding, Severity
from pdz.source import Source

FRAME_WIDTH = 110
"""Longer lines are cut around the span, so that the frame fits a terminal."""


def render_text(source: Source, findings: tuple[Finding, ...], base: str = "") -> Iterator[str]:
    """The lines of the report for one plan; `base` is the folder to print before file names."""
    for finding in findings:
        yield from _render_one(source, finding, base)
        yield ""


def summarize(findings: tuple[Finding, ...], plan: str) -> str:
    """«piano: nessun problema», «piano: 2 errori, 1 avviso»."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    if not findings:
        return f"{plan}: nessun problema"
    parts = [f"{errors} {'errore' if errors == 1 else 'errori'}"] if errors else []
    parts += [f"{warnings} {'avviso' if warnings == 1 else 'avvisi'}"] if warnings else []
    return f"{plan}: {', '.join(parts)}"


def _render_one(source: Source, finding: Finding, base: str) -> Iterator[str]:
    place = finding.location
    name = _name(base, place.file)
    yield f"{name}:{place.line}:{place.column}: {finding.severity} {finding.code} {finding.message}"
    yield from _frame(source, finding)
    if finding.related is not None:
        other = finding.related
        yield f"   vedi anche {_name(base, other.file)}:{other.line}:{other.column}"
    if finding.hint:
        yield f"   aiuto: {finding.hint}"


def _name(base: str, file: str) -> str:
    return (Path(base) / file).as_posix() if base else file


def _frame(source: Source, finding: Finding) -> Iterator[str]:
    place = finding.location
    file = source.files.get(place.file)
    if file is None or not (line := file.line(place.line)):
        return
    first = max(1, place.line - 1)
    width = len(str(place.line))
    for number in range(first, place.line + 1):
        text, cut = _fit(file.line(number), place.column if number == place.line else 1)
        yield f"   {number:>{width}} | {text}".rstrip()
        if number == place.line:
            length = max(1, min(place.end_column, len(line) + 1) - place.column)
            marker = " " * (place.column - 1 - cut) + "^" * min(length, FRAME_WIDTH - (place.column - 1 - cut))
            yield f"   {'':>{width}} | {marker}"


def _fit(line: str, column: int) -> tuple[str, int]:
    """The line cut to the frame, and how many characters were cut before it."""
    visible = line.replace("\t", " ")
    if len(visible) <= FRAME_WIDTH:
        return visible, 0
    start = max(0, column - 1 - FRAME_WIDTH // 2)
    return visible[start : start + FRAME_WIDTH], start
