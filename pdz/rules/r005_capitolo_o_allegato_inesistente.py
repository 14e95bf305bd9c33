# SPDX-License-Identifier: EUPL-1.2
"""Un testo rimanda a un capitolo o a un allegato che il documento non ha.

Che cosa controlla:
    Nei testi, «Allegato 5», «Allegati 2 e 5», «capitolo 9», «cap. 9», «paragrafo 9.2»: il numero è di un allegato o di
    un capitolo del profilo. Non contano quelli di altri documenti («allegato 1 alla DGR…», «capitolo 9 del bilancio»,
    «capitolo 9 del Piano sociosanitario regionale»), un allegato che fra parentesi ha un titolo senza nulla in comune
    con quelli del profilo («l'allegato 6 (Carta dei servizi)»), «in allegato», fonti e atti.

Perché:
    Chi legge cerca una parte che non c'è. Succede quando l'indice cambia da un triennio all'altro.

Segnala:
    testi:
      - {sezione: introduzione, testo: "Le schede sono descritte nell'Allegato 5."}  # R005

Accetta:
    testi:
      - {sezione: introduzione, testo: "Le schede sono descritte nell'Allegato 1 (DGR 2167/2024, allegato 9)."}

Rimedio:
    Correggi il numero o, meglio, scrivi {{ rif("allegato_schede") }}: il titolo sarà sempre quello giusto.

Riferimenti:
    Indice del profilo regionale («capitoli» e «allegati»); README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.profiles._schema import Capitolo
from pdz.rules import Context, name_at
from pdz.rules._altrove import is_elsewhere
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.ERROR

_N = r"\s*(?:nn?\.?[°º]?\s*)?"
_END = r"(?!\d|[/%]|[.,]\d|\s*%)"
_ANNEX = re.compile(
    rf"(?:(?<=\bA)llegato|(?<=\bA)LLEGATO|(?<=l['’]a)llegato){_N}\d{{1,2}}{_END}"
    rf"|(?:(?<=\bA)llegati|(?<=gli a)llegati){_N}\d{{1,2}}(?:, \d{{1,2}})*(?:\s+e\s+\d{{1,2}})?{_END}"
)
_CHAPTER = re.compile(
    rf"(?:(?<=\b[Cc])apitol[oi]|(?<=\bC)APITOLO|(?<=[( ][Cc])ap\.){_N}\d{{1,2}}(?:\.\d){{0,2}}(?!\d|[/%])"
    rf"|(?<=\b[Pp])aragrafo{_N}\d{{1,2}}(?:\.\d)+(?!\d|[/%])"
)
_TITLE = re.compile(r"\s?\(\s?[«\"“]?(?P<title>[A-ZÀ-Ý][^()\n]{3,80})\)")
_WORD = re.compile(r"[^\W\d_]{5,}")
_NUMBER = re.compile(r"(?<![\d.])\d{1,2}")


def check(ctx: Context) -> Iterator[Problem]:
    """Annexes and chapters that the profile has not."""
    yield from _check(ctx, "l'allegato", _ANNEX, ("llegat", "LLEGAT"), ctx.profilo.allegati)
    yield from _check(ctx, "il capitolo", _CHAPTER, ("apitol", "APITOL", "ap.", "aragraf"), ctx.profilo.capitoli)


def _check(
    ctx: Context, kind: str, pattern: re.Pattern[str], stems: tuple[str, ...], parts: tuple[Capitolo, ...]
) -> Iterator[Problem]:
    known = [part.numero for part in parts if part.numero]
    for passage, match in iter_prose(ctx.draft, pattern, stems):
        start, end = match.start() - 1, match.end()
        missing = next((number for number in _NUMBER.findall(match[0]) if number not in known), None)
        if missing is None or not known or is_elsewhere(passage.bare, start, end, ctx.piano.triennio):
            continue
        if pattern is _ANNEX and _has_own_title(passage.bare, end, parts):
            continue
        message = f"{name_at(ctx.piano, passage.path)}«{passage.bare[start:end]}»: {kind} {missing} non c'è"
        names = ", ".join(part.id for part in parts if part.numero)
        hint = f'ci sono {", ".join(known)}; un rimando che non invecchia è {{{{ rif("…") }}}} con uno fra {names}'
        yield Problem(passage.path, message, hint, span=(start, end - start))


def _has_own_title(text: str, end: int, parts: tuple[Capitolo, ...]) -> bool:
    """True when brackets give the annex a title that has no word of ours: it is annexed to something else."""
    match = _TITLE.match(text, end)
    if match is None:
        return False
    ours = {word.casefold()[:5] for part in parts for word in _WORD.findall(part.titolo)}
    return ours.isdisjoint(word.casefold()[:5] for word in _WORD.findall(match["title"]))
