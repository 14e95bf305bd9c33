# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore di esito non ha il valore raggiunto.

Che cosa controlla:
    Un indicatore degli esiti o dei progetti premiali con un valore atteso (anche a tappe) ha anche il valore raggiunto:
    realizzato, uno o più conteggi, numeratore e denominatore, una serie, il valore di una tappa. Basta uno stato, come
    «non rilevabile», o il motivo per cui manca. Se il piano non è una bozza, anche un indicatore degli esiti senza
    nessun valore. Le schede, che guardano avanti, e i monitoraggi non si guardano.

Perché:
    Un obiettivo promesso a cui nessuno risponde: chi legge non sa se è andato male o se manca il dato.

Segnala:
    esiti:
      - id: C2
        titolo: Conciliare vita e lavoro
        grado: 80%
        indicatori:
          risultato:
            - {id: C2.r1, nome: Beneficiari dei servizi, previsto: 250, unita: persone}  # G005

Accetta:
    esiti:
      - id: C2
        titolo: Conciliare vita e lavoro
        grado: 80%
        indicatori:
          risultato:
            - {id: C2.r1, nome: Beneficiari dei servizi, previsto: 250, realizzato: 279, unita: persone}

Rimedio:
    Scrivi il valore raggiunto; se non c'è, scrivi lo stato (realizzato: non rilevabile) e il motivo.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import write_misura

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators of outcomes with a target and no actual value."""
    for esito, indicatore, path in ctx.indicatori:
        if esito is None or indicatore.motivo or _has_actual(indicatore):
            continue
        hint = "aggiungi «realizzato:», oppure lo stato (non rilevabile, in corso…) e il «motivo:»"
        owner = name_at(ctx.piano, path)
        if indicatore.previsto is not None and indicatore.previsto.numero is not None:
            target = write_misura(indicatore, indicatore.previsto)
            message = f"{owner}il valore atteso è {target}, ma manca il valore raggiunto"
            yield Problem((*path, "previsto"), message, hint)
        elif indicatore.tappe:
            yield Problem(
                (*path, "tappe"), f"{owner}le tappe hanno il valore atteso, ma nessuna quello raggiunto", hint
            )
        elif indicatore.previsto is None and path[0] == "esiti" and ctx.piano.stato != "bozza":
            yield Problem(path, f"{owner}non c'è né il valore atteso né quello raggiunto", hint)


def _has_actual(indicatore: Indicatore) -> bool:
    return (
        indicatore.realizzato is not None
        or bool(indicatore.realizzati)
        or bool(indicatore.serie)
        or indicatore.numeratore is not None
        or indicatore.denominatore is not None
        or any(tappa.realizzato is not None for tappa in indicatore.tappe)
    )
