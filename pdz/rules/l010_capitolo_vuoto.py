# SPDX-License-Identifier: EUPL-1.2
"""Un capitolo o un allegato che la Regione chiede è vuoto.

Che cosa controlla:
    In un piano che non è più in bozza (adottato, approvato, trasmesso) ogni capitolo e ogni allegato obbligatorio del
    profilo ha un testo o dei dati, suoi o di una delle sue sezioni.

Perché:
    Il capitolo si stampa comunque, con il titolo e una riga che dice che manca: meglio accorgersene prima.

Segnala:
    stato: adottato  # L010
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: obiettivi, testo: Gli obiettivi nascono dai tavoli.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}

Accetta:
    stato: adottato
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
    Scrivi il capitolo in «testi», oppure aggiungi i dati che vi si stampano; finché manca, tieni lo stato «bozza».

Riferimenti:
    Linee di indirizzo regionali del triennio: indice del piano e allegati.
"""

from collections.abc import Iterator

from pdz.calc.rimandi import collect_trienni, fill_trienni, find_empty_chapters
from pdz.findings import Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Chapters that an adopted plan leaves empty; one finding for each."""
    piano, profilo = ctx.piano, ctx.profilo
    if piano.stato == "bozza":
        return
    trienni = collect_trienni(piano, profilo)
    for part in find_empty_chapters(piano, profilo):
        kind = "l'allegato" if part in profilo.allegati else "il capitolo"
        number = f" {part.numero}" if part.numero else ""
        name = f"{kind}{number} «{fill_trienni(part.titolo, trienni)}»"
        message = f"il piano è {piano.stato}, ma {name} è vuoto"
        yield Problem(("stato",), message, f"scrivilo in «testi», con sezione: {part.id}, o aggiungi i suoi dati")
