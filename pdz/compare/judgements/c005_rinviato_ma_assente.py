# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo è stato rinviato, ma nel piano nuovo non c'è.

Che cosa controlla:
    Se gli esiti dicono che un obiettivo è stato rinviato, un obiettivo del piano nuovo lo continua (`gia`,
    `riproposto.come`), o gli somiglia, o continua la sua area. Se l'esito dice anche che verrà riproposto lo segnala
    C003. Un piano nuovo che non ha ancora obiettivi non si guarda. Vale fra un triennio e il successivo.

Perché:
    «Spostato al prossimo triennio» è un impegno: se il prossimo triennio non ne parla, l'obiettivo è stato lasciato
    senza dirlo.

Segnala:
    prima:
      obiettivi:
        - {id: E1.2, titolo: Luoghi di prossimità, gruppo: ambito}
    dopo:
      esiti:
        - id: E1
          tipo: area
          titolo: Innovazione
          azioni:
            - {id: E1.2, nome: Luoghi di prossimità, stato: rinviata}  # C005
      obiettivi:
        - {id: N1, titolo: Assistenza domiciliare agli anziani, gruppo: ambito}

Accetta:
    prima:
      obiettivi:
        - {id: E1.2, titolo: Luoghi di prossimità, gruppo: ambito}
    dopo:
      esiti:
        - id: E1
          tipo: area
          titolo: Innovazione
          azioni:
            - {id: E1.2, nome: Luoghi di prossimità, stato: rinviata}
      obiettivi:
        - {id: N1, titolo: Case di comunità, gruppo: ambito, gia: [E1.2]}

Specchio:
    Non ce l'ha: un obiettivo rinviato che si ritrova nel piano nuovo è quel che il piano aveva promesso.

Rimedio:
    Scrivi quale obiettivo lo riprende (`gia`), aggiungilo, oppure di' negli esiti che non si farà.

Riferimenti:
    Tabella dei risultati del triennio: obiettivo «spostato nel triennio 2025-2027» (Piani di Zona pubblicati).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._dichiarati import find_areas_of_old
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import find_continued, name_old
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Objectives put off to a plan that does not have them."""
    prima, dopo = raffronto.prima, raffronto.dopo
    if not dopo.piano.obiettivi:
        return
    areas_of, continued = find_areas_of_old(prima, dopo), find_continued(raffronto)
    for sorte in raffronto.legami.sorti:
        told = sorte.consuntivo
        if told is None or not told.rinviato or told.riproposto or sorte.nuovi:
            continue
        if not areas_of.get(prima.piano.obiettivi[sorte.posto].id, set()) & continued:
            yield Remark(
                f"{name_old(raffronto, sorte.posto)}: rinviato al {dopo.piano.triennio}, ma nessun obiettivo "
                "del piano nuovo dice di continuarlo",
                ("obiettivi", sorte.posto),
                told.path,
                "scrivi quale obiettivo lo riprende (gia), oppure di' negli esiti che non si farà",
            )
