# SPDX-License-Identifier: EUPL-1.2
"""Charts in the text: caption above, drawing, source below."""

from pdz.doctree import Chart
from pdz.writers._text import escape_attribute
from pdz.writers.docx._chart_looks import Letters
from pdz.writers.docx._chart_part import make_chart
from pdz.writers.docx._chart_plan import make_plan
from pdz.writers.docx._chart_words import describe_chart
from pdz.writers.docx._context import Context, Place
from pdz.writers.docx._inline import write_runs
from pdz.writers.docx._table import write_caption
from pdz.writers.docx._xml import paragraph, run

_TWIPS_PER_CM = 567
_EMU_PER_CM = 360_000
_ROOM_FOR_CAPTION = 3.0
"""Centimetres of a page that a chart leaves to its caption and source."""
_NO_DATA = "Non ci sono dati da rappresentare."


def write_chart(ctx: Context, chart: Chart, place: Place) -> str:
    """A native chart with its figures in a workbook; a sentence when it has none."""
    caption = write_caption(ctx, chart)
    stay = "<w:keepNext/>" if chart.source and not place.cell else ""
    properties = stay + ctx.take_page_break() + place.align
    if any(value is not None for serie in chart.series for value in serie.values[: len(chart.categories)]):
        style = place.style if place.cell else "Figura"
        content = paragraph(ctx.styles.ids[style], _draw(ctx, chart, place), properties)
    else:
        content = paragraph(ctx.styles.ids[place.style], run(_NO_DATA), properties)
    source = paragraph(ctx.styles.ids["Fonte"], write_runs(ctx, chart.source)) if chart.source else ""
    return caption + content + source


def _draw(ctx: Context, chart: Chart, place: Place) -> str:
    """The run that holds the drawing."""
    page = ctx.pages.text_height(landscape=place.width > ctx.pages.text_width(landscape=False))
    plan = make_plan(chart, place.width / _TWIPS_PER_CM, page / _TWIPS_PER_CM - _ROOM_FOR_CAPTION)
    files = make_chart(plan, len(ctx.charts) + 1, Letters(ctx.styles.font, ctx.document.language))
    ctx.charts.append(files)
    ctx.pictures.drawn += 1  # pictures and charts share their numbers
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{round(plan.width * _EMU_PER_CM)}" cy="{round(plan.height * _EMU_PER_CM)}"/>'
        f'<wp:docPr id="{ctx.pictures.drawn}" name="Grafico {len(ctx.charts)}"'
        f' descr="{escape_attribute(describe_chart(chart))}"/><wp:cNvGraphicFramePr/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        f' r:id="{files.rid}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
