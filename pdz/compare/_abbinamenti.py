# SPDX-License-Identifier: EUPL-1.2
"""Which things of two plans are the same when their ids may have changed: by id and by the words that name them."""

from collections import Counter
from collections.abc import Sequence


def match_keys(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], *, last: bool = False
) -> tuple[list[str], list[str]]:
    """One key for each thing of two plans, equal for the same thing.

    Each thing comes with its id and then the other words by which it is known, the surest first. Ids are looked at
    first, or `last` when they are of two trienni; what is matched is not looked at again. Words tell only when a single
    thing of each plan has them.
    """
    before, after = dict[int, str](), dict[int, str]()
    if not last:
        _match_ids(old, new, before, after)
    for level in range(1, max((len(words) for words in (*old, *new)), default=0)):
        left, right = _find_single(old, level, before), _find_single(new, level, after)
        for word in left.keys() & right.keys():
            before[left[word]] = after[right[word]] = f"{level} {word}"
    if last:
        _match_ids(old, new, before, after)
    return (
        [before.get(place, f"old {words[0]}") for place, words in enumerate(old)],
        [after.get(place, f"new {words[0]}") for place, words in enumerate(new)],
    )


def _match_ids(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], before: dict[int, str], after: dict[int, str]
) -> None:
    sides = ((old, before), (new, after))
    left, right = ({words[0] for p, words in enumerate(side) if p not in found} for side, found in sides)
    for side, found in sides:
        for place, words in enumerate(side):
            if words[0] in left & right:
                found.setdefault(place, f"0 {words[0]}")


def _find_single(things: Sequence[tuple[str, ...]], level: int, found: dict[int, str]) -> dict[str, int]:
    """The places not yet matched, by a word that only one of them has."""
    left = {place: words[level] for place, words in enumerate(things) if place not in found}
    count = Counter(left.values())
    return {word: place for place, word in left.items() if word and count[word] == 1}
