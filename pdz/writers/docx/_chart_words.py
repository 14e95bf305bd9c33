# SPDX-License-Identifier: EUPL-1.2
"""What a chart says to who cannot see it."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.doctree import Chart, Series, chart_quantity
from pdz.writers._text import format_quantity

_KINDS = {
    "barre": "Grafico a barre",
    "linee": "Grafico a linee",
    "torta": "Grafico a torta",
    "ciambella": "Grafico ad anello",
    "piramide": "Grafico a piramide",
}
_MOST_FIGURES = 40
"""Nobody listens to more: then a series is told by its lowest and highest figure."""


def describe_chart(chart: Chart) -> str:
    """The description of the chart, or a sentence made of its caption and figures."""
    if chart.description:
        return chart.description
    title = f" «{chart.caption}»" if chart.caption else ""
    measure = f", {chart.measure}" if chart.measure else ""
    brief = len(chart.series) * len(chart.categories) > _MOST_FIGURES
    parts = (
        (f"{serie.name}: " if serie.name else "") + ", ".join(_extremes(chart, serie) if brief else _all(chart, serie))
        for serie in chart.series
    )
    return f"{_KINDS[chart.kind]}{title}{measure}. {'; '.join(parts)}."


def _all(chart: Chart, serie: Series) -> Iterator[str]:
    for category, value in zip(chart.categories, (*serie.values, *[None] * len(chart.categories)), strict=False):
        yield f"{category}: dato mancante" if value is None else _figure(chart, category, value)


def _extremes(chart: Chart, serie: Series) -> Iterator[str]:
    known = [
        (value, category) for category, value in zip(chart.categories, serie.values, strict=False) if value is not None
    ]
    if not known:
        yield "dati mancanti"
        return
    for word, (value, category) in (
        ("minimo", min(known, key=lambda pair: pair[0])),
        ("massimo", max(known, key=lambda pair: pair[0])),
    ):
        yield f"{word} {_figure(chart, category, value)}"


def _figure(chart: Chart, category: str, value: Decimal) -> str:
    return f"{format_quantity(chart_quantity(chart, value))} ({category})"
