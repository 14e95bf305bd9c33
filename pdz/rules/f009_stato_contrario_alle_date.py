# SPDX-License-Identifier: EUPL-1.2
"""Lo stato di un progetto è contrario alle sue date.

Che cosa controlla:
    Il giorno di confronto è quello dell'approvazione del piano; se il piano non lo dice, l'ultimo giorno prima del
    triennio. Un progetto (o una voce dei fondi con lo stesso stato) «presentata» o «finanziata» non è già cominciato
    quel giorno; uno «in essere» non è già finito. Se il piano dice quando è stato approvato, uno «in essere» è
    cominciato e uno «conclusa» è finito entro quel giorno; altrimenti uno «conclusa» finisce entro il triennio, e uno
    «in essere» è cominciato prima, se il piano è adottato (o più avanti) e nessuna fonte vi risulta consultata dopo.

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
from typing import NamedTuple

from pdz.dates import format_date, parse_triennio
from pdz.findings import Path, Problem, Severity
from pdz.model import Piano
from pdz.rules import Context, name_at
from pdz.rules._dati import iter_dati
from pdz.rules._fondi import find_approvazione, find_vigilia, iter_voci

SEVERITY = Severity.WARNING
_WAITING = frozenset({"presentata", "presentato", "finanziata", "finanziato"})
_OVER = frozenset({"conclusa", "concluso"})
_HINT = "correggi lo stato o la data; se manca il giorno di approvazione del piano, scrivilo"


def check(ctx: Context) -> Iterator[Problem]:
    """States that the dates deny."""
    days = _find_days(ctx.piano)
    things: list[tuple[Path, str, date | None, date | None]] = [
        (("progetti", index), progetto.stato, progetto.avvio, progetto.fine)
        for index, progetto in enumerate(ctx.piano.progetti)
    ]
    things += [(path, voce.stato, voce.avvio, voce.fine) for path, voce in iter_voci(ctx.piano) if voce.stato]
    for path, stato, start, end in things:
        found = _find_contrast(days, stato.strip().casefold(), start, end)
        if found is not None:
            key, reason = found
            message = f"{name_at(ctx.piano, path)}lo stato è «{stato}», ma {reason}"
            yield Problem((*path, "stato"), message, _HINT, related=(*path, key))


class _Days(NamedTuple):
    """The days with which states are compared, and what they are in words."""

    today: date
    last: date
    is_known: bool
    """The plan was certainly written by `today`."""
    when: str
    after: str


def _find_days(piano: Piano) -> _Days:
    approved = find_approvazione(piano)
    if approved is not None:
        return _Days(approved, approved, True, "alla data di approvazione del piano", "l'approvazione del piano")
    last = date(parse_triennio(piano.triennio)[1], 12, 31)
    eve, triennio = find_vigilia(piano), f"triennio {piano.triennio}"
    known = piano.stato != "bozza" and not _is_later(piano, eve)
    return _Days(eve, last, known, f"prima del {triennio}", f"il {triennio}")


def _is_later(piano: Piano, day: date) -> bool:
    """True when a source was consulted after a day: the plan was written, or updated, later."""
    seen = (dato.fonte.consultata for dato in iter_dati(piano) if dato.fonte is not None)
    return any(consulted is not None and consulted > day for consulted in seen)


def _find_contrast(days: _Days, stato: str, start: date | None, end: date | None) -> tuple[str, str] | None:
    """The key of the date that denies a state, and how."""
    if start is not None and stato in _WAITING and start <= days.today:
        return "avvio", f"{days.when} è già cominciato ({format_date(start)})"
    if start is not None and stato == "in essere" and days.is_known and start > days.today:
        return "avvio", f"{days.when} non è ancora cominciato ({format_date(start)})"
    if end is not None and stato == "in essere" and end < days.today:
        return "fine", f"{days.when} è già finito ({format_date(end)})"
    if end is not None and stato in _OVER and end > days.last:
        return "fine", f"finisce dopo {days.after} ({format_date(end)})"
    return None
