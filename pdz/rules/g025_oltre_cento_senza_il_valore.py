# SPDX-License-Identifier: EUPL-1.2
"""Un valore dice «più di 100%» senza dire quanto.

Che cosa controlla:
    Il valore raggiunto di un indicatore di esito, e l'adeguatezza delle risorse, non sono un «più di 100%» («>100%»,
    «≥100%», «oltre il 100%») nudo. Non si segnala se l'indicatore dà numeratore e denominatore, un motivo o una nota,
    se una nota a tutti gli indicatori spiega che cosa sono le percentuali, se l'adeguatezza ha un giudizio o una nota.

Perché:
    Fra 101% e 300% corre un obiettivo fissato troppo basso; e un'adeguatezza oltre il 100% può voler dire risorse in
    abbondanza o, al contrario, sottostimate.

Segnala:
    esiti:
      - id: A1
        titolo: Rafforzare il territorio
        grado: 100%
        indicatori:
          risultato:
            - {id: A1.r1, nome: Progetti sottoscritti, previsto: 100%, realizzato: ">100%"}  # G025

Accetta:
    esiti:
      - id: A1
        titolo: Rafforzare il territorio
        grado: 100%
        indicatori:
          risultato:
            - {id: A1.r1, nome: Progetti sottoscritti, previsto: 100%, realizzato: 118%}

Rimedio:
    Scrivi il valore esatto, oppure spiega in una nota che cosa vuol dire.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): scala del grado di raggiungimento.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.model._tipi import Misura
from pdz.rules import Context, name_at
from pdz.rules._indicatori import has_ratio, is_explained

SEVERITY = Severity.WARNING
_MORE = frozenset({">", "≥"})


def check(ctx: Context) -> Iterator[Problem]:
    """Percentages beyond one hundred whose value is not given."""
    noted = {esito.id for esito in ctx.piano.esiti if esito.indicatori is not None and esito.indicatori.nota}
    for esito, indicatore, path in ctx.indicatori:
        if esito is None or not _is_vague(indicatore.realizzato) or esito in noted:
            continue
        if not is_explained(indicatore) and not has_ratio(indicatore):
            message = f"{name_at(ctx.piano, path)}il valore raggiunto è più di 100%, ma non dice quanto"
            yield Problem((*path, "realizzato"), message, "scrivi il valore esatto, o spiegalo in una «nota:»")
    for index, esito_ in enumerate(ctx.piano.esiti):
        adequacy = esito_.adeguatezza_risorse
        if adequacy is not None and _is_vague(adequacy.percentuale) and not (adequacy.giudizio or adequacy.nota):
            where = ("esiti", index, "adeguatezza_risorse", "percentuale")
            message = (
                f"{name_at(ctx.piano, where)}l'adeguatezza delle risorse è più di 100%, ma non dice che cosa vuol dire"
            )
            yield Problem(where, message, "aggiungi il giudizio (adeguato, sottostimato…) o una «nota:»")


def _is_vague(misura: Misura | None) -> bool:
    return (
        misura is not None
        and misura.operatore in _MORE
        and misura.percento
        and misura.numero is not None
        and misura.numero >= 100
    )
