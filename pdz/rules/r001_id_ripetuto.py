# SPDX-License-Identifier: EUPL-1.2
"""Due voci del piano hanno lo stesso id.

Che cosa controlla:
    Ogni id compare una volta sola in tutto il piano, qualunque sia il file.

Perché:
    Con l'id si cita e si confronta: due voci con lo stesso id non si distinguono, e il confronto fra trienni
    attribuisce all'una quello che è dell'altra.

Segnala:
    fatti:
      - {id: popolazione, nome: Residenti, valore: 112991}
      - {id: popolazione, nome: Stranieri residenti, valore: 16523}  # R001

Accetta:
    fatti:
      - {id: popolazione, nome: Residenti, valore: 112991}
      - {id: stranieri, nome: Stranieri residenti, valore: 16523}

Rimedio:
    Cambia uno dei due id, e con lui i testi che lo citano.

Riferimenti:
    Formato del piano, versione 1.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Ids that stand in more than one place."""
    for name, paths in ctx.ids.items():
        first, *others = sorted(paths, key=_order)
        for path in others:
            yield Problem(path, f"l'id «{name}» c'è già", "dai un id diverso a una delle due voci", related=first)


def _order(path: tuple[str | int, ...]) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, step, "") if isinstance(step, int) else (1, 0, step) for step in path)
