# SPDX-License-Identifier: EUPL-1.2
"""Un grafico non ha i dati che deve disegnare, o li cerca dove non ci sono.

Che cosa controlla:
    I dati di ogni serie stanno in un posto solo: scritti («valori»), in una colonna («colonna», con «tabella» o con
    «dati») oppure citati («cita», con i nomi che usano i testi). La tabella, le colonne e i dati citati esistono, e i
    dati citati sono numeri. Un grafico ha almeno un valore. Le colonne di un CSV le controlla M007.

Perché:
    Un grafico vuoto, o che disegna la colonna sbagliata, si stampa lo stesso: se ne accorge chi legge.

Segnala:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, unita: persone, al: 2024-01-01, fonte: ISTAT}
    grafici:
      - id: residenti
        titolo: Residenti stranieri
        tipo: barre
        categorie: [stranieri]
        serie:
          - nome: residenti
            cita: [fatti.straneri]  # D030
        testo_alternativo: I residenti stranieri.

Accetta:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, unita: persone, al: 2024-01-01, fonte: ISTAT}
    grafici:
      - id: residenti
        titolo: Residenti stranieri
        tipo: barre
        categorie: [stranieri]
        serie:
          - nome: residenti
            cita: [fatti.stranieri]
        testo_alternativo: I residenti stranieri.

Rimedio:
    Correggi il nome della tabella, della colonna o del dato, oppure scrivi i valori.

Riferimenti:
    Formato del piano, versione 1: grafici.
"""

from collections.abc import Iterator

from pdz.calc import Calcolo
from pdz.calc.grafici import find_columns
from pdz.findings import Path, Problem, Severity, did_you_mean, shorten
from pdz.model.grafici import Grafico, SerieGrafico
from pdz.rules import Context, name_at
from pdz.rules._celle import explain_cell

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Charts without figures, or with figures that are not where they say."""
    for index, grafico in enumerate(ctx.piano.grafici):
        path: Path = ("grafici", index)
        owner = name_at(ctx.piano, path)
        problems = [*_check_source(ctx, grafico, path, owner), *_check_series(ctx, grafico, path, owner)]
        yield from problems or _check_empty(ctx, grafico, path, owner)


def _check_source(ctx: Context, grafico: Grafico, path: Path, owner: str) -> Iterator[Problem]:
    if grafico.tabella is not None and grafico.dati:
        hint = "tieni «tabella» oppure «dati»"
        yield Problem(
            (*path, "tabella"), f"{owner}il grafico prende i dati da due posti", hint, related=(*path, "dati")
        )
        return
    columns = find_columns(ctx.piano, grafico)
    if columns is None:
        known = [tabella.id for tabella in ctx.piano.tabelle]
        message = f"{owner}la tabella «{shorten(grafico.tabella or '')}» non esiste"
        hint = did_you_mean(grafico.tabella or "", known) or "scrivi l'id di una tabella del piano"
        yield Problem((*path, "tabella"), message, hint)
    elif grafico.tabella is not None and len(grafico.categorie) > 1:
        hint = "scrivi «categorie» con il nome di una colonna, o toglilo: le categorie sono le righe della tabella"
        yield Problem((*path, "categorie"), f"{owner}le categorie le dà già la tabella", hint)
    elif grafico.tabella is not None:
        names = (((*path, "categorie", 0), name) for name in grafico.categorie)
        yield from (_unknown(where, owner, name, columns) for where, name in names if name not in columns)


def _check_series(ctx: Context, grafico: Grafico, path: Path, owner: str) -> Iterator[Problem]:
    columns = find_columns(ctx.piano, grafico) or ()
    for number, serie in enumerate(grafico.serie):
        where = (*path, "serie", number)
        given = [key for key, value in _given(serie) if value]
        name = f"la serie «{shorten(serie.nome)}»" if serie.nome else f"la {number + 1}ª serie"
        if not given:
            hint = "scrivi «valori», oppure «colonna» o «cita»"
            yield Problem(where, f"{owner}{name} non dice dove sono i suoi valori", hint)
        elif len(given) > 1:
            message = f"{owner}{name} ha sia «{given[0]}» sia «{given[1]}»"
            yield Problem((*where, given[1]), message, "un numero si scrive una volta sola: tienine uno")
        elif serie.colonna is not None and grafico.tabella is None and not grafico.dati:
            hint = "aggiungi al grafico «tabella: …», oppure «dati: dati/….csv»"
            yield Problem(
                (*where, "colonna"), f"{owner}{name} nomina una colonna, ma il grafico non ha una tabella", hint
            )
        elif serie.colonna is not None and grafico.tabella is not None and columns and serie.colonna not in columns:
            yield _unknown((*where, "colonna"), owner, serie.colonna, columns)
        elif serie.colonna is None and (grafico.tabella is not None or grafico.dati):
            hint = "scrivi «colonna: …», o togli la tabella dal grafico"
            yield Problem((*where, given[0]), f"{owner}{name} non è una colonna della tabella", hint)
        yield from _check_cited(ctx, serie, (*where, "cita"), owner)


def _given(serie: SerieGrafico) -> tuple[tuple[str, object], ...]:
    return ("valori", serie.valori), ("colonna", serie.colonna), ("cita", serie.cita)


def _check_cited(ctx: Context, serie: SerieGrafico, path: Path, owner: str) -> Iterator[Problem]:
    for place, name in enumerate(serie.cita):
        value = ctx.citabili.get(name)
        if value is None:
            names = [known for known, found in ctx.citabili.items() if isinstance(found, Calcolo)]
            hint = did_you_mean(name, names) or "scrivi un nome come quelli dei testi, per esempio fatti.stranieri"
            missing = f"«{shorten(name)}» non si può citare: non c'è nel piano", hint
            message, hint = explain_cell(ctx, name) or missing
            yield Problem((*path, place), f"{owner}{message}", hint)
        elif not isinstance(value, Calcolo):
            yield Problem((*path, place), f"{owner}«{shorten(name)}» non è un numero", "cita un dato del piano")


def _unknown(path: Path, owner: str, name: str, columns: tuple[str, ...]) -> Problem:
    hint = did_you_mean(name, columns) or "le colonne sono: " + ", ".join(columns)
    return Problem(path, f"{owner}la tabella non ha la colonna «{shorten(name)}»", hint)


def _check_empty(ctx: Context, grafico: Grafico, path: Path, owner: str) -> Iterator[Problem]:
    calcolato = ctx.quadro.grafici.get(grafico.id)
    if calcolato is not None and calcolato.serie and not calcolato.valori:
        hint = "scrivi i valori che si conoscono, o togli il grafico"
        yield Problem((*path, "serie"), f"{owner}il grafico non ha nessun valore", hint, on_key=True)
