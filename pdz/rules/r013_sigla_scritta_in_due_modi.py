# SPDX-License-Identifier: EUPL-1.2
"""La stessa sigla è scritta in due modi.

Che cosa controlla:
    Nei testi, una sigla con e senza punti («E.T.S.» ed «ETS») o con maiuscole diverse («RdC» e «RDC»; «PUA» e «Pua»,
    se PUA è più usata e «pua» non è una parola del piano).
    Si segnala il primo posto di ogni modo meno usato e si mostra quello del glossario o, se non c'è, il più usato. Va
    bene il modo in più che il glossario dichiara nella nota («Si scrive anche SELF»); non contano nomi di enti,
    partner, fonti e leggi.

Perché:
    Chi legge pensa a due cose diverse, e chi cerca la sigla nel documento ne trova la metà.

Segnala:
    obiettivi:
      - {id: O1, titolo: Accesso, gruppo: ambito, descrizione: Il PUA accoglie le persone e il PUA le orienta.}
      - id: O2
        titolo: Valutazione
        gruppo: ambito
        descrizione: Nel P.U.A. lavora un'équipe.  # R013

Accetta:
    obiettivi:
      - {id: O1, titolo: Accesso, gruppo: ambito, descrizione: Il PUA accoglie le persone e il PUA le orienta.}
      - id: O2
        titolo: Valutazione
        gruppo: ambito
        descrizione: Nel PUA lavora un'équipe.

Rimedio:
    Scegli un modo, quello del glossario, e usa sempre quello.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_prose
from pdz.rules._sigle import Uso, collect_uses, is_law, is_word, key_of

SEVERITY = Severity.WARNING

_INSIDE = re.compile(r"[a-zà-ù,] \Z")
"""Before a word that does not begin a sentence."""


def check(ctx: Context) -> Iterator[Problem]:
    """Acronyms in more than one spelling: the first place of the least used ones."""
    uses = collect_uses(ctx)
    titled = _find_titled(ctx, uses)
    declared = {voce.sigla.rstrip("."): voce for voce in ctx.piano.glossario}
    noted = {key_of(voce.sigla): voce.nota or "" for voce in ctx.piano.glossario}
    for key, found in uses.items():
        places = [*found, *titled.get(key, ())]
        counts = Counter(_spell(uso) for uso in places)
        if len(counts) < 2 or is_law(key):
            continue
        usual = max(counts, key=lambda spelling: (spelling in declared, counts[spelling]))
        main = next(uso for uso in places if _spell(uso) == usual)
        best = declared[usual].sigla if usual in declared else _show(usual, places)
        for spelling in [name for name in counts if name != usual and name not in noted.get(key, "")]:
            uso = next(uso for uso in places if _spell(uso) == spelling)
            times = "volta" if counts[usual] == 1 else "volte"
            message = (
                f"{name_at(ctx.piano, uso.path)}la sigla «{_show(spelling, places)}» altrove è «{best}» "
                f"({counts[usual]} {times})"
            )
            span = uso.start, len(uso.sigla)
            yield Problem(uso.path, message, f"scrivi sempre «{best}»", span=span, related=main.path)


def _spell(uso: Uso) -> str:
    """The spelling without its last full stop, which may end the sentence."""
    return uso.sigla.rstrip(".")


def _show(spelling: str, places: Sequence[Uso]) -> str:
    """The spelling as a person reads it: with the last full stop, where the text has one after «S.A.D»."""
    same = [uso for uso in places if _spell(uso) == spelling]
    inside = any(uso.sigla.endswith(".") for uso in same)  # a full stop that ends no sentence
    always = all(uso.text[uso.start + len(spelling) :][:1] == "." for uso in same)
    return f"{spelling}." if "." in spelling and (inside or always) else spelling


def _find_titled(ctx: Context, uses: Mapping[str, list[Uso]]) -> Mapping[str, list[Uso]]:
    """«Pua» for PUA: with one capital, inside a sentence; «Lodi» and «Minori» for LODI and MINORI are words."""
    words = {key.capitalize(): key for key in uses if key.isalpha() and len(key) > 2 and not is_law(key)}
    found: dict[str, list[Uso]] = {}
    if words:
        pattern = re.compile(rf"(?:{'|'.join(sorted(words))})\b(?![’'-]\w)")
        for passage, match in iter_prose(ctx.draft, pattern):
            if _INSIDE.search(passage.bare, max(0, match.start() - 2), match.start()):
                uso = Uso(passage.path, passage.bare, match.start(), match[0])
                found.setdefault(words[match[0]], []).append(uso)
    return {key: places for key, places in found.items() if len(places) < len(uses[key]) and not is_word(ctx, key)}
