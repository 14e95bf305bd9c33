# SPDX-License-Identifier: EUPL-1.2
"""Il testo di un esito dice un grado di raggiungimento che non è il suo.

Che cosa controlla:
    Un testo di un esito che scrive «il grado di raggiungimento (dell'obiettivo, dell'area) è», «: », «pari al» o «del»
    una percentuale dice il grado di quell'esito, calcolato o dichiarato, tagliato o arrotondato. I gradi di altri anni
    («era il 60%») e quelli citati con {{ gradi.… }} non si guardano.

Perché:
    La tabella si aggiorna e il racconto resta: lo stesso obiettivo risulta al 90% in una pagina e al 75% in un'altra.

Segnala:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni: {programmate: 4, realizzate: 3}
        attuazione: Il grado di raggiungimento dell'area è del 90%.  # G026

Accetta:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni: {programmate: 4, realizzate: 3}
        attuazione: Il grado di raggiungimento dell'area è del 75%.

Rimedio:
    Cita il grado nel testo, per esempio {{ gradi.E1 }}: così lo scrive pdz.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._rapporti import agrees

SEVERITY = Severity.WARNING
_GRADO = re.compile(
    r"grado di raggiungimento(?: (?:dell['’] ?(?:obiettivo|area)|complessivo|finale))?(?: è|:|,)?"
    r"(?: pari a[l ]l?['’]?| del(?:l['’])?| il| l['’])? ?([0-9]{1,3}(?:,[0-9]{1,4})?) ?%",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Problem]:
    """Texts of outcomes that state another grado."""
    for path, _, bare in ctx.draft.passages:
        if path[0] != "esiti" or "%" not in bare or "aggiungimento" not in bare or not isinstance(path[1], int):
            continue
        if path[1] >= len(ctx.piano.esiti):
            continue
        esito = ctx.piano.esiti[path[1]]
        calcolo = ctx.quadro.gradi[esito.id].calcolo
        # under a repeated id the last grado stands for all: it is not of this outcome
        if calcolo.valore is None or calcolo.path[:2] != path[:2]:
            continue
        for match in _GRADO.finditer(bare):
            if not agrees(Decimal(match[1].replace(",", ".")), calcolo.valore):
                printed = ctx.quadro.gradi[esito.id].stampa
                message = f"{name_at(ctx.piano, path)}il testo dice {match[1]}%, ma il grado è {printed}"
                hint = f"cita il grado nel testo: {{{{ gradi.{esito.id} }}}}"
                yield Problem(path, message, hint, span=(match.start(1), len(match[1])), related=calcolo.path)
