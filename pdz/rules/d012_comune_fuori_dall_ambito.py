# SPDX-License-Identifier: EUPL-1.2
"""Un dato è riferito a un Comune che non è dell'Ambito.

Che cosa controlla:
    Se il piano elenca tutti i Comuni dell'Ambito, è fra quelli il Comune di un fatto, di un'unità d'offerta e di ogni
    riga di una tabella per Comuni. Le righe dei totali, dei territori più grandi (Ambito, Distretto, Provincia,
    Regione, Italia…) e di chi resta fuori («Altri Comuni») non sono Comuni. In una tabella che non calcola il valore
    dell'Ambito si segnala solo il nome simile a quello di un Comune che manca: gli altri possono essere confronti.
    Anche «confluito_in» nomina un Comune dell'elenco.

Perché:
    Un nome scritto in due modi («San Donato Mil.») divide in due lo stesso Comune quando le tabelle si uniscono.

Segnala:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni: [{nome: Carpiano}, {nome: San Donato Milanese}]
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: San Donato Mil., stranieri: 4244}  # D012

Accetta:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni: [{nome: Carpiano}, {nome: San Donato Milanese}]
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: San Donato Milanese, stranieri: 4244}

Rimedio:
    Scrivi il nome del Comune come nell'elenco dell'Ambito, o togli la riga.

Riferimenti:
    Denominazioni ufficiali dei Comuni (ISTAT).
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity, nearest
from pdz.rules import Context, name_at
from pdz.rules._comuni import Elenco, is_comune, is_whole, iter_elenchi, list_missing, list_own, list_wider

SEVERITY = Severity.WARNING
_MADE = frozenset({"somma", "rapporto", "media pesata", "media semplice"})


def check(ctx: Context) -> Iterator[Problem]:
    """Names that are not in the list of the Comuni, when the list is whole."""
    if not is_whole(ctx.piano):
        return
    own = list_own(ctx.piano)
    names = [comune.nome for comune in ctx.piano.ambito.comuni]
    for path, name in _iter_names(ctx):
        if fold(name) not in own:
            yield _tell(ctx, path, name, nearest(name, names))
    for elenco in iter_elenchi(ctx.piano):
        yield from _check(ctx, elenco)


def _iter_names(ctx: Context) -> Iterator[tuple[Path, str]]:
    """The Comuni that facts, unità d'offerta and mergers name; a wider territory is not one."""
    wider = list_wider(ctx.piano)
    own = list_own(ctx.piano)
    named: list[tuple[Path, str | None]] = [
        (("ambito", "comuni", index, "confluito_in"), comune.confluito_in)
        for index, comune in enumerate(ctx.piano.ambito.comuni)
    ]
    named += [
        (("fatti", index, "comune"), fatto.comune)
        for index, fatto in enumerate(ctx.piano.fatti)
        if fatto.primato is None  # a record may belong to a row that is not a Comune: see D016
    ]
    rete = ctx.piano.rete_offerta
    for index, voce in enumerate(rete.voci if rete is not None else ()):
        named.append((("rete_offerta", "voci", index, "comune"), voce.comune))
    return ((path, name) for path, name in named if name and is_comune(name, wider, own))


def _check(ctx: Context, elenco: Elenco) -> Iterator[Problem]:
    own, wider = list_own(ctx.piano), list_wider(ctx.piano)
    absent = [comune.nome for comune in list_missing(ctx.piano, elenco)]
    strangers = [
        (row, name)
        for row, name in enumerate(elenco.righe)
        if name and fold(name) not in own and is_comune(name, wider, own)
    ]
    if len(strangers) > len(own):  # a table of other territories
        return
    for row, name in strangers:
        close = nearest(name, absent)
        if close is not None or _is_made(ctx, elenco):
            path = (*elenco.path, "dati", row, elenco.chiave)
            yield _tell(ctx, path, name, close or nearest(name, [comune.nome for comune in own.values()]))


def _is_made(ctx: Context, elenco: Elenco) -> bool:
    """True when the value of the Ambito is made from the rows."""
    if elenco.path == ("demografia",):
        return True
    index = elenco.path[1]
    return isinstance(index, int) and any(colonna.ambito in _MADE for colonna in ctx.piano.tabelle[index].colonne)


def _tell(ctx: Context, path: Path, name: str, close: str | None) -> Problem:
    message = f"{name_at(ctx.piano, path)}«{name}» non è un Comune dell'Ambito"
    return Problem(path, message, f"forse intendevi «{close}»?" if close else "correggi il nome, o togli la riga")
