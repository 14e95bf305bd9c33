# SPDX-License-Identifier: EUPL-1.2
"""Nessun obiettivo attua uno dei LEPS prioritari.

Che cosa controlla:
    In un piano che non è più in bozza, e che ha obiettivi, ogni LEPS prioritario del profilo sta nei «leps» di almeno
    un obiettivo.

Perché:
    Le linee di indirizzo chiedono che il piano dica come attua ognuno dei LEPS prioritari.

Segnala:
    stato: adottato
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: valutazione, testo: Il monitoraggio è annuale.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}
    obiettivi:  # L014
      - {id: O1, titolo: Attuare i livelli essenziali, gruppo: leps, leps: [L1, L2, L3, L4]}

Accetta:
    stato: adottato
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: valutazione, testo: Il monitoraggio è annuale.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}
    obiettivi:
      - {id: O1, titolo: Attuare i livelli essenziali, gruppo: leps, leps: [L1, L2, L3, L4, L5]}

Rimedio:
    Aggiungi il codice ai «leps» dell'obiettivo che lo attua, o scrivi l'obiettivo che manca.

Riferimenti:
    DGR XII/2167/2024: LEPS prioritari del triennio 2025-2027.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """LEPS prioritari that no objective of an adopted plan names; one finding for all."""
    piano = ctx.piano
    if piano.stato == "bozza" or not piano.obiettivi:
        return
    done = {codice for obiettivo in piano.obiettivi for codice in obiettivo.leps}
    missing = [f"{leps.codice} «{leps.titolo}»" for leps in ctx.profilo.leps_prioritari if leps.codice not in done]
    if missing:
        what = "il LEPS prioritario" if len(missing) == 1 else "i LEPS prioritari"
        message = f"il piano è {piano.stato}, ma nessun obiettivo attua {what} {', '.join(missing)}"
        hint = "aggiungi il codice ai «leps» dell'obiettivo che lo attua, o scrivi l'obiettivo"
        yield Problem(("obiettivi",), message, hint, on_key=True)
