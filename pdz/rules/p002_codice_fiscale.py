# SPDX-License-Identifier: EUPL-1.2
"""Un testo riporta il codice fiscale di una persona.

Che cosa controlla:
    Le sequenze di 16 lettere e cifre che hanno la forma di un codice fiscale di persona, anche con le lettere
    dell'omocodia, e il cui ultimo carattere è quello di controllo giusto. Le partite IVA non contano.

Perché:
    Il Piano di Zona è pubblico e resta in rete: il codice fiscale dice chi è una persona, quando e dove è nata.

Segnala:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: Il primo alloggio è del signor RSSMRA80A01F205X.  # P002

Accetta:
    progetti_premiali:
      - id: P1
        titolo: Abitare insieme
        testo: Il primo alloggio è di una persona senza dimora.

Rimedio:
    Togli il codice fiscale. Se il file è già stato condiviso, avvisa il responsabile della protezione dei dati.

Riferimenti:
    Regolamento UE 2016/679 (GDPR), artt. 5 e 6; D.M. 23/12/1976 (carattere di controllo del codice fiscale).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_matches, join_texts

SEVERITY = Severity.ERROR

_DIGIT = "[0-9LMNP-V]"
"""A digit, or the letter that replaces it when two persons would have the same code (omocodia)."""
_CODE = re.compile(
    rf"(?<![A-Z0-9])[A-Z]{{6}}{_DIGIT}{{2}}[ABCDEHLMPRST]{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z](?![A-Z0-9])"
)
_CAPITALS_AND_DIGITS = bytes(65 if chr(byte).isdigit() or 65 <= byte <= 90 else 0 for byte in range(256))
_ODD = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16,
         10, 22, 25, 24, 23),
        strict=True,
    )
)  # fmt: skip
"""What a character is worth at the first, third, … fifteenth place (D.M. 23/12/1976)."""


def check(ctx: Context) -> Iterator[Problem]:
    """Fiscal codes of persons in the texts; the message does not repeat them."""
    # a run of 16 capitals and digits is so rare that looking for it first spares the pattern
    runs = join_texts(ctx.draft).encode("utf-8", "replace").translate(_CAPITALS_AND_DIGITS)
    for passage, match in iter_matches(ctx.draft, _CODE) if b"A" * 16 in runs else ():
        code = match[0]
        if code[15] == compute_check(code):
            message = f"{name_at(ctx.piano, passage.path)}il testo riporta un codice fiscale («{code[:3]}…»)"
            hint = "toglilo: il piano è pubblico e non deve dire chi sono le persone seguite"
            yield Problem(passage.path, message, hint, span=(match.start(), len(code)))


def compute_check(code: str) -> str:
    """The sixteenth character that the first fifteen ask for."""
    odd = sum(_ODD[character] for character in code[0:15:2])
    even = sum(int(character) if character.isdigit() else ord(character) - ord("A") for character in code[1:15:2])
    return chr(ord("A") + (odd + even) % 26)
