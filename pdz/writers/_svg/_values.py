# SPDX-License-Identifier: EUPL-1.2
"""The values of a chart by category, as they are written, and the scale on which they are drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from pdz.doctree import MISSING, Chart, chart_quantity
from pdz.numbers import format_number
from pdz.writers._text import format_quantity

_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis of values from `low` to `high`, with round numbers along it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    decimals: int
    """Of the numbers along the axis."""

    def place(self, value: Decimal) -> float:
        """Where a value stands: 0 at the beginning of the axis, 1 at its end."""
        return float((value - self.low) / (self.high - self.low))


def value_at(chart: Chart, serie: int, category: int) -> Decimal | None:
    """None where the figure is not known, or the series is too short to tell."""
    values = chart.series[serie].values
    return values[category] if category < len(values) else None


def known_values(chart: Chart) -> list[Decimal]:
    """All the figures that are known."""
    return [value for serie in chart.series for value in serie.values[: len(chart.categories)] if value is not None]


def has_values(chart: Chart) -> bool:
    """Is there anything to draw? A pie needs something above zero."""
    values = known_values(chart)
    return any(value > 0 for value in values) if chart.kind in ("torta", "ciambella") else bool(values)


def write_value(chart: Chart, serie: int, category: int) -> str:
    """A value as the table of the chart prints it; a gap is a dash."""
    value = value_at(chart, serie, category)
    if value is None:
        return MISSING
    return chart.series[serie].label(category) or format_quantity(chart_quantity(chart, value))


def write_values(chart: Chart) -> list[str]:
    """All that is written beside the values."""
    places = range(len(chart.series)), range(len(chart.categories))
    return [write_value(chart, serie, category) for serie in places[0] for category in places[1]]


def write_tick(chart: Chart, scale: Scale, tick: Decimal) -> str:
    """A number along the axis, with its unit."""
    unit = {"euro": "\u00a0€", "percento": "%", "numero": ""}[chart.unit]
    return format_number(tick, scale.decimals) + unit


def make_scale(chart: Chart, values: Iterable[Decimal], *, zero: bool = True) -> Scale:
    """A scale that holds all `values`, and zero if asked; it ends at the chart's own maximum when that is enough."""
    found = list(values)
    low, high = min(found), max(found)
    if zero:
        low, high = min(low, _ZERO), max(high, _ZERO)
    own = chart.maximum if chart.maximum is not None and chart.maximum >= high and chart.maximum > low else None
    high = high if own is None else own
    if low == high:
        high = low + 1
    step = _round_step((high - low) / 6, chart)
    first = (low / step).to_integral_value("ROUND_FLOOR")
    last = (high / step).to_integral_value("ROUND_FLOOR" if own is not None else "ROUND_CEILING")
    ticks = tuple(step * (first + index) for index in range(int(last - first) + 1))
    return Scale(ticks[0], ticks[-1] if own is None else own, ticks, max(-_exponent(step), 0))


def _round_step(least: Decimal, chart: Chart) -> Decimal:
    """The first of 1, 2, 5, 10, 20, 50 … that is not under `least`, nor finer than the figures themselves."""
    if chart.unit != "percento" and chart.decimals is not None:
        least = max(least, Decimal(1).scaleb(-chart.decimals))
    power = Decimal(1).scaleb(least.adjusted())
    return next(step * power for step in _STEPS if step * power >= least).normalize()


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
