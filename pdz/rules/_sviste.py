# SPDX-License-Identifier: EUPL-1.2
"""Slips of the keyboard between two numbers: one digit changed, two neighbours swapped, a hair's breadth.

Found through an index, not by comparing each number with each.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pdz.numbers import round_half_up

_NEAR = Decimal("0.005")


class Sviste:
    """The numbers among which to look for those that are a slip away from another."""

    def __init__(self, numbers: Sequence[Decimal]) -> None:
        self._masks: dict[str, list[int]] = {}
        for index, number in enumerate(numbers):
            for mask in _masks(digits_of(number)):
                self._masks.setdefault(mask, []).append(index)
        self._order = sorted(range(len(numbers)), key=numbers.__getitem__)
        self._sorted = [numbers[index] for index in self._order]

    def slips_from(self, value: Decimal) -> set[int]:
        """Which of the numbers one digit, or two swapped neighbours, tell from `value`; the equal ones too."""
        return {index for mask in _masks(digits_of(value)) for index in self._masks.get(mask, ())}

    def near(self, value: Decimal) -> set[int]:
        """Which of the numbers are within 0,5% of `value`; the equal ones too."""
        gap = abs(value) * _NEAR
        first, last = bisect_left(self._sorted, value - gap), bisect_right(self._sorted, value + gap)
        return set(self._order[first:last])


def digits_of(value: Decimal) -> str:
    """The digits of a number with two decimals: 14,62 and 1462,00 differ in length."""
    return str(round_half_up(value, 2)).replace(".", "")


def rounds_to(value: Decimal, figure: Decimal) -> bool:
    """True when the figure is the value with fewer digits: 16.500 for 16.523."""
    exponent = figure.normalize().as_tuple().exponent
    return isinstance(exponent, int) and abs(value - figure) < Decimal(1).scaleb(exponent)


def _masks(digits: str) -> Iterator[str]:
    """What two numbers have in common when one digit, or two swapped neighbours, tell them apart."""
    for place in range(len(digits)):
        yield f"{digits[:place]}?{digits[place + 1 :]}"
    for place in range(len(digits) - 1):
        low, high = sorted(digits[place : place + 2])
        if low != high:
            yield f"{digits[:place]}<{low}{high}>{digits[place + 2 :]}"
