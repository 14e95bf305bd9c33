# SPDX-License-Identifier: EUPL-1.2
"""Due voci del piano hanno lo stesso id.

Che cosa controlla:
    Ogni id compare una volta sola in tutto il piano, qualunque sia il file.

Perché:
    Con l'id si cita e si confronta: due voci con lo stesso id non si distinguono, e il confronto fra trienni
    attribuisce all'una quello che è dell'altra.

Segnala:
    fatti:
      - {id: popolazione, nome: Residenti, valore: 112991, fonte: ISTAT}
      - {id: popolazione, nome: Stranieri residenti, valore: 16523, fonte: ISTAT}  # R001

Accetta:
    fatti:
      - {id: popolazione, nome: Residenti, valore: 112991, fonte: ISTAT}
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, fonte: ISTAT}

Rimedio:
    Cambia uno dei due id, e con lui i testi che lo citano.

Riferimenti:
    Formato del piano, versione 1.
"""

from collections.abc import Iterator
from typing import Any

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, Draft, title_of

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Ids that stand in more than one place."""
    return check_draft(ctx.draft)


def check_draft(draft: Draft) -> Iterator[Problem]:
    """The same, in a plan whose shape may be wrong."""
    for name, (first, *others) in draft.ids.items():
        if not others:
            continue
        owner = title_of(_find(draft.data, first[:-1]))
        message = f"l'id «{name}» è già di «{owner}»" if owner else f"l'id «{name}» c'è già"
        for path in others:
            yield Problem(path, message, "dai un id diverso a una delle due voci", related=first)


def _find(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
