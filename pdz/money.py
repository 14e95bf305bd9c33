# SPDX-License-Identifier: EUPL-1.2
"""How euros are read and written: exact to the cent, never a float."""

import re
from decimal import Decimal

from pdz.numbers import format_number, parse_decimal

_EURO = re.compile(r"\A(?:€|euro|eur)\s*|\s*(?:€|euro|eur)\Z", re.IGNORECASE)
"""The sign of the currency, before or after the amount, once."""


def parse_euro(text: str) -> Decimal:
    """`599821.54`, «599.821,54» and «599.821,54 €» as the same exact amount in euro.

    Raises AmbiguousNumber (`16.523`) or ValueError (not an amount, or more than two decimals).
    """
    amount = parse_decimal(_EURO.sub("", text.strip(), count=1))
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -2:
        raise ValueError(text)
    return amount


def format_euro(amount: Decimal) -> str:
    """`599821.54` as «599.821,54 €»; a no-break space keeps amount and sign together."""
    return format_number(amount, 2) + "\u00a0€"
