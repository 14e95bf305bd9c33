# SPDX-License-Identifier: EUPL-1.2
"""The figures of a chart as its workbook holds them: the drawing repeats the same texts and numbers."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pdz.doctree import Chart
from pdz.writers._text import strip_forbidden

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST = 32_767
"""Characters that a cell may hold: Excel calls a workbook with more damaged."""
_MOST_DECIMALS = 15
"""Beyond the digits of a number in Excel."""
_UNNAMED = "Valori"


@dataclass(frozen=True, slots=True)
class Figures:
    """Categories in column A from row 2, series from column B, names in row 1."""

    corner: str
    """What the categories are."""
    categories: tuple[str, ...]
    names: tuple[str, ...]
    """Of the series."""
    columns: tuple[tuple[Decimal | None, ...], ...]
    """The values of each series, as many as the categories; of a percentage the hundredth part: 80% is 0.80."""
    codes: tuple[tuple[str, ...], ...]
    """How each value is written, as Excel says it."""


def collect_figures(chart: Chart) -> Figures:
    """What the workbook of `chart` holds."""
    columns = tuple(_column(chart, serie.values) for serie in chart.series)
    return Figures(
        _text(chart.categories_title),
        tuple(map(_text, chart.categories)),
        tuple(_text(serie.name or chart.measure or _UNNAMED) for serie in chart.series),
        columns,
        tuple(tuple(cell_code(chart, value) for value in column) for column in columns),
    )


def _text(text: str) -> str:
    """As a cell can hold it; «_x000D_» would be read as a code."""
    return _ESCAPED.sub("_x005F_", strip_forbidden(text)[:_LONGEST])


def _column(chart: Chart, values: tuple[Decimal | None, ...]) -> tuple[Decimal | None, ...]:
    """Percentages as Excel keeps them, so that who edits may type 80 or 80%."""
    count = len(chart.categories)
    shift = -2 if chart.unit == "percento" else 0
    full = (*values[:count], *[None] * (count - len(values)))
    return tuple(None if value is None else value.scaleb(shift) for value in full)


def cell_code(chart: Chart, value: Decimal | None) -> str:
    """The format of a value in the workbook: euro to the cent, as in tables."""
    return format_code(chart, 2 if chart.unit == "euro" else _decimals(chart, value))


def label_code(chart: Chart, value: Decimal | None) -> str:
    """The format of a value in the drawing, with the decimals that the chart asks for."""
    euro_as_it_is = chart.unit == "euro" and chart.decimals is None
    return format_code(chart, 2 if euro_as_it_is else _decimals(chart, value))


def _decimals(chart: Chart, value: Decimal | None) -> int:
    if chart.decimals is not None or value is None:
        return chart.decimals or 0
    exponent = value.as_tuple().exponent
    shown = -exponent if isinstance(exponent, int) else 0
    return min(max(shown - (2 if chart.unit == "percento" else 0), 0), _MOST_DECIMALS)


def format_code(chart: Chart, decimals: int) -> str:
    """A number format; dots and commas stand for those of the reader's language."""
    number = "#,##0" + ("." + "0" * decimals if decimals else "")
    return number + {"numero": "", "euro": '"\u00a0€"', "percento": "%"}[chart.unit]


def number_text(value: Decimal) -> str:
    """A number as XML wants it."""
    return format(value, "f")


def column_letters(index: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
