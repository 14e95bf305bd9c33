# SPDX-License-Identifier: EUPL-1.2
"""Due esiti della stessa macroarea hanno lo stesso numero.

Che cosa controlla:
    Nella stessa macroarea i numeri degli esiti sono diversi, in cifre («2») o romani («II»).

Perché:
    «L'obiettivo I della macroarea D» non dice quale dei due: il numero è rimasto quello della tabella copiata.

Segnala:
    schema_esiti: lodi-2021-2023
    schemi_macroaree:
      - id: lodi-2021-2023
        triennio: 2021-2023
        macroaree: [{codice: D, titolo: Anziani e disabili, regionale: [E, J]}]
    esiti:
      - {id: D1, macroarea: D, numero: I, titolo: Prevenire l'istituzionalizzazione}
      - {id: D2, macroarea: D, numero: 1, titolo: Interventi per la disabilità}  # L025

Accetta:
    schema_esiti: lodi-2021-2023
    schemi_macroaree:
      - id: lodi-2021-2023
        triennio: 2021-2023
        macroaree: [{codice: D, titolo: Anziani e disabili, regionale: [E, J]}]
    esiti:
      - {id: D1, macroarea: D, numero: I, titolo: Prevenire l'istituzionalizzazione}
      - {id: D2, macroarea: D, numero: II, titolo: Interventi per la disabilità}

Rimedio:
    Correggi il numero di uno dei due.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): valutazione degli esiti per macroarea e obiettivo.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING

_ROMAN = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
    "VI": "6",
    "VII": "7",
    "VIII": "8",
    "IX": "9",
    "X": "10",
}


def check(ctx: Context) -> Iterator[Problem]:
    """Outcomes that share macro area and number."""
    seen: dict[tuple[str, str], int] = {}
    for index, esito in enumerate(ctx.piano.esiti):
        if not esito.macroarea or not esito.numero:
            continue
        numero = esito.numero.strip().rstrip(".").upper()
        first = seen.setdefault((esito.macroarea, _ROMAN.get(numero, numero)), index)
        if first != index:
            path, other = ("esiti", index, "numero"), ("esiti", first)
            there = name_at(ctx.piano, other).removesuffix(": ")
            message = (
                f"{name_at(ctx.piano, path)}nella macroarea {esito.macroarea} il numero {esito.numero} è già di {there}"
            )
            yield Problem(path, message, "correggi uno dei due numeri", related=(*other, "numero"))
