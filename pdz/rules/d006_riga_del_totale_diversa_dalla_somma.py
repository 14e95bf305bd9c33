# SPDX-License-Identifier: EUPL-1.2
"""In una tabella la riga del totale non è la somma delle altre.

Che cosa controlla:
    Se i dati di una tabella hanno una riga «Totale» (o «Tot. …», «Ambito»), o se una colonna dichiara il valore
    dell'Ambito, quel numero è la somma delle altre righe. Vale per i numeri interi e gli importi, non per percentuali,
    quozienti e medie: un numero che sta fra il più piccolo e il più grande degli altri può essere una media e non si
    tocca. Non si controlla una colonna a cui mancano numeri, una tabella con più totali, o a cui manca un Comune
    dell'Ambito (lo dice D011).

Perché:
    Un totale copiato da un'altra versione della tabella è l'errore che il lettore trova per primo.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}
          - {comune: Totale, stranieri: 521}  # D006

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}
          - {comune: Totale, stranieri: 512}

Rimedio:
    Correggi il numero sbagliato, oppure togli la riga e scrivi «ambito: somma» nella colonna: il totale lo fa pdz.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add, write
from pdz.calc.nomi import fold, is_total, is_wider
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Colonna, Tabella
from pdz.rules import Context, name_at
from pdz.rules._comuni import iter_elenchi, list_missing
from pdz.rules._tabelle import find_value, grid_of, iter_columns, show

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Totals given in the data that are not the sum of the other rows."""
    lacking = {elenco.path for elenco in iter_elenchi(ctx.piano) if list_missing(ctx.piano, elenco)}
    for path, tabella, colonna in iter_columns(ctx.piano):
        if path[:2] not in lacking and _adds_up(colonna):
            yield from _check(ctx, path, tabella, colonna)


def _adds_up(colonna: Colonna) -> bool:
    counts = colonna.tipo == "euro" or (colonna.tipo == "numero" and colonna.unita not in {"%", "‰"})
    return counts and not colonna.numeratore and colonna.ambito in {"somma", "nessuna", "dichiarato"}


def _check(ctx: Context, path: Path, tabella: Tabella, colonna: Colonna) -> Iterator[Problem]:
    names = [(row.get(tabella.chiave) or "").strip() for row in tabella.dati]
    own = {fold(comune.nome) for comune in ctx.piano.ambito.comuni}
    totals = [row for row, name in enumerate(names) if is_total(name) and fold(name) not in own]
    others = [row for row in range(len(names)) if row not in totals]
    declared = colonna.valore_ambito if colonna.ambito == "dichiarato" else None
    if len(totals) > 1 or not (totals or declared is not None) or any(is_wider(names[row]) for row in others):
        return
    griglia = grid_of(path, tabella)
    values = [find_value(griglia, row, colonna.campo) for row in others]
    known = [value for value in values if value is not None]
    if len(known) < 2 or len(known) < len(values):
        return
    for place, given, what in (
        (
            (*path[:2], "dati", totals[0], colonna.campo) if totals else path,
            find_value(griglia, totals[0], colonna.campo) if totals else None,
            names[totals[0]] if totals else "",
        ),
        ((*path, "valore_ambito"), declared, "il valore dell'Ambito"),
    ):
        if given is not None and _is_wrong(given, known, colonna):
            message = (
                f"{name_at(ctx.piano, path)}{what}, «{colonna.titolo}» è {show(given, colonna)}, "
                f"ma le altre {len(known)} righe fanno {show(add(known), colonna)}"
            )
            yield Problem(place, message, f"correggi il numero sbagliato: lo scarto è {write(abs(add(known) - given))}")


def _is_wrong(given: Decimal, known: list[Decimal], colonna: Colonna) -> bool:
    if given == add(known) or (given == 0 and colonna.ambito != "somma"):
        return False
    whole = all(number == number.to_integral_value() for number in (given, *known))
    mean = min(known) <= given <= max(known)
    return (whole or colonna.tipo == "euro") and (colonna.ambito == "somma" or not mean)
