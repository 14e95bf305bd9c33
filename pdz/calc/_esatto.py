# SPDX-License-Identifier: EUPL-1.2
"""Exact arithmetic: no float, nothing rounded before it is printed."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_DOWN, Context, Decimal
from fractions import Fraction

from pdz.numbers import format_number, truncate

_SUMS = Context(prec=400)
"""No sum or product of numbers that can be read (30 digits at most) is longer: these are exact, in any order."""

_QUOTIENTS = Context(prec=50, rounding=ROUND_DOWN)
"""A quotient is cut, not rounded: it never climbs over a threshold, and rounds later as the exact value."""

_FORMULA_DECIMALS = 4


def add(values: Iterable[Decimal]) -> Decimal:
    """The exact sum, the same in any order."""
    total = Decimal(0)
    for value in values:
        total = _SUMS.add(total, value)
    return total


def multiply(left: Decimal, right: Decimal) -> Decimal:
    """The exact product."""
    return _SUMS.multiply(left, right)


def divide(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The quotient to 50 digits; the denominator is not zero."""
    quotient = _QUOTIENTS.divide(numerator, denominator).normalize(_QUOTIENTS)
    return quotient.quantize(Decimal(1), context=_SUMS) if _exponent(quotient) > 0 else quotient


def to_decimal(value: Fraction) -> Decimal:
    """An exact fraction as a number, to 50 digits."""
    return divide(Decimal(value.numerator), Decimal(value.denominator))


def count_decimals(value: Decimal, most: int = 2) -> int:
    """How many decimals `value` needs, no more than `most`: 10 -> 0, 12.5 -> 1, 66.66… -> 2."""
    return min(most, max(0, -_exponent(value.normalize(_SUMS))))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def write(value: Decimal) -> str:
    """A number of a formula: «1.234,5»; after four decimals it is cut and says so, «66,6666…»."""
    if -_exponent(value) > _FORMULA_DECIMALS:
        return format_number(truncate(value, _FORMULA_DECIMALS)) + "…"
    return format_number(value)


def slug(text: str) -> str:
    """`text` as part of a name that texts cite: «Minori/Giovani» -> `minori_giovani`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.casefold()).strip("_")
