# SPDX-License-Identifier: EUPL-1.2
"""La scheda nomina un obiettivo che dice di essere descritto da un'altra scheda.

Che cosa controlla:
    Se una scheda nomina il suo obiettivo, e quell'obiettivo nomina un'altra scheda dello stesso allegato, anche questa
    nomina quell'obiettivo e nessun obiettivo nomina la prima. Un obiettivo può avere più schede, una scheda può
    descrivere più obiettivi.

Perché:
    Un legame scambiato fra due obiettivi manda chi legge alla scheda sbagliata, e le azioni si contano altrove.

Segnala:
    obiettivi:
      - {id: O1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: S2}
      - {id: O2, titolo: Trasporto sociale, gruppo: ambito, scheda: S2}
    schede:
      - {id: S1, titolo: Assistenza domiciliare, obiettivo: O1}  # L011
      - {id: S2, titolo: Trasporto sociale, obiettivo: O2}

Accetta:
    obiettivi:
      - {id: O1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: S1}
      - {id: O2, titolo: Trasporto sociale, gruppo: ambito, scheda: S2}
    schede:
      - {id: S1, titolo: Assistenza domiciliare, obiettivo: O1}
      - {id: S2, titolo: Trasporto sociale, obiettivo: O2}

Rimedio:
    Correggi «obiettivo» nella scheda, oppure «scheda» nell'obiettivo.

Riferimenti:
    Linee di indirizzo regionali del triennio: ogni scheda descrive un obiettivo della programmazione.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity, shorten
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Schede whose objective points to another scheda that does not know it."""
    obiettivi = {obiettivo.id: (index, obiettivo) for index, obiettivo in enumerate(ctx.piano.obiettivi)}
    named = {obiettivo.scheda for obiettivo in ctx.piano.obiettivi}
    for group in ("schede", "schede_integrazione"):
        same = {scheda.id: scheda for scheda in getattr(ctx.piano, group)}
        for index, scheda in enumerate(getattr(ctx.piano, group)):
            number, obiettivo = obiettivi.get(scheda.obiettivo, (0, None))
            other = same.get(obiettivo.scheda) if obiettivo is not None else None
            if obiettivo is None or other is None or other.id == scheda.id:
                continue
            if other.obiettivo == obiettivo.id and scheda.id not in named:
                continue
            path: Path = (group, index, "obiettivo")
            message = (
                f"{name_at(ctx.piano, path)}dice di descrivere {obiettivo.id} «{shorten(obiettivo.titolo)}», "
                f"che però rimanda a {other.id}"
            )
            hint = f"correggi «obiettivo» qui, o «scheda» in {obiettivo.id}"
            yield Problem(path, message, hint, related=("obiettivi", number, "scheda"))
