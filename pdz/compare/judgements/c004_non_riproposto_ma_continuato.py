# SPDX-License-Identifier: EUPL-1.2
"""Un esito dice che l'obiettivo non verrà riproposto, ma un obiettivo del piano nuovo lo continua.

Che cosa controlla:
    Se un esito risponde NO a «L'obiettivo verrà riproposto nella prossima programmazione?», nessun obiettivo del piano
    nuovo dichiara di continuare quell'obiettivo o quell'area. Un obiettivo che soltanto gli somiglia non conta. Vale
    fra un triennio e il successivo.

Perché:
    L'Assemblea legge negli esiti che l'obiettivo è chiuso, e lo ritrova più avanti: una delle due cose non è vera.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      esiti:
        - {id: A1, titolo: Sportello per la casa, riproposto: no}  # C004
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito, gia: [A1]}

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      esiti:
        - {id: A1, titolo: Sportello per la casa, riproposto: no}
      obiettivi:
        - {id: N1, titolo: Sportello per la casa e il lavoro, gruppo: ambito}

Specchio:
    C003: il piano dice che verrà riproposto, ma nulla lo continua.

Rimedio:
    Rispondi SÌ nell'esito, oppure togli il legame (`gia` o `riproposto.come`) se l'obiettivo nuovo è un altro.

Riferimenti:
    Tabella degli esiti, riga «L'obiettivo verrà riproposto nella prossima programmazione?» (DGR XII/2167/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._chiavi import name_of
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import find_esito, iter_certi, name_new, name_old
from pdz.findings import Path, Severity

SEVERITY = Severity.WARNING
VERSIONS = False
_HINT = "rispondi SÌ nell'esito, oppure togli il legame"


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Objectives and areas that go on, though their outcome says that they end."""
    for sorte in iter_certi(raffronto):
        found = find_esito(raffronto, sorte)
        if found is not None and sorte.consuntivo is not None and sorte.consuntivo.riproposto is False:
            name, new = name_old(raffronto, sorte.posto), name_new(raffronto, sorte.nuovi[0])
            said = f"{name}: si dice che non verrà riproposto, ma {new} lo continua"
            yield Remark(said, ("obiettivi", sorte.posto), (*found[0], "riproposto"), _HINT)
    known = {one.id: index for index, one in enumerate(raffronto.prima.piano.aree)}
    for index, esito in enumerate(raffronto.dopo.piano.esiti):
        if esito.tipo != "area" or esito.riproposto is None or esito.riproposto.risposta is not False:
            continue
        after = next((origine.posto for origine in raffronto.legami.origini if esito.id in origine.aree), None)
        if after is not None:
            new = name_new(raffronto, after)
            said = f"area {name_of(esito)}: si dice che non verrà riproposta, ma {new} la continua"
            path: Path | None = ("aree", known[esito.id]) if esito.id in known else None
            yield Remark(said, path, ("esiti", index, "riproposto"), _HINT)
