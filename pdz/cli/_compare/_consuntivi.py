# SPDX-License-Identifier: EUPL-1.2
"""What was promised and what was reached of an objective of the past triennium."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.cli._compare import place_of
from pdz.cli._compare._righe import wrap_line
from pdz.cli._compare._valori import format_misura
from pdz.compare.consuntivi import Consuntivo
from pdz.findings import shorten
from pdz.model.esiti import Indicatore
from pdz.pipeline.compare import Confronto

_FULL = Decimal(100)


def render_consuntivo(confronto: Confronto, consuntivo: Consuntivo) -> Iterator[str]:
    """The grado, whether it goes on, how many indicators were reached; those that were not, one by one."""
    yield f"     {_describe(consuntivo)}: {place_of(confronto.dopo, consuntivo.path)}"
    if not consuntivo.indicatori:
        return
    degrees = [calcolo.valore for calcolo in consuntivo.raggiungimenti]
    yield f"     indicatori: {_count(degrees)}"
    for indicatore, degree in zip(consuntivo.indicatori, degrees, strict=True):
        if degree is not None and degree < _FULL:
            name = f"{indicatore.id} «{shorten(indicatore.nome, 100)}»"
            yield from wrap_line(f"{say_values(indicatore, indicatore)}: {name}", "       ")


def _count(degrees: list[Decimal | None]) -> str:
    """«3 raggiunti, 1 non raggiunto, 5 non calcolabili»."""
    unknown = degrees.count(None)
    reached = sum(degree is not None and degree >= _FULL for degree in degrees)
    words = (
        (reached, "raggiunto", "raggiunti"),
        (len(degrees) - reached - unknown, "non raggiunto", "non raggiunti"),
        (unknown, "non calcolabile", "non calcolabili"),
    )
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in words if number)


def _describe(consuntivo: Consuntivo) -> str:
    """«grado 80% (buono), da riproporre»."""
    parts = [f"azione {consuntivo.stato}"] if consuntivo.stato else []
    if consuntivo.grado is not None:
        known = consuntivo.grado.calcolo.valore is not None
        parts.append(f"grado {consuntivo.grado.stampa}" if known else "grado non calcolabile")
    if consuntivo.riproposto is not None:
        parts.append("da riproporre" if consuntivo.riproposto else "da non riproporre")
    if consuntivo.risultati:
        parts.append(f"risultati raccontati: {len(consuntivo.risultati)}")
    return ", ".join(parts) or "esito"


def say_values(promised: Indicatore, reached: Indicatore) -> str:
    """«promesso 2 posti, raggiunto 0»."""
    unit = f" {promised.unita}" if promised.unita else ""
    actual = format_misura(reached.realizzato) if reached.realizzato is not None else "vedi l'esito"
    if promised.previsto is None:
        return f"{'promesso a tappe' if promised.tappe else 'senza valore atteso'}, raggiunto {actual}"
    return f"promesso {format_misura(promised.previsto)}{unit}, raggiunto {actual}"
