# SPDX-License-Identifier: EUPL-1.2
"""The axes of bars, lines and pyramids."""

from decimal import Decimal

from pdz.writers.docx._chart_figures import format_code, number_text
from pdz.writers.docx._chart_looks import AXIS_LINE, GRID_LINES, Letters
from pdz.writers.docx._chart_plan import Plan, axis_end

CATEGORIES, VALUES, LEFT_CATEGORIES, LEFT_VALUES = "1", "2", "3", "4"
"""Ids of the axes; those of the left side only a pyramid has."""

_SMALL = 10
"""An axis that ends under this has marks between whole numbers: «0,5» must not be printed as «1»."""
_ROOM_FOR_FIGURES = Decimal("1.2")
"""The longest bar of a pyramid must not reach the names of the categories."""
_SIGNS = frozenset({"%", "€", "euro"})
"""Measures that the numbers of the axis already carry."""


def write_axes(plan: Plan, letters: Letters) -> str:
    """The axis of the categories and that of the values."""
    chart, values = plan.chart, _values(plan)
    end = chart.maximum.scaleb(-2 if chart.unit == "percento" else 0) if chart.maximum is not None else None
    bounds = f'<c:max val="{number_text(end)}"/>' if end is not None and max(values) <= end else ""
    if chart.kind == "barre" and min(values) >= 0:
        bounds += '<c:min val="0"/>'  # left to itself Word may begin bars above zero, and exaggerate the differences
    upside_down = plan.horizontal  # the first category on top, as it is read, and the values still below
    return _category_axis(plan, letters, reverse=upside_down) + _value_axis(
        plan, letters, bounds, crosses="max" if upside_down else "autoZero"
    )


def write_pyramid_axes(plan: Plan, letters: Letters) -> str:
    """Two pairs of axes one on the other, whose zeros meet in the middle; those of the left side run leftwards.

    So the figures of both sides stay positive in the workbook, and who edits them types what is true. The price: the
    ends of the axes are fixed, and a much larger figure asks to move them by hand.
    """
    end, step = axis_end(max(_values(plan)) * _ROOM_FOR_FIGURES)
    bounds = f'<c:max val="{number_text(end)}"/><c:min val="-{number_text(end)}"/>'
    unit = f'<c:majorUnit val="{number_text(step)}"/>'
    own = _axis_code(plan)
    right = f"{own};;{own}"  # the negative half of each axis says nothing, and one zero is enough
    return (
        _category_axis(plan, letters, ids=(LEFT_CATEGORIES, LEFT_VALUES), at_left="high")
        + _value_axis(plan, letters, bounds, unit, ids=(LEFT_VALUES, LEFT_CATEGORIES), code=f"{own};;", reverse=True)
        + _value_axis(plan, letters, bounds, unit, code=right, main=False)
        + _category_axis(plan, letters, main=False)
    )


def _category_axis(
    plan: Plan,
    letters: Letters,
    *,
    ids: tuple[str, str] = (CATEGORIES, VALUES),
    reverse: bool = False,
    at_left: str = "low",
    main: bool = True,
) -> str:
    title = letters.title(plan.chart.categories_title, upwards=plan.horizontal) if main else ""
    return (
        f'<c:catAx><c:axId val="{ids[0]}"/>{_scaling(reverse=reverse)}<c:delete val="{not main:d}"/>'
        f'<c:axPos val="{"l" if plan.horizontal else "b"}"/>{title}<c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{at_left}"/>{AXIS_LINE}'
        f'{letters.properties(level=plan.horizontal)}<c:crossAx val="{ids[1]}"/><c:crosses val="autoZero"/>'
        '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(
    plan: Plan,
    letters: Letters,
    bounds: str,
    unit: str = "",
    *,
    ids: tuple[str, str] = (VALUES, CATEGORIES),
    crosses: str = "autoZero",
    code: str = "",
    reverse: bool = False,
    main: bool = True,
) -> str:
    measure = plan.chart.measure if main and plan.chart.measure not in _SIGNS else ""
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/>{_scaling(bounds, reverse=reverse)}<c:delete val="0"/>'
        f'<c:axPos val="{"b" if plan.horizontal else "l"}"/>{GRID_LINES if main else ""}'
        f"{letters.title(measure, upwards=not plan.horizontal)}"
        f"{letters.number_format(code or _axis_code(plan))}"
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{letters.properties()}<c:crossAx val="{ids[1]}"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def _scaling(bounds: str = "", *, reverse: bool = False) -> str:
    return f'<c:scaling><c:orientation val="{"maxMin" if reverse else "minMax"}"/>{bounds}</c:scaling>'


def _axis_code(plan: Plan) -> str:
    """The format of the numbers of an axis."""
    chart = plan.chart
    largest = max(map(abs, _values(plan)))
    if chart.unit == "percento":
        return format_code(chart, int(largest * 100 < _SMALL))
    if chart.unit == "euro":
        return format_code(chart, 2 if largest < _SMALL else 0)
    return "General" if largest < _SMALL else format_code(chart, 0)


def _values(plan: Plan) -> list[Decimal]:
    """All the figures; of stacked bars also their sums."""
    columns = plan.figures.columns
    known = [value for column in columns for value in column if value is not None]
    if not plan.stacked:
        return known
    return known + [sum((value or Decimal(0) for value in row), Decimal(0)) for row in zip(*columns, strict=True)]
