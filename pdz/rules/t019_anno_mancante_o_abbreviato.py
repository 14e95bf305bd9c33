# SPDX-License-Identifier: EUPL-1.2
"""A una data manca l'anno, o un triennio è abbreviato.

Che cosa controlla:
    Una data in cifre dopo «dal», «al», «il», «entro il», «fino al» porta l'anno («dal 06/11/2023», non «dal 06/11»), e
    gli anni di un triennio hanno quattro cifre almeno il primo («triennio 2021-2023» o «2021-23», non «21-23»). Non
    guarda le frazioni e le età («il 10/12 degli utenti», «dal 06/11 mesi»), né le date in lettere.

Perché:
    Il piano vale tre anni e si rilegge dopo: «dal 06/11» non dice di quale anno, e chi cerca «2021-2023» nel documento
    non trova «21-23».

Segnala:
    testi:
      - sezione: introduzione
        testo: "Dal 06/11 il servizio è attivo nei nove Comuni dell'Ambito."  # T019

Accetta:
    testi:
      - sezione: introduzione
        testo: "Dal 06/11/2023 il servizio è attivo nei nove Comuni dell'Ambito."

Rimedio:
    Scrivi l'anno con quattro cifre.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002).
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_MONTH = re.compile(
    r"/(?:0[1-9]|1[0-2])(?![\d/]|[.,-]\d|\s?(?:%|anni|mesi|ore|giorni|h\b|dei\b|degli\b|delle\b|del\b|di\b))"
)
_DAY = re.compile(r"\b(?:[Dd]al|[Aa]l|[Ii]l|IL|DAL|AL)\s(?P<day>0?[1-9]|[12][0-9]|3[01])\Z")
_TRIENNIO = re.compile(
    r"rienni(?:o|ale|ali|o di programmazione)\s(?P<years>['’]?(?P<first>\d\d)\s?[-–/]\s?['’]?(?P<last>\d\d))(?!\d)"
)


def check(ctx: Context) -> Iterator[Problem]:
    """Days and months without a year, three years with two digits."""
    for passage, match in iter_matches(ctx.draft, _MONTH):
        day = _DAY.search(passage.bare, max(0, match.start() - 8), match.start())
        if day is not None:
            start = day.start("day")
            date = passage.bare[start : match.end()]
            message = f"{name_at(ctx.piano, passage.path)}alla data «{date}» manca l'anno"
            yield Problem(passage.path, message, f"scrivi {date}/ e l'anno con quattro cifre", span=(start, len(date)))
    for passage, match in iter_matches(ctx.draft, _TRIENNIO):
        if int(match["last"]) - int(match["first"]) == 2:
            years = f"20{match['first']}-20{match['last']}"
            message = f"{name_at(ctx.piano, passage.path)}gli anni del triennio «{match['years']}» sono abbreviati"
            span = (match.start("years"), len(match["years"]))
            yield Problem(passage.path, message, f"scrivi {years}", span=span)
