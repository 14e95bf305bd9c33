# SPDX-License-Identifier: EUPL-1.2
"""Un piano adottato lascia una risposta da definire.

Che cosa controlla:
    Quando il piano non è più una bozza (adottato, approvato, trasmesso), nessun testo si riduce a «da definire», «da
    completare», «da verificare», «da inserire», «da aggiornare», «in attesa di dati», «…» o simili, e nessun nome o
    titolo è fatto di sole lineette. «In fase di definizione» è uno stato che si può dichiarare, e «modalità da definire
    con ASST» è una frase: non li segnala. Non guarda i motivi di ciò che manca (`assenti`).

Perché:
    L'Assemblea dei Sindaci approva quel che c'è scritto: chi legge «da definire» non sa chi lo definirà, né quando.

Segnala:
    stato: adottato
    approvazione: {organo: Assemblea dei Sindaci, numero: "7", data: 2024-12-19}
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: obiettivi, testo: Gli obiettivi nascono dai tavoli.}
      - {sezione: valutazione, testo: Da definire}  # T011
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}

Accetta:
    stato: adottato
    approvazione: {organo: Assemblea dei Sindaci, numero: "7", data: 2024-12-19}
    testi:
      - {sezione: esiti, testo: Gli esiti sono positivi.}
      - {sezione: contesto, testo: La popolazione invecchia.}
      - {sezione: reti, testo: I servizi sono diffusi.}
      - {sezione: governance, testo: Il tavolo si riunisce spesso.}
      - {sezione: bisogni, testo: I bisogni crescono.}
      - {sezione: obiettivi, testo: Gli obiettivi nascono dai tavoli.}
      - {sezione: valutazione, testo: Ogni anno si verificano i risultati.}
      - {sezione: allegato_schede, testo: Le schede sono depositate agli atti.}
      - {sezione: allegato_fondi, testo: I fondi sono depositati agli atti.}
      - {sezione: allegato_ats, testo: Le tabelle sono depositate agli atti.}
      - {sezione: allegato_integrazione, testo: Le schede sono depositate agli atti.}

Rimedio:
    Scrivi la risposta, oppure chi la darà ed entro quando; se la riga resta vuota, mettila in «assenti» con il motivo.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: l'Assemblea dei Sindaci approva il Piano di Zona.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, Passage, name_at

SEVERITY = Severity.WARNING

_LONGEST = 40
_EMPTY = re.compile(
    r"[\W_]*(?:(?:è |sono |ancora |tutto )?da (?:definire|definirsi|completare|verificare|inserire|aggiornare|compilare"
    r"|confermare|decidere|stabilire|valutare|determinare|quantificare|individuare|scrivere)"
    r"|in attesa (?:di|dei) (?:dati|conferma|definizione|riscontro)|vedi sopra|come sopra|idem|[.…]{3,}|…|-{2,})"
    r"[\W_]*\Z",
    re.IGNORECASE,
)

_TITLES = frozenset({"nome", "titolo", "denominazione"})
"""Where a dash is no answer; in a table it may say that there is no datum."""


def check(ctx: Context) -> Iterator[Problem]:
    """Texts of a plan beyond the draft that only say that there is no text."""
    if ctx.piano.stato == "bozza":
        return
    for passage in ctx.draft.passages:
        if len(passage.bare) <= _LONGEST and "assenti" not in passage.path and _is_empty(passage):
            message = f"{name_at(ctx.piano, passage.path)}«{passage.bare.strip()}» in un piano {ctx.piano.stato}"
            yield Problem(passage.path, message, "scrivi la risposta, oppure chi la darà ed entro quando")


def _is_empty(passage: Passage) -> bool:
    dashes = passage.path[-1] in _TITLES and passage.bare.strip(" \t\n-–—.") == ""
    return dashes or _EMPTY.match(passage.bare) is not None
