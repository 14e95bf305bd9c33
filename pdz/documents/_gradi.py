# SPDX-License-Identifier: EUPL-1.2
"""The chart of the gradi: bars of 100 at most, cut like their print, with the judgement of the scale."""

import textwrap
from dataclasses import replace
from decimal import Decimal

from pdz.calc import Automatico, Calcolo, SerieCalcolata
from pdz.calc._esatto import count_decimals
from pdz.doctree import Chart, Series
from pdz.documents._grafici import with_gaps
from pdz.documents._maker import Maker
from pdz.documents._messaggi import tell_values

_LONGEST_NAME = 70
"""Characters of a category: the whole title stands over the table of the outcome."""

_FULL = Decimal(100)


def gradi_chart(maker: Maker, automatico: Automatico) -> Chart:
    """Gradi as they are printed elsewhere: cut to the integer, with their judgement."""
    names = tuple(_outcome_name(maker, name, automatico.genere) for name in automatico.categorie)
    (serie,) = automatico.serie
    grado = maker.label("grado")
    values = tuple(_as_printed(calcolo) for calcolo in serie.valori)
    labels = tuple(_judged(maker, name, c) for name, c in zip(automatico.categorie, serie.valori, strict=True))
    found = [value for value in values if value is not None]
    told = with_gaps(maker, "", _with_reasons(maker, automatico), names)
    chart = Chart(
        "barre",
        names,
        (Series(grado, values, labels),),
        maker.label(f"grafico_{automatico.genere}"),
        automatico.id,
        told,
        unit="percento",
        decimals=max((count_decimals(value) for value in found), default=0),
        categories_title=maker.label("obiettivo_o_area" if automatico.genere == "gradi" else "macroarea_colonna"),
        horizontal=True,
        maximum=_FULL if max(found) <= _FULL else None,
    )
    return replace(chart, description=tell_values(maker, chart))


def _as_printed(calcolo: Calcolo) -> Decimal | None:
    """A computed grado is cut to the integer, like its print: a bar of 80% beside «79% (sufficiente)» would lie."""
    if calcolo.valore is None or not calcolo.stampa or calcolo.valore < 1:
        return calcolo.valore
    return Decimal(int(calcolo.valore))


def _judged(maker: Maker, name: str, calcolo: Calcolo) -> str:
    """«80% (buono)»."""
    if calcolo.valore is None:
        return ""
    grado = maker.quadro.gradi.get(name)
    return grado.stampa if grado is not None and grado.calcolo is calcolo else calcolo.stampa


def _outcome_name(maker: Maker, name: str, genere: str) -> str:
    """«B.2 Sviluppare il Sistema Abitativo…», «Macroarea B. Politiche abitative»."""
    if genere == "macroaree":
        title = maker.past_titles().get(name, "")
        return textwrap.shorten(maker.label("macroarea", codice=name, titolo=title), _LONGEST_NAME, placeholder="…")
    esito = next(esito for esito in reversed(maker.piano.esiti) if esito.id == name)
    number = f"{esito.macroarea}.{esito.numero} " if esito.macroarea and esito.numero else ""
    return textwrap.shorten(number + esito.titolo, _LONGEST_NAME, placeholder="…")


def _with_reasons(maker: Maker, automatico: Automatico) -> Automatico:
    """The gradi that are not known, with the reason that the plan gives when it gives one."""
    (serie,) = automatico.serie
    given = {
        esito.id: assenza.motivo for esito in maker.piano.esiti for assenza in esito.assenti if assenza.campo == "grado"
    }
    valori = tuple(
        replace(calcolo, motivo=given.get(name, calcolo.motivo))
        for name, calcolo in zip(automatico.categorie, serie.valori, strict=True)
    )
    return replace(automatico, serie=(SerieCalcolata(serie.nome, valori),))
