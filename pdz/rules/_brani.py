# SPDX-License-Identifier: EUPL-1.2
"""The texts of a plan read as one: where a word occurs, without looking into fourteen thousand of them one by one."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from re import Match, Pattern

from pdz.rules._draft import Draft, Passage

_GAP = "\0"
"""Stands between two texts: no text of a YAML file holds it, no pattern that asks for letters or blanks crosses it."""


class Brani:
    """Some passages, joined."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.text = _GAP.join([passage[2] for passage in passages])
        self._starts: list[int] = []

    def place(self, position: int) -> tuple[Passage, int]:
        """The passage that holds a position of the joined text, and where it begins there."""
        if not self._starts:
            ends = accumulate([len(passage[2]) for passage in self.passages], initial=0)
            self._starts = [end + gaps for gaps, end in enumerate(ends)]
        index = bisect_right(self._starts, position) - 1
        return self.passages[index], self._starts[index]

    def holding(self, *needles: str) -> list[Passage]:
        """The passages in which at least one of the words occurs, in the order of reading."""
        found: dict[int, Passage] = {}
        for needle in needles:
            position = self.text.find(needle)
            while position >= 0:
                passage, start = self.place(position)
                found[start] = passage
                position = self.text.find(needle, max(position + 1, start + len(passage.bare)))
        return [found[start] for start in sorted(found)]

    def finditer(self, pattern: Pattern[str]) -> Iterator[tuple[Passage, int, Match[str]]]:
        """The matches in the joined text, each with its passage and its position there."""
        for match in pattern.finditer(self.text):
            passage, start = self.place(match.start())
            yield passage, match.start() - start, match


def read_brani(draft: Draft) -> Brani:
    """All the texts of a plan, joined once for all rules."""
    if "brani" not in draft.memo:
        draft.memo["brani"] = Brani(draft.passages)
    brani: Brani = draft.memo["brani"]
    return brani


_STOPS = (". ", ".\n", "\n\n", "; ", ";\n")


def sentence_around(text: str, start: int, end: int, reach: int = 200) -> tuple[int, int]:
    """Where the sentence that holds `start:end` begins and ends, looked for within `reach` characters."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    heads = [place + len(stop) for stop in _STOPS if (place := text.rfind(stop, first, start)) >= 0]
    tails = [place for stop in _STOPS if (place := text.find(stop, end, last)) >= 0]
    return max(heads, default=first), min(tails, default=last)
