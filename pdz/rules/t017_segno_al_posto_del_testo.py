# SPDX-License-Identifier: EUPL-1.2
"""Al posto del testo c'è soltanto un segno.

Che cosa controlla:
    Nessun testo è fatto di soli segni, senza una lettera o una cifra («≡», «-», «.», «;»). Non guarda le celle di
    tabelle e grafici, dove un segno può dire che il dato manca, le unità di misura («%», «€»), i puntini e le lineette
    da riempire (T010, T011) e i nomi degli indicatori (G029).

Perché:
    Il segno si stampa al posto della risposta. È una casella del modulo, un simbolo che Word non ha convertito, un
    tasto toccato per sbaglio: chi legge non può sapere che cosa c'era.

Segnala:
    esiti:
      - id: E1
        titolo: Accoglienza delle persone senza dimora
        attuazione: "-"  # T017

Accetta:
    esiti:
      - id: E1
        titolo: Accoglienza delle persone senza dimora
        attuazione: Il dormitorio è aperto da novembre a marzo.

Rimedio:
    Scrivi il testo, oppure togli il segno: una riga vuota si dichiara in «assenti», con il motivo.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona è un atto pubblico.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING

_LONGEST = 8
_DOTS = re.compile(r"(?:\.{3,}|…+|-{2,}|_{3,})\Z")
_DATA = frozenset({
    "unita", "dati", "tabelle", "grafici", "demografia", "serie", "rete_offerta", "valore", "colonne", "separatore",
})  # fmt: skip
"""Keys of cells and of units of measure."""


def check(ctx: Context) -> Iterator[Problem]:
    """Texts without a letter or a digit."""
    short = [passage for passage in ctx.draft.passages if len(passage[1]) <= _LONGEST and not passage[1].isalnum()]
    for passage in short:
        text = passage.text
        if any(map(str.isalnum, text)) or not _DATA.isdisjoint(passage.path):
            continue
        sign, of_indicator = text.strip(), "indicatori" in passage.path and passage.path[-1] == "nome"
        if sign and not of_indicator and not _DOTS.match(sign):
            message = f"{name_at(ctx.piano, passage.path)}c'è soltanto il segno «{sign}»"
            yield Problem(passage.path, message, "scrivi il testo, o togli il segno")
