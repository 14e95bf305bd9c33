# SPDX-License-Identifier: EUPL-1.2
"""Population pyramids: two series left and right of one axis, the first category at the bottom."""

from decimal import Decimal

from pdz.doctree import MISSING, Chart
from pdz.writers._svg._canvas import WIDTH, Canvas
from pdz.writers._svg._legend import draw_heading
from pdz.writers._svg._values import known_values, make_scale, value_at, write_tick, write_value, write_values
from pdz.writers._svg._words import LINE, measure, wrap

_NAMES = 150
_THICK = 22
_LONGEST = 140
"""Pixels of a value: longer ones would leave no room for the bars."""
_ROOM = 22
"""Pixels for a dash."""


def draw_pyramid(chart: Chart, canvas: Canvas) -> None:
    """The whole chart; a value below zero has no bar, only its number."""
    scale = make_scale(chart, [Decimal(0), *(value for value in known_values(chart) if value >= 0)])
    top = draw_heading(canvas, chart, "area")
    names = [wrap(name, _NAMES) for name in reversed(chart.categories)]
    rows = [max(_THICK, len(lines) * LINE) + 4 for lines in names]
    label = max(map(measure, [MISSING, *write_values(chart)])) + 8
    labelled = label <= _LONGEST
    label = label if labelled else _ROOM
    left = max(measure(line) for lines in names for line in lines) + 10 + label
    reach = (WIDTH - label - left) / 2
    axis, foot = left + reach, top + sum(rows)
    _draw_grid(chart, canvas, axis, reach, (top, foot))
    y = top
    for index, (lines, height) in enumerate(zip(names, rows, strict=True)):
        category = len(names) - 1 - index
        middle = y + height / 2
        canvas.text(lines, left - label - 2, middle + 5 - (len(lines) - 1) * LINE / 2, "end")
        for serie, side in enumerate((-1, 1)[: len(chart.series)]):
            value = value_at(chart, serie, category)
            size = reach * scale.place(value) if value is not None and value > 0 else 0.0
            if size:
                canvas.rectangle(axis if side > 0 else axis - size, middle - _THICK / 2 + 1, size, _THICK - 2, serie)
            if labelled or value is None:
                x = axis + side * (size + 5)
                canvas.text(write_value(chart, serie, category), x, middle + 5, "start" if side > 0 else "end")
        y += height
    canvas.line(axis, top, axis, foot, "asse")
    canvas.height = foot + LINE + 6


def _draw_grid(chart: Chart, canvas: Canvas, axis: float, reach: float, upright: tuple[float, float]) -> None:
    """The same numbers on both sides; where they would touch, one in two."""
    scale = make_scale(chart, [Decimal(0), *(value for value in known_values(chart) if value >= 0)])
    texts = [write_tick(chart, scale, tick) for tick in scale.ticks]
    every = 1 if max(map(measure, texts)) + 8 <= reach / max(len(texts) - 1, 1) else 2
    for index, (tick, text) in enumerate(zip(scale.ticks, texts, strict=True)):
        for x in sorted({axis - reach * scale.place(tick), axis + reach * scale.place(tick)}):
            canvas.line(x, upright[0], x, upright[1], "griglia")
            if index % every == 0:
                canvas.text(text, x, upright[1] + LINE, "middle")
