# SPDX-License-Identifier: EUPL-1.2
"""Bars: side by side or one on the other, upright or lying. Names that do not fit under upright bars lay them down."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pdz.doctree import MISSING, Chart
from pdz.writers._svg._canvas import WIDTH, Canvas
from pdz.writers._svg._legend import draw_heading
from pdz.writers._svg._values import Scale, make_scale, value_at, write_tick, write_value
from pdz.writers._svg._words import LINE, longest_word, measure, wrap

_HEIGHT = 260
"""Pixels of the upright axis of values."""
_NAMES = 200
"""Pixels at most of the names at the left of lying bars."""
_THICK = 20
"""Pixels of a lying bar."""
_GAP = 14
"""Between the groups of two categories."""
_WIDEST = 64
_LINES = 4
"""Lines of a name under upright bars."""
_ROOM = 22
"""For the sign of a part that is not known, at the end of a stack."""
_SHORTEST = 180
"""Pixels of a lying axis: values that leave less are not written beside their bars."""
_ZERO = Decimal(0)


class Bar(NamedTuple):
    """From `start` to `end` on the axis of values; `value` is what is written beside it."""

    category: int
    serie: int
    lane: int
    """Which of the bars of its category."""
    start: Decimal
    end: Decimal
    value: Decimal | None


def lay_bars(chart: Chart) -> Iterator[Bar]:
    """The bars of a chart; those below zero stand on their own side of a stack."""
    for category in range(len(chart.categories)):
        ends = {True: _ZERO, False: _ZERO}
        for serie in range(len(chart.series)):
            value = value_at(chart, serie, category)
            size = value or _ZERO
            start = ends[size >= 0] if chart.stacked else _ZERO
            ends[size >= 0] = start + size if value is not None else ends[size >= 0]
            yield Bar(category, serie, 0 if chart.stacked else serie, start, start + size, value)


def draw_bars(chart: Chart, canvas: Canvas) -> None:
    """The whole chart."""
    bars = list(lay_bars(chart))
    scale = make_scale(chart, [end for bar in bars for end in (bar.start, bar.end)])
    top = draw_heading(canvas, chart, "area")
    if chart.horizontal or not _fits(chart, scale):
        _draw_lying(chart, canvas, bars, scale, top)
    else:
        _draw_upright(chart, canvas, bars, scale, top)


def _lanes(chart: Chart) -> int:
    return 1 if chart.stacked else len(chart.series)


def _left(chart: Chart, scale: Scale) -> float:
    """Room for the numbers along the upright axis."""
    return max(measure(write_tick(chart, scale, tick)) for tick in scale.ticks) + 8


def _fits(chart: Chart, scale: Scale) -> bool:
    """Can upright bars carry their names?"""
    room = (WIDTH - _left(chart, scale)) / len(chart.categories) - 6
    return room / _lanes(chart) >= 8 and all(
        longest_word(name) <= room and len(wrap(name, room)) <= _LINES for name in chart.categories
    )


def _draw_upright(chart: Chart, canvas: Canvas, bars: list[Bar], scale: Scale, top: float) -> None:
    left = _left(chart, scale)
    top += LINE
    slot = (WIDTH - left) / len(chart.categories)
    thick = min((slot - min(_GAP, slot / 4)) / _lanes(chart), _WIDEST)

    def up(value: Decimal) -> float:
        return top + _HEIGHT * (1 - scale.place(value))

    for tick in scale.ticks:
        canvas.line(left, up(tick), WIDTH, up(tick), "griglia")
        canvas.text(write_tick(chart, scale, tick), left - 6, up(tick) + 5, "end")
    room = thick + 4 if _lanes(chart) > 1 else slot - 4
    labelled = all(measure(write_value(chart, bar.serie, bar.category)) <= room for bar in bars)
    for bar in bars:
        middle = left + slot * (bar.category + 0.5) + thick * (bar.lane + 0.5 - _lanes(chart) / 2)
        high, low = sorted((up(bar.start), up(bar.end)))
        if bar.value:
            canvas.rectangle(middle - thick / 2 + 1, high, thick - 2, low - high, bar.serie)
        if chart.stacked:
            _label_part(chart, canvas, bar, (middle, (high + low) / 2), (thick, low - high))
        elif labelled or bar.value is None:
            below = bar.value is not None and bar.value < 0
            canvas.text(write_value(chart, bar.serie, bar.category), middle, low + 15 if below else high - 5, "middle")
    canvas.line(left, up(_ZERO), WIDTH, up(_ZERO), "asse")
    foot = top + _HEIGHT + (LINE if labelled and scale.low < 0 else 0)
    names = [wrap(name, slot - 6) for name in chart.categories]
    for index, lines in enumerate(names):
        canvas.text(lines, left + slot * (index + 0.5), foot + 18, "middle")
    canvas.height = foot + 12 + max(map(len, names)) * LINE


def _draw_lying(chart: Chart, canvas: Canvas, bars: list[Bar], scale: Scale, top: float) -> None:
    names = [wrap(name, _NAMES) for name in chart.categories]
    widest = max(measure(line) for lines in names for line in lines) + 10
    below, beyond = (0.0, _ROOM) if chart.stacked else _rooms(chart, bars)
    labelled = WIDTH - widest - below - beyond >= _SHORTEST
    left = widest + (below if labelled else 0)
    right = WIDTH - max(measure(write_tick(chart, scale, scale.ticks[-1])) / 2, beyond if labelled else _ROOM)
    heights = [max(_lanes(chart) * _THICK, len(lines) * LINE) + _GAP for lines in names]
    tops = [top + sum(heights[:index]) for index in range(len(heights))]
    foot = top + sum(heights)

    def along(value: Decimal) -> float:
        return left + (right - left) * scale.place(value)

    _draw_lying_axis(chart, canvas, scale, (left, right), (top, foot))
    for bar in bars:
        begin, end = sorted((along(bar.start), along(bar.end)))
        middle = tops[bar.category] + heights[bar.category] / 2 + _THICK * (bar.lane + 0.5 - _lanes(chart) / 2)
        if bar.value:
            canvas.rectangle(begin, middle - _THICK / 2 + 1, end - begin, _THICK - 2, bar.serie)
        if chart.stacked:
            _label_part(chart, canvas, bar, ((begin + end) / 2, middle), (end - begin, _THICK))
        elif labelled and bar.value is not None and bar.value < 0:
            canvas.text(write_value(chart, bar.serie, bar.category), begin - 5, middle + 5, "end")
        elif labelled or bar.value is None:
            canvas.text(write_value(chart, bar.serie, bar.category), end + 5, middle + 5)
    canvas.line(along(_ZERO), top, along(_ZERO), foot, "asse")
    for lines, y, height in zip(names, tops, heights, strict=True):
        canvas.text(lines, widest - 8, y + height / 2 + 5 - (len(lines) - 1) * LINE / 2, "end")
    canvas.height = foot + LINE + 6


def _rooms(chart: Chart, bars: list[Bar]) -> tuple[float, float]:
    """Pixels for the values beyond the ends of lying bars: those below zero, the others."""
    below, beyond = 0.0, 0.0
    for bar in bars:
        width = measure(write_value(chart, bar.serie, bar.category)) + 8
        if bar.value is not None and bar.value < 0:
            below = max(below, width)
        else:
            beyond = max(beyond, width)
    return below, beyond


def _draw_lying_axis(
    chart: Chart, canvas: Canvas, scale: Scale, across: tuple[float, float], upright: tuple[float, float]
) -> None:
    """The grid and its numbers; where they would touch, one in two."""
    texts = [write_tick(chart, scale, tick) for tick in scale.ticks]
    room = (across[1] - across[0]) / max(len(texts) - 1, 1)
    every = 1 if max(map(measure, texts)) + 10 <= room else 2
    for index, (tick, text) in enumerate(zip(scale.ticks, texts, strict=True)):
        x = across[0] + (across[1] - across[0]) * scale.place(tick)
        canvas.line(x, upright[0], x, upright[1], "griglia")
        if index % every == 0:
            canvas.text(text, x, upright[1] + LINE, "middle")


def _label_part(chart: Chart, canvas: Canvas, bar: Bar, middle: tuple[float, float], size: tuple[float, float]) -> None:
    """The value inside its part of a stack, where it fits; a part that is not known leaves its sign."""
    text = write_value(chart, bar.serie, bar.category)
    width = measure(text)
    if bar.value is None:
        canvas.text(MISSING, middle[0] + 4, middle[1] - 3)
    elif bar.value and width + 6 <= size[0] and size[1] >= LINE:
        canvas.plate(middle[0], middle[1] + 5, width)
        canvas.text(text, middle[0], middle[1] + 5, "middle")
