# SPDX-License-Identifier: EUPL-1.2
"""In una serie mancano periodi che le altre hanno.

Che cosa controlla:
    In un monitoraggio con almeno tre serie della stessa specie (trimestri, mesi, anni), un indicatore ha tutti i
    periodi che ha più di metà delle altre. Si segnala una volta per indicatore. Non si segnala se un motivo o una nota
    dell'indicatore, o la nota del monitoraggio, lo spiega.

Perché:
    Un trimestre vuoto non è zero: non si sa se non è successo niente, se il dato manca o se il servizio non c'era.

Segnala:
    monitoraggi:
      - id: pis
        titolo: Pronto intervento in numeri
        indicatori:
          - {id: a, nome: Utenti, unita: persone, serie: [{periodo: 2023, valore: 4}, {periodo: 2024, valore: 9}]}
          - {id: b, nome: Accessi, unita: accessi, serie: [{periodo: 2023, valore: 6}, {periodo: 2024, valore: 8}]}
          - {id: c, nome: Incontri, unita: incontri, serie: [{periodo: 2024, valore: 5}]}  # G031

Accetta:
    monitoraggi:
      - id: pis
        titolo: Pronto intervento in numeri
        indicatori:
          - {id: a, nome: Utenti, unita: persone, serie: [{periodo: 2023, valore: 4}, {periodo: 2024, valore: 9}]}
          - {id: b, nome: Accessi, unita: accessi, serie: [{periodo: 2023, valore: 6}, {periodo: 2024, valore: 8}]}
          - {id: c, nome: Incontri, unita: incontri, serie: [{periodo: 2023, valore: 0}, {periodo: 2024, valore: 5}]}

Rimedio:
    Aggiungi il periodo: 0 se è zero, lo stato (non rilevato, non previsto) se il dato non c'è; oppure il motivo.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): monitoraggio degli esiti del triennio.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from pdz.findings import Problem, Severity
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import is_explained
from pdz.rules._periodi import kind_of

SEVERITY = Severity.WARNING
_FEWEST, _MOST_NAMED = 3, 4


def check(ctx: Context) -> Iterator[Problem]:
    """Series that skip periods of the table in which they stand."""
    for index, monitoraggio in enumerate(ctx.piano.monitoraggi):
        if monitoraggio.nota:
            continue
        usual = _find_usual(monitoraggio.indicatori)
        for number, indicatore in enumerate(monitoraggio.indicatori):
            kind, own = _kind_of(indicatore), {rilevazione.periodo for rilevazione in indicatore.serie}
            missing = [periodo for periodo in usual.get(kind, ()) if periodo not in own]
            if missing and not is_explained(indicatore):
                path = ("monitoraggi", index, "indicatori", number, "serie")
                names = ", ".join(missing[:_MOST_NAMED]) + ("…" if len(missing) > _MOST_NAMED else "")
                verb = "manca il periodo" if len(missing) == 1 else "mancano i periodi"
                message = f"{name_at(ctx.piano, path)}{verb} {names}, che le altre serie hanno"
                hint = "aggiungi il valore (0, se è zero), lo stato (non rilevato…), oppure il «motivo:»"
                yield Problem(path, message, hint)


def _kind_of(indicatore: Indicatore) -> str:
    """The kind of the periods of a series; empty when they are of several kinds, or none."""
    kinds = {kind_of(rilevazione.periodo) for rilevazione in indicatore.serie}
    return kinds.pop() if len(kinds) == 1 else ""


def _find_usual(indicatori: Sequence[Indicatore]) -> dict[str, list[str]]:
    """By kind, the periods that more than half of the series have, in order."""
    series: Counter[str] = Counter()
    periods: dict[str, Counter[str]] = {}
    for indicatore in indicatori:
        if kind := _kind_of(indicatore):
            series[kind] += 1
            counts = periods.setdefault(kind, Counter())
            counts.update({rilevazione.periodo for rilevazione in indicatore.serie})
    return {
        kind: sorted(periodo for periodo, count in counts.items() if 2 * count > series[kind])
        for kind, counts in periods.items()
        if series[kind] >= _FEWEST
    }
