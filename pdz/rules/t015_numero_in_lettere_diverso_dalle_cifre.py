# SPDX-License-Identifier: EUPL-1.2
"""Lo stesso numero è scritto in lettere e in cifre, e i due non sono uguali.

Che cosa controlla:
    Un numero da due a venti (trenta, quaranta, cinquanta) in lettere, seguito subito dallo stesso numero in cifre fra
    parentesi («tre (3)»), o il contrario («3 (tre)»). Non guarda «(1)», che può essere il richiamo di una nota, e le
    parentesi che contengono altro («due (2 mesi)»).

Perché:
    Fra «tre» e «4» chi legge non sa quale vale: in un impegno o in una convenzione decide la somma.

Segnala:
    testi:
      - sezione: introduzione
        testo: "La cabina di regia si riunisce tre (4) volte l'anno."  # T015

Accetta:
    testi:
      - sezione: introduzione
        testo: "La cabina di regia si riunisce quattro (4) volte l'anno."

Rimedio:
    Scrivi il numero giusto una volta sola, in cifre o in lettere.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._cifre import COUNT, read_count
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_PAIR = re.compile(rf"\b(?P<first>{COUNT})\s?\((?P<second>{COUNT})\)", re.IGNORECASE)
_BRACKET = re.compile(r"\((?:[0-9]{1,2}|[A-Za-z]{3,12})\)")
_REACH = 14
"""Letters of the longest number, «quattordici», with a blank before the bracket and one to spare."""


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers in words beside other figures."""
    for passage, bracket in iter_matches(ctx.draft, _BRACKET):
        match = _PAIR.search(passage.bare, max(0, bracket.start() - _REACH), bracket.end())
        if match is None or match.end() != bracket.end() or match["first"].isdigit() == match["second"].isdigit():
            continue
        if read_count(match["first"]) != read_count(match["second"]):
            message = f"{name_at(ctx.piano, passage.path)}«{match[0]}»: i due numeri sono diversi"
            span = (match.start(), len(match[0]))
            yield Problem(passage.path, message, "scrivi il numero giusto, una volta sola", span=span)
