# SPDX-License-Identifier: EUPL-1.2
"""What stands above a drawing: the names of the series with their marks, and what the axis counts."""

from collections.abc import Sequence
from typing import Literal

from pdz.doctree import Chart
from pdz.writers._svg._canvas import WIDTH, Canvas
from pdz.writers._svg._words import LINE, measure, wrap

_MARK = {"area": 22, "linea": 46}
"""Pixels from the mark of a series to its name."""
_APART = 22


def draw_legend(canvas: Canvas, names: Sequence[str], kind: Literal["area", "linea"]) -> float:
    """The series in rows, as many as fit each; returns where the drawing may begin."""
    x, y, deepest = 0.0, 0.0, 0
    for serie, name in enumerate(names):
        lines = wrap(name, WIDTH - _MARK[kind])
        width = _MARK[kind] + max(map(measure, lines))
        if x and x + width > WIDTH:
            x, y, deepest = 0.0, y + deepest * LINE + 4, 0
        draw_mark(canvas, x, y, serie, kind)
        canvas.text(lines, x + _MARK[kind], y + 14)
        x, deepest = x + width + _APART, max(deepest, len(lines))
    return y + deepest * LINE + 10


def draw_mark(canvas: Canvas, x: float, y: float, serie: int, kind: Literal["area", "linea"]) -> None:
    """The mark of a series in the legend; `y` is the top of its line."""
    if kind == "area":
        canvas.rectangle(x + 1, y + 2, 14, 14, serie)
        return
    canvas.polyline([(x, y + 9), (x + 38, y + 9)], serie)
    canvas.marker(x + 19, y + 9, serie)


def draw_heading(canvas: Canvas, chart: Chart, kind: Literal["area", "linea"], note: str = "") -> float:
    """The legend, when there is more than one series, then what is counted; returns where the drawing may begin."""
    alone = len(chart.series) == 1
    y = 0.0 if alone else draw_legend(canvas, [serie.name for serie in chart.series], kind)
    words = chart.measure or (chart.series[0].name if alone else "")
    text = "; ".join(filter(None, (words, note)))
    if text:
        lines = wrap(text, WIDTH)
        canvas.text(lines, 0, y + 14)
        y += len(lines) * LINE + 4
    return y + 4
