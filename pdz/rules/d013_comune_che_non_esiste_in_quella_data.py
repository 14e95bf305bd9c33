# SPDX-License-Identifier: EUPL-1.2
"""Un dato è riferito a un Comune che in quella data non esiste.

Che cosa controlla:
    Se un Comune dell'elenco dice quando nasce («dal») o quando cessa («al»), le tabelle per Comuni, la demografia e i
    fatti con una data o un anno lo nominano solo per i giorni in cui esiste. Un dato senza data non si controlla.

Perché:
    Camairago e Cavacurta sono diventati Castelgerundo: una tabella del 2024 che li ha ancora mescola due territori.

Segnala:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni:
        - {nome: Camairago, al: 2017-12-31, confluito_in: Castelgerundo}
        - {nome: Castelgerundo, dal: 2018-01-01}
    fatti:
      - id: residenti
        nome: Residenti di Camairago
        comune: Camairago  # D013
        valore: 660
        unita: persone
        al: 2024-01-01
        fonte: ISTAT

Accetta:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni:
        - {nome: Camairago, al: 2017-12-31, confluito_in: Castelgerundo}
        - {nome: Castelgerundo, dal: 2018-01-01}
    fatti:
      - id: residenti
        nome: Residenti di Camairago
        comune: Camairago
        valore: 660
        unita: persone
        al: 2017-01-01
        fonte: ISTAT

Rimedio:
    Usa il Comune che esiste in quella data, oppure correggi la data del dato.

Riferimenti:
    Variazioni territoriali e amministrative dei Comuni (ISTAT).
"""

from collections.abc import Iterator
from datetime import date

from pdz.calc.nomi import fold
from pdz.dates import format_date
from pdz.findings import Path, Problem, Severity
from pdz.model.ambito import Comune
from pdz.rules import Context, name_at
from pdz.rules._comuni import find_days, is_alive, iter_elenchi, list_own

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Data of a Comune before it was born, or after it ended."""
    mortal = {name: c for name, c in list_own(ctx.piano).items() if c.dal is not None or c.al is not None}
    for path, name, first, last in _iter_dated(ctx) if mortal else ():
        comune = mortal.get(fold(name))
        if comune is not None and first is not None and last is not None and not is_alive(comune, first, last):
            message = f"{name_at(ctx.piano, path)}{_explain(comune, first, last)}"
            instead = comune.confluito_in if comune.al is not None and comune.al < first else None
            hint = f"usa «{instead}», o correggi la data" if instead else "usa il Comune di allora, o correggi la data"
            yield Problem(path, message, hint)


def _iter_dated(ctx: Context) -> Iterator[tuple[Path, str, date | None, date | None]]:
    for index, fatto in enumerate(ctx.piano.fatti):
        if fatto.comune:
            yield ("fatti", index, "comune"), fatto.comune, *find_days(fatto.al, fatto.anno)
    for elenco in iter_elenchi(ctx.piano):
        for row, name in enumerate(elenco.righe):
            yield (*elenco.path, "dati", row, elenco.chiave), name, elenco.dal, elenco.al


def _explain(comune: Comune, first: date, last: date) -> str:
    when = f"al {format_date(first)}" if first == last else f"nel {first.year}"
    if comune.al is not None and comune.al < first:
        merged = f", confluito in {comune.confluito_in}" if comune.confluito_in else ""
        return f"{when} {comune.nome} non c'è più: l'ultimo giorno è il {format_date(comune.al)}{merged}"
    born = f": il primo giorno è il {format_date(comune.dal)}" if comune.dal is not None else ""
    return f"{when} {comune.nome} non c'è ancora{born}"
