# SPDX-License-Identifier: EUPL-1.2
"""How numbers are read, rounded and written in Italian; money and dates have their own modules."""

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

_MACHINE = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z")
_ITALIAN = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+),[0-9]+\Z")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3}){2,}\Z")
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
_SPACED = re.compile(r"([+-]?)\s*([0-9]{1,3}(?:\s[0-9]{3})+|[0-9.,]+)(,[0-9]+)?\Z")
_GAP = re.compile(r"\s")

MAX_DIGITS = 30
"""Longer numbers are a slip of the keyboard, not a quantity."""

_WIDE = Context(prec=200)
"""Room for rounding any number that can be read, and any result of the calculator."""


class AmbiguousNumber(ValueError):
    """`16.523` could be sixteen thousand or sixteen and a half: pdz asks, it never guesses."""


def parse_decimal(text: str) -> Decimal:
    """The exact number written in `text`, machine style (1250.50) or plainly Italian (1.250,50).

    Spaces may only separate the sign, or thousands in groups of three («16 523»). Raises AmbiguousNumber for one group
    of three digits after a dot, ValueError for anything else.
    """
    match = _SPACED.match(text.strip().replace("−", "-"))
    if match is None:
        raise ValueError(text)
    compact = match[1] + _GAP.sub("", match[2]) + (match[3] or "")
    if len(compact) > MAX_DIGITS:
        raise ValueError(text)
    if _AMBIGUOUS.match(compact):
        raise AmbiguousNumber(compact)
    if _MACHINE.match(compact):
        return Decimal(compact)
    if _ITALIAN.match(compact) or _THOUSANDS.match(compact):
        return Decimal(compact.replace(".", "").replace(",", "."))
    raise ValueError(text)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Commercial rounding, as printed in public accounts: 0,125 -> 0,13."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_WIDE)


def truncate(value: Decimal, decimals: int = 0) -> Decimal:
    """Cut, never round up: 79,6 -> 79."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_DOWN, context=_WIDE)


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """`1234.5` as «1.234,5»; `decimals` rounds half up and pads, None keeps the digits as they are."""
    number = Decimal(value)
    if decimals == 0 and number == (whole := int(number)):  # most counts: three times faster than rounding
        return f"{whole:,}".replace(",", ".")
    if decimals is not None:
        number = round_half_up(number, decimals)
    if number == 0:
        number = number.copy_abs()  # never «-0»
    return f"{number:,f}".translate(_SWAP)


def format_percent(value: Decimal | int, decimals: int | None = None) -> str:
    """`14.62` as «14,62%» (the value is already per cent)."""
    return format_number(value, decimals) + "%"


_SWAP = str.maketrans({",": ".", ".": ","})
