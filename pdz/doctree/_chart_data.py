# SPDX-License-Identifier: EUPL-1.2
"""The figures of a chart as a table: beside the drawing for who cannot see it, in its place where nothing is drawn."""

from decimal import Decimal

from pdz.doctree._charts import Chart, Series
from pdz.doctree._nodes import Cell, Column, Euro, Number, Percent, Quantity, Row, Table

MISSING = "—"
"""Printed where a chart has a gap."""


def chart_table(chart: Chart) -> Table:
    """Categories in rows, series in columns; it has neither caption nor number, which are of the chart."""
    rows = tuple(
        Row((category, *(_cell(chart, serie, index) for serie in chart.series)))
        for index, category in enumerate(chart.categories)
    )
    names = [serie.name or chart.measure for serie in chart.series]
    head = Row((chart.categories_title or chart.measure, *names))
    columns = (Column(2, header=True), *(Column(1, "destra") for _ in chart.series))
    return Table(columns, rows, (head,), description=chart.description)


def chart_quantity(chart: Chart, value: Decimal) -> Quantity:
    """A value of the chart as a node, so that it is written like everywhere else in the document."""
    match chart.unit:
        case "euro":
            return Euro(value)
        case "percento":
            return Percent(value, chart.decimals)
        case "numero":
            return Number(value, chart.decimals)


def _cell(chart: Chart, serie: Series, index: int) -> Cell:
    value = next(iter(serie.values[index : index + 1]), None)
    if value is None:
        return MISSING
    return serie.label(index) or chart_quantity(chart, value)
