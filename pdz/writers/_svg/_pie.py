# SPDX-License-Identifier: EUPL-1.2
"""Pies and rings of one series: the slices clockwise from the top, their names and values beside them in that order."""

from decimal import Decimal
from math import cos, pi, sin

from pdz.doctree import Chart
from pdz.writers._svg._canvas import WIDTH, Canvas, number
from pdz.writers._svg._legend import draw_mark
from pdz.writers._svg._values import value_at, write_value
from pdz.writers._svg._words import LINE, wrap

_RADIUS = 120
_HOLE = 60
_LEFT = 2 * _RADIUS + 40
"""Where the names begin."""


def draw_pie(chart: Chart, canvas: Canvas) -> None:
    """The whole chart; what is not above zero has no slice, only its line beside."""
    values = [value_at(chart, 0, category) for category in range(len(chart.categories))]
    total = sum((value for value in values if value is not None and value > 0), Decimal(0))
    bottom = _draw_names(chart, canvas, values)
    height = max(bottom, 2 * _RADIUS + 8)
    turned = Decimal(0)
    for category, value in enumerate(values):
        if value is None or value <= 0:
            continue
        start, turned = turned, turned + value
        shape = _slice(chart, height / 2, float(start / total), float(turned / total))
        canvas.area(shape, category)
    canvas.height = height


def _draw_names(chart: Chart, canvas: Canvas, values: list[Decimal | None]) -> float:
    """«FNPS: 599.821,54 €», line by line; returns where they end."""
    names = [
        wrap(f"{name}: {write_value(chart, 0, category)}", WIDTH - _LEFT - 24)
        for category, name in enumerate(chart.categories)
    ]
    if chart.measure and chart.unit == "numero":
        canvas.text(wrap(chart.measure, WIDTH - _LEFT)[:1], _LEFT, 14)
    total = sum(len(lines) * LINE + 6 for lines in names)
    y = max(LINE + 8, (2 * _RADIUS + 8 - total) / 2)
    for category, lines in enumerate(names):
        value = values[category]
        if value is not None and value > 0:
            draw_mark(canvas, _LEFT, y, category, "area")
        canvas.text(lines, _LEFT + 24, y + 14)
        y += len(lines) * LINE + 6
    return y


def _slice(chart: Chart, middle: float, start: float, end: float) -> str:
    """A path without its end; `start` and `end` are parts of the whole turn. A whole turn is two half turns."""
    hole = _HOLE if chart.kind == "ciambella" else 0
    centre = (_RADIUS + 4, middle)
    if end - start > 0.9999:
        path = _circle(centre, _RADIUS, 1) + (_circle(centre, hole, 0) if hole else "")
        return f'<path d="{path}"'
    wide = int(end - start > 0.5)
    outer = f"{_point(centre, _RADIUS, start)}A{_RADIUS} {_RADIUS} 0 {wide} 1 {_point(centre, _RADIUS, end)}"
    inner = (
        f"L{_point(centre, hole, end)}A{hole} {hole} 0 {wide} 0 {_point(centre, hole, start)}"
        if hole
        else f"L{_point(centre, 0, 0)}"
    )
    return f'<path d="M{outer}{inner}Z"'


def _circle(centre: tuple[float, float], radius: float, sweep: int) -> str:
    half = f"A{number(radius)} {number(radius)} 0 1 {sweep} "
    top, foot = _point(centre, radius, 0), _point(centre, radius, 0.5)
    return f"M{top}{half}{foot}{half}{top}Z"


def _point(centre: tuple[float, float], radius: float, part: float) -> str:
    """On a circle, clockwise from the top."""
    angle = part * 2 * pi
    return f"{number(centre[0] + radius * sin(angle))} {number(centre[1] - radius * cos(angle))}"
