# SPDX-License-Identifier: EUPL-1.2
"""Un dato si riferisce a un giorno che viene dopo la sua consultazione, o dopo il piano.

Che cosa controlla:
    La data (o il primo giorno dell'anno) di un dato non viene dopo il giorno in cui la fonte è stata consultata, né
    dopo l'approvazione del piano, né dopo la fine del triennio. Non si segnala ciò che si dichiara previsto: un nome,
    un titolo o una nota con «previsione», «stima», «atteso», «da realizzare» e simili.

Perché:
    «Al 01/01/2024, fonte consultata l'11/11/2022»: una delle due date è rimasta dal piano precedente.

Segnala:
    fatti:
      - id: popolazione
        nome: Popolazione residente
        valore: 112991
        unita: persone
        al: 2024-01-01  # D020
        fonte: {nome: ISTAT, consultata: 2022-11-11}

Accetta:
    fatti:
      - id: popolazione
        nome: Popolazione residente
        valore: 112991
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, consultata: 2024-11-11}

Rimedio:
    Correggi la data sbagliata. Se il dato è una previsione, dillo nel nome o nella nota.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): ogni dato di contesto con fonte e data.
"""

import re
from collections.abc import Iterator
from datetime import date

from pdz.dates import format_date, format_on_date, parse_triennio
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context
from pdz.rules._comuni import find_days
from pdz.rules._dati import Dato, iter_dati

SEVERITY = Severity.WARNING
_FORECAST = re.compile(
    r"previs|preved|stim[ae]|proiezion|scenari|attes[oaie]\b|programmat|obiettiv|target|\bda (?:realizzare|attivare)\b"
    r"|\bentro\b|futur",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Problem]:
    """Data of a day that had not come yet."""
    piano = ctx.piano
    approved = piano.approvazione.data if piano.approvazione is not None else None
    end = date(parse_triennio(piano.triennio)[1], 12, 31)
    for dato in iter_dati(piano):
        first, last = find_days(dato.al, dato.anno)
        if first is None or last is None or _FORECAST.search(dato.testi):
            continue
        key = "al" if dato.al is not None else "anno"
        when = f"al {format_date(first)}" if first == last else f"al {first.year}"
        late = _explain(dato, first, approved, end)
        if late is not None:
            message = f"{dato.nome}: il dato si riferisce {when}, {late[0]}"
            yield Problem((*dato.path, key), message, "correggi la data; se è una previsione, dillo", related=late[1])


def _explain(dato: Dato, first: date, approved: date | None, end: date) -> tuple[str, Path | None] | None:
    """What the day comes after, and where that is written."""
    seen = dato.fonte.consultata if dato.fonte is not None else None
    if seen is not None and first > seen:
        return f"ma la fonte è stata consultata prima, {format_on_date(seen)}", (*dato.path, "fonte", "consultata")
    if approved is not None and first > approved:
        return f"ma il piano è stato approvato prima, {format_on_date(approved)}", ("approvazione", "data")
    if first > end:
        return f"dopo la fine del triennio, il {format_date(end)}", ("triennio",)
    return None
