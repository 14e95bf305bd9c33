# SPDX-License-Identifier: EUPL-1.2
"""In una tabella per Comuni manca un Comune dell'Ambito.

Che cosa controlla:
    Se il piano elenca i Comuni dell'Ambito, una tabella che ha già almeno due di loro (o la demografia) li ha tutti.
    Contano i Comuni che esistono nel giorno o nell'anno dei dati; senza data, quelli di oggi. Non si segnala il
    Comune che il titolo o la nota della tabella nominano, né quello scritto male (lo dice D012).

Perché:
    Una riga dimenticata sparisce anche dal totale dell'Ambito, e il totale resta credibile.

Segnala:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni: [{nome: Carpiano}, {nome: Colturano}, {nome: Dresano}]
    tabelle:
      - id: stranieri  # D011
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}

Accetta:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni: [{nome: Carpiano}, {nome: Colturano}, {nome: Dresano}]
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
          - {comune: Dresano, stranieri: 282}

Rimedio:
    Aggiungi la riga, anche con la cella vuota se il dato non c'è, oppure di' nella nota perché il Comune non c'è.

Riferimenti:
    L.R. Lombardia 3/2008: il piano riguarda tutti i Comuni dell'Ambito.
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold
from pdz.findings import Problem, Severity, nearest
from pdz.rules import Context
from pdz.rules._comuni import is_whole, iter_elenchi, list_missing, list_own

SEVERITY = Severity.WARNING
_MOST = 6


def check(ctx: Context) -> Iterator[Problem]:
    """Tables per Comune without one of the Comuni; one finding for each table."""
    own = list_own(ctx.piano)
    for elenco in iter_elenchi(ctx.piano) if own else ():
        ours = {fold(name) for name in elenco.righe} & own.keys()
        strangers = [name for name in elenco.righe if fold(name) not in own]
        absent = [comune.nome for comune in list_missing(ctx.piano, elenco) if comune.nome not in elenco.testi]
        judged = absent and is_whole(ctx.piano) and len(strangers) <= len(own)
        misspelt = {nearest(name, absent) for name in strangers} if judged else set()
        names = [f"«{name}»" for name in absent if name not in misspelt]
        if names and len(ours) >= 2:
            listed = ", ".join(names[:_MOST]) + (f" e altri {len(names) - _MOST}" if len(names) > _MOST else "")
            message = f"{elenco.nome}: {'manca' if len(names) == 1 else 'mancano'} {listed}"
            path = (*elenco.path, "id")
            yield Problem(path, message, "aggiungi la riga, o di' nella nota perché il Comune non c'è")
