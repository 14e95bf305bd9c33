# SPDX-License-Identifier: EUPL-1.2
"""Un testo riporta l'IBAN di un conto corrente.

Che cosa controlla:
    Gli IBAN italiani, con o senza spazi, che hanno le cifre di controllo giuste.

Perché:
    In un Piano di Zona pubblico l'IBAN di una persona o di un'associazione non serve a nessuno, se non a chi truffa.

Segnala:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: I contributi vanno sul conto IT60 X054 2811 1010 0000 0123 456.  # P006

Accetta:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: I contributi vanno sul conto del progetto.

Rimedio:
    Togli l'IBAN.

Riferimenti:
    Regolamento UE 2016/679 (GDPR), art. 5; D.lgs. 33/2013, art. 7-bis; norma ISO 13616 (cifre di controllo).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_IBAN = re.compile(r"(?<![A-Z0-9])IT ?\d\d ?[A-Z](?: ?\d){10}(?: ?[0-9A-Z]){12}(?![0-9A-Z])")


def check(ctx: Context) -> Iterator[Problem]:
    """Bank accounts in the texts."""
    for passage, match in iter_matches(ctx.draft, _IBAN, ("IT",)):
        if _is_iban(match[0].replace(" ", "")):
            message = f"{name_at(ctx.piano, passage.path)}il testo riporta un IBAN"
            hint = "toglilo: in un piano pubblico non serve"
            yield Problem(passage.path, message, hint, span=(match.start(), len(match[0])))


def _is_iban(text: str) -> bool:
    """True when the remainder is the one of ISO 13616."""
    return int("".join(str(int(character, 36)) for character in text[4:] + text[:4])) % 97 == 1
