# SPDX-License-Identifier: EUPL-1.2
"""The trienni that a plan knows by name: its own and those before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pdz.dates import parse_triennio
from pdz.rules import Context, Passage
from pdz.rules._lettura import iter_matches

Span: TypeAlias = tuple[int, int]
"""First and last year."""

_YEARS = re.compile(r"20[0-9]{2}\s{0,2}[-–/]\s{0,2}(?:20)?[0-9]{2}(?![0-9]|\s?[-–/]\s?[0-9])")
_REACH = 80


@dataclass(frozen=True, slots=True)
class YearSpan:
    """Two years written as «2025-2027», «2025/2027» or «2025-27» in a text."""

    passage: Passage
    start: int
    text: str
    span: Span

    @property
    def end(self) -> int:
        """Where it ends in the text of its passage."""
        return self.start + len(self.text)

    @property
    def before(self) -> str:
        """The few words that come before it."""
        return self.passage.bare[max(0, self.start - _REACH) : self.start]

    @property
    def around(self) -> str:
        """The few words on both sides of it."""
        return self.passage.bare[max(0, self.start - _REACH) : self.end + _REACH]


def iter_spans(ctx: Context) -> Iterator[YearSpan]:
    """Every span of years in the texts of the plan; three years in a row («2022-2023-2024») are not one."""
    for passage, match in iter_matches(ctx.draft, _YEARS):
        start = match.start()
        years = re.findall(r"[0-9]+", match[0])
        if passage.bare[start - 1 : start] not in tuple("-–/0123456789"):
            yield YearSpan(passage, start, match[0], (int(years[0]), int("20" + years[1][-2:])))


def known_trienni(ctx: Context) -> tuple[Span, ...]:
    """The plan's own triennium first, then the preceding ones; what cannot be read is left out."""
    piano, profilo = ctx.piano, ctx.profilo
    names = (piano.triennio, piano.triennio_precedente or profilo.precedente, profilo.precedente, profilo.ancora_prima)
    spans: dict[Span, None] = {}
    for name in names:
        try:
            spans[parse_triennio(name)] = None
        except ValueError:  # a profile may name the years of its predecessors in another way
            continue
    return tuple(spans)


def suggest_triennio(ctx: Context, span: Span) -> str:
    """The known triennium that shares a year with `span` at one end, as a question; empty when there is none."""
    for first, last in known_trienni(ctx):
        if span[1] == last or span[0] == first:
            return f"forse intendevi «{first}-{last}»?"
    return ""
