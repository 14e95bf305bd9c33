# SPDX-License-Identifier: EUPL-1.2
"""Findings -> text: file:line:column, code frame, «forse intendevi», summary."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from pdz.findings import Finding, Location, Severity
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
    yield _visible(f"{_place(finding.location, base)}: {finding.severity} {finding.code} {finding.message}")
    yield from _frame(source, finding)
    if finding.related is not None:
        yield _visible(f"   vedi anche {_place(finding.related, base)}")
    if finding.hint:
        yield _visible(f"   aiuto: {finding.hint}")


def _place(location: Location, base: str) -> str:
    name = (Path(base) / location.file).as_posix() if base else location.file
    return f"{name}:{location.line}:{location.column}"


def _frame(source: Source, finding: Finding) -> Iterator[str]:
    place = finding.location
    file = source.files.get(place.file)
    if file is None or not (line := file.line(place.line)):
        return
    width = len(str(place.line))
    for number in range(max(1, place.line - 1), place.line + 1):
        text, cut = _fit(file.line(number), place.column if number == place.line else 1)
        yield f"   {number:>{width}} | {text}".rstrip()
        if number == place.line:
            begin = place.column - 1 - cut
            end = max(begin + 1, min(place.end_column, len(line) + 1) - 1 - cut)
            marker = " " * _columns(text[:begin]) + "^" * max(1, _columns(text[begin:end]))
            yield f"   {'':>{width}} | {marker}"


def _fit(line: str, column: int) -> tuple[str, int]:
    """The line cut to the frame, and how many characters were cut before it."""
    visible = _visible(line)
    if len(visible) <= FRAME_WIDTH:
        return visible, 0
    start = max(0, column - 1 - FRAME_WIDTH // 2)
    return visible[start : start + FRAME_WIDTH], start


def _visible(text: str) -> str:
    """The text, one character for one, without what a terminal would obey: tabs, escapes, changes of direction."""
    if text.isprintable():
        return text
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    if character.isprintable() or character == "\u200d":  # the joiner of emoji
        return character
    return " " if character == "\t" or unicodedata.category(character) == "Zs" else "·"


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)
