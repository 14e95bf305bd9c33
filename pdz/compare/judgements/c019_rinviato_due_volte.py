# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo è rinviato per la seconda volta.

Che cosa controlla:
    Un obiettivo che gli esiti del piano nuovo dicono rinviato non continuava (`gia`) un obiettivo che già gli esiti del
    piano di prima dicevano rinviato. Vale fra un triennio e il successivo.

Perché:
    Due trienni senza cominciare: prima di promettere una terza volta serve una decisione, farlo o toglierlo.

Segnala:
    prima:
      esiti:
        - id: E0
          tipo: area
          titolo: Innovazione
          azioni:
            - {id: E0.2, nome: Luoghi di prossimità, stato: rinviata}
      obiettivi:
        - {id: A1, titolo: Luoghi di prossimità, gruppo: ambito, gia: [E0.2]}
    dopo:
      esiti:
        - id: E1
          tipo: area
          titolo: Innovazione
          azioni:
            - {id: A1, nome: Luoghi di prossimità, stato: rinviata}  # C019
      obiettivi:
        - {id: N1, titolo: Luoghi di prossimità, gruppo: ambito, gia: [A1]}

Accetta:
    prima:
      esiti:
        - id: E0
          tipo: area
          titolo: Innovazione
          azioni:
            - {id: E0.2, nome: Luoghi di prossimità, stato: rinviata}
      obiettivi:
        - {id: A1, titolo: Luoghi di prossimità, gruppo: ambito, gia: [E0.2]}
    dopo:
      esiti:
        - id: E1
          tipo: area
          titolo: Innovazione
          azioni:
            - {id: A1, nome: Luoghi di prossimità, stato: in corso}
      obiettivi:
        - {id: N1, titolo: Luoghi di prossimità, gruppo: ambito, gia: [A1]}

Specchio:
    Non ce l'ha: un obiettivo rinviato una volta e poi realizzato ha solo finito in ritardo.

Rimedio:
    Di' che cosa lo ha fermato e che cosa cambia questa volta, oppure toglilo dal piano.

Riferimenti:
    Tabella dei risultati del triennio: obiettivo «spostato nel triennio 2025-2027» (Piani di Zona pubblicati).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare.consuntivi import find_consuntivi
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import name_old
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Objectives that two plans in a row put off."""
    prima = raffronto.prima
    before = find_consuntivi(prima)
    for sorte in raffronto.legami.sorti:
        told = sorte.consuntivo
        if told is None or not told.rinviato:
            continue
        ids = prima.piano.obiettivi[sorte.posto].gia
        twice = next((before[name] for name in ids if name in before and before[name].rinviato), None)
        if twice is not None:
            yield Remark(
                f"{name_old(raffronto, sorte.posto)}: rinviato per la seconda volta",
                twice.path,
                told.path,
                "di' che cosa lo ha fermato e che cosa cambia questa volta, oppure toglilo dal piano",
            )
