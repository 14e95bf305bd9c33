# SPDX-License-Identifier: EUPL-1.2
"""La coincidenza delle risorse non è quella che danno pagato e preventivato.

Che cosa controlla:
    Se un esito dà i due importi e dichiara anche la coincidenza, questa è pagato × 100 / preventivato, tagliata o
    arrotondata alle cifre con cui è scritta.

Perché:
    «100%» accanto a 150.000 € stanziati e 141.000 € pagati (94%) fa dubitare di tutte e tre le cifre.

Segnala:
    esiti:
      - id: E1
        titolo: Rafforzare l'assistenza domiciliare
        grado: 80%
        risorse:
          preventivato: 150000
          pagato: 141000
          coincidenza: 100%  # G020

Accetta:
    esiti:
      - id: E1
        titolo: Rafforzare l'assistenza domiciliare
        grado: 80%
        risorse:
          preventivato: 150000
          pagato: 141000
          coincidenza: 94%

Rimedio:
    Togli la coincidenza, che pdz calcola, oppure correggi gli importi.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (pagato × 100) / preventivato.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.numbers import format_percent
from pdz.rules import Context, name_at
from pdz.rules._rapporti import agrees

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Declared coincidenze that differ from the computed ones."""
    for index, esito in enumerate(ctx.piano.esiti):
        calcolo, risorse = ctx.quadro.coincidenze[esito.id], esito.risorse
        if risorse is None or risorse.coincidenza is None or calcolo.valore is None:
            continue
        if calcolo.path == ("esiti", index, "risorse") and not agrees(risorse.coincidenza, calcolo.valore):
            path = ("esiti", index, "risorse", "coincidenza")
            declared = format_percent(risorse.coincidenza)
            message = f"{name_at(ctx.piano, path)}la coincidenza dichiarata è {declared}, ma {calcolo.formula}"
            hint = "togli la coincidenza, che si calcola, o correggi gli importi"
            yield Problem(path, message, hint, related=(*path[:-1], "pagato"))
