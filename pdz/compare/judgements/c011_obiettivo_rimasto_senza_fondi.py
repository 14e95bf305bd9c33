# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo che aveva fondi continua senza.

Che cosa controlla:
    Se un obiettivo di prima dichiarava le sue risorse (fondi, linee del PNRR, o le risorse economiche della scheda), le
    dichiara anche almeno uno degli obiettivi che lo continuano. Un piano nuovo che non dice le risorse di nessun
    obiettivo non si guarda. Vale fra un triennio e il successivo, e anche fra due versioni del piano dello stesso
    triennio.

Perché:
    Un obiettivo che prosegue senza più denaro è un taglio che le tabelle dei fondi non mostrano.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito, fondi: [FNPS]}
    dopo:
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito, gia: [A1]}  # C011
        - {id: N2, titolo: Assistenza domiciliare agli anziani, gruppo: ambito, fondi: [FNA]}

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito, fondi: [FNPS]}
    dopo:
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito, gia: [A1], fondi: [FSR]}
        - {id: N2, titolo: Emergenza abitativa, gruppo: ambito, gia: [A1]}

Specchio:
    C012: un obiettivo che non aveva fondi ora ne ha.

Rimedio:
    Scrivi con che cosa si paga (`fondi`, `pnrr`, o le risorse economiche della scheda), o di' che non costa.

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
    """Objectives that go on without the money that they had."""
    old, new = find_soldi(raffronto.prima.piano), find_soldi(raffronto.dopo.piano)
    for sorte in iter_certi(raffronto) if new else ():
        if sorte.posto in old and new.keys().isdisjoint(sorte.nuovi):
            was, now = name_old(raffronto, sorte.posto), name_new(raffronto, sorte.nuovi[0])
            yield Remark(
                f"{was} aveva fondi; {now}, che lo continua, non ne ha",
                old[sorte.posto],
                ("obiettivi", sorte.nuovi[0]),
                "scrivi con che cosa si paga: fondi, pnrr, o le risorse economiche della scheda",
            )
