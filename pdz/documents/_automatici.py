# SPDX-License-Identifier: EUPL-1.2
"""The charts that pdz makes by itself: the figures of `pdz.calc.automatici` with words, colours left to the writers."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from pdz.calc import Automatico
from pdz.calc._esatto import count_decimals
from pdz.doctree import Chart
from pdz.documents._gradi import gradi_chart
from pdz.documents._grafici import make_series, with_gaps
from pdz.documents._maker import Maker
from pdz.documents._messaggi import tell_ages, tell_lines, tell_totals, tell_values, tell_values_and_total
from pdz.documents._valori import format_period
from pdz.model.esiti import Monitoraggio

_FULL = Decimal(100)


def automatic_charts(maker: Maker, posto: str) -> Iterator[Chart]:
    """The computed charts that follow what stands at `posto`, but for those that a text has placed."""
    for automatico in maker.quadro.automatici.values():
        if automatico.posto == posto and automatico.da_solo and automatico.id not in maker.inserted:
            yield make_automatic(maker, automatico)


def make_automatic(maker: Maker, automatico: Automatico) -> Chart:
    """A computed chart, wherever it stands."""
    match automatico.genere:
        case "gradi" | "macroaree":
            return gradi_chart(maker, automatico)
        case "livelli":
            return _levels(maker, automatico)
        case "fondi":
            names = tuple(_fund_name(maker, codice) for codice in automatico.categorie)
            return _bars(maker, automatico, names, maker.label("fondo"))
        case "quote":
            names = tuple(maker.label(f"fondi_livello_{livello}") for livello in automatico.categorie)
            return _ring(maker, automatico, names, maker.label("livello"))
        case "aree":
            return _ring(maker, automatico, automatico.categorie, maker.label("area_intervento"))
        case "posti":
            return _bars(maker, automatico, automatico.categorie, maker.label("tipologia"))
        case "eta":
            return _ages(maker, automatico)
        case "serie":
            return _lines(maker, automatico)
        case _:
            assert_never(automatico.genere)


def _title(maker: Maker, automatico: Automatico) -> str:
    return maker.label(f"grafico_{automatico.genere}")


def _fund_name(maker: Maker, codice: str) -> str:
    return maker.fondi.get(codice) or (maker.label("fondo_non_indicato") if codice == "non_indicato" else codice)


def _levels(maker: Maker, automatico: Automatico) -> Chart:
    """The amounts by level, divided by class of funds where there are two."""
    several = len(automatico.serie) > 1
    series = tuple(
        replace(make_series(serie, len(automatico.categorie)), name=maker.label(f"fondi_classe_{serie.nome}"))
        for serie in automatico.serie
    )
    chart = Chart(
        "barre",
        tuple(maker.label(f"fondi_livello_{livello}") for livello in automatico.categorie),
        series if several else (replace(series[0], name=maker.label("importo")),),
        _title(maker, automatico),
        automatico.id,
        unit="euro",
        decimals=2,
        measure=maker.label("euro"),
        categories_title=maker.label("livello"),
        stacked=several,
        horizontal=True,
    )
    return replace(chart, description=tell_totals(maker, chart))


def _bars(maker: Maker, automatico: Automatico, names: tuple[str, ...], heading: str) -> Chart:
    """One bar for each thing, lying: its name is long."""
    (serie,) = automatico.serie
    places = automatico.genere == "posti"
    rete = maker.piano.rete_offerta if places else None
    source = maker.source(rete.fonte) if rete is not None else ""
    chart = Chart(
        "barre",
        names,
        (replace(make_series(serie, len(names)), name=maker.label("posti" if places else "importo")),),
        maker.dated(_title(maker, automatico), rete.al if rete is not None else None),
        automatico.id,
        with_gaps(maker, source, automatico, names),
        unit="numero" if places else "euro",
        decimals=0 if places else 2,
        measure=maker.label("posti_misura" if places else "euro"),
        categories_title=heading,
        horizontal=True,
    )
    return replace(chart, description=tell_values_and_total(maker, chart))


def _ring(maker: Maker, automatico: Automatico, names: tuple[str, ...], heading: str) -> Chart:
    """Shares of a whole; bars when one is not known, because a ring with a slice missing would seem whole."""
    (serie,) = automatico.serie
    rete = maker.piano.rete_offerta if automatico.genere == "aree" else None
    whole = all(calcolo.valore is not None for calcolo in serie.valori)
    values = [calcolo.valore for calcolo in serie.valori if calcolo.valore is not None]
    chart = Chart(
        "ciambella" if whole else "barre",
        names,
        (replace(make_series(serie, len(names)), name=maker.label("quota")),),
        maker.dated(_title(maker, automatico), rete.al if rete is not None else None),
        automatico.id,
        with_gaps(maker, maker.source(rete.fonte) if rete is not None else "", automatico, names),
        unit="percento",
        decimals=max(count_decimals(value) for value in values),
        categories_title=heading,
        horizontal=not whole,
    )
    return replace(chart, description=tell_values(maker, chart))


def _ages(maker: Maker, automatico: Automatico) -> Chart:
    demografia = maker.piano.demografia
    assert demografia is not None  # the chart is made from it
    series = tuple(
        replace(make_series(serie, len(automatico.categorie)), name=maker.label(f"grafico_{serie.nome}"))
        for serie in automatico.serie
    )
    chart = Chart(
        "barre",
        automatico.categorie,
        series,
        maker.dated(_title(maker, automatico), demografia.al),
        automatico.id,
        with_gaps(maker, maker.source(demografia.fonte), automatico, automatico.categorie),
        unit="percento",
        decimals=1,
        categories_title=maker.label("comune"),
        stacked=True,
        horizontal=True,
        maximum=_FULL,
    )
    return replace(chart, description=tell_ages(maker, chart))


def _series_title(maker: Maker, automatico: Automatico, titolo: str) -> str:
    """The charts of a monitoraggio after the first have a number, in their id too."""
    number = automatico.id.removeprefix(f"grafico_{automatico.posto}").lstrip("_")
    return (
        maker.label("grafico_serie_altre", titolo=titolo, numero=number)
        if number
        else (maker.label("grafico_serie", titolo=titolo))
    )


def _lines(maker: Maker, automatico: Automatico) -> Chart:
    """The series of a monitoraggio; the second chart and the others have the smaller values."""
    monitoraggio: Monitoraggio = next(m for m in reversed(maker.piano.monitoraggi) if m.id == automatico.posto)
    valori = automatico.valori
    same = {calcolo.unita for calcolo in valori}
    source = maker.label("fonte", nome=monitoraggio.fonte) + "." if monitoraggio.fonte else ""
    periods = tuple(format_period(maker, periodo) for periodo in automatico.categorie)
    chart = Chart(
        "linee",
        periods,
        tuple(make_series(serie, len(periods)) for serie in automatico.serie),
        _series_title(maker, automatico, monitoraggio.titolo),
        automatico.id,
        with_gaps(maker, source, automatico, periods),
        unit=valori[0].tipo,
        decimals=max(count_decimals(valore.valore) for valore in valori if valore.valore is not None),
        measure=next(iter(same)) if len(same) == 1 else "",
        categories_title=maker.label("periodo"),
    )
    return replace(chart, description=tell_lines(maker, chart))
