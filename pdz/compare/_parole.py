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
    found = (piece for part in _split(_LINE.findall(old), _LINE.findall(new)) for piece in _refine(*part))
    joined = ((tipo, "".join(piece.testo for piece in pieces)) for tipo, pieces in groupby(found, lambda p: p.tipo))
    return tuple(Brano(tipo, text) for tipo, text in joined if text)


_Parti = tuple[Sequence[str], Sequence[str]]


def _split(old: Sequence[str], new: Sequence[str]) -> Iterator[_Parti]:
    """The runs that are equal and those that differ, by turns; one piece when there are too many."""
    count = Counter(new)
    if sum(count[word] for word in old) > _MOST:
        yield old, new
        return
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[a:b], new[c:d]


def _refine(old: Sequence[str], new: Sequence[str]) -> Iterator[Brano]:
    if old == new:
        yield Brano(None, "".join(old))
        return
    for left, right in _split(_WORD.findall("".join(old)), _WORD.findall("".join(new))):
        if left == right:
            yield Brano(None, "".join(left))
        else:
            yield Brano(Tipo.USCITO, "".join(left))
            yield Brano(Tipo.ENTRATO, "".join(right))
