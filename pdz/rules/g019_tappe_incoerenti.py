# SPDX-License-Identifier: EUPL-1.2
"""Le tappe di un indicatore tornano indietro o non arrivano al valore atteso.

Che cosa controlla:
    I valori attesi delle tappe, in ordine di anno, vanno tutti nella direzione dell'indicatore; nessuna tappa va oltre
    il valore atteso finale, e quella dell'ultimo anno del triennio lo raggiunge (negli esiti, del triennio passato).
    Non si segnala quando le tappe sono quote annuali, cioè la loro somma è il valore atteso, né quando «periodicita»
    dice a che cosa si riferisce il valore.

Perché:
    Un traguardo del 100% con l'ultima tappa al 90% si contraddice: non si sa su quale si misurerà il raggiungimento.

Segnala:
    schede:
      - id: S1
        titolo: Attivare i PUA
        risultati:
          indicatori:
            - id: S1.r1
              nome: Valutazioni integrate
              previsto: 100%
              tappe:
                - {anno: 2025, previsto: 50%}
                - {anno: 2026, previsto: 75%}
                - {anno: 2027, previsto: 90%}  # G019

Accetta:
    schede:
      - id: S1
        titolo: Attivare i PUA
        risultati:
          indicatori:
            - id: S1.r1
              nome: Valutazioni integrate
              previsto: 100%
              tappe:
                - {anno: 2025, previsto: 50%}
                - {anno: 2026, previsto: 75%}
                - {anno: 2027, previsto: 100%}

Rimedio:
    Correggi la tappa o il valore atteso.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori delle schede obiettivo.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pdz.calc._esatto import add
from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import exact_number, is_falling, is_percent, write_misura

SEVERITY = Severity.WARNING
_HINT = "correggi la tappa o il valore atteso; se il valore deve calare, aggiungi «direzione: diminuisce»"


class _Passo(NamedTuple):
    anno: str
    numero: Decimal
    misura: Misura
    path: Path


def check(ctx: Context) -> Iterator[Problem]:
    """Steps that go backwards or miss their target."""
    for _, indicatore, path in ctx.indicatori:
        if not indicatore.tappe or indicatore.periodicita:
            continue
        steps = _read_steps(indicatore, path)
        target = exact_number(indicatore.previsto)
        if len(steps) < len(indicatore.tappe) or (target is not None and add(s.numero for s in steps) == target):
            continue
        problems = (*_check_order(ctx, indicatore, steps), *_check_target(ctx, indicatore, steps, path))
        yield from problems[:1]  # one slip gives both


def _read_steps(indicatore: Indicatore, path: Path) -> list[_Passo]:
    """The steps by year, when they are numbers of the same measure as the target."""
    like = indicatore.previsto or indicatore.tappe[0].previsto
    steps = [
        _Passo(tappa.anno, tappa.previsto.numero, tappa.previsto, (*path, "tappe", index, "previsto"))
        for index, tappa in enumerate(indicatore.tappe)
        if tappa.previsto.numero is not None and is_percent(indicatore, tappa.previsto) == is_percent(indicatore, like)
    ]
    return sorted(steps, key=lambda step: step.anno)


def _check_order(ctx: Context, indicatore: Indicatore, steps: list[_Passo]) -> Iterator[Problem]:
    falls = is_falling(indicatore)
    for before, after in pairwise(steps):
        if (after.numero > before.numero) if falls else (after.numero < before.numero):
            values = [f"{write_misura(indicatore, step.misura)} nel {step.anno}" for step in (before, after)]
            message = f"{name_at(ctx.piano, after.path)}le tappe tornano indietro: {values[0]}, {values[1]}"
            yield Problem(after.path, message, _HINT, related=before.path)


def _check_target(ctx: Context, indicatore: Indicatore, steps: list[_Passo], path: Path) -> Iterator[Problem]:
    target = exact_number(indicatore.previsto)
    if target is None or indicatore.previsto is None:
        return
    last = steps[-1]
    beyond = last.numero < target if is_falling(indicatore) else last.numero > target
    if beyond or (last.numero != target and last.anno >= _last_year(ctx, path)):
        written = write_misura(indicatore, last.misura)
        verb = "va oltre il" if beyond else "non arriva al"
        message = f"la tappa del {last.anno} è {written}: {verb} valore atteso, che è "
        whole = name_at(ctx.piano, path) + message + write_misura(indicatore, indicatore.previsto)
        yield Problem(last.path, whole, _HINT, related=(*path, "previsto"))


def _last_year(ctx: Context, path: Path) -> str:
    past = ctx.piano.triennio_precedente or ctx.profilo.precedente
    return (past if path[0] in ("esiti", "progetti_premiali") else ctx.piano.triennio)[-4:]
