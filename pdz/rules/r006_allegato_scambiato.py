# SPDX-License-Identifier: EUPL-1.2
"""Un testo rimanda a un allegato che contiene un'altra cosa.

Che cosa controlla:
    Nei testi, «schede … Allegato 3» e «impegni reciproci … Allegato 1», nella stessa frase e a poche parole l'uno
    dall'altro: l'allegato con quel numero contiene le schede, o gli impegni. Se la frase dice «schede di integrazione»
    è quello delle schede di integrazione sociosanitaria; se dice «schede obiettivo» e non parla di integrazione, quello
    delle schede obiettivo. Gli allegati di altri documenti non contano.

Perché:
    Un piano pubblicato dice «le schede di cui all'Allegato 3», e sono nell'Allegato 4.

Segnala:
    testi:
      - {sezione: introduzione, testo: "Le schede di integrazione sono nell'Allegato 3."}  # R006

Accetta:
    testi:
      - {sezione: introduzione, testo: "Le schede di integrazione sono nell'Allegato 4."}

Rimedio:
    Correggi il numero o, meglio, scrivi {{ rif("allegato_integrazione") }}: il titolo sarà sempre quello giusto.

Riferimenti:
    Indice del profilo regionale («allegati»); README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity, shorten
from pdz.rules import Context, name_at
from pdz.rules._altrove import is_elsewhere
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.WARNING

_ANNEX = re.compile(
    r"(?:(?<=\bA)llegato|(?<=\bA)LLEGATO|(?<=l['’]a)llegato)\s*(?:n\.?[°º]?\s*)?(?P<number>\d{1,2})(?!\d|[/%])"
)
_BEFORE = re.compile(
    r"\b(?P<what>[Ss]ched[ae]|[Ii]mpegni reciproci)\b"
    r"(?P<words>(?:(?!\b[Aa]llegat|\bALLEGAT|\btabell)[^.;:()\d]){0,70})\Z"
)


def check(ctx: Context) -> Iterator[Problem]:
    """Annexes that hold something else than the words before them say."""
    annexes = {part.numero: part for part in ctx.profilo.allegati if part.numero}
    for passage, match in iter_prose(ctx.draft, _ANNEX, ("llegato", "LLEGATO")):
        annex, start = annexes.get(match["number"]), match.start() - 1
        before = _BEFORE.search(passage.bare[max(0, start - 100) : start])
        if annex is None or before is None:
            continue
        wanted = _contents(before)
        right = [part for part in annexes.values() if part.contenuto in wanted]
        if not right or annex in right or is_elsewhere(passage.bare, start, match.end(), ctx.piano.triennio):
            continue
        message = f"{name_at(ctx.piano, passage.path)}l'allegato {annex.numero} è «{annex.titolo}»"
        named = " oppure ".join(f'{{{{ rif("{part.id}") }}}} (allegato {part.numero})' for part in right)
        sought = re.sub(r"\s+(?:di cui\s+)?(?:[a-z]+['’]|a|in)?\s*\Z", "", before["what"] + before["words"])
        message = f"{message}, ma il testo vi cerca «{shorten(sought, 40)}»"
        yield Problem(passage.path, message, f"scrivi {named}", span=(start, match.end() - start))


def _contents(before: re.Match[str]) -> frozenset[str]:
    """What the annex should hold, by the words before it."""
    if before["what"][0] in "Ii":
        return frozenset({"impegni"})
    if "ntegra" in before["words"]:
        return frozenset({"schede_integrazione"})
    if re.match(r"\s+(?:degli |di )?obiettiv", before["words"]):
        return frozenset({"schede"})
    return frozenset({"schede", "schede_integrazione"})
