# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore che deve diminuire non dice da dove parte.

Che cosa controlla:
    Un indicatore con «direzione: diminuisce» e un valore atteso in cifre ha la base, in cifre e nella stessa misura
    del valore atteso (percentuale o numero); lo stesso vale per la base di un indicatore che cresce. Non si segnala se
    un motivo spiega perché la base manca.

Perché:
    Senza valore di partenza non si misura una diminuzione: il raggiungimento è «n.c.».

Segnala:
    esiti:
      - id: E1
        titolo: Ridurre gli allontanamenti
        grado: 80%
        indicatori:
          impatto:
            - id: E1.i1
              nome: Minori in comunità
              direzione: diminuisce  # G012
              previsto: 40
              realizzato: 45
              unita: minori

Accetta:
    esiti:
      - id: E1
        titolo: Ridurre gli allontanamenti
        grado: 80%
        indicatori:
          impatto:
            - id: E1.i1
              nome: Minori in comunità
              direzione: diminuisce
              base: 60
              previsto: 40
              realizzato: 45
              unita: minori

Rimedio:
    Aggiungi la base. Se il valore misura la riduzione stessa («riduzione del 10%»), togli «direzione: diminuisce».

Riferimenti:
    Raggiungimento di un indicatore: (valore − base) × 100 / (valore atteso − base).
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import is_percent, write_misura

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators that fall from nowhere, bases that cannot be compared."""
    for _, indicatore, path in ctx.indicatori:
        target, base = indicatore.previsto, indicatore.base
        if target is None and indicatore.tappe:
            target = indicatore.tappe[-1].previsto
        if target is None or target.numero is None or indicatore.motivo:
            continue
        if base is None and indicatore.direzione == "diminuisce":
            message = (
                f"{name_at(ctx.piano, path)}deve diminuire fino a {write_misura(indicatore, target)}, ma manca la base"
            )
            hint = "aggiungi «base:»; se il valore misura la riduzione stessa, togli «direzione: diminuisce»"
            yield Problem((*path, "direzione"), message, hint)
        elif base is not None and base.numero is not None and _differ(indicatore, base, target):
            figures = f"la base è {write_misura(indicatore, base)}, il valore atteso {write_misura(indicatore, target)}"
            message = f"{name_at(ctx.piano, path)}{figures}: non si confrontano"
            hint = "scrivi base e valore atteso nella stessa misura"
            yield Problem((*path, "base"), message, hint, related=(*path, "previsto"))


def _differ(indicatore: Indicatore, base: Misura, target: Misura) -> bool:
    return is_percent(indicatore, base) != is_percent(indicatore, target)
