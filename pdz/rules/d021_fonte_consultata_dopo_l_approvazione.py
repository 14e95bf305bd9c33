# SPDX-License-Identifier: EUPL-1.2
"""Una fonte risulta consultata dopo l'approvazione del piano.

Che cosa controlla:
    Se il piano dice quando è stato approvato, il giorno di consultazione delle sue fonti non viene dopo.

Perché:
    L'Assemblea dei Sindaci ha approvato i dati che ha letto: un dato cambiato dopo non è quello approvato.

Segnala:
    approvazione: {organo: Assemblea dei Sindaci, data: 2024-12-18}
    fatti:
      - id: popolazione
        nome: Popolazione residente
        valore: 112991
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, consultata: 2025-01-10}  # D021

Accetta:
    approvazione: {organo: Assemblea dei Sindaci, data: 2024-12-18}
    fatti:
      - id: popolazione
        nome: Popolazione residente
        valore: 112991
        unita: persone
        al: 2024-01-01
        fonte: {nome: ISTAT, consultata: 2024-11-10}

Rimedio:
    Correggi la data di consultazione o quella dell'approvazione; un aggiornamento del piano ha la sua approvazione.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il piano è approvato dall'Assemblea dei Sindaci.
"""

from collections.abc import Iterator

from pdz.dates import format_date, format_on_date
from pdz.findings import Problem, Severity
from pdz.rules import Context
from pdz.rules._dati import iter_dati

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Days of consultation after the approval."""
    approved = ctx.piano.approvazione.data if ctx.piano.approvazione is not None else None
    for dato in iter_dati(ctx.piano) if approved is not None else ():
        seen = dato.fonte.consultata if dato.fonte is not None else None
        if approved is not None and seen is not None and seen > approved:
            days = f"{format_on_date(seen)}, dopo l'approvazione del piano ({format_date(approved)})"
            message = f"{dato.nome}: la fonte risulta consultata {days}"
            path = (*dato.path, "fonte", "consultata")
            yield Problem(path, message, "correggi una delle due date", related=("approvazione", "data"))
