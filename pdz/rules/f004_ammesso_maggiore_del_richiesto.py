# SPDX-License-Identifier: EUPL-1.2
"""È stato ammesso o assegnato più di quel che era stato richiesto.

Che cosa controlla:
    L'importo ammesso di una linea del PNRR non supera quello richiesto; l'importo e l'importo assegnato di una voce dei
    fondi non superano quello richiesto.

Perché:
    Un finanziamento copre la richiesta o una sua parte: se è più alto, di solito i due importi sono scambiati.

Segnala:
    pnrr:
      - {id: housing, linea: 1.3.1, titolo: Housing temporaneo, richiesto: 696990, ammesso: 715000}  # F004

Accetta:
    pnrr:
      - {id: housing, linea: 1.3.1, titolo: Housing temporaneo, richiesto: 715000, ammesso: 696990}

Rimedio:
    Correggi i due importi. Se il finanziamento è stato davvero aumentato dopo la richiesta, scrivi la richiesta
    aggiornata, o ammetti l'avviso dicendo con quale atto.

Riferimenti:
    Allegati del Piano di Zona: importo del finanziamento richiesto e ammesso.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Path, Problem, Severity
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.WARNING
_WORDS = {"ammesso": "l'importo ammesso", "importo": "l'importo del finanziamento", "assegnato": "l'importo assegnato"}
_HINT = "controlla se i due importi sono scambiati"


def check(ctx: Context) -> Iterator[Problem]:
    """Amounts granted above the amounts asked for."""
    for index, linea in enumerate(ctx.piano.pnrr):
        yield from _compare(ctx, ("pnrr", index), linea.richiesto, {"ammesso": linea.ammesso})
    for path, voce in iter_voci(ctx.piano):
        yield from _compare(ctx, path, voce.richiesto, {"importo": voce.importo, "assegnato": voce.assegnato})


def _compare(ctx: Context, path: Path, asked: Decimal | None, granted: dict[str, Decimal | None]) -> Iterator[Problem]:
    for key, amount in granted.items():
        if asked is not None and amount is not None and amount > asked:
            amounts = f"{_WORDS[key]} è {format_euro(amount)}, più del richiesto, che è {format_euro(asked)}"
            yield Problem((*path, key), f"{name_at(ctx.piano, path)}{amounts}", _HINT, related=(*path, "richiesto"))
            return  # the same slip seen twice
