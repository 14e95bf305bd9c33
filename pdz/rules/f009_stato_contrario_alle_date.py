# SPDX-License-Identifier: EUPL-1.2
"""Lo stato di un progetto è contrario alle sue date.

Che cosa controlla:
    Il giorno di confronto è quello dell'approvazione del piano; se il piano non lo dice, l'ultimo giorno prima del
    triennio. Un progetto (o una voce dei fondi con lo stesso stato) «presentata» o «finanziata» non è già cominciato
    quel giorno; uno «in essere» non è già finito. Se il piano dice quando è stato approvato, uno «in essere» è
    cominciato e uno «conclusa» è finito entro quel giorno; altrimenti uno «conclusa» finisce entro il triennio.

Perché:
    Lo stato decide in quale totale entra l'importo: un progetto finito gonfia le risorse attive.

Segnala:
    progetti:
      - id: giovani
        area: Giovani
        titolo: Spazi per i giovani
        fonte: Bando regionale
        importo: 46000
        capofila: capofila
        ruolo: capofila
        stato: presentata  # F009
        avvio: 2023-10-01

Accetta:
    progetti:
      - id: giovani
        area: Giovani
        titolo: Spazi per i giovani
        fonte: Bando regionale
        importo: 46000
        capofila: capofila
        ruolo: capofila
        stato: in essere
        avvio: 2023-10-01

Rimedio:
    Correggi lo stato o la data.

Riferimenti:
    Allegati del Piano di Zona: stato di avvio e avanzamento; valore delle progettualità attive e presentate.
"""

from collections.abc import Iterator
from datetime import date

from pdz.dates import format_date, parse_triennio
from pdz.findings import Path, Problem, Severity
from pdz.model import Piano
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_approvazione, find_vigilia, iter_voci

SEVERITY = Severity.WARNING
_HINT = "correggi lo stato o la data"


def check(ctx: Context) -> Iterator[Problem]:
    """States that the dates deny."""
    things: list[tuple[Path, str, date | None, date | None]] = [
        (("progetti", index), progetto.stato, progetto.avvio, progetto.fine)
        for index, progetto in enumerate(ctx.piano.progetti)
    ]
    things += [(path, voce.stato, voce.avvio, voce.fine) for path, voce in iter_voci(ctx.piano) if voce.stato]
    for path, stato, start, end in things:
        found = _find_contrast(ctx.piano, stato, start, end)
        if found is not None:
            key, reason = found
            message = f"{name_at(ctx.piano, path)}lo stato è «{stato}», ma {reason}"
            yield Problem((*path, "stato"), message, _HINT, related=(*path, key))


def _find_contrast(piano: Piano, stato: str, start: date | None, end: date | None) -> tuple[str, str] | None:
    """The key of the date that denies a state, and how."""
    approved, today = find_approvazione(piano), find_vigilia(piano)
    last = approved or date(parse_triennio(piano.triennio)[1], 12, 31)
    when = "alla data di approvazione del piano" if approved else f"prima del triennio {piano.triennio}"
    match stato.strip().casefold():
        case "presentata" | "presentato" | "finanziata" | "finanziato" if start is not None and start <= today:
            return "avvio", f"{when} è già cominciato ({format_date(start)})"
        case "in essere" if end is not None and end < today:
            return "fine", f"{when} è già finito ({format_date(end)})"
        case "in essere" if approved is not None and start is not None and start > approved:
            return "avvio", f"{when} non è ancora cominciato ({format_date(start)})"
        case "conclusa" | "concluso" if end is not None and end > last:
            after = "l'approvazione del piano" if approved else f"il triennio {piano.triennio}"
            return "fine", f"finisce dopo {after} ({format_date(end)})"
    return None
