# SPDX-License-Identifier: EUPL-1.2
"""Il piano è approvato e non dice con quale atto.

Che cosa controlla:
    Un piano con «stato: approvato» o «trasmesso» ha in «approvazione» l'organo dell'atto, e almeno il suo numero o la
    sua data. Un piano in bozza o soltanto adottato non ne ha bisogno.

Perché:
    Senza l'atto non si sa da quando il piano vale; pdz non può confrontare con quel giorno le fonti e i progetti.

Segnala:
    stato: approvato  # L028
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: obiettivi, testo: Gli obiettivi nascono dai tavoli.}
      - {sezione: valutazione, testo: Il monitoraggio è annuale.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}

Accetta:
    stato: approvato
    approvazione: {organo: Assemblea dei Sindaci, numero: "12", data: 2024-12-18}
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: obiettivi, testo: Gli obiettivi nascono dai tavoli.}
      - {sezione: valutazione, testo: Il monitoraggio è annuale.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}

Rimedio:
    Aggiungi «approvazione: {organo: …, numero: …, data: …}», oppure scrivi «stato: adottato» o «bozza».

Riferimenti:
    L. 328/2000 art. 19; L.R. Lombardia 3/2008 art. 18: il Piano di Zona è approvato dall'assemblea dei Sindaci.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.WARNING
_APPROVED = frozenset({"approvato", "trasmesso"})


def check(ctx: Context) -> Iterator[Problem]:
    """An approved plan without its act."""
    atto, stato = ctx.piano.approvazione, ctx.piano.stato
    if stato in _APPROVED and (atto is None or (atto.data is None and not atto.numero)):
        lacking = "manca l'atto di approvazione" if atto is None else "l'atto di approvazione non ha né numero né data"
        hint = "aggiungi «approvazione: {organo: …, numero: …, data: …}», o correggi lo stato"
        yield Problem(("stato",), f"il piano è «{stato}», ma {lacking}", hint)
