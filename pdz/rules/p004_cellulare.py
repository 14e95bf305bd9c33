# SPDX-License-Identifier: EUPL-1.2
"""Un testo riporta un numero di cellulare.

Che cosa controlla:
    I numeri di cellulare italiani, di dieci cifre, scritti dopo +39, o con il prefisso staccato («333 1234567»,
    «333-123 4567»), o poco dopo parole come tel., telefono, cellulare, WhatsApp. I telefoni fissi, che di solito sono
    di un ufficio, non contano; nemmeno importi, protocolli, date.

Perché:
    Il Piano di Zona è pubblico e resta in rete: un cellulare, che di solito è di una persona, vi resta per anni.

Segnala:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: Per partecipare si chiama il 333 1234567.  # P004

Accetta:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: Per partecipare si chiama l'Ufficio di Piano al numero 0371 123456.

Rimedio:
    Metti il telefono dell'ufficio, oppure toglilo. Se il cellulare è di servizio, ammetti il rilievo e scrivilo.

Riferimenti:
    Regolamento UE 2016/679 (GDPR), artt. 5 e 6; D.lgs. 33/2013, art. 7-bis (limiti della pubblicazione).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_MOBILE = re.compile(
    r"3[1-9]\d(?P<gap>[ ./-]?)"
    r"(?:\d{7}|\d{3}[ .-]\d{4}|\d{4}[ .-]\d{3}|\d{3} \d{2} \d{2}|\d{2} \d{2} \d{3})(?![\w/%€]|[.,]\d| ?(?:€|euro))"
)
_PREFIX = re.compile(r"(?:\+|00)39[ .-]?\Z")
_INSIDE = re.compile(r"[\w.,/€-]\Z")
_CALL = re.compile(r"(?:\btel\b|telefon|\bcell\b|cellular|whatsapp|\bchiam)[^\d\n]{0,25}\Z", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Mobile telephone numbers in the texts."""
    for passage, match in iter_matches(ctx.draft, _MOBILE):
        before = passage.bare[max(0, match.start() - 40) : match.start()]
        prefixed = _PREFIX.search(before)
        if prefixed or (not _INSIDE.search(before) and (match["gap"] or _CALL.search(before))):
            message = f"{name_at(ctx.piano, passage.path)}il testo riporta un numero di cellulare"
            hint = "metti il telefono dell'ufficio, o toglilo: il piano è pubblico"
            yield Problem(passage.path, message, hint, span=(match.start(), len(match[0])))
