# SPDX-License-Identifier: EUPL-1.2
"""Un fatto dà a un Comune un primato che i dati danno a un altro.

Che cosa controlla:
    Se un fatto dichiara un «primato» (il valore massimo, il minimo, o il più vicino a un numero, di una colonna di una
    tabella), la tabella e la colonna esistono, il numero a cui essere vicino c'è, e il Comune del fatto è quello, o uno
    di quelli a pari merito. Competono i Comuni dell'Ambito, non i totali né i territori più grandi. Il valore lo
    calcola pdz; se è scritto, D001 lo confronta.

Perché:
    «Il Comune più vicino al valore nazionale è San Donato»: nella tabella era Melegnano. Chi aggiorna i dati non
    rilegge la frase.

Segnala:
    tabelle:
      - id: indici
        titolo: Indici demografici
        colonne:
          - {campo: vecchiaia, titolo: Indice di vecchiaia, decimali: 2}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Melegnano, vecchiaia: 171.58}
          - {comune: San Donato Milanese, vecchiaia: 198.03}
    fatti:
      - id: vicino_nazionale
        nome: Indice di vecchiaia più vicino al valore nazionale
        comune: San Donato Milanese  # D016
        primato: {tabella: indici, colonna: vecchiaia, tipo: più vicino, a: 179.4}

Accetta:
    tabelle:
      - id: indici
        titolo: Indici demografici
        colonne:
          - {campo: vecchiaia, titolo: Indice di vecchiaia, decimali: 2}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Melegnano, vecchiaia: 171.58}
          - {comune: San Donato Milanese, vecchiaia: 198.03}
    fatti:
      - id: vicino_nazionale
        nome: Indice di vecchiaia più vicino al valore nazionale
        comune: Melegnano
        primato: {tabella: indici, colonna: vecchiaia, tipo: più vicino, a: 179.4}

Rimedio:
    Correggi il Comune, oppure toglilo e cita il suo nome nel testo con {{ fatti.….comune }}.

Riferimenti:
    Formato del piano, versione 1: fatti con «primato».
"""

from collections.abc import Iterator

from pdz.calc._esatto import write
from pdz.calc.nomi import fold
from pdz.calc.primati import Classifica, find_termine, list_campi, rank
from pdz.findings import Path, Problem, Severity, did_you_mean
from pdz.model.contesto import Fatto, Primato
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Claims of rank that name what is not there, or the wrong Comune."""
    for index, fatto in enumerate(ctx.piano.fatti):
        if fatto.primato is None:
            continue
        path: Path = ("fatti", index)
        wrong = list(_check_names(ctx, (*path, "primato"), fatto.primato))
        yield from wrong
        found = rank(ctx.piano, ctx.quadro.tabelle, ctx.quadro.fatti, fatto.primato)
        if not wrong and fatto.comune is not None and isinstance(found, Classifica):
            yield from _check_comune(ctx, path, fatto, found)


def _check_names(ctx: Context, path: Path, primato: Primato) -> Iterator[Problem]:
    owner, fields = name_at(ctx.piano, path), list_campi(ctx.piano, primato.tabella)
    if fields is None:
        tables = [tabella.id for tabella in ctx.piano.tabelle]
        tables += [ctx.piano.demografia.id] if ctx.piano.demografia is not None else []
        message = f"{owner}la tabella «{primato.tabella}» non esiste"
        yield Problem((*path, "tabella"), message, did_you_mean(primato.tabella, tables) or _list(tables))
    elif primato.colonna not in fields:
        message = f"{owner}la tabella «{primato.tabella}» non ha la colonna «{primato.colonna}»"
        yield Problem((*path, "colonna"), message, did_you_mean(primato.colonna, fields) or _list(fields))
    if primato.tipo == "più vicino" and primato.a is None:
        yield Problem(path, f"{owner}per «più vicino» serve anche «a: …»", "scrivi l'id di un fatto, o un numero")
    elif primato.a is not None and primato.tipo != "più vicino":
        message = f"{owner}«a» serve solo a «più vicino», non a «{primato.tipo}»"
        yield Problem((*path, "a"), message, "togli «a», o scrivi «tipo: più vicino»")
    elif primato.a is not None and primato.a not in ctx.quadro.fatti and find_termine(primato, {}) is None:
        near = did_you_mean(primato.a, [fatto.id for fatto in ctx.piano.fatti])
        message = f"{owner}«{primato.a}» non è l'id di un fatto né un numero"
        yield Problem((*path, "a"), message, near or "scrivi l'id di un fatto, o un numero")


def _check_comune(ctx: Context, path: Path, fatto: Fatto, found: Classifica) -> Iterator[Problem]:
    own = fold(fatto.comune or "")
    if any(fold(name) == own for name, _ in found.primi):
        return
    if own in {fold(name) for name in found.muti}:
        known = f", mentre il numero di {fatto.comune} non c'è"
    elif (cell := found.valori.get(own)) is not None and cell.valore is not None:
        known = f", mentre {fatto.comune} ha {write(cell.valore)}"
    else:
        known = f", e {fatto.comune} non è fra le righe"
    first = found.primi[0][1]
    message = f"{name_at(ctx.piano, path)}{found.frase}{known}"
    yield Problem((*path, "comune"), message, "correggi il Comune, o i dati della tabella", related=first.path or None)


def _list(names: list[str] | tuple[str, ...]) -> str:
    return "possibili: " + ", ".join(names[:15]) if names else "aggiungi la tabella"
