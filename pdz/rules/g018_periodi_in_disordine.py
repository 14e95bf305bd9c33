# SPDX-License-Identifier: EUPL-1.2
"""I periodi di una serie sono in disordine o di tipo diverso.

Che cosa controlla:
    I periodi di una serie, e gli anni delle tappe, vanno dal primo all'ultimo; in una serie sono tutti anni, o tutti
    semestri, o trimestri, o mesi. Un periodo ripetuto lo segnala G017.

Perché:
    Un anno fra i trimestri si legge come un balzo; un periodo fuori posto di solito è un anno battuto male.

Segnala:
    monitoraggi:
      - id: gea
        titolo: GEA in numeri
        indicatori:
          - id: gea.pis
            nome: Utenti del pronto intervento sociale
            unita: utenti
            serie:
              - {periodo: 2023-T4, valore: 4}
              - {periodo: 2023-T1, valore: 9}  # G018

Accetta:
    monitoraggi:
      - id: gea
        titolo: GEA in numeri
        indicatori:
          - id: gea.pis
            nome: Utenti del pronto intervento sociale
            unita: utenti
            serie:
              - {periodo: 2023-T4, valore: 4}
              - {periodo: 2024-T1, valore: 9}

Rimedio:
    Correggi il periodo o l'ordine; il totale dell'anno va in un indicatore suo.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): monitoraggio degli indicatori.
"""

from collections.abc import Iterator
from itertools import pairwise

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Rilevazione, Tappa
from pdz.rules import Context, name_at
from pdz.rules._periodi import find_disorder, kind_of

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Series and steps that do not go from the first period to the last."""
    for _, indicatore, path in ctx.indicatori:
        if indicatore.serie:
            yield from _check_series(ctx, indicatore.serie, path)
        yield from _check_steps(ctx, indicatore.tappe, path)


def _check_series(ctx: Context, serie: tuple[Rilevazione, ...], path: Path) -> Iterator[Problem]:
    first = kind_of(serie[0].periodo)
    mixed = next((i for i, rilevazione in enumerate(serie) if kind_of(rilevazione.periodo) != first), None)
    if mixed is not None:
        kind, where = kind_of(serie[mixed].periodo), (*path, "serie", mixed, "periodo")
        message = f"{name_at(ctx.piano, path)}{serie[mixed].periodo} è un {kind}, ma la serie comincia con un {first}"
        hint = "usa periodi dello stesso tipo; il totale dell'anno va in un indicatore suo"
        yield Problem(where, message, hint, related=(*path, "serie", 0, "periodo"))
    elif (late := find_disorder(serie)) is not None:
        message = f"{name_at(ctx.piano, path)}{serie[late].periodo} viene dopo {serie[late - 1].periodo}"
        yield Problem((*path, "serie", late, "periodo"), message, "correggi il periodo, o metti la riga al suo posto")


def _check_steps(ctx: Context, tappe: tuple[Tappa, ...], path: Path) -> Iterator[Problem]:
    for index, (before, after) in enumerate(pairwise(tappe), 1):
        if after.anno < before.anno:
            message = f"{name_at(ctx.piano, path)}la tappa del {after.anno} viene dopo quella del {before.anno}"
            yield Problem((*path, "tappe", index, "anno"), message, "correggi l'anno, o metti la tappa al suo posto")
