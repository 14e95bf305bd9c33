# SPDX-License-Identifier: EUPL-1.2
"""Il giudizio di un esito non è quello che la scala dà al suo grado.

Che cosa controlla:
    Se un esito, di un obiettivo o di un'area intera, dichiara un giudizio, è quello della fascia in cui cade il grado
    esatto, calcolato o dichiarato. Lo stesso vale per i testi degli esiti che scrivono il grado con il giudizio fra
    parentesi, come «80% (ottimo)»; non si guardano la valutazione degli utenti, l'adeguatezza delle risorse e gli
    indicatori, che usano le stesse parole per altre cose.

Perché:
    «80% (ottimo)» si contraddice: per la scala regionale 80% è buono. Chi legge non sa a quale dei due credere.

Segnala:
    esiti:
      - id: H1
        titolo: Attrarre risorse
        grado: 80%
        giudizio: ottimo  # G001

Accetta:
    esiti:
      - id: H1
        titolo: Attrarre risorse
        grado: 80%
        giudizio: buono

Rimedio:
    Correggi il giudizio, o toglilo: lo scrive pdz.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): scala del grado di raggiungimento.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.calc import find_giudizio
from pdz.calc.stampa import format_calcolo
from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR
_CHAPTERS = frozenset({"esiti", "esiti_sistema"})
_OTHER_SCALES = frozenset({"valutazione_utenti", "adeguatezza_risorse", "risorse", "indicatori", "giudizio"})


def check(ctx: Context) -> Iterator[Problem]:
    """Judgements that contradict the scale, declared or written in a text."""
    for index, esito in enumerate(ctx.piano.esiti):
        grado = ctx.quadro.gradi[esito.id].calcolo
        # under a repeated id the last grado stands for all: it is not of this outcome
        if esito.giudizio is None or grado.valore is None or grado.path[:2] != ("esiti", index):
            continue
        right = find_giudizio(grado.valore, ctx.profilo.scala)
        if right and esito.giudizio.strip().casefold() != right:
            path = ("esiti", index, "giudizio")
            message = f"il giudizio è «{esito.giudizio}», ma il grado è {format_calcolo(grado)} ({right})"
            yield Problem(path, name_at(ctx.piano, path) + message, _hint(ctx, right), related=grado.path)
    yield from _check_texts(ctx)


def _check_texts(ctx: Context) -> Iterator[Problem]:
    words = "|".join(re.escape(fascia.giudizio) for fascia in ctx.profilo.scala)
    pattern = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:,\d{{1,4}})?)\s?%\s?\((?:giudizio )?({words})\)", re.IGNORECASE)
    for path, _, bare in ctx.draft.passages:
        if path[0] not in _CHAPTERS or "%" not in bare or "(" not in bare or not _OTHER_SCALES.isdisjoint(path):
            continue
        for match in pattern.finditer(bare):
            right = find_giudizio(Decimal(match[1].replace(",", ".")), ctx.profilo.scala)
            if right and match[2].casefold() != right:
                message = f"il testo dice «{match[0]}», ma per la scala {match[1]}% è {right}"
                span = (match.start(), len(match[0]))
                yield Problem(path, name_at(ctx.piano, path) + message, _hint(ctx, right), span=span)


def _hint(ctx: Context, giudizio: str) -> str:
    return next(f"la scala dice: {f.etichetta}" for f in ctx.profilo.scala if f.giudizio == giudizio)
