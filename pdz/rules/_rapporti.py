# SPDX-License-Identifier: EUPL-1.2
"""When a written figure is the computed one: cut or rounded to the digits with which it is written."""

from decimal import Decimal

from pdz.numbers import round_half_up, truncate

FULL = Decimal(100)
_MOST_DECIMALS = 6


def agrees(written: Decimal, exact: Decimal) -> bool:
    """True when `written` is `exact`, cut or rounded half up to the decimals of `written`."""
    exponent = written.as_tuple().exponent
    decimals = min(_MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0
    return written in (exact, truncate(exact, decimals), round_half_up(exact, decimals))
