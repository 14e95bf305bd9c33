# SPDX-License-Identifier: EUPL-1.2
"""Il grado dichiarato non è quello che danno le azioni.

Che cosa controlla:
    Se un esito dà le azioni e dichiara anche il grado, i due dicono lo stesso numero, esatto o tagliato all'intero.

Perché:
    Il grado è il rapporto fra azioni realizzate e programmate: un'area dichiarata al 90% con un obiettivo su quattro
    rinviato è al 75%.

Segnala:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni: {programmate: 4, realizzate: 3}
        grado: 90%  # G002

Accetta:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni: {programmate: 4, realizzate: 3}
        grado: 75%

Rimedio:
    Togli il grado, che pdz calcola, oppure correggi le azioni.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.numbers import format_percent, truncate
from pdz.rules import Context

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Declared gradi that differ from the computed ones."""
    for index, esito in enumerate(ctx.piano.esiti):
        calcolo = ctx.quadro.gradi[esito.id].calcolo
        if esito.grado is None or calcolo.valore is None or not calcolo.formula:
            continue
        if esito.grado not in (calcolo.valore, truncate(calcolo.valore)):
            declared = format_percent(esito.grado)
            message = f"{esito.id} «{esito.titolo}»: il grado dichiarato è {declared}, ma {calcolo.formula}"
            hint = "togli il grado, che si calcola, o correggi le azioni"
            yield Problem(("esiti", index, "grado"), message, hint, related=calcolo.path)
