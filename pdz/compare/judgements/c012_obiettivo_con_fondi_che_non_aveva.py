# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo che non aveva fondi continua con dei fondi.

Che cosa controlla:
    Se un obiettivo dichiara le sue risorse (fondi, linee del PNRR, o le risorse economiche della scheda), le dichiarava
    anche almeno uno degli obiettivi di prima che continua. Un piano di prima che non dice le risorse di nessun
    obiettivo non si guarda. Vale fra un triennio e il successivo, e anche fra due versioni del piano dello stesso
    triennio.

Perché:
    O il piano di prima taceva una spesa, o il denaro è stato spostato qui da un altro obiettivo: l'Assemblea chiederà
    da quale.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
        - {id: A2, titolo: Assistenza domiciliare agli anziani, gruppo: ambito, fondi: [FNA]}
    dopo:
      obiettivi:
        - id: N1
          titolo: Agenzia per l'abitare
          gruppo: ambito
          gia: [A1]
          fondi: [FNPS]  # C012

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito, gia: [A1], fondi: [FNPS]}

Specchio:
    C011: un obiettivo che aveva fondi continua senza.

Rimedio:
    Di' nella scheda da dove viene il denaro, se prima l'obiettivo non ne aveva.

Riferimenti:
    Scheda obiettivo, riga «Risorse economiche preventivate» (DGR XII/2167/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import iter_certi, name_new, name_old
from pdz.compare.judgements._soldi import find_soldi
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = True


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Objectives that go on with money that they had not."""
    old, new = find_soldi(raffronto.prima.piano), find_soldi(raffronto.dopo.piano)
    told: set[int] = set()
    for sorte in iter_certi(raffronto) if old else ():
        for place in sorte.nuovi:
            before = raffronto.legami.origini[place].vecchi
            if place in new and place not in told and old.keys().isdisjoint(before):
                told.add(place)
                was, now = name_old(raffronto, sorte.posto), name_new(raffronto, place)
                yield Remark(
                    f"{was} non aveva fondi; {now}, che lo continua, ne ha",
                    ("obiettivi", sorte.posto),
                    new[place],
                    "di' nella scheda da dove viene il denaro",
                )
