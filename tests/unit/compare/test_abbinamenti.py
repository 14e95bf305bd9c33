# SPDX-License-Identifier: EUPL-1.2
"""Which things are the same when their ids may have changed."""

import pytest

from pdz.compare._abbinamenti import match_keys

Things = list[tuple[str, ...]]


def pairs(old: Things, new: Things, last: bool = False) -> list[tuple[int, int]]:
    before, after = match_keys(old, new, last=last)
    return [(i, j) for i, one in enumerate(before) for j, other in enumerate(after) if one == other]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([("a", "x")], [("a", "y"), ("b", "x")], [(0, 0)]),  # known by its id: its words say no more
        ([("a", "x"), ("b", "x")], [("c", "x")], []),  # two with the same words: nobody knows which
        ([("a", "x"), ("b", "y")], [("c", "y"), ("d", "x")], [(0, 1), (1, 0)]),
        ([("a", "")], [("b", "")], []),  # no words at all
        ([("a", "1.1", "x"), ("b", "1.1", "y")], [("c", "1.1", "y")], [(1, 0)]),
        ([("a", "x"), ("a", "y")], [("a", "z")], [(0, 0), (1, 0)]),  # a repeated id
        ([], [("a", "x")], []),
        ([], [], []),
    ],
)
def test_by_id_then_by_words(old: Things, new: Things, expected: list[tuple[int, int]]) -> None:
    assert pairs(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([("a1", "formare"), ("a2", "aprire")], [("a1", "aprire"), ("a2", "formare")], [(0, 1), (1, 0)]),
        ([("a1", "formare")], [("a1", "istruire")], [(0, 0)]),
        ([("a1", "x"), ("a2", "y")], [("a2", "x"), ("a3", "z")], [(0, 0)]),
    ],
)
def test_between_trienni_words_come_before_ids(old: Things, new: Things, expected: list[tuple[int, int]]) -> None:
    assert pairs(old, new, last=True) == expected
