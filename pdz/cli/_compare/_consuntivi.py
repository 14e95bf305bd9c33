# SPDX-License-Identifier: EUPL-1.2
"""What was promised and what was reached of an objective of the past triennium."""

from collections.abc import Iterator

from pdz.cli._compare import place_of
from pdz.cli._compare._righe import wrap_line
from pdz.cli._compare._valori import format_misura
from pdz.compare import is_missed, is_reached
from pdz.compare.consuntivi import Consuntivo
from pdz.findings import shorten
from pdz.model.esiti import Indicatore
from pdz.pipeline.compare import Confronto


def render_consuntivo(confronto: Confronto, consuntivo: Consuntivo) -> Iterator[str]:
    """The grado, whether it goes on, how many indicators were reached; those that were not, one by one."""
    yield f"     {_describe(consuntivo)}: {place_of(confronto.dopo, consuntivo.path)}"
    if not consuntivo.indicatori:
        return
    missed = [one for one in consuntivo.indicatori if is_missed(one)]
    yield f"     indicatori: {_count(consuntivo.indicatori, len(missed))}"
    for one in missed:
        yield from wrap_line(f"{say_values(one, one)}: {one.id} «{shorten(one.nome, 100)}»", "       ")


def _count(indicatori: tuple[Indicatore, ...], missed: int) -> str:
    """«3 raggiunti, 1 non raggiunto, 5 non calcolabili»."""
    reached = sum(map(is_reached, indicatori))
    words = (
        (reached, "raggiunto", "raggiunti"),
        (missed, "non raggiunto", "non raggiunti"),
        (len(indicatori) - reached - missed, "non calcolabile", "non calcolabili"),
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
        number = len(consuntivo.risultati)
        parts.append("1 risultato" if number == 1 else f"{number} risultati")
    return ", ".join(parts) or "esito"


def say_values(promised: Indicatore, reached: Indicatore) -> str:
    """«promesso 2 posti, raggiunto 0»."""
    unit = f" {promised.unita}" if promised.unita else ""
    told = reached.realizzato
    actual = "vedi l'esito" if told is None else told.stato or f"raggiunto {format_misura(told)}"
    if promised.previsto is None:
        return f"{'promesso a tappe' if promised.tappe else 'senza valore atteso'}, {actual}"
    return f"promesso {format_misura(promised.previsto)}{unit}, {actual}"
