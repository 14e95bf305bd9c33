# SPDX-License-Identifier: EUPL-1.2
"""Il valore raggiunto è così lontano da quello atteso che forse le cifre sono sbagliate.

Che cosa controlla:
    Il valore raggiunto non è dieci o più volte quello atteso, con almeno 20 di differenza; non ha le stesse cifre con
    uno o più zeri in meno (1250 e 125, ma non 500 e 50); non ha due cifre vicine scambiate che lo portano a più del
    triplo o a meno di un terzo (18 e 81). Non si segnala se un motivo o una nota lo spiega, se i due valori non si
    confrontano, o se sono preceduti da «più di» o «circa».

Perché:
    Una cifra in più o due cifre scambiate fanno di un buon risultato un prodigio, e falsano ogni conto che ne discende.

Segnala:
    esiti:
      - id: D1
        titolo: Potenziare l'assistenza domiciliare
        grado: 100%
        indicatori:
          risultato:
            - {id: D1.r1, nome: Utenti del SAD, previsto: 130, realizzato: 1320, unita: persone}  # G010

Accetta:
    esiti:
      - id: D1
        titolo: Potenziare l'assistenza domiciliare
        grado: 100%
        indicatori:
          risultato:
            - {id: D1.r1, nome: Utenti del SAD, previsto: 130, realizzato: 132, unita: persone}

Rimedio:
    Correggi la cifra; se è giusta, spiegala nella nota dell'indicatore.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import divide, multiply
from pdz.findings import Problem, Severity
from pdz.numbers import format_number, truncate
from pdz.rules import Context, name_at
from pdz.rules._indicatori import exact_number, has_ratio, is_explained, is_percent, write_misura

SEVERITY = Severity.WARNING
_TIMES, _LEAST_GAP, _SWAPPED_TIMES = Decimal(10), Decimal(20), Decimal(3)


def check(ctx: Context) -> Iterator[Problem]:
    """Actual values far from their target."""
    for esito, indicatore, path in ctx.indicatori:
        expected, reached = indicatore.previsto, indicatore.realizzato
        if esito is None or expected is None or reached is None or is_explained(indicatore) or has_ratio(indicatore):
            continue
        target, actual = exact_number(expected), exact_number(reached)
        if target is None or actual is None or is_percent(indicatore, expected) != is_percent(indicatore, reached):
            continue
        if target > 0 and actual > 0 and (doubt := _find_doubt(target, actual)):
            figures = f"{write_misura(indicatore, reached)} contro {write_misura(indicatore, expected)} attesi"
            where = (*path, "realizzato")
            hint = "controlla le cifre; se sono giuste, spiegale in una «nota:»"
            message = f"{name_at(ctx.piano, path)}{figures}: {doubt}"
            yield Problem(where, message, hint, related=(*path, "previsto"))


def _find_doubt(target: Decimal, actual: Decimal) -> str:
    """Why the two numbers look like a slip of the keyboard; empty when they do not."""
    if actual >= multiply(target, _TIMES) and actual - target >= _LEAST_GAP:
        return f"è {format_number(truncate(divide(actual, target)))} volte tanto"
    if max(target, actual) < multiply(min(target, actual), _SWAPPED_TIMES):
        return ""
    before, after = format(target, "f"), format(actual, "f")
    if target > actual and before.rstrip("0") == after.rstrip("0") and len(after.rstrip("0")) > 1:
        return "manca uno zero?"
    return "due cifre scambiate?" if _is_swap(before, after) else ""


def _is_swap(before: str, after: str) -> bool:
    """True when two neighbouring digits changed place."""
    if len(before) != len(after):
        return False
    changed = [index for index, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    return (
        len(changed) == 2
        and changed[1] == changed[0] + 1
        and before[changed[0]] == after[changed[1]]
        and before[changed[1]] == after[changed[0]]
    )
