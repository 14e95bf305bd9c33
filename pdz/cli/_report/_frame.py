# SPDX-License-Identifier: EUPL-1.2
"""One finding for people: file:line:column, the line with its mark, how to mend it."""

import unicodedata
from collections.abc import Iterator

from pdz.cli._report._places import place_of
from pdz.findings import Finding
from pdz.source import Source

FRAME_WIDTH = 110
"""Longer lines are cut around the span, so that the frame fits a terminal."""


def render_one(source: Source, finding: Finding, base: str) -> Iterator[str]:
    """The lines of a finding; `base` is the folder to print before file names."""
    yield make_visible(f"{place_of(finding.location, base)}: {finding.severity} {finding.code} {finding.message}")
    yield from _frame(source, finding)
    if finding.related is not None:
        yield make_visible(f"   vedi anche {place_of(finding.related, base)}")
    if finding.hint:
        yield make_visible(f"   aiuto: {finding.hint}")


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
    visible = make_visible(line)
    if len(visible) <= FRAME_WIDTH:
        return visible, 0
    start = max(0, column - 1 - FRAME_WIDTH // 2)
    return visible[start : start + FRAME_WIDTH], start


def make_visible(text: str) -> str:
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
