# SPDX-License-Identifier: EUPL-1.2
"""Un progetto o una voce sta fuori dal periodo della fonte che paga.

Che cosa controlla:
    Il periodo è quello del fondo nel catalogo del profilo (dove c'è) e, per i progetti, il settennio scritto nella
    fonte, come «FSE+ 2021-2027». Un progetto e una voce dei fondi cominciano entro il periodo e non finiscono prima; un
    progetto non è presentato dopo la fine del periodo; le annualità e l'esercizio di una voce non vengono prima.
    La fine può cadere dopo: la spesa dei programmi europei si chiude più tardi.

Perché:
    Un programma chiuso non paga un progetto che comincia oggi: di solito è sbagliata la fonte, o l'anno.

Segnala:
    progetti:
      - id: reti
        area: Inclusione
        titolo: Reti territoriali
        fonte: PON Inclusione 2014-2020
        importo: 100000
        capofila: capofila
        ruolo: capofila
        stato: finanziata
        avvio: 2025-03-01  # F010

Accetta:
    progetti:
      - id: reti
        area: Inclusione
        titolo: Reti territoriali
        fonte: PN Inclusione 2021-2027
        importo: 100000
        capofila: capofila
        ruolo: capofila
        stato: finanziata
        avvio: 2025-03-01

Rimedio:
    Correggi la fonte, il codice del fondo o la data.

Riferimenti:
    Catalogo dei fondi del profilo regionale; settennio del bilancio dell'Unione europea.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import Assegnazione, Progetto
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_years, iter_voci

SEVERITY = Severity.WARNING
_PERIOD = re.compile(r"\b(20\d\d) ?[-–/] ?(20\d\d)\b")
_SEVEN_YEARS = 6
_HINT = "correggi la fonte, il codice del fondo o la data"

Period: TypeAlias = tuple[int, int, str]
"""First year, last year, whose period it is."""


def check(ctx: Context) -> Iterator[Problem]:
    """Dates outside the period of the money."""
    catalogue = {f.codice: (f.dal or 0, f.al or 9999, f.nome) for f in ctx.profilo.fondi if f.dal or f.al}
    for index, progetto in enumerate(ctx.piano.progetti):
        period = _find_settennio(progetto.fonte) or catalogue.get(progetto.fondo or "")
        if period is not None:
            yield from _report(ctx, ("progetti", index), period, _project_slips(progetto, period))
    for path, voce in iter_voci(ctx.piano):
        period = catalogue.get(voce.fondo or "")
        if period is not None:
            yield from _report(ctx, path, period, _voce_slips(voce, period))


def _find_settennio(fonte: str) -> Period | None:
    found = [(int(first), int(last)) for first, last in _PERIOD.findall(fonte)]
    seven = [(first, last, fonte) for first, last in found if last - first == _SEVEN_YEARS]
    return seven[0] if len(seven) == 1 else None


def _report(ctx: Context, path: Path, period: Period, slips: Iterator[tuple[str, str]]) -> Iterator[Problem]:
    first, last, name = period
    years = f"{first or '…'}-{last if last < 9999 else '…'}"
    for key, slip in slips:
        message = f"{name_at(ctx.piano, path)}{slip}, fuori dal periodo {years} della fonte «{name}»"
        yield Problem((*path, key), message, _HINT)
        return  # one slip is enough to look at the row


def _project_slips(progetto: Progetto, period: Period) -> Iterator[tuple[str, str]]:
    yield from _date_slips(progetto.avvio, progetto.fine, period)
    if progetto.presentazione is not None and progetto.presentazione.year > period[1]:
        yield "presentazione", f"è presentato nel {progetto.presentazione.year}"


def _voce_slips(voce: Assegnazione, period: Period) -> Iterator[tuple[str, str]]:
    yield from _date_slips(voce.avvio, voce.fine, period)
    if voce.esercizio is not None and voce.esercizio < period[0]:
        yield "esercizio", f"è dell'esercizio {voce.esercizio}"
    years = [year for text in voce.annualita for year in find_years(text)]
    if years and min(years) < period[0]:
        yield "annualita", f"è dell'annualità {min(years)}"


def _date_slips(start: date | None, end: date | None, period: Period) -> Iterator[tuple[str, str]]:
    if start is not None and not period[0] <= start.year <= period[1]:
        yield "avvio", f"comincia nel {start.year}"
    if end is not None and end.year < period[0]:
        yield "fine", f"finisce nel {end.year}"
