# SPDX-License-Identifier: EUPL-1.2
"""Lo stesso fatto è scritto due volte, con due valori.

Che cosa controlla:
    Due fatti con lo stesso nome, lo stesso Comune e la stessa data (o anno) hanno lo stesso valore.

Perché:
    Quando due uffici scrivono lo stesso dato ciascuno nel suo file, i testi citano ora l'uno ora l'altro.

Segnala:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, unita: persone, al: 2024-01-01, fonte: ISTAT}
      - {id: immigrati, nome: Stranieri residenti, valore: 16253, unita: persone, al: 2024-01-01, fonte: ISTAT}  # D028

Accetta:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, unita: persone, al: 2024-01-01, fonte: ISTAT}

Rimedio:
    Tieni un fatto solo; se contano cose diverse, dai due nomi che dicano la differenza.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold
from pdz.findings import Problem, Severity
from pdz.numbers import format_number
from pdz.rules import Context

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Facts that are given twice, with two numbers."""
    seen: dict[tuple[object, ...], int] = {}
    for index, fatto in enumerate(ctx.piano.fatti):
        value, when = ctx.quadro.fatti[fatto.id].valore, fatto.al or fatto.anno
        if value is None or when is None:
            continue
        first = seen.setdefault((fold(fatto.nome), fold(fatto.comune or ""), when), index)
        other = ctx.piano.fatti[first]
        known = ctx.quadro.fatti[other.id].valore
        if first != index and other.id != fatto.id and known is not None and known != value:
            message = f"{fatto.id} «{fatto.nome}» è {format_number(value)}, ma {other.id}, con lo stesso nome e la "
            message += f"stessa data, è {format_number(known)}"
            hint = "tieni un fatto solo, o dai due nomi che dicano la differenza"
            yield Problem(("fatti", index, "nome"), message, hint, related=("fatti", first, "nome"))
