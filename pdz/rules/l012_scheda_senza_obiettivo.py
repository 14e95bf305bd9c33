# SPDX-License-Identifier: EUPL-1.2
"""Una scheda non è legata a nessun obiettivo.

Che cosa controlla:
    In un piano che ha obiettivi ogni scheda obiettivo e ogni scheda di integrazione nomina il suo obiettivo, oppure un
    obiettivo la nomina. In un piano in bozza guarda solo se un'altra scheda dello stesso allegato è già legata.

Perché:
    Una scheda sciolta descrive un intervento che il capitolo degli obiettivi non programma, oppure un obiettivo che ha
    cambiato nome.

Segnala:
    obiettivi:
      - {id: O1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: S1}
    schede:
      - {id: S1, titolo: Assistenza domiciliare}
      - {id: S2, titolo: Trasporto sociale}  # L012

Accetta:
    obiettivi:
      - {id: O1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: S1}
      - {id: O2, titolo: Trasporto sociale, gruppo: ambito}
    schede:
      - {id: S1, titolo: Assistenza domiciliare}
      - {id: S2, titolo: Trasporto sociale, obiettivo: O2}

Rimedio:
    Scrivi nella scheda «obiettivo: …», oppure nell'obiettivo «scheda: …».

Riferimenti:
    Linee di indirizzo regionali del triennio: ogni scheda descrive un obiettivo della programmazione.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Schede that no objective names and that name none."""
    piano = ctx.piano
    named = {obiettivo.scheda for obiettivo in piano.obiettivi}
    for group in ("schede", "schede_integrazione") if piano.obiettivi else ():
        schede = getattr(piano, group)
        loose = [index for index, scheda in enumerate(schede) if not scheda.obiettivo and scheda.id not in named]
        if piano.stato == "bozza" and len(loose) == len(schede):
            continue
        for index in loose:
            path: Path = (group, index)
            message = f"{name_at(piano, path)}la scheda non è legata a nessun obiettivo"
            yield Problem(path, message, "scrivi «obiettivo: …» nella scheda, o «scheda: …» nell'obiettivo")
