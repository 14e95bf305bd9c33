# SPDX-License-Identifier: EUPL-1.2
"""Un fondo ha perso più di quanto la soglia ammette.

Che cosa controlla:
    Un fondo che sta in tutti e due i piani non è calato oltre la soglia del profilo (`soglie.variazione_fondo`, per
    cento). Si confronta la somma delle sue righe, e solo se nei due piani nominano lo stesso numero di anni, o nessuno:
    un'annualità non si confronta con un triennio. Un fondo che esce non si segnala: finisce chi doveva finire. Vale fra
    un triennio e il successivo, e anche fra due versioni del piano dello stesso triennio.

Perché:
    Un taglio così cambia quel che si può promettere: gli obiettivi che quel fondo pagava vanno riguardati uno per uno.

Segnala:
    prima:
      fondi:
        - id: strutturali
          titolo: Fondi strutturali
          classe: strutturali
          voci:
            - {id: fnps, denominazione: Fondo politiche sociali, fondo: FNPS, assegnato: 100000}
    dopo:
      fondi:
        - id: strutturali
          titolo: Fondi strutturali
          classe: strutturali
          voci:
            - {id: fnps, denominazione: Fondo politiche sociali, fondo: FNPS, assegnato: 70000}  # C009

Accetta:
    prima:
      fondi:
        - id: strutturali
          titolo: Fondi strutturali
          classe: strutturali
          voci:
            - {id: fnps, denominazione: Fondo politiche sociali, fondo: FNPS, assegnato: 100000}
    dopo:
      fondi:
        - id: strutturali
          titolo: Fondi strutturali
          classe: strutturali
          voci:
            - {id: fnps, denominazione: Fondo politiche sociali, fondo: FNPS, assegnato: 80000}

Specchio:
    C010: un fondo è cresciuto oltre la soglia.

Rimedio:
    Controlla l'importo e gli anni a cui si riferisce; se è giusto, di' nel capitolo dei fondi che cosa comporta.

Riferimenti:
    Profilo, soglie: variazione di un fondo. È una soglia scelta per segnalare, non viene da una norma.
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare.judgements import Remark
from pdz.compare.judgements._soldi import iter_variati
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = True


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Funds cut beyond the threshold."""
    yield from iter_variati(raffronto, "cala", -1, "controlla importo e anni; se è giusto, di' che cosa comporta")
