# SPDX-License-Identifier: EUPL-1.2
"""Una sigla somiglia a un'altra e non è spiegata: forse è scritta male.

Che cosa controlla:
    Una sigla di almeno quattro lettere che il piano non spiega e che dista una lettera sola (di più, di meno, cambiata,
    scambiata con la vicina) da una del glossario, degli enti, del profilo o di quelle nazionali più note (PNRR, LEPS,
    IRCCS…) ed è fatta delle stesse lettere: «FNNA» per FNA, «PNNR» per PNRR, «IRCSS» per IRCCS. Se due sigle note le
    somigliano, o se è fra i nomi propri del piano, non si segnala.

Perché:
    Chi cerca «PNRR» nel documento non trova la riga in cui è «PNNR», e chi legge cerca un fondo che non c'è.

Segnala:
    testi:
      - {sezione: bisogni, testo: Il personale è assunto con i finanziamenti PNNR.}  # R015

Accetta:
    testi:
      - {sezione: bisogni, testo: Il personale è assunto con i finanziamenti PNRR.}

Rimedio:
    Correggi la sigla; se è un'altra, aggiungila al glossario.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002).
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._sigle import collect_known, collect_uses, is_explained, is_word

SEVERITY = Severity.WARNING

_NATIONAL = frozenset("ANCI INPS INAIL IRCCS ISEE ISTAT LEPS MSNA PIPPI PNRR UONPIA".split())
_SHORTEST = 4


def check(ctx: Context) -> Iterator[Problem]:
    """Acronyms one letter away from a known one."""
    uses = collect_uses(ctx)
    known = collect_known(ctx) | _NATIONAL if uses else frozenset[str]()
    for key, places in uses.items():
        if len(key) < _SHORTEST or key in known or not key.isalpha():
            continue
        near = [other for other in known if _is_slip(key, other)]
        if len(near) == 1 and not is_word(ctx, key) and not any(map(is_explained, places)):
            first, times = places[0], f" ({len(places)} volte)" if len(places) > 1 else ""
            message = f"{name_at(ctx.piano, first.path)}«{first.sigla}»{times} somiglia a {near[0]}: è scritta male?"
            hint = f"scrivi {near[0]}, o aggiungi «{first.sigla}» al glossario"
            yield Problem(first.path, message, hint, span=(first.start, len(first.sigla)))


def _is_slip(key: str, other: str) -> bool:
    """True when two acronyms have the same letters and one slip of the keyboard between them."""
    if set(key) != set(other) or abs(len(key) - len(other)) > 1 or min(len(key), len(other)) < _SHORTEST - 1:
        return False
    long, short = (key, other) if len(key) > len(other) else (other, key)
    if len(long) > len(short):
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    places = [place for place, (a, b) in enumerate(zip(key, other, strict=True)) if a != b]
    swapped = len(places) == 2 and key[places[0]] == other[places[1]] and key[places[1]] == other[places[0]]
    return len(places) == 1 or (swapped and places[1] == places[0] + 1)
