# SPDX-License-Identifier: EUPL-1.2
"""Un testo nomina una macroarea che non esiste.

Che cosa controlla:
    Dopo la parola «macroarea» o «macroaree» un testo non mette il titolo di un LEPS prioritario («macroarea Servizi
    sociali per le dimissioni protette») né un numero o una lettera che non è di nessuna macroarea, regionale o di uno
    schema locale del piano («macroarea 1»). Non guarda i titoli («Macroarea 1 – Sportelli»), i nomi dei finanziamenti e
    delle loro aree, che possono avere macroaree proprie, né le leggi e le fonti.

Perché:
    Le macroaree dicono alla Regione dove contare un intervento: un LEPS ne attraversa più di una.

Segnala:
    testi:
      - {sezione: bisogni, testo: L'obiettivo è connesso con la macroarea 1 del tavolo.}  # L024

Accetta:
    testi:
      - {sezione: bisogni, testo: L'obiettivo è connesso con la macroarea A del tavolo.}

Rimedio:
    Scrivi la lettera o il titolo della macroarea, oppure chiama il LEPS col suo nome.

Riferimenti:
    DGR XII/2167/2024: le macroaree di intervento e i LEPS prioritari dei Piani di Zona 2025-2027.
"""

import re
from collections.abc import Container, Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._cataloghi import Catalogo, make_catalogo
from pdz.rules._lettura import iter_prose
from pdz.rules._moduli import plain_words

SEVERITY = Severity.WARNING

_AFTER = re.compile(
    r"acro[ -]?are[ae] [«\"“]?(?:(?P<code>[0-9]{1,2}|[A-Z])(?!\w|[.,’'-]\w|\s?[–—-]\s)"
    r"|(?P<label>[A-Za-z][^.;:()\n]{10,90}))"
)
_ELSEWHERE = frozenset({"finanziamenti", "pnrr", "progetti"})
_SHORTEST = 3
"""Words of a title that no other thing would have."""


def check(ctx: Context) -> Iterator[Problem]:
    """Macro areas that neither the region nor the plan has."""
    leps = make_catalogo("", {leps.codice: leps.titolo for leps in ctx.profilo.leps_prioritari})
    local = (m.codice for schema in ctx.piano.schemi_macroaree for m in schema.macroaree)
    codes = {*(m.codice for m in ctx.profilo.macroaree), *local}
    for passage, match in iter_prose(ctx.draft, _AFTER) if codes else ():
        what = _explain(leps, codes, match)
        if what is not None and passage.path[0] not in _ELSEWHERE:
            start, end = match.span("code" if match["code"] else "label")
            message = f"{name_at(ctx.piano, passage.path)}{what}"
            yield Problem(
                passage.path, message, "scrivi la lettera o il titolo della macroarea", span=(start, end - start)
            )


def _explain(leps: Catalogo, codes: Container[str], match: re.Match[str]) -> str | None:
    if match["code"]:
        return None if match["code"] in codes else f"la macroarea «{match['code']}» non esiste"
    words = plain_words(match["label"])
    for codice, title in leps.parole.items():
        if len(title) >= _SHORTEST and words[: len(title)] == title:
            return f"«{leps.titoli[codice]}» non è una macroarea, ma il LEPS {codice}"
    return None
