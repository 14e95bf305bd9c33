# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo di integrazione, o un'area intera, non ha la sua scheda.

Che cosa controlla:
    In un piano che non è più in bozza ogni obiettivo del gruppo «integrazione» ha una scheda, e ogni area che ha
    obiettivi ha almeno una scheda che ne descrive uno. Non pretende una scheda per ogni obiettivo: una scheda può
    descriverne più d'uno.

Perché:
    Senza scheda un obiettivo non ha azioni né indicatori, e fra tre anni non si potrà dire se è stato raggiunto.

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
    obiettivi:
      - id: O1
        titolo: Attuare i livelli essenziali
        gruppo: leps
        leps: [L1, L2, L3, L4, L5]
      - {id: O2, titolo: Dimettere in sicurezza, gruppo: integrazione}  # L013

Accetta:
    stato: bozza
    obiettivi:
      - {id: O2, titolo: Dimettere in sicurezza, gruppo: integrazione}

Rimedio:
    Aggiungi la scheda, o scrivi nell'obiettivo «scheda: …» se c'è già.

Riferimenti:
    Linee di indirizzo regionali del triennio: schede obiettivo e schede di integrazione sociosanitaria.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Objectives of integration, and areas, without a scheda in an adopted plan."""
    piano = ctx.piano
    if piano.stato == "bozza":
        return
    described = {s.obiettivo for s in piano.schede} | {s.obiettivo for s in piano.schede_integrazione}
    if "scheda_integrazione" in ctx.profilo.moduli:
        for index, obiettivo in enumerate(piano.obiettivi):
            if obiettivo.gruppo == "integrazione" and not obiettivo.scheda and obiettivo.id not in described:
                path: Path = ("obiettivi", index)
                message = f"{name_at(piano, path)}l'obiettivo di integrazione non ha una scheda"
                yield Problem(path, message, "aggiungi la scheda di integrazione, e scrivi qui «scheda: …»")
    schede = {scheda.area for scheda in piano.schede}
    for index, area in enumerate(piano.aree):
        own = [obiettivo for obiettivo in piano.obiettivi if obiettivo.area == area.id]
        if own and area.id not in schede and not any(o.scheda or o.id in described for o in own):
            path = ("aree", index)
            count = "il suo obiettivo non ha" if len(own) == 1 else f"nessuno dei suoi {len(own)} obiettivi ha"
            hint = "aggiungi almeno una scheda dell'area, con «area: …» o «obiettivo: …»"
            yield Problem(path, f"{name_at(piano, path)}{count} una scheda", hint)
