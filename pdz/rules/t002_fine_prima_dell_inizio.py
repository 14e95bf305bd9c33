# SPDX-License-Identifier: EUPL-1.2
"""Qualcosa finisce prima di cominciare.

Che cosa controlla:
    La fine di un progetto, di una voce dei fondi o di una scheda di integrazione non viene prima del suo inizio.

Perché:
    Una data scambiata o un anno scritto male rende illeggibile lo stato di avanzamento che il documento stampa.

Segnala:
    schede_integrazione:
      - {id: SI1, titolo: Punto unico di accesso, anno_avvio: 2026, anno_fine: 2025}  # T002

Accetta:
    schede_integrazione:
      - {id: SI1, titolo: Punto unico di accesso, anno_avvio: 2025, anno_fine: 2026}

Rimedio:
    Correggi l'inizio o la fine.

Riferimenti:
    Allegati del Piano di Zona: stato di avvio e di avanzamento, anno di avvio e anno di fine.
"""

from collections.abc import Iterator
from datetime import date

from pdz.dates import format_date
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Ends that come before their beginnings."""
    piano = ctx.piano
    for index, scheda in enumerate(piano.schede_integrazione):
        path: Path = ("schede_integrazione", index)
        if scheda.anno_avvio is not None and scheda.anno_fine is not None and scheda.anno_fine < scheda.anno_avvio:
            yield _problem(ctx, path, ("anno_avvio", "anno_fine"), str(scheda.anno_avvio), str(scheda.anno_fine))
    for index, progetto in enumerate(piano.progetti):
        yield from _check_days(ctx, ("progetti", index), progetto.avvio, progetto.fine)
    for index, prospetto in enumerate(piano.fondi):
        for number, voce in enumerate(prospetto.voci):
            yield from _check_days(ctx, ("fondi", index, "voci", number), voce.avvio, voce.fine)


def _check_days(ctx: Context, path: Path, start: date | None, end: date | None) -> Iterator[Problem]:
    if start is not None and end is not None and end < start:
        yield _problem(ctx, path, ("avvio", "fine"), format_date(start), format_date(end))


def _problem(ctx: Context, path: Path, keys: tuple[str, str], start: str, end: str) -> Problem:
    message = f"{name_at(ctx.piano, path)}finisce ({end}) prima di cominciare ({start})"
    return Problem((*path, keys[1]), message, "correggi l'inizio o la fine", related=(*path, keys[0]))
