# SPDX-License-Identifier: EUPL-1.2
"""Una risposta nega la continuità che i legami fra gli obiettivi dichiarano.

Che cosa controlla:
    Una scheda con «in_continuita: no» non descrive un obiettivo che ne continua uno del triennio passato («gia»). Un
    esito con «riproposto: no» non dice come sarà riproposto («come») e nessun obiettivo del piano lo continua («gia»).
    Non si guarda chi non risponde.

Perché:
    Chi legge trova no in una tabella e sì in un'altra: non sa se il servizio prosegue.

Segnala:
    esiti:
      - id: D1
        titolo: Sostenere la domiciliarità
        grado: 80%
        riproposto: no  # L027
    obiettivi:
      - {id: O1, titolo: Sostenere la domiciliarità, gruppo: ambito, gia: [D1]}

Accetta:
    esiti:
      - id: D1
        titolo: Sostenere la domiciliarità
        grado: 80%
        riproposto: {risposta: sì, come: [O1]}
    obiettivi:
      - {id: O1, titolo: Sostenere la domiciliarità, gruppo: ambito, gia: [D1]}

Rimedio:
    Correggi la risposta, oppure togli il legame: «gia» nell'obiettivo, «come» nell'esito.

Riferimenti:
    Linee di indirizzo regionali del triennio: continuità con la programmazione precedente.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity, shorten
from pdz.model.obiettivi import Obiettivo
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_Placed = tuple[int, Obiettivo]
"""An objective and its index."""


def check(ctx: Context) -> Iterator[Problem]:
    """Answers «no» that the links of the objectives deny."""
    going_on = [(index, obiettivo) for index, obiettivo in enumerate(ctx.piano.obiettivi) if obiettivo.gia]
    yield from _check_schede(ctx, going_on)
    yield from _check_esiti(ctx, going_on)


def _check_schede(ctx: Context, going_on: list[_Placed]) -> Iterator[Problem]:
    by_scheda = {obiettivo.scheda: (index, obiettivo) for index, obiettivo in reversed(going_on) if obiettivo.scheda}
    by_id = {obiettivo.id: (index, obiettivo) for index, obiettivo in reversed(going_on)}
    for number, scheda in enumerate(ctx.piano.schede):
        if scheda.in_continuita is None or scheda.in_continuita.risposta is not False:
            continue
        found = by_id.get(scheda.obiettivo or "") or by_scheda.get(scheda.id)
        if found is not None:
            index, obiettivo = found
            path: Path = ("schede", number, "in_continuita")
            message = (
                f"{name_at(ctx.piano, path)}«in continuità» è no, ma il suo obiettivo {obiettivo.id} continua "
                f"{', '.join(obiettivo.gia)}"
            )
            hint = f"scrivi «in_continuita: sì», o togli «gia» in {obiettivo.id}"
            yield Problem(path, message, hint, related=("obiettivi", index, "gia"))


def _check_esiti(ctx: Context, going_on: list[_Placed]) -> Iterator[Problem]:
    continued = {name: (index, obiettivo) for index, obiettivo in reversed(going_on) for name in obiettivo.gia}
    for number, esito in enumerate(ctx.piano.esiti):
        if esito.riproposto is None or esito.riproposto.risposta is not False:
            continue
        path: Path = ("esiti", number, "riproposto")
        found = continued.get(esito.id)
        if found is not None:
            index, obiettivo = found
            what = f"{obiettivo.id} «{shorten(obiettivo.titolo)}» lo continua"
            hint, related = f"scrivi «riproposto: sì», o togli «gia» in {obiettivo.id}", ("obiettivi", index, "gia")
            yield Problem(path, f"{name_at(ctx.piano, path)}«riproposto» è no, ma {what}", hint, related=related)
        elif esito.riproposto.come:
            what = f"«come» nomina {', '.join(esito.riproposto.come)}"
            hint = "scrivi «risposta: sì», o togli «come»"
            yield Problem(path, f"{name_at(ctx.piano, path)}«riproposto» è no, ma {what}", hint)
