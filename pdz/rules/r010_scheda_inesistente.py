# SPDX-License-Identifier: EUPL-1.2
"""Un testo nomina una scheda o un obiettivo che nel piano non c'è.

Che cosa controlla:
    Nei testi, «scheda SI9», «scheda obiettivo 3.2», «obiettivo A7»: il codice (lettere maiuscole e cifre, o cifre con
    il punto) è l'id o il numero di una scheda, di un obiettivo o di un esito. Si guarda solo se il piano ha schede,
    obiettivi o esiti con codici fatti allo stesso modo (SI1, SI2… per SI9). Codici di catalogo (L1, AT2, LI3) e schede
    di altri documenti non contano.

Perché:
    Chi legge cerca una scheda che non c'è. Succede quando le schede si rinumerano.

Segnala:
    schede_integrazione:
      - {id: SI1, titolo: Dimissioni protette}
    testi:
      - {sezione: introduzione, testo: "Il percorso è nella scheda SI9."}  # R010

Accetta:
    schede_integrazione:
      - {id: SI1, titolo: Dimissioni protette}
    testi:
      - {sezione: introduzione, testo: "Il percorso è nella scheda SI1."}

Rimedio:
    Correggi il codice o, meglio, scrivi {{ rif("SI1") }}: si stampa il titolo, e un codice che non c'è è un errore.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity, did_you_mean
from pdz.rules import Context, name_at
from pdz.rules._altrove import is_elsewhere
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.WARNING

_STEMS = ("ched", "CHED", "biettiv")
_NAMED = re.compile(
    r"(?:(?<=\b[Ss])ched[ae](?:\s+(?:di\s+)?(?:obiettiv[oi]|integrazione))?|(?<=\bS)CHEDA"
    r"|(?<=\b[Oo])(?<!ched[ae] [Oo])biettivo)"
    r"\s+(?:n\.?\s*)?(?P<code>[A-Z]{1,4}-?\d{1,3}(?:\.\d{1,2})?|\d{1,2}\.\d{1,2})(?![\w/%]|[.,]\d|\s*%)"
)
_DIGITS = re.compile(r"\d+")


def check(ctx: Context) -> Iterator[Problem]:
    """Codes of schede and objectives that nothing in the plan has."""
    known = _known(ctx)
    shapes = {_shape(name) for name in known}
    for passage, match in iter_prose(ctx.draft, _NAMED, _STEMS) if known else ():
        code, start = match["code"], match.start() - 1
        if code in known or code in _catalogue(ctx) or _shape(code) not in shapes:
            continue
        if not is_elsewhere(passage.bare, start, match.end(), ctx.piano.triennio):
            named = f"«{passage.bare[start : match.end()]}»"
            message = f"{name_at(ctx.piano, passage.path)}{named}: niente nel piano ha il codice {code}"
            hint = did_you_mean(code, sorted(known)) or 'correggi il codice, o scrivi {{ rif("id") }}'
            yield Problem(passage.path, message, hint, span=(match.start("code"), len(code)))


def _known(ctx: Context) -> frozenset[str]:
    piano = ctx.piano
    things = (*piano.schede, *piano.schede_integrazione, *piano.obiettivi, *piano.esiti, *piano.esiti_sistema)
    numbers = (*(esito.numero for esito in piano.esiti), *(esito.numero for esito in piano.esiti_sistema))
    return frozenset({thing.id for thing in things} | {number for number in numbers if number})


def _catalogue(ctx: Context) -> frozenset[str]:
    profilo = ctx.profilo
    codes = {leps.codice for leps in profilo.leps_prioritari} | {area.codice for area in profilo.aree_tematiche}
    return frozenset(codes | {linea.codice for linea in profilo.linee_pnrr} | set(profilo.linee_intervento))


def _shape(code: str) -> str:
    """«SI9» as «SI0», «3.2» as «0.0»."""
    return _DIGITS.sub("0", code)
