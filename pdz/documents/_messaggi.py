# SPDX-License-Identifier: EUPL-1.2
"""What a computed chart says, for who cannot see it: the highest value, the lowest, the total, from when to when."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from pdz.calc._esatto import add
from pdz.doctree import Chart, Series
from pdz.documents._maker import Maker
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent

_MOST_NAMES = 3


def tell_values(maker: Maker, chart: Chart) -> str:
    """The highest and the lowest value of a chart of one series, and whose they are."""
    (serie,) = chart.series
    known = [(value, index) for index, value in enumerate(serie.values) if value is not None]
    highest, lowest = max(known)[0], min(known)[0]
    parts = [maker.label("grafico_voci", titolo=chart.caption, numero=len(known))]
    if highest == lowest:
        parts.append(maker.label("grafico_uguali", valore=_write(chart, serie, known[0][1])))
        return " ".join(parts)
    for name, extreme in (("grafico_massimo", highest), ("grafico_minimo", lowest)):
        places = [index for value, index in known if value == extreme]
        names = _names(maker, [chart.categories[place] for place in places])
        parts.append(maker.label(name, valore=_write(chart, serie, places[0]), nomi=names))
    return " ".join(parts)


def tell_totals(maker: Maker, chart: Chart) -> str:
    """The sum of each category and of all, for a chart of amounts or counts."""
    sums = [add(_known(serie.values[index] for serie in chart.series)) for index in range(len(chart.categories))]
    parts = (f"{name} {_format(chart, value)}" for name, value in zip(chart.categories, sums, strict=True))
    return f"{chart.caption}: {'; '.join(parts)}. {_tell_total(maker, chart, sums)}"


def tell_values_and_total(maker: Maker, chart: Chart) -> str:
    """The highest value, the lowest, and their sum when none is missing: empty is not zero."""
    values = chart.series[0].values
    told = tell_values(maker, chart)
    return told if None in values else f"{told} {_tell_total(maker, chart, _known(values))}"


def _tell_total(maker: Maker, chart: Chart, values: Sequence[Decimal]) -> str:
    return maker.label("grafico_totale", valore=_format(chart, add(values)))


def tell_ages(maker: Maker, chart: Chart) -> str:
    """The shares of the last row, the Ambito; then where the oldest and the youngest are most."""
    name = chart.categories[-1]
    last = [(serie.name, serie.values[-1]) for serie in chart.series]
    shares = "; ".join(f"{age} {_format(chart, value)}" for age, value in last if value is not None)
    parts = [f"{chart.caption}.", *([f"{name}: {shares}."] if shares else [])]
    for serie in (chart.series[0], chart.series[-1]):
        known = [(value, index) for index, value in enumerate(serie.values[:-1]) if value is not None]
        if len(known) > 1:
            words = {
                "fascia": serie.name,
                "minimo": _format(chart, min(known)[0]),
                "dove_minimo": chart.categories[min(known)[1]],
                "massimo": _format(chart, max(known)[0]),
                "dove_massimo": chart.categories[max(known)[1]],
            }
            parts.append(maker.label("grafico_fascia", **words))
    return " ".join(parts)


def tell_lines(maker: Maker, chart: Chart) -> str:
    """For each line, its first and last value and its peak, each with its period."""
    return f"{chart.caption}. " + " ".join(_tell_line(maker, chart, serie) for serie in chart.series)


def _tell_line(maker: Maker, chart: Chart, serie: Series) -> str:
    known = [index for index, value in enumerate(serie.values) if value is not None]
    words = {
        "serie": serie.name,
        "primo": _write(chart, serie, known[0]),
        "inizio": chart.categories[known[0]],
    }
    if len(known) == 1:
        return maker.label("grafico_punto", **words)
    peak = max(known, key=lambda index: (serie.values[index] or Decimal(0), -index))
    words |= {
        "ultimo": _write(chart, serie, known[-1]),
        "fine": chart.categories[known[-1]],
        "massimo": _write(chart, serie, peak),
        "quando": chart.categories[peak],
    }
    return maker.label("grafico_linea", **words)


def _names(maker: Maker, names: Sequence[str]) -> str:
    shown = ", ".join(f"«{name}»" for name in names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return maker.label("grafico_e_altri", nomi=shown, numero=rest) if rest > 0 else shown


def _known(values: Iterable[Decimal | None]) -> list[Decimal]:
    return [value for value in values if value is not None]


def _write(chart: Chart, serie: Series, index: int) -> str:
    """The value in the words that stand on the chart."""
    value = serie.values[index]
    label = serie.labels[index] if index < len(serie.labels) else ""
    return label or ("" if value is None else _format(chart, value))


def _format(chart: Chart, value: Decimal) -> str:
    if chart.unit == "euro":
        return format_euro(value)
    return (format_percent if chart.unit == "percento" else format_number)(value, chart.decimals)
