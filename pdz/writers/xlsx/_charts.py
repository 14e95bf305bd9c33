# SPDX-License-Identifier: EUPL-1.2
"""A native chart beside its figures: whoever changes a figure sees the drawing change."""

from typing import TYPE_CHECKING, Any, TypeVar, assert_never

from openpyxl.chart import BarChart, DoughnutChart, LineChart, PieChart, Reference, Series
from openpyxl.chart.marker import DataPoint
from openpyxl.utils import get_column_letter

from pdz.doctree import Chart
from pdz.writers._svg._palette import AREAS
from pdz.writers.xlsx._leaf import EURO, Leaf

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Drawing = TypeVar("Drawing", BarChart, LineChart)

_COLOURS = tuple(area.fill.removeprefix("#") for area in AREAS)
"""Neighbours differ in light, not only in hue."""
_WIDTH, _HEIGHT = 24, 12
"""In centimetres."""


def add_chart(sheet: "Worksheet", leaf: Leaf) -> None:
    """Draws the chart of the leaf to the right of its table."""
    chart = leaf.chart
    assert chart is not None
    drawing = _make(chart)
    first, last = leaf.heading + 1, leaf.heading + len(chart.categories)
    categories = Reference(sheet, min_col=1, min_row=first, max_row=last)
    for index in range(len(chart.series)):
        figures = Reference(sheet, min_col=index + 2, min_row=first - 1, max_row=last)
        drawing.series.append(_paint(Series(figures, title_from_data=True), chart, index))
    drawing.set_categories(categories)
    drawing.width, drawing.height = _WIDTH, _HEIGHT
    if len(chart.series) == 1 and isinstance(drawing, BarChart | LineChart):
        drawing.legend = None
    elif drawing.legend is not None:
        drawing.legend.position = "b"
    sheet.add_chart(drawing, f"{get_column_letter(len(leaf.widths) + 2)}{max(leaf.heading, 1)}")


def _make(chart: Chart) -> BarChart | LineChart | PieChart | DoughnutChart:
    match chart.kind:
        case "torta":
            return PieChart()
        case "ciambella":
            return DoughnutChart(holeSize=55)
        case "linee":
            return _with_axes(LineChart(), chart)
        case "barre" | "piramide":
            bars = BarChart()
            bars.type = "bar" if chart.horizontal or chart.kind == "piramide" else "col"
            if chart.stacked:
                bars.grouping, bars.overlap = "stacked", 100
            if bars.type == "bar" and chart.kind != "piramide":
                bars.x_axis.scaling.orientation = "maxMin"  # the first category on top, as in the table
            return _with_axes(bars, chart)
        case _:
            assert_never(chart.kind)


def _with_axes(drawing: Drawing, chart: Chart) -> Drawing:
    for axis in (drawing.x_axis, drawing.y_axis):
        axis.delete = False  # openpyxl hides them
    drawing.y_axis.number_format = _axis_format(chart)
    drawing.y_axis.title = chart.measure or None
    drawing.x_axis.title = chart.categories_title or None
    if chart.maximum is not None:
        drawing.y_axis.scaling.min = 0
        drawing.y_axis.scaling.max = float(chart.maximum) / (100 if chart.unit == "percento" else 1)
    return drawing


def _axis_format(chart: Chart) -> str:
    match chart.unit:
        case "euro":
            return EURO.replace(".00", "")
        case "percento":
            return "0%"
        case "numero":
            return "#,##0"


def _paint(series: Any, chart: Chart, index: int) -> Any:
    """Colours of its own for each series, or for each slice."""
    colour = _COLOURS[index % len(_COLOURS)]
    match chart.kind:
        case "torta" | "ciambella":
            for place in range(len(chart.categories)):
                point = DataPoint(idx=place)
                point.graphicalProperties.solidFill = _COLOURS[place % len(_COLOURS)]
                series.dPt.append(point)
        case "linee":
            series.graphicalProperties.line.solidFill = colour
            series.marker.symbol = ("circle", "square", "triangle", "diamond")[index % 4]
            series.marker.graphicalProperties.solidFill = colour
            series.smooth = False
        case "barre" | "piramide":
            series.graphicalProperties.solidFill = colour
        case _:
            assert_never(chart.kind)
    return series
