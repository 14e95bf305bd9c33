# SPDX-License-Identifier: EUPL-1.2
"""Charts in Word."""

from dataclasses import replace

from pdz.doctree import Chart, chart_table
from pdz.writers.docx._context import Context, Place
from pdz.writers.docx._table import write_caption, write_table


def write_chart(ctx: Context, chart: Chart, place: Place) -> str:
    """The caption, then the figures of the chart as a table."""
    return write_caption(ctx, chart) + write_table(ctx, replace(chart_table(chart), source=chart.source), place)
