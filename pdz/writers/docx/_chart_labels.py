# SPDX-License-Identifier: EUPL-1.2
"""Which figures a chart prints beside its bars, points and slices: those that find room."""

from decimal import Decimal
from typing import TypeAlias

from pdz.doctree import Chart, chart_quantity
from pdz.writers._text import format_quantity
from pdz.writers.docx._chart_looks import text_width
from pdz.writers.docx._chart_plan import LINE, Plan

Shown: TypeAlias = tuple[tuple[bool, ...], ...]
"""For each series, for each category: is its figure printed?"""

_SMALLEST_SHARE = Decimal("0.04")
"""Of a pie, for a slice that carries its figure."""
_MOST_LINES = 2
"""More lines than these leave no place for figures."""
_LEAST_PITCH = 0.36
"""Centimetres: figures any closer would touch."""
_MARGIN = 0.2
_DIRECT_SLICES, _DIRECT_NAME = 6, 24


def choose_labels(plan: Plan) -> Shown:
    """The figures that can be read."""
    columns = plan.figures.columns
    match plan.chart.kind:
        case "torta" | "ciambella":
            total = sum((value for value in columns[0] if value is not None), Decimal(0))
            return (tuple(value is not None and value / total >= _SMALLEST_SHARE for value in columns[0]),)
        case "linee":
            fits = len(columns) <= _MOST_LINES and _widest(plan) <= plan.slot
        case "piramide":
            fits = plan.pitch >= _LEAST_PITCH
        case "barre" if plan.stacked:
            return _choose_segments(plan)
        case "barre":
            fits = plan.pitch >= _LEAST_PITCH if plan.horizontal else plan.slot >= _widest(plan)
    return tuple(tuple(fits and value is not None for value in column) for column in columns)


def _choose_segments(plan: Plan) -> Shown:
    """Of stacked bars the parts that are as large as their figure."""
    rows = zip(*plan.figures.columns, strict=True)
    longest = max(sum(abs(value) for value in row if value is not None) for row in rows) or Decimal(1)

    def fits(value: Decimal | None, text: str) -> bool:
        if value is None:
            return False
        wide = text_width(text) + _MARGIN
        along, across = (wide, LINE) if plan.horizontal else (LINE, wide)
        return float(abs(value) / longest) * plan.length >= along and plan.slot >= across

    return tuple(
        tuple(map(fits, column, texts)) for column, texts in zip(plan.figures.columns, _texts(plan.chart), strict=True)
    )


def _texts(chart: Chart) -> list[list[str]]:
    """The figures as they are printed."""
    return [
        [
            "" if value is None else serie.label(index) or format_quantity(chart_quantity(chart, value))
            for index, value in enumerate(serie.values)
        ]
        for serie in chart.series
    ]


def _widest(plan: Plan) -> float:
    return max(text_width(text) for texts in _texts(plan.chart) for text in texts)


def has_direct_names(plan: Plan, shown: Shown) -> bool:
    """Do the slices of a pie carry their names? Then it needs no legend: nobody has to match colours."""
    names = plan.figures.categories
    return (
        plan.chart.kind == "torta"
        and len(names) <= _DIRECT_SLICES
        and max(map(len, names)) <= _DIRECT_NAME
        and all(shown[0])
    )
