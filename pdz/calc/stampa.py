# SPDX-License-Identifier: EUPL-1.2
"""How a result is written as text; where it can stay a number, documents use its value."""

from decimal import Decimal
from typing import assert_never

from pdz.calc._tipi import Calcolo
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent, round_half_up, truncate

NON_CALCOLABILE = "n.c."
"""Printed for whatever cannot be computed: empty is not zero."""


def format_calcolo(calcolo: Calcolo) -> str:
    """The result as it is printed, without its unit: «14,62%», «1.250,00 €», «circa 50», «n.c.»."""
    if calcolo.stampa:
        return calcolo.stampa
    if calcolo.valore is None:
        return NON_CALCOLABILE
    match calcolo.tipo:
        case "euro":
            if calcolo.decimali in {None, 2}:
                return format_euro(calcolo.valore)
            return format_number(calcolo.valore, calcolo.decimali) + "\u00a0€"
        case "percento":
            return format_percent(calcolo.valore, calcolo.decimali)
        case "numero":
            return format_number(calcolo.valore, calcolo.decimali)
        case _:
            assert_never(calcolo.tipo)


def format_unrounded(valore: Decimal, decimali: int) -> str:
    """A percentage that rounding would make complete or nil, cut instead: 99,999 -> «99,99%», 0,001 -> «<0,01%».

    Empty when a plain rounding is fair.
    """
    rounded = round_half_up(valore, decimali)
    if rounded == 0 < valore:
        return f"<{format_percent(Decimal(1).scaleb(-decimali))}"
    return format_percent(truncate(valore, decimali)) if valore < 100 <= rounded else ""
