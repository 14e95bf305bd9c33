# SPDX-License-Identifier: EUPL-1.2
"""Un atto è citato senza il numero o senza l'anno.

Che cosa controlla:
    Dopo DGR, DPCM, DPR, D.Lgs. e L.R. non ci sono puntini al posto del numero («DGR..», «DGR n. …»). Una legge
    citata col solo numero («L. 162», «L.R. 3») è citata almeno una volta anche con l'anno, in qualunque punto del piano
    («L. 162/1998», «legge 8 novembre 2000, n. 328»); le leggi senza anno si segnalano insieme, una volta sola. Non
    guarda le celle delle tabelle.

Perché:
    Senza numero l'atto non si trova; col solo numero se ne trova più d'uno, perché i numeri ricominciano ogni anno.

Segnala:
    testi:
      - {sezione: bisogni, testo: L'assegnazione è prevista dalla DGR..}  # R016

Accetta:
    testi:
      - {sezione: bisogni, testo: L'assegnazione è prevista dalla DGR XII/2033/2024.}

Rimedio:
    Scrivi numero e anno dell'atto.

Riferimenti:
    Guida alla redazione dei testi normativi (Presidenza del Consiglio, circolare 2/5/2001): citazioni.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, Passage, name_at
from pdz.rules._lettura import read_brani

SEVERITY = Severity.WARNING

_DOTS = re.compile(r"\b(?:DGR|D\.G\.R|DPCM|DPR|D\.P\.R|D\.[Ll]gs|L\.R)\.?(?: ?n\.)? ?(?:\.\.+|…+)")
_LAW = re.compile(
    r"\b(?:L\.\s?R\.|L\.|[Ll]egge(?:\sregionale)?)\s?(?:n\.\s?)?(?P<number>[1-9]\d{0,3})(?![\d/]|[.,-]\d|\s(?:del\b|dell['’]"
    r"|(?:genn|febbr)aio|marzo|aprile|maggio|giugno|luglio|agosto|(?:sett|nov|dic)embre|ottobre))"
)
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d[^.;]{0,40}\Z")
_YEAR = r"\b{0}/(?:19|20)?\d\d\b|\b{0}\sdel(?:l['’])?\s?\d|(?:19|20)\d\d,?\sn\.\s?{0}\b"
_CELLS = frozenset({"dati", "tabelle"})
_LISTED = 8


def check(ctx: Context) -> Iterator[Problem]:
    """Acts without number, laws that never have a year."""
    brani = read_brani(ctx.draft)
    for passage in brani.holding("..", "…"):
        for match in _DOTS.finditer(passage.bare):
            message = f"{name_at(ctx.piano, passage.path)}manca il numero dell'atto: «{match[0]}»"
            yield Problem(passage.path, message, "scrivi numero e anno", span=(match.start(), len(match[0])))
    laws: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in brani.holding("L.", "egge "):
        if _CELLS.isdisjoint(passage.path):
            for match in _LAW.finditer(passage.bare):
                if _YEAR_BEFORE.search(passage.bare, max(0, match.start() - 60), match.start()) is None:
                    laws.setdefault(match["number"], (passage, match))
    found = [law for number, law in laws.items() if re.search(_YEAR.format(number), brani.text) is None]
    if found:
        passage, match = found[0]
        names = ", ".join(f"«{' '.join(match[0].split())}»" for _, match in found[:_LISTED])
        what = "una legge è citata" if len(found) == 1 else "alcune leggi sono citate"
        message = f"{name_at(ctx.piano, passage.path)}{what} senza l'anno, qui e altrove: {names}"
        hint = f"scrivi anche l'anno: {match['number']}/…"
        yield Problem(passage.path, message, hint, span=(match.start(), len(match[0])))
