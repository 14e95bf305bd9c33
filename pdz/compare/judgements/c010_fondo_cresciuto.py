# SPDX-License-Identifier: EUPL-1.2
"""Un fondo è cresciuto oltre la soglia.

Che cosa controlla:
    Un fondo che sta in tutti e due i piani non è cresciuto oltre la soglia del profilo (`soglie.variazione_fondo`, per
    cento). Si confronta la somma delle sue righe, e solo se nei due piani nominano lo stesso numero di anni, o nessuno.
    Un fondo che entra non si segnala. Vale fra un triennio e il successivo, e anche fra due versioni del piano dello
    stesso triennio.

Perché:
    Spesso è un importo scritto due volte, o la somma di più annualità messa al posto di una. Se è vero, sono soldi da
    programmare.

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
            - {id: fnps, denominazione: Fondo politiche sociali, fondo: FNPS, assegnato: 120000.01}  # C010

Accetta:
    prima:
      fondi:
        - id: strutturali
          titolo: Fondi strutturali
          classe: strutturali
          voci:
            - {id: fnps, denominazione: Fondo politiche sociali, fondo: FNPS, esercizio: 2021, assegnato: 100000}
    dopo:
      fondi:
        - id: strutturali
          titolo: Fondi strutturali
          classe: strutturali
          voci:
            - id: fnps
              denominazione: Fondo politiche sociali
              fondo: FNPS
              annualita: [2023, 2024]
              assegnato: 200000

Specchio:
    C009: un fondo è calato oltre la soglia.

Rimedio:
    Controlla l'importo e gli anni a cui si riferisce; se è giusto, di' nel capitolo dei fondi che cosa si farà in più.

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
    """Funds grown beyond the threshold."""
    yield from iter_variati(
        raffronto, "cresce", 1, "controlla importo e anni; se è giusto, di' che cosa si farà in più"
    )
