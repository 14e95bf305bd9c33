# SPDX-License-Identifier: EUPL-1.2
"""Il valore atteso è una percentuale e quello raggiunto no, o il contrario.

Che cosa controlla:
    In un indicatore, e in ogni sua tappa, il valore atteso e quello raggiunto sono tutti e due percentuali o tutti e
    due numeri. Numeratore e denominatore fanno una percentuale. I conteggi di «realizzati» non si guardano: ognuno
    dice che cosa conta. Non si segnala se un motivo lo spiega.

Perché:
    «Previsto 80%, realizzato 12» non si confronta: manca su quanti.

Segnala:
    esiti:
      - id: A1
        titolo: Accompagnare le dimissioni
        grado: 80%
        indicatori:
          risultato:
            - {id: A1.r1, nome: Numero di dimissioni protette, previsto: 80%, realizzato: 12}  # G008

Accetta:
    esiti:
      - id: A1
        titolo: Accompagnare le dimissioni
        grado: 80%
        indicatori:
          risultato:
            - {id: A1.r1, nome: Numero di dimissioni protette, previsto: 80%, numeratore: 12, denominatore: 15}

Rimedio:
    Scrivi i due valori nella stessa misura, o dai numeratore e denominatore.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import has_ratio, is_percent, write_misura

SEVERITY = Severity.WARNING
_HINT = "scrivi i due valori nella stessa misura, o dai «numeratore:» e «denominatore:»"


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators whose target and actual value cannot be compared."""
    for _, indicatore, path in ctx.indicatori:
        pairs = [(indicatore.previsto, indicatore.realizzato, path)]
        pairs += [(t.previsto, t.realizzato, (*path, "tappe", i)) for i, t in enumerate(indicatore.tappe)]
        for target, actual, where in pairs:
            if target is not None and target.numero is not None and not indicatore.motivo:
                yield from _compare(ctx, indicatore, target, actual, where)


def _compare(
    ctx: Context, indicatore: Indicatore, target: Misura, actual: Misura | None, path: Path
) -> Iterator[Problem]:
    percent = is_percent(indicatore, target)
    if has_ratio(indicatore) and "tappe" not in path:
        key, mixed, against = "numeratore", not percent, "ma numeratore e denominatore danno una percentuale"
    elif actual is not None and actual.numero is not None and percent != is_percent(indicatore, actual):
        key, mixed = "realizzato", True
        against = f"quello raggiunto è {write_misura(indicatore, actual)}: non si confrontano"
    else:
        return
    if mixed:
        message = f"{name_at(ctx.piano, path)}il valore atteso è {write_misura(indicatore, target)}, {against}"
        yield Problem((*path, key), message, _HINT, related=(*path, "previsto"))
