# SPDX-License-Identifier: EUPL-1.2
"""Un testo scrive una data che non esiste.

Che cosa controlla:
    Le date scritte nei testi come giorno, mese e anno («31/06/2024», «31.06.2024», «31 giugno 2024») sono giorni del
    calendario; senza anno («il 31 giugno») il 29 febbraio va bene. Non guarda i numeri di protocollo, che hanno mesi e
    giorni impossibili per tutti gli anni (45/13/2022).

Perché:
    Una scadenza o un atto con una data impossibile non si può rispettare né ritrovare.

Segnala:
    testi:
      - sezione: introduzione
        testo: L'Assemblea si riunisce entro il 31/06/2025.  # T014

Accetta:
    testi:
      - sezione: introduzione
        testo: L'Assemblea si riunisce entro il 30/06/2025.

Rimedio:
    Correggi il giorno o il mese.

Riferimenti:
    Calendario gregoriano.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.ERROR

_DATE = (
    r"(?:(?P<mark>[/.])(?P<number>0?[1-9]|1[0-2])(?P=mark)(?P<long>(?:19|20)[0-9]{2})(?![0-9])"
    r"|\s(?P<name>febbraio|aprile|giugno|settembre|novembre)\b(?:\s(?P<year>(?:19|20)[0-9]{2})\b)?)"
)
_DAYS = (re.compile("29" + _DATE), re.compile("3[01]" + _DATE))
_MONTHS = {"febbraio": 2, "aprile": 4, "giugno": 6, "settembre": 9, "novembre": 11}
_ANY_LEAP_YEAR = 2024


def check(ctx: Context) -> Iterator[Problem]:
    """Days that no calendar has."""
    for passage, match in (found for days in _DAYS for found in iter_matches(ctx.draft, days)):
        start = match.start()
        before = passage.bare[max(0, start - 1) : start]
        if not before.isalnum() and before not in {"/", ".", "-"} and not _exists(match):
            message = f"{name_at(ctx.piano, passage.path)}il {match[0]} non esiste"
            yield Problem(passage.path, message, "correggi il giorno o il mese", span=(start, len(match[0])))


def _exists(match: re.Match[str]) -> bool:
    month = _MONTHS[match["name"]] if match["name"] else int(match["number"])
    year = int(match["long"] or match["year"] or _ANY_LEAP_YEAR)
    return int(match[0][:2]) <= monthrange(year, month)[1]
