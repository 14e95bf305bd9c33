# SPDX-License-Identifier: EUPL-1.2
"""Un numero di persone da 1 a 3 riguarda un solo Comune o un piccolo gruppo.

Che cosa controlla:
    Le tabelle le cui righe (o colonne) sono Comuni, frazioni, quartieri, scuole, strutture; i grafici per Comune; i
    fatti con un Comune; i valori realizzati degli indicatori e le parti dei fatti che nominano un Comune. Il numero
    conta persone o famiglie: lo dice l'unità o, se manca, il titolo della colonna, poi quello della tabella («Utenti in
    carico», non «Servizi per gli utenti»). Non contano percentuali, euro, indici, numeri con decimali, il personale dei
    servizi, anche con «unita: persone» («Assistenti sociali per Comune», «Educatori in servizio»), totali, valori
    previsti; né i conteggi di «demografia», che l'ISTAT pubblica. Ogni tabella e ogni grafico danno un rilievo solo.

Perché:
    In un Comune piccolo «2 minori con disabilità» sono due persone che tutti riconoscono. L'ISTAT non pubblica questi
    numeri: mette (*).

Segnala:
    tabelle:
      - id: utenti
        titolo: Utenti del servizio di assistenza domiciliare
        anno: 2023
        fonte: {nome: Ufficio di Piano, consultata: 2024-11-10}
        colonne: [{campo: utenti, titolo: Utenti, unita: persone}]
        dati:
          - {comune: Prova, utenti: 41}
          - {comune: Prova Piccola, utenti: 2}  # P001

Accetta:
    tabelle:
      - id: utenti
        titolo: Utenti del servizio di assistenza domiciliare
        anno: 2023
        fonte: {nome: Ufficio di Piano, consultata: 2024-11-10}
        colonne: [{campo: utenti, titolo: Utenti, unita: persone}]
        dati:
          - {comune: Prova, utenti: 41}
          - {comune: Prova Piccola, utenti: (*)}

Rimedio:
    Scrivi (*) nella cella, come fa l'ISTAT, e in un'altra se c'è il totale; oppure unisci le classi o i Comuni; oppure
    dai solo il dato di tutto l'Ambito.

Riferimenti:
    Regolamento UE 2016/679 (GDPR), artt. 5 e 9; D.lgs. 322/1989, art. 9 (segreto statistico: la regola dei tre).
"""

import re
from collections.abc import Iterator

from pdz.calc.grafici import owns_figures
from pdz.calc.indicatori import iter_indicatori
from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.contesto import Fatto
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._persone import counts_persons, iter_conteggi, names_comuni

SEVERITY = Severity.WARNING

_FEW = range(1, 4)
_FEW_TEXTS = frozenset(str(value) for value in _FEW)
_HINT = "scrivi (*) come fa l'ISTAT, unisci le classi o i Comuni, o dai il dato di tutto l'Ambito"
_COMUNE = r"\b[Cc]omune di [A-ZÀ-Ý]|\b[Ff]razione (?:di )?[A-ZÀ-Ý]"

Few = tuple[Path, str, int]
"""Where a small number stands, whose it is, the number."""


def check(ctx: Context) -> Iterator[Problem]:
    """Small counts of persons of one Comune or of one small group."""
    for conteggi in iter_conteggi(ctx.piano):
        found = [
            (path, f"{colonna.titolo}, {name}", int(text))
            for path, name, colonna, text in conteggi.cells()
            if text in _FEW_TEXTS
        ]
        yield from _roll_up(ctx, found)
    yield from _charts(ctx)
    places = tuple(sorted(names_comuni(ctx.piano)))
    for path, name, value in (*_facts(ctx, places), *_indicators(ctx, places)):
        which = f"{name}: " if name else ""
        message = f"{name_at(ctx.piano, path)}{which}con {value} si riconosce chi è"
        yield Problem(path, message, _HINT.replace("scrivi (*) come fa l'ISTAT, unisci", "unisci"))


def _roll_up(ctx: Context, found: list[Few]) -> Iterator[Problem]:
    if found:
        path, name, value = found[0]
        first = f"{name_at(ctx.piano, path)}{name}: {value}"
        others = f" (e altri {len(found) - 1} numeri da 1 a 3)" if len(found) > 2 else ""
        others = " (e un altro numero da 1 a 3)" if len(found) == 2 else others
        yield Problem(path, f"{first}{others}: numeri così piccoli dicono chi sono le persone", _HINT)


def _charts(ctx: Context) -> Iterator[Problem]:
    """The charts with figures of their own: those of a table or of a fact are looked at where they stand."""
    comuni = names_comuni(ctx.piano)
    for grafico in ctx.piano.grafici:
        calcolato = ctx.quadro.grafici.get(grafico.id)
        if calcolato is None or not owns_figures(grafico) or not counts_persons(grafico.titolo, grafico.unita):
            continue
        found: list[Few] = []
        for serie in calcolato.serie:
            for name, valore in zip(calcolato.categorie, serie.valori, strict=False):
                if valore.valore in _FEW and not comuni.isdisjoint((name.casefold(), serie.nome.casefold())):
                    found.append((valore.path, f"{serie.nome}, {name}", int(valore.valore or 0)))
        yield from _roll_up(ctx, [few for few in found if few[0][:1] == ("grafici",)])


def _facts(ctx: Context, places: tuple[str, ...]) -> Iterator[Few]:
    for index, fatto in enumerate(ctx.piano.fatti):
        for path, name, value in _values(fatto):
            if value in _FEW and counts_persons(fatto.nome, fatto.unita):
                where = f"{fatto.nome} {name}"
                if fatto.comune or _names_place(where, places):
                    yield ("fatti", index, *path), name, value


def _values(fatto: Fatto) -> Iterator[Few]:
    yield ("valore",), "", _whole(fatto.valore)
    for number, addendo in enumerate(fatto.parti):
        if addendo.valore in _FEW:
            yield ("parti", number, "valore"), addendo.nome, int(addendo.valore)


def _whole(valore: Misura | None) -> int:
    """The value if it is a small whole number without an operator, otherwise 0."""
    if valore is None or valore.percento or valore.operatore is not None:
        return 0
    return int(valore.numero) if valore.numero is not None and valore.numero in _FEW else 0


def _names_place(text: str, places: tuple[str, ...]) -> bool:
    folded = text.casefold()
    near = any(place in folded and re.search(rf"\b{re.escape(place)}\b", folded) for place in places)
    return near or re.search(_COMUNE, text) is not None


def _indicators(ctx: Context, places: tuple[str, ...]) -> Iterator[Few]:
    for _, indicatore, path in iter_indicatori(ctx.piano):
        for inner, name, value in _actuals(indicatore):
            if value in _FEW and counts_persons(indicatore.nome, indicatore.unita):
                where = f"{indicatore.nome} {name} {indicatore.nota or ''}"
                if _names_place(where, places):
                    yield (*path, *inner), name, value


def _actuals(indicatore: Indicatore) -> Iterator[Few]:
    yield ("realizzato",), "", _whole(indicatore.realizzato)
    for number, conteggio in enumerate(indicatore.realizzati):
        yield ("realizzati", number, "valore"), conteggio.nome, _whole(conteggio.valore)
    for number, rilevazione in enumerate(indicatore.serie):
        yield ("serie", number, "valore"), rilevazione.periodo, _whole(rilevazione.valore)
