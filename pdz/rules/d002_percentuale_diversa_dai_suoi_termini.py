# SPDX-License-Identifier: EUPL-1.2
"""In una tabella una percentuale non è il rapporto fra le sue due colonne.

Che cosa controlla:
    Se una colonna dice qual è il suo numeratore e qual è il suo denominatore, e i dati danno anche il suo valore, i due
    coincidono riga per riga alle cifre decimali con cui il valore è scritto. Una riga a cui manca uno dei due termini
    non si controlla. Per i fatti c'è D001.

Perché:
    16.523 stranieri su 112.991 residenti sono il 14,62%: un piano ha stampato 15,18%, e da quel numero si è scritto che
    la quota era cresciuta.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
          - {campo: residenti, titolo: Residenti}
          - {campo: quota, titolo: Quota, tipo: percentuale, numeratore: stranieri, denominatore: residenti}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335, residenti: 4140, quota: 8.90%}  # D002

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
          - {campo: residenti, titolo: Residenti}
          - {campo: quota, titolo: Quota, tipo: percentuale, numeratore: stranieri, denominatore: residenti}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335, residenti: 4140, quota: 8.09%}

Rimedio:
    Togli la colonna dai dati, che pdz la calcola, oppure correggi il termine sbagliato.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

from collections.abc import Iterator

from pdz.calc._esatto import divide, multiply, write
from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._tabelle import agrees, find_value, grid_of, iter_columns, iter_given, name_row, show

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Given percentages that are not those of their columns."""
    for path, tabella, colonna in iter_columns(ctx.piano):
        above, below = colonna.numeratore, colonna.denominatore
        if above is None or below is None or colonna.campo in (above, below):
            continue
        griglia = grid_of(path, tabella)
        for row, place, given in iter_given(path, tabella, colonna):
            upper, lower = find_value(griglia, row, above), find_value(griglia, row, below)
            if upper is None or lower is None or lower == 0:
                continue
            exact = divide(multiply(upper, colonna.per), lower)
            if not agrees(given, exact):
                times = "" if colonna.per == 1 else f" × {write(colonna.per)}"
                message = (
                    f"{name_at(ctx.piano, path)}{name_row(tabella, row)}, «{colonna.titolo}» è {show(given, colonna)}, "
                    f"ma {write(upper)}{times} / {write(lower)} = {write(exact)}"
                )
                yield Problem(place, message, "togli il valore, che si calcola, o correggi i due termini")
