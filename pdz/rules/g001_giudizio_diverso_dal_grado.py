# SPDX-License-Identifier: EUPL-1.2
"""Il giudizio di un esito non è quello che la scala dà al suo grado.

Che cosa controlla:
    Se un esito dichiara un giudizio, è quello della fascia in cui cade il grado esatto, calcolato o dichiarato.

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

from collections.abc import Iterator

from pdz.calc import find_giudizio
from pdz.calc.stampa import format_calcolo
from pdz.findings import Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Declared judgements that contradict the scale."""
    for index, esito in enumerate(ctx.piano.esiti):
        grado = ctx.quadro.gradi[esito.id]
        if esito.giudizio is None or grado.calcolo.valore is None:
            continue
        right = find_giudizio(grado.calcolo.valore, ctx.profilo.scala)
        if right and esito.giudizio.strip().casefold() != right:
            printed = format_calcolo(grado.calcolo)
            message = (
                f"{esito.id} «{esito.titolo}»: il giudizio è «{esito.giudizio}», ma il grado è {printed} ({right})"
            )
            band = next(fascia.etichetta for fascia in ctx.profilo.scala if fascia.giudizio == right)
            yield Problem(("esiti", index, "giudizio"), message, f"la scala dice: {band}", related=grado.calcolo.path)
