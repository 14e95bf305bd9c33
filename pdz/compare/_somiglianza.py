# SPDX-License-Identifier: EUPL-1.2
"""How much two objectives look alike, 0 to 1: the words of their titles, then their areas; a guess, no certainty."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from pdz.calc.nomi import fold

THRESHOLD = Decimal("0.60")
"""Below it two objectives are held to be different; chosen so that half of the words in common is not enough."""

_TITLE_SHARE = Decimal("0.8")
_CENTS = Decimal("0.01")
_SUREST = Decimal("0.99")
"""Even the same words do not make a tie that nobody declared certain."""

_COMMON = 200
"""A word of more titles than this says nothing, and would make the search quadratic."""

_WORD = re.compile(r"[^\W_]+")
_STEM = 6
"""Letters kept of a word: «abitativa» and «abitative», «sostegno» and «sostegni» are alike."""
_EMPTY = frozenset(
    "agli alla alle allo anche che con contro dagli dalla dalle dallo degli dei del dell della delle dello di e ed fra "
    "gli il in la le lo nei nel nell nella nelle nello per per su sugli sul sull sulla sulle sullo "
    "tra un una uno".split()
)


@dataclass(frozen=True, slots=True)
class Ritratto:
    """What is compared of an objective."""

    posto: int
    """Its place in the list of its plan."""
    parole: frozenset[str]
    aree: frozenset[str] = frozenset()
    """Its macro areas as the new plan calls them; empty when they are not known."""


def words_of(title: str) -> frozenset[str]:
    """The words of a title that tell it from others, cut to their stems."""
    words = (word for word in _WORD.findall(fold(title)) if word not in _EMPTY and len(word) > 1)
    return frozenset(word[:_STEM] for word in words)


def compute_somiglianza(old: Ritratto, new: Ritratto) -> Decimal:
    """0 to 0,99: the share of words in common, and one fifth for the area when both areas are known."""
    titles = _share(old.parole, new.parole)
    if not old.aree or not new.aree:
        return min(titles, _SUREST).quantize(_CENTS, ROUND_DOWN)
    area = Decimal(bool(old.aree & new.aree))
    return min(titles * _TITLE_SHARE + area * (1 - _TITLE_SHARE), _SUREST).quantize(_CENTS, ROUND_DOWN)


def find_somiglianti(old: Sequence[Ritratto], new: Sequence[Ritratto]) -> Iterator[tuple[int, int, Decimal]]:
    """Places and similarity of the likely pairs, the likeliest first; each objective in one pair at most."""
    by_word: dict[str, list[Ritratto]] = {}
    for ritratto in new:
        for word in ritratto.parole:
            by_word.setdefault(word, []).append(ritratto)
    found: list[tuple[Decimal, int, int]] = []
    for left in old:
        near = {right.posto: right for word in left.parole for right in _telling(by_word.get(word, ()))}
        scored = ((compute_somiglianza(left, right), left.posto, right.posto) for right in near.values())
        found += [item for item in scored if item[0] >= THRESHOLD]
    taken = Counter[tuple[str, int]]()
    for score, before, after in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
        if not (taken["old", before] or taken["new", after]):
            taken.update((("old", before), ("new", after)))
            yield before, after, score


def _telling(having: Sequence[Ritratto]) -> Sequence[Ritratto]:
    return having if len(having) <= _COMMON else ()


def _share(one: Set[str], other: Set[str]) -> Decimal:
    total = len(one) + len(other)
    return Decimal(2 * len(one & other)) / total if total else Decimal(0)
