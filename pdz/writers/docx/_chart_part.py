# SPDX-License-Identifier: EUPL-1.2
"""A native chart: the DrawingML part that Word draws, and the workbook that it opens to change it."""

from dataclasses import dataclass
from typing import assert_never

from pdz.writers._text import escape_attribute
from pdz.writers.docx._chart_axes import (
    CATEGORIES,
    LEFT_CATEGORIES,
    LEFT_VALUES,
    VALUES,
    write_axes,
    write_pyramid_axes,
)
from pdz.writers.docx._chart_labels import choose_labels, has_direct_names
from pdz.writers.docx._chart_looks import NO_FILL, Letters
from pdz.writers.docx._chart_plan import Plan
from pdz.writers.docx._chart_series import write_series
from pdz.writers.docx._chart_workbook import make_workbook
from pdz.writers.docx._xml import DECLARATION, R

WORKBOOK_ID = "rId1"
"""The relationship from the chart to its workbook."""

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    f' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{R}"'
)
_AXES = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
_LEFT_AXES = f'<c:axId val="{LEFT_CATEGORIES}"/><c:axId val="{LEFT_VALUES}"/>'


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """A chart as parts of the file."""

    rid: str
    name: str
    """Of both parts, without the extension."""
    drawing: bytes
    workbook: bytes


def make_chart(plan: Plan, number: int, letters: Letters) -> ChartFiles:
    """The parts of the chart number `number` of the file, captioned or not."""
    shown = choose_labels(plan)
    names = has_direct_names(plan, shown)
    series = [write_series(plan, shown, letters, index, names=names) for index in range(len(plan.figures.names))]
    drawing = (
        f'{DECLARATION}<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{escape_attribute(letters.language)}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_plot(plan, series, letters)}</c:plotArea>'
        f'{"" if names else _legend(plan, letters)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{NO_FILL}{letters.properties()}<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    name = f"pdz-chart{number}"
    return ChartFiles(f"rIdChart{number}", name, drawing.encode(), make_workbook(plan.figures))


def _plot(plan: Plan, series: list[str], letters: Letters) -> str:
    """The bars, lines or slices, then their axes."""
    inside = "".join(series)
    match plan.chart.kind:
        case "barre":
            return _bars(plan, inside, _AXES) + write_axes(plan, letters)
        case "linee":
            lines = f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{inside}<c:marker val="1"/>'
            return f"{lines}{_AXES}</c:lineChart>{write_axes(plan, letters)}"
        case "torta":
            return f'<c:pieChart><c:varyColors val="1"/>{inside}<c:firstSliceAng val="0"/></c:pieChart>'
        case "ciambella":
            hole = '<c:firstSliceAng val="0"/><c:holeSize val="50"/>'
            return f'<c:doughnutChart><c:varyColors val="1"/>{inside}{hole}</c:doughnutChart>'
        case "piramide":
            left, right = series
            return _bars(plan, left, _LEFT_AXES) + _bars(plan, right, _AXES) + write_pyramid_axes(plan, letters)
        case _:
            assert_never(plan.chart.kind)


def _bars(plan: Plan, inside: str, axes: str) -> str:
    direction = "bar" if plan.horizontal else "col"
    grouping = "stacked" if plan.stacked else "clustered"
    overlap = '<c:overlap val="100"/>' if plan.stacked else ""
    gap = 20 if plan.chart.kind == "piramide" else 60
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{inside}'
        f'<c:gapWidth val="{gap}"/>{overlap}{axes}</c:barChart>'
    )


def _legend(plan: Plan, letters: Letters) -> str:
    """The names of several series, or of the slices of a pie."""
    pie = plan.chart.kind in ("torta", "ciambella")
    if len(plan.figures.names) == 1 and not pie:
        return ""
    position = "r" if pie else "b"
    return f'<c:legend><c:legendPos val="{position}"/><c:overlay val="0"/>{letters.properties()}</c:legend>'
