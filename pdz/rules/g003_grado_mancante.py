# SPDX-License-Identifier: EUPL-1.2
"""Un esito compilato non ha il grado di raggiungimento.

Che cosa controlla:
    Un esito che dà un giudizio, o risponde ad almeno quattro altre righe del modulo (indicatori o attuazione,
    valutazione degli utenti, adeguatezza, risorse, criticità, risposta al bisogno, continuità, riproposta), ha le
    azioni oppure il grado. Non si segnala se «assenti» dice che il grado manca e perché. Un esito appena cominciato
    si guarda solo quando il piano non è più in bozza.

Perché:
    Il grado è la prima riga della tabella: senza, l'esito non dice se l'obiettivo è stato raggiunto.

Segnala:
    esiti:
      - id: A1  # G003
        titolo: Sostenere la rete dei servizi
        giudizio: buono
        valutazione_utenti: non effettuata

Accetta:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        grado: 80%
        giudizio: buono
        valutazione_utenti: non effettuata

Rimedio:
    Elenca le azioni con il loro stato, o dai i due conteggi: il grado si calcola. Se il grado non si conosce, scrivi
    assenti: [{campo: grado, motivo: …}].

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Esito
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_ENOUGH = 4


def check(ctx: Context) -> Iterator[Problem]:
    """Outcomes that are filled in but have neither actions nor a grado."""
    for index, esito in enumerate(ctx.piano.esiti):
        azioni = esito.azioni
        given = azioni is not None and (azioni.elenco or (azioni.programmate, azioni.realizzate) != (None, None))
        if esito.grado is not None or given or any(assenza.campo == "grado" for assenza in esito.assenti):
            continue
        if ctx.piano.stato != "bozza" or esito.giudizio is not None or _count_answers(esito) >= _ENOUGH:
            path: Path = ("esiti", index)
            message = f"{name_at(ctx.piano, path)}manca il grado di raggiungimento"
            hint = "aggiungi le azioni, o «grado:», oppure di' in «assenti» perché manca (campo: grado)"
            yield Problem((*path, "id"), message, hint)


def _count_answers(esito: Esito) -> int:
    rows = (
        esito.indicatori or esito.attuazione,
        esito.valutazione_utenti,
        esito.adeguatezza_risorse,
        esito.risorse,
        esito.criticita,
        esito.risposta_al_bisogno,
        esito.in_continuita,
        esito.riproposto,
    )
    return sum(row is not None for row in rows)
