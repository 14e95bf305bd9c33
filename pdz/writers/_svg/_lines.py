# SPDX-License-Identifier: EUPL-1.2
"""Lines: one for each series, broken where a figure is not known."""

from decimal import Decimal
from itertools import groupby

from pdz.doctree import Chart
from pdz.writers._svg._canvas import WIDTH, Canvas
from pdz.writers._svg._legend import draw_heading
from pdz.writers._svg._values import known_values, make_scale, value_at, write_tick, write_value
from pdz.writers._svg._words import LINE, longest_word, measure, wrap

_HEIGHT = 260
_NOT_FROM_ZERO = "l'asse non parte da zero"
_LINES = 3
"""Lines of a name under the axis."""
_READABLE = 3
"""Series at most whose values are written: among more nobody could tell whose they are."""


def draw_lines(chart: Chart, canvas: Canvas) -> None:
    """The whole chart; the axis begins at zero, unless the lines would look flat."""
    values = known_values(chart)
    flat = min(values) > 0 and (max(values) - min(values)) * 3 < max(values) and min(values) < max(values)
    scale = make_scale(chart, values, zero=not flat)
    top = draw_heading(canvas, chart, "linea", _NOT_FROM_ZERO if scale.low > 0 else "") + LINE
    left = max(measure(write_tick(chart, scale, tick)) for tick in scale.ticks) + 8
    slot = (WIDTH - left) / len(chart.categories)

    def up(value: Decimal) -> float:
        return top + _HEIGHT * (1 - scale.place(value))

    for tick in scale.ticks:
        canvas.line(left, up(tick), WIDTH, up(tick), "asse" if tick == max(scale.low, 0) else "griglia")
        canvas.text(write_tick(chart, scale, tick), left - 6, up(tick) + 5, "end")
    points = {
        (serie, category): (left + slot * (category + 0.5), up(value))
        for serie in range(len(chart.series))
        for category in range(len(chart.categories))
        if (value := value_at(chart, serie, category)) is not None
    }
    for serie in range(len(chart.series)):
        _draw_serie(canvas, points, serie, len(chart.categories))
    _draw_values(chart, canvas, points, left)
    _draw_names(chart, canvas, left, slot, top + _HEIGHT)


def _draw_serie(
    canvas: Canvas, points: dict[tuple[int, int], tuple[float, float]], serie: int, categories: int
) -> None:
    """The pieces of a line between its gaps, then its marks."""
    for known, run in groupby(range(categories), lambda category: (serie, category) in points):
        if known:
            piece = [points[serie, category] for category in run]
            if len(piece) > 1:
                canvas.polyline(piece, serie)
            for x, y in piece:
                canvas.marker(x, y, serie)


def _draw_values(chart: Chart, canvas: Canvas, points: dict[tuple[int, int], tuple[float, float]], left: float) -> None:
    """The values above or under their marks, where they meet neither a mark nor another value."""
    if len(chart.series) > _READABLE:
        return
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in points.values()]
    for (serie, category), (x, y) in points.items():
        text = write_value(chart, serie, category)
        half = measure(text) / 2
        middle = min(max(x, left + half), WIDTH - half)
        for foot in (y - 9, y + 20):
            box = (middle - half - 1, foot - 12, middle + half + 1, foot + 2)
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                canvas.plate(middle, foot - 2, 2 * half - 6)
                canvas.text(text, middle, foot, "middle")
                break


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _draw_names(chart: Chart, canvas: Canvas, left: float, slot: float, foot: float) -> None:
    """The categories under the axis; where they do not fit, one in two, one in three …"""
    every = next(
        (step for step in range(1, len(chart.categories)) if _fit(chart.categories[::step], slot * step - 6)),
        len(chart.categories),
    )
    foot += LINE  # room for a value under the lowest mark
    deepest = 1
    for index in range(0, len(chart.categories), every):
        room = WIDTH if every == len(chart.categories) else slot * every - 6
        lines = wrap(chart.categories[index], room)[:_LINES]
        half = max(map(measure, lines)) / 2
        canvas.text(lines, min(max(left + slot * (index + 0.5), half), WIDTH - half), foot + 16, "middle")
        deepest = max(deepest, len(lines))
    canvas.height = foot + 8 + deepest * LINE


def _fit(names: tuple[str, ...], room: float) -> bool:
    return all(longest_word(name) <= room and len(wrap(name, room)) <= _LINES for name in names)
