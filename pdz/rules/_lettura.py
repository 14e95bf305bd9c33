# SPDX-License-Identifier: EUPL-1.2
"""Looking for patterns in all the texts of a plan at once, at the speed of C: a plan has a million characters."""

import re
from collections.abc import Iterable, Iterator

from pdz.findings import Path
from pdz.rules._brani import read_brani
from pdz.rules._draft import Draft, Passage

_ACTS = frozenset({"fonte", "atto", "norma", "normativa", "regolamento"})
"""Keys that name documents outside the plan."""

Hit = tuple[Passage, re.Match[str]]
"""A text and what was found in it."""


def join_texts(draft: Draft) -> str:
    """The bare texts of a plan, one after the other, joined once for all rules."""
    return read_brani(draft).text


def iter_matches(draft: Draft, pattern: re.Pattern[str], stems: Iterable[str] = ()) -> Iterator[Hit]:
    """Matches of `pattern` in the bare texts; with `stems`, only where one of these literals begins.

    Literals are found ten times faster than a pattern: begin the pattern where the literal begins.
    """
    brani = read_brani(draft)
    if stems:
        places = sorted([place for place in _find_all(brani.text, stems) if pattern.match(brani.text, place)])
    else:
        places = [match.start() for match in pattern.finditer(brani.text)]
    for place in places:
        passage, start = brani.place(place)
        match = pattern.match(passage.bare, place - start)
        if match is not None:
            yield passage, match


def iter_holding(draft: Draft, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """The texts that hold `pattern`, each of them once."""
    last: Passage | None = None
    for passage, _ in iter_matches(draft, pattern):
        if passage is not last:
            last = passage
            yield passage


def iter_prose(draft: Draft, pattern: re.Pattern[str], stems: Iterable[str] = ()) -> Iterator[Hit]:
    """The same, without sources, acts and laws, which name other documents."""
    return ((passage, match) for passage, match in iter_matches(draft, pattern, stems) if not is_act(passage.path))


def is_act(path: Path) -> bool:
    """True when the text at `path` names a source, an act or a law."""
    return not _ACTS.isdisjoint(path)


def _find_all(whole: str, stems: Iterable[str]) -> Iterator[int]:
    for stem in stems:
        place = whole.find(stem)
        while place >= 0:
            yield place
            place = whole.find(stem, place + 1)
