# SPDX-License-Identifier: EUPL-1.2
"""The two formulas of every result: a sum, a ratio of sums. Empty is not zero: a missing number makes them n.c."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from pdz.calc._esatto import add, divide, multiply, write
from pdz.calc._tipi import Calcolo, Termine

Trovato: TypeAlias = Termine | str
"""A number with its place, or the reason why there is none."""

_LONGEST_SUM = 12
_LONGEST_OPERAND = 3


def compute_sum(empty: Calcolo, found: Sequence[Trovato]) -> Calcolo:
    """`empty` with the exact sum of the numbers found, or with the reason why one is missing.

    One number alone has no formula.
    """
    termini, reason = split_found(found)
    if reason:
        return replace(empty, motivo=reason, termini=termini)
    total = add(get_values(termini))
    formula = f"{_write_sum(termini)} = {write(total)}" if len(termini) > 1 else ""
    return replace(empty, valore=total, formula=formula, termini=termini)


def compute_ratio(empty: Calcolo, above: Sequence[Trovato], below: Sequence[Trovato], per: Decimal) -> Calcolo:
    """`empty` with the sum of `above` × `per` / the sum of `below`, or with the reason why it cannot be computed."""
    termini, reason = split_found((*above, *below))
    if reason:
        return replace(empty, motivo=reason, termini=termini)
    upper, lower = termini[: len(above)], termini[len(above) :]
    numerator, denominator = add(get_values(upper)), add(get_values(lower))
    if denominator == 0:
        return replace(empty, motivo=f"il denominatore è zero ({lower[0].nome})", termini=termini)
    valore = divide(multiply(numerator, per), denominator)
    times = "" if per == 1 else f" × {write(per)}"
    formula = f"{_write_operand(upper)}{times} / {_write_operand(lower)} = {write(valore)}"
    return replace(empty, valore=valore, formula=formula, termini=termini)


def split_found(found: Sequence[Trovato]) -> tuple[tuple[Termine, ...], str]:
    """The numbers found, and the first reason for which one is missing (empty when none is)."""
    reasons = list(dict.fromkeys(part for part in found if isinstance(part, str)))
    more = f" (e altri {len(reasons) - 1})" if len(reasons) > 1 else ""
    reason = reasons[0] + more if reasons else ("" if found else "non c'è nessun dato")
    return tuple(part for part in found if isinstance(part, Termine)), reason


def get_values(termini: Sequence[Termine]) -> list[Decimal]:
    """The numbers of the terms."""
    return [termine.valore for termine in termini if isinstance(termine.valore, Decimal)]


def _write_sum(termini: Sequence[Termine]) -> str:
    values = get_values(termini)
    if len(values) <= _LONGEST_SUM:
        return " + ".join(map(write, values))
    return f"{write(values[0])} + {write(values[1])} + … + {write(values[-1])} ({len(values)} addendi)"


def _write_operand(termini: Sequence[Termine]) -> str:
    values = get_values(termini)
    if len(values) == 1:
        return write(values[0])
    if len(values) <= _LONGEST_OPERAND:
        return f"({_write_sum(termini)})"
    return write(add(values))
