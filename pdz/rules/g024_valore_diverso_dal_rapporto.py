# SPDX-License-Identifier: EUPL-1.2
"""Il valore raggiunto di un indicatore non è quello che danno numeratore e denominatore.

Che cosa controlla:
    Se un indicatore dà il valore raggiunto e anche numeratore e denominatore, una percentuale è numeratore × 100 /
    denominatore, tagliata o arrotondata alle cifre con cui è scritta; un numero è il numeratore. «Circa» e «più di» non
    si controllano.

Perché:
    Il raggiungimento si calcola dai due numeri: se il valore scritto è un altro, il documento ne stampa due.

Segnala:
    esiti:
      - id: A1
        titolo: Accompagnare le dimissioni
        grado: 80%
        indicatori:
          impatto:
            - id: A1.i1
              nome: Percorsi conclusi sul totale dei percorsi
              previsto: 80%
              realizzato: 85%  # G024
              numeratore: 12
              denominatore: 15

Accetta:
    esiti:
      - id: A1
        titolo: Accompagnare le dimissioni
        grado: 80%
        indicatori:
          impatto:
            - id: A1.i1
              nome: Percorsi conclusi sul totale dei percorsi
              previsto: 80%
              realizzato: 80%
              numeratore: 12
              denominatore: 15

Rimedio:
    Togli il valore raggiunto, che pdz calcola, oppure correggi i due numeri.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori di risultato, di processo, di impatto.
"""

from collections.abc import Iterator

from pdz.calc._esatto import divide, multiply, write
from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._indicatori import exact_number, is_percent, write_misura
from pdz.rules._rapporti import FULL, agrees

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Actual values that differ from the ratio of the two terms."""
    for _, indicatore, path in ctx.indicatori:
        above, below, actual = indicatore.numeratore, indicatore.denominatore, indicatore.realizzato
        number = exact_number(actual)
        if above is None or below is None or below == 0 or actual is None or number is None:
            continue
        exact = divide(multiply(above, FULL), below)
        percent = is_percent(indicatore, actual)
        if agrees(number, exact) if percent else number == above:
            continue
        formula = f"{write(above)} × 100 / {write(below)} = {write(exact)}"
        reason = formula if percent else f"il numeratore è {write(above)}"
        message = f"{name_at(ctx.piano, path)}il valore raggiunto è {write_misura(indicatore, actual)}, ma {reason}"
        hint = "togli «realizzato:», che si calcola, o correggi numeratore e denominatore"
        yield Problem((*path, "realizzato"), message, hint, related=(*path, "numeratore"))
