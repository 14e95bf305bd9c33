# SPDX-License-Identifier: EUPL-1.2
"""Un triennio nominato in un testo non dura tre anni.

Che cosa controlla:
    Dove un testo scrive «triennio» o «triennalità» e subito dopo due anni («triennio 2025-2027», «2025/2027»),
    dal primo al secondo, compresi, gli anni sono tre. Non guarda le durate («durata triennale 2024-2027»), che possono
    cominciare in corso d'anno, né i trienni scolastici e accademici, che si contano da settembre. Segnala anche il
    «biennio» che ha gli anni del triennio del piano o di uno che lo ha preceduto («biennio 2025-2027»).

Perché:
    «Il triennio 2024-2027» è di quattro anni: chi legge non sa quale anno è di troppo, e l'errore passa negli atti che
    citano il piano.

Segnala:
    testi:
      - sezione: introduzione
        testo: Il triennio 2024-2027 porta a compimento il lavoro avviato.  # T003

Accetta:
    testi:
      - sezione: introduzione
        testo: Il triennio 2025-2027 porta a compimento il lavoro avviato.

Rimedio:
    Correggi gli anni, oppure cita il triennio del piano: {{ piano.triennio }}.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona ha durata triennale.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._trienni import iter_spans, known_trienni, suggest_triennio

SEVERITY = Severity.ERROR

_NAMED = re.compile(r"\btrienn(?:io|alità)\s{1,3}(?:[^\W\d_]{1,20}\s{1,3}){0,2}\(?\Z", re.IGNORECASE)
_SCHOOL = re.compile(r"scolastic|accademic|formativ|\bPTOF\b", re.IGNORECASE)


_TWO = re.compile(r"\bbienni(?:o|alità)\s{1,3}(?:[^\W\d_]{1,20}\s{1,3}){0,2}\(?\Z", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Trienni whose first and last year are not two years apart."""
    known = known_trienni(ctx)
    for years in iter_spans(ctx):
        first, last = years.span
        path = years.passage.path
        if years.span in known and _TWO.search(years.before) and not _SCHOOL.search(years.around):
            message = f"{name_at(ctx.piano, path)}il biennio «{years.text}» conta {last - first + 1} anni, non due"
            hint = "scrivi «triennio», o correggi gli anni"
            yield Problem(path, message, hint, span=(years.start, len(years.text)))
        if last - first == 2 or not _NAMED.search(years.before) or _SCHOOL.search(years.around):
            continue
        what = f"conta {last - first + 1} anni, non tre" if last >= first else "finisce prima di cominciare"
        yield Problem(
            path,
            f"{name_at(ctx.piano, path)}il triennio «{years.text}» {what}",
            suggest_triennio(ctx, years.span) or "correggi gli anni: un triennio ne conta tre, come 2025-2027",
            span=(years.start, len(years.text)),
        )
