# SPDX-License-Identifier: EUPL-1.2
"""Una serie cambia misura da un periodo all'altro.

Che cosa controlla:
    In una serie tutti i periodi hanno la stessa unità, quella dell'indicatore o quella che il periodo dichiara, e i
    valori sono tutti percentuali o tutti numeri.

Perché:
    Gli «accessi» del 2023 e gli «utenti» del 2024 sono due misure: in fila sembrano un calo che non c'è stato.

Segnala:
    monitoraggi:
      - id: gea
        titolo: GEA in numeri
        indicatori:
          - id: gea.centro_servizi
            nome: Centro Servizi
            unita: accessi
            serie:
              - {periodo: 2023, valore: 600}
              - {periodo: 2024, valore: 161, unita: utenti}  # G016

Accetta:
    monitoraggi:
      - id: gea
        titolo: GEA in numeri
        indicatori:
          - {id: gea.accessi, nome: Accessi al Centro Servizi, unita: accessi, serie: [{periodo: 2023, valore: 600}]}
          - {id: gea.utenti, nome: Utenti del Centro Servizi, unita: utenti, serie: [{periodo: 2024, valore: 161}]}

Rimedio:
    Dividi la serie in due indicatori, uno per misura.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): monitoraggio degli indicatori.
"""

from collections.abc import Iterator
from itertools import pairwise

from pdz.calc._misure import find_tipo
from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Indicatore, Rilevazione
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_PERCENT, _NUMBER = "c'è una percentuale", "c'è un numero"
_HINT = "dividi la serie in due indicatori, uno per misura"


def check(ctx: Context) -> Iterator[Problem]:
    """Series whose periods do not count the same thing."""
    for _, indicatore, path in ctx.indicatori:
        if len(indicatore.serie) > 1:
            yield from _check_series(ctx, indicatore, path)


def _check_series(ctx: Context, indicatore: Indicatore, path: Path) -> Iterator[Problem]:
    measured = [
        (index, rilevazione.periodo, _measure(indicatore, rilevazione))
        for index, rilevazione in enumerate(indicatore.serie)
        if rilevazione.valore.numero is not None
    ]
    for (former, before, was), (latter, after, becomes) in pairwise(measured):
        if becomes == measured[0][2]:
            continue  # back to the first measure: one slip, one finding
        # a period that does not say what it counts may count the same thing
        if was.casefold() != becomes.casefold() and (_NUMBER not in (was, becomes) or _PERCENT in (was, becomes)):
            message = f"{name_at(ctx.piano, path)}nel {before} {was}, nel {after} {becomes}: sono due misure"
            related = (*path, "serie", former, "valore")
            yield Problem((*path, "serie", latter, "valore"), message, _HINT, related=related)


def _measure(indicatore: Indicatore, rilevazione: Rilevazione) -> str:
    unit = (rilevazione.unita or indicatore.unita or "").strip()
    if find_tipo(unit, rilevazione.valore.percento) == "percento":
        return _PERCENT
    return f"si contano «{unit}»" if unit else _NUMBER
