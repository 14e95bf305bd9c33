# SPDX-License-Identifier: EUPL-1.2
"""Una tappa o un conteggio ha un anno che non è del suo triennio.

Che cosa controlla:
    Le tappe degli indicatori delle schede (quanto si prevede anno per anno) stanno nel triennio programmato. Le tappe e
    i valori per periodo degli indicatori degli esiti vengono prima del triennio programmato; se i conteggi di un
    indicatore sono divisi per anno («nel 2022», «nel 2023»…), gli anni sono quelli del triennio passato che il piano
    dichiara: di uno di un altro triennio si dice anche quali anni mancano, che da soli non si segnalano. Gli anni in
    cui una linea del PNRR si svilupperà non vengono prima di quelli in cui se ne racconta l'avanzamento.

Perché:
    Un anno di un altro triennio di solito è rimasto da un piano precedente: il traguardo non si potrà verificare.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        risultati:
          indicatori:
            - id: S1.r1
              nome: Persone assistite
              previsto: 100%
              tappe:
                - {anno: 2024, previsto: 50%}  # T013
                - {anno: 2027, previsto: 100%}

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        risultati:
          indicatori:
            - id: S1.r1
              nome: Persone assistite
              previsto: 100%
              tappe:
                - {anno: 2025, previsto: 50%}
                - {anno: 2027, previsto: 100%}

Rimedio:
    Correggi l'anno, oppure sposta il dato dove si parla del suo triennio.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona ha durata triennale.
"""

import re
from collections.abc import Iterator

from pdz.dates import parse_triennio
from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_AHEAD, _BEHIND = {"schede", "schede_integrazione"}, {"esiti", "progetti_premiali"}
_YEAR = re.compile(r"(?:nel|anno|nell['’]anno)? ?(?P<year>20[0-9]{2})", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Years of steps and series that belong to another triennium."""
    first, last = parse_triennio(ctx.piano.triennio)
    for _, indicatore, path in ctx.indicatori:
        if not indicatore.tappe and not indicatore.serie:
            continue
        for where, year in _years(indicatore, path):
            if path[0] in _AHEAD and not first <= year <= last and where[-1] == "anno":
                yield _problem(ctx, where, f"l'anno {year} è fuori dal triennio {first}-{last}")
            elif path[0] in _BEHIND and year >= first:
                yield _problem(ctx, where, f"il {year} non è del triennio passato: un esito viene prima del {first}")
    yield from _check_counts(ctx)
    yield from _check_pnrr(ctx)


def _check_counts(ctx: Context) -> Iterator[Problem]:
    """Counts of one year each, as when a total of the triennium is told year by year."""
    if ctx.piano.triennio_precedente is None:
        return
    try:
        first, last = parse_triennio(ctx.piano.triennio_precedente)
    except ValueError:  # another length: T003 says it
        return
    for _, indicatore, path in ctx.indicatori:
        years = [_YEAR.fullmatch(voce.nome.strip()) for voce in indicatore.realizzati]
        if path[0] not in _BEHIND or len(years) < 2 or not all(years):
            continue
        told = {int(year["year"]) for year in years if year is not None}
        missing = [str(year) for year in range(first, last + 1) if year not in told]
        lacking = f", e manca il {' e il '.join(missing)}" if missing else ""
        for index, year in enumerate(years):
            if year is not None and not first <= int(year["year"]) <= last:
                what = f"il conteggio {year[0]} è fuori dal triennio {first}-{last}{lacking}"
                yield _problem(ctx, (*path, "realizzati", index, "nome"), what)


def _years(indicatore: Indicatore, path: Path) -> Iterator[tuple[Path, int]]:
    for index, tappa in enumerate(indicatore.tappe):
        yield (*path, "tappe", index, "anno"), int(tappa.anno)
    for index, rilevazione in enumerate(indicatore.serie):
        yield (*path, "serie", index, "periodo"), int(rilevazione.periodo[:4])


def _check_pnrr(ctx: Context) -> Iterator[Problem]:
    for number, linea in enumerate(ctx.piano.pnrr):
        told = max((voce.anno for voce in linea.avanzamento), default=0)
        for index, voce in enumerate(linea.sviluppo):
            if voce.anno < told:
                what = f"lo sviluppo del {voce.anno} viene prima dell'avanzamento del {told}"
                yield _problem(ctx, ("pnrr", number, "sviluppo", index, "anno"), what)


def _problem(ctx: Context, path: Path, what: str) -> Problem:
    hint = "correggi l'anno, oppure sposta il dato dove si parla del suo triennio"
    return Problem(path, f"{name_at(ctx.piano, path)}{what}", hint)
