# SPDX-License-Identifier: EUPL-1.2
"""What changed inside a text, word by word: paragraphs first, then the words of those that differ."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from pdz.compare._tipi import Tipo

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+\s*|[^\s\w]\s*|\s+")
"""A word with the space after it: spaces alone would be the commonest word, and make the search slow."""

_MOST = 30_000
"""Pairs of equal words in a passage: beyond it, «di» repeated a thousand times, the passage is told as a whole."""


@dataclass(frozen=True, slots=True)
class Brano:
    """A piece of a text: gone, come in, or the same in both (None)."""

    tipo: Tipo | None
    testo: str


def compare_words(old: str, new: str) -> tuple[Brano, ...]:
    """The pieces in order; those not come in make the old text, those not gone make the new one."""
    lines, others = _LINE.findall(old), _LINE.findall(new)
    found = (piece for a, b, c, d in _runs(lines, others) for piece in _refine(lines[a:b], others[c:d]))
    joined = ((tipo, "".join(piece.testo for piece in pieces)) for tipo, pieces in groupby(found, lambda p: p.tipo))
    return tuple(Brano(tipo, text) for tipo, text in joined if text)


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The bounds of the runs that are equal and of those that differ, by turns; one run when there are too many."""
    count = Counter(new)
    if sum(count[word] for word in old) > _MOST:
        yield 0, len(old), 0, len(new)
        return
    yield from (bounds[1:] for bounds in SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _refine(old: Sequence[str], new: Sequence[str]) -> Iterator[Brano]:
    if old == new:
        yield Brano(None, "".join(old))
        return
    left, right = _WORD.findall("".join(old)), _WORD.findall("".join(new))
    words, others = ([word.rstrip() for word in side] for side in (left, right))
    for a, b, c, d in _runs(words, others):
        if words[a:b] == others[c:d]:
            yield from _keep(left[a:b], right[c:d])
        else:
            yield Brano(Tipo.USCITO, "".join(left[a:b]))
            yield Brano(Tipo.ENTRATO, "".join(right[c:d]))


def _keep(old: Sequence[str], new: Sequence[str]) -> Iterator[Brano]:
    """The same words; where only the space after one changed, the space is told apart."""
    for one, other in zip(old, new, strict=True):
        word = one if one == other else one.rstrip()
        yield Brano(None, word)
        if one != other:
            yield Brano(Tipo.USCITO, one[len(word) :])
            yield Brano(Tipo.ENTRATO, other[len(word) :])
