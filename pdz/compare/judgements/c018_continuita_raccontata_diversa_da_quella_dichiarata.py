# SPDX-License-Identifier: EUPL-1.2
"""L'esito e la scheda di allora rispondono in modo opposto sulla continuità con il triennio ancora prima.

Che cosa controlla:
    L'esito di un obiettivo e la sua scheda nel piano di prima rispondono alla stessa domanda: se era in continuità con
    il triennio ancora prima. Se l'uno dice SÌ, l'altra non dice NO. Vale fra un triennio e il successivo.

Perché:
    È la stessa domanda sullo stesso obiettivo, a tre anni di distanza: la risposta non può essere cambiata.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito, scheda: SA}
      schede:
        - {id: SA, titolo: Sportello per la casa, in_continuita: no}
    dopo:
      esiti:
        - id: A1
          titolo: Sportello per la casa
          in_continuita: sì  # C018

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito, scheda: SA}
      schede:
        - {id: SA, titolo: Sportello per la casa, in_continuita: no}
    dopo:
      esiti:
        - {id: A1, titolo: Sportello per la casa, in_continuita: no}

Specchio:
    Non ce l'ha: il giudizio vale nei due versi, per un SÌ che era un NO e per un NO che era un SÌ.

Rimedio:
    Rileggi la scheda di allora e correggi la risposta dell'esito.

Riferimenti:
    Tabella degli esiti, riga «L'obiettivo era in continuità con la programmazione precedente?»; scheda obiettivo, riga
    «È in continuità con la programmazione precedente?».
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import find_esito, group_schede, name_old
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Answers on the same continuity that are opposite."""
    schede = group_schede(raffronto.prima.piano)
    for sorte in raffronto.legami.sorti:
        found = find_esito(raffronto, sorte)
        told = found[1].in_continuita if found is not None else None
        if found is None or told is None or told.risposta is None:
            continue
        for place in schede.get(sorte.posto, ()):
            was = raffronto.prima.piano.schede[place].in_continuita
            if was is not None and was.risposta is (not told.risposta):
                said = ("NO", "SÌ") if told.risposta else ("SÌ", "NO")
                yield Remark(
                    f"{name_old(raffronto, sorte.posto)}: alla continuità con il triennio ancora prima la scheda di "
                    f"allora rispondeva {said[0]}, l'esito risponde {said[1]}",
                    ("schede", place, "in_continuita"),
                    (*found[0], "in_continuita"),
                    "rileggi la scheda di allora e correggi la risposta dell'esito",
                )
