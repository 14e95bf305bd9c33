# SPDX-License-Identifier: EUPL-1.2
"""In una tabella un totale di riga non è la somma delle sue colonne.

Che cosa controlla:
    Se una colonna dice di essere la somma di altre e i dati danno anche il suo valore, il valore è la somma esatta,
    riga per riga. Una riga a cui manca un addendo non si controlla.

Perché:
    Un totale che non torna fa dubitare di tutta la tabella, e chi la riusa non sa quale numero correggere.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera per genere
        colonne:
          - {campo: maschi, titolo: Maschi}
          - {campo: femmine, titolo: Femmine}
          - {campo: totale, titolo: Totale, somma: [maschi, femmine]}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, maschi: 161, femmine: 174, totale: 336}  # D004

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera per genere
        colonne:
          - {campo: maschi, titolo: Maschi}
          - {campo: femmine, titolo: Femmine}
          - {campo: totale, titolo: Totale, somma: [maschi, femmine]}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, maschi: 161, femmine: 174, totale: 335}

Rimedio:
    Correggi l'addendo sbagliato, oppure togli la colonna del totale dai dati: la calcola pdz.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add, write
from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._tabelle import find_value, grid_of, iter_columns, iter_given, name_row, show

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Given totals of a row that are not the sum of their columns."""
    for path, tabella, colonna in iter_columns(ctx.piano):
        if not colonna.somma or colonna.campo in colonna.somma:
            continue
        griglia = grid_of(path, tabella)
        for row, place, given in iter_given(path, tabella, colonna):
            parts = [find_value(griglia, row, part) for part in colonna.somma]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts) and add(known) != given:
                message = (
                    f"{name_at(ctx.piano, path)}{name_row(tabella, row)}, «{colonna.titolo}» è {show(given, colonna)}, "
                    f"ma {_write(known)} = {write(add(known))}"
                )
                yield Problem(place, message, "correggi l'addendo sbagliato, o togli il totale, che si calcola")


def _write(parts: list[Decimal]) -> str:
    return " + ".join(map(write, parts)) if len(parts) <= 8 else f"la somma delle {len(parts)} colonne"
