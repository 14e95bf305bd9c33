# SPDX-License-Identifier: EUPL-1.2
"""Un testo rimanda a una pagina con il numero scritto a mano.

Che cosa controlla:
    Nei testi, «pag. 71», «pagina 71», «pagg. 12-14» che non sono di un altro documento («pag. 12 del Rapporto», «DGR
    2167/2024, pag. 3»). Fonti e atti non contano.

Perché:
    Le pagine si contano quando il documento si stampa, e cambiano a ogni correzione: chi va a pagina 71 trova altro.

Segnala:
    testi:
      - {sezione: obiettivi_leps, testo: "I livelli essenziali sono nella tabella a pag. 71."}  # R003

Accetta:
    testi:
      - {sezione: bisogni, testo: "I bisogni vengono dai tavoli."}
      - sezione: obiettivi_leps
        testo: I livelli essenziali sono descritti con i bisogni (vedi {{ rif("bisogni") }}).

Rimedio:
    Scrivi {{ rif("id") }} con l'id della tabella, della scheda o della sezione: il documento scrive il suo titolo e,
    dove può, porta il lettore nel punto giusto.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._altrove import is_elsewhere
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.WARNING

_STEMS = ("pag", "Pag", "PAG")
_PAGE = re.compile(
    r"(?<!\w)(?:pagin[ae]|pagg?\.?)\s*(?:n\.?\s*)?\d{1,3}(?!\d|[.,/]\d|\s*%)(?:\s*[-–e]\s*\d{1,3})?", re.IGNORECASE
)


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers of pages written by hand."""
    for passage, match in iter_prose(ctx.draft, _PAGE, _STEMS):
        if not is_elsewhere(passage.bare, *match.span(), ctx.piano.triennio):
            message = f"{name_at(ctx.piano, passage.path)}«{match[0]}» è scritto a mano: la pagina cambia a ogni stampa"
            hint = 'scrivi {{ rif("id") }}, con l\'id della tabella, scheda o sezione'
            yield Problem(passage.path, message, hint, span=(match.start(), len(match[0])))
