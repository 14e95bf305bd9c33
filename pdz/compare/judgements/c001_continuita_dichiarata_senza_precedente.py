# SPDX-License-Identifier: EUPL-1.2
"""Una scheda si dice in continuità, ma nel piano di prima non c'è nulla che continui.

Che cosa controlla:
    Se una scheda del piano nuovo risponde SÌ a «È in continuità con la programmazione precedente?», almeno uno dei suoi
    obiettivi continua un obiettivo o un'area del piano di prima, o somiglia a uno di essi. Non si guardano le schede
    che dicono da sé che cosa continuano, quelle senza obiettivo, e i piani di prima di cui non si conoscono gli
    obiettivi. Vale fra un triennio e il successivo.

Perché:
    La Regione chiede che cosa prosegue: una continuità di cui non si trova l'inizio è una risposta data a caso, oppure
    un legame che nessuno ha scritto.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      obiettivi:
        - {id: N1, titolo: Assistenza domiciliare agli anziani, gruppo: ambito}
      schede:
        - id: S1
          titolo: Assistenza domiciliare agli anziani
          obiettivo: N1
          in_continuita: sì  # C001

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito, gia: [A1]}
      schede:
        - id: S1
          titolo: Agenzia per l'abitare
          obiettivo: N1
          in_continuita: sì

Specchio:
    C002: qualcosa c'era, ma la scheda risponde NO.

Rimedio:
    Scrivi nell'obiettivo quale continua (`gia`), o nella scheda (`in_continuita`, chiave `obiettivi`); se è nuovo,
    rispondi NO.

Riferimenti:
    Scheda obiettivo, riga «È in continuità con la programmazione precedente?» (DGR XII/2167/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._chiavi import name_of
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import group_schede
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Schede that declare a continuity with nothing."""
    if not raffronto.prima.piano.obiettivi:
        return
    piano, triennio = raffronto.dopo.piano, raffronto.prima.piano.triennio
    described: dict[int, list[int]] = {}
    for obiettivo, schede in group_schede(piano).items():
        for place in schede:
            described.setdefault(place, []).append(obiettivo)
    for place, obiettivi in sorted(described.items()):
        answer = piano.schede[place].in_continuita
        if answer is None or answer.risposta is not True or answer.obiettivi:
            continue
        # an objective with a `gia` that leads nowhere is another defect
        if all(raffronto.legami.origini[one].nuovo and not piano.obiettivi[one].gia for one in obiettivi):
            yield Remark(
                f"scheda {name_of(piano.schede[place])}: si dice in continuità con il {triennio}, ma nessun "
                "obiettivo di allora è legato ai suoi, né gli somiglia",
                dopo=("schede", place, "in_continuita"),
                hint="scrivi nell'obiettivo quale continua (gia), oppure rispondi NO",
            )
