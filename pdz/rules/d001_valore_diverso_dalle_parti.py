# SPDX-License-Identifier: EUPL-1.2
"""Il valore di un fatto non è quello che danno le sue parti.

Che cosa controlla:
    Se un fatto dà il valore e anche gli addendi, il rapporto, numeratore e denominatore o il primato, i due coincidono
    alle cifre decimali con cui il valore è scritto.

Perché:
    243 + 1.166 + 735 fa 2.144, non 2.145; 16.523 su 112.991 fa 14,62%, non 15,18%.

Segnala:
    fatti:
      - {id: quota, nome: Stranieri, valore: 15.18%, numeratore: 16523, denominatore: 112991, fonte: ISTAT}  # D001

Accetta:
    fatti:
      - {id: quota, nome: Stranieri, valore: 14.62%, numeratore: 16523, denominatore: 112991, fonte: ISTAT}

Rimedio:
    Togli il valore, che pdz calcola, oppure correggi le parti.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): ogni dato di contesto con la sua fonte.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.numbers import format_number, round_half_up
from pdz.rules import Context

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Given values that differ from what their parts give."""
    for index, fatto in enumerate(ctx.piano.fatti):
        given = fatto.valore.numero if fatto.valore is not None and fatto.valore.operatore is None else None
        computed = ctx.quadro.fatti[fatto.id]
        if given is None or computed.valore is None or not computed.formula:
            continue
        exponent = given.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        if round_half_up(computed.valore, decimals) != given:
            message = f"{fatto.id} «{fatto.nome}»: il valore scritto è {format_number(given)}, ma {computed.formula}"
            hint = "togli il valore, che si calcola, o correggi le parti"
            yield Problem(("fatti", index, "valore"), message, hint)
