# SPDX-License-Identifier: EUPL-1.2
"""Una scheda nega la continuità, ma il suo obiettivo ne continua uno di prima.

Che cosa controlla:
    Se una scheda del piano nuovo risponde NO a «È in continuità con la programmazione precedente?», nessuno dei suoi
    obiettivi dichiara (`gia`, o `riproposto.come` di un esito) di continuare un obiettivo o un'area del piano di prima.
    Un obiettivo che soltanto somiglia a uno di prima non conta. Vale fra un triennio e il successivo.

Perché:
    Il piano dice due cose opposte: l'obiettivo ne continua un altro, la scheda dice che comincia adesso. Chi confronta
    gli Ambiti conterà un obiettivo nuovo che nuovo non è.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito, gia: [A1]}
      schede:
        - {id: S1, titolo: Agenzia per l'abitare, obiettivo: N1, in_continuita: no}  # C002

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Agenzia per l'abitare, gruppo: ambito}
    dopo:
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito}
      schede:
        - {id: S1, titolo: Agenzia per l'abitare, obiettivo: N1, in_continuita: no}

Specchio:
    C001: la scheda risponde SÌ, ma non c'era nulla.

Rimedio:
    Rispondi SÌ nella scheda, oppure togli il legame se l'obiettivo è davvero nuovo.

Riferimenti:
    Scheda obiettivo, riga «È in continuità con la programmazione precedente?» (DGR XII/2167/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._chiavi import name_of
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import group_schede, name_new, name_old
from pdz.findings import Path, Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Schede that deny a continuity which their objectives declare."""
    piano = raffronto.dopo.piano
    told: set[int] = set()
    for obiettivo, schede in sorted(group_schede(piano).items()):
        found = _find_old(raffronto, obiettivo)
        for place in schede:
            answer = piano.schede[place].in_continuita
            if found is None or answer is None or answer.risposta is not False or place in told:
                continue
            told.add(place)
            yield Remark(
                f"scheda {name_of(piano.schede[place])}: nega la continuità, ma il suo obiettivo "
                f"{name_new(raffronto, obiettivo)} continua {found[1]}",
                found[0],
                ("schede", place, "in_continuita"),
                "rispondi SÌ nella scheda, oppure togli il legame",
            )


def _find_old(raffronto: Raffronto, place: int) -> tuple[Path | None, str] | None:
    """Where what a new objective surely continues stands in the old plan, and its name; None for a new one."""
    origine = raffronto.legami.origini[place]
    if origine.vecchi and not origine.probabile:
        return ("obiettivi", origine.vecchi[0]), name_old(raffronto, origine.vecchi[0])
    if not origine.aree:
        return None
    areas = raffronto.prima.piano.aree
    area = next((index for index, one in enumerate(areas) if one.id == origine.aree[0]), None)
    return (None, f"l'area {origine.aree[0]}") if area is None else (("aree", area), f"l'area {name_of(areas[area])}")
