# SPDX-License-Identifier: EUPL-1.2
"""Tables of data: computed cells, and the Ambito row made as each column declares."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from pdz.calc._celle import Griglia, make_empty
from pdz.calc._esatto import add, divide, multiply, write
from pdz.calc._formule import Trovato, compute_ratio, compute_sum, get_values, split_found
from pdz.calc._tipi import Calcolo, RigaCalcolata, TabellaCalcolata, Termine
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import Colonna, Tabella

AMBITO = "ambito"
"""The name of the Ambito row in citations."""


def compute_tabelle(piano: Piano) -> dict[str, TabellaCalcolata]:
    """Every table by id.

    `colonne` are the titles and `valori` the cells of all columns of the plan in their order, those that are not
    printed too; the key column is the name of the row. A cell that is not a number stays a text.
    """
    return {tabella.id: compute_tabella(tabella, ("tabelle", index)) for index, tabella in enumerate(piano.tabelle)}


def compute_tabella(tabella: Tabella, path: Path) -> TabellaCalcolata:
    """One table; it has an Ambito row when the plan names it."""
    griglia = make_griglia(tabella, path)
    righe = tuple(
        RigaCalcolata(name, tuple(griglia.read_cell(row, colonna.campo) for colonna in tabella.colonne))
        for row, name in enumerate(griglia.nomi)
    )
    ambito = None
    if tabella.riga_ambito is not None:
        valori = compute_ambito(tabella, path)
        ambito = RigaCalcolata(tabella.riga_ambito, tuple(valori.get(c.campo) for c in tabella.colonne))
    return TabellaCalcolata(tabella.id, tuple(c.titolo for c in tabella.colonne), righe, ambito)


def make_griglia(tabella: Tabella, path: Path) -> Griglia:
    """The rows of a table, ready to be read and computed."""
    names = tuple((row.get(tabella.chiave) or "").strip() for row in tabella.dati)
    return Griglia(path, tabella.dati, {colonna.campo: colonna for colonna in tabella.colonne}, names)


def compute_ambito(tabella: Tabella, path: Path) -> dict[str, Calcolo]:
    """The value of the Ambito for each column that has one, by field; also when its row is not printed."""
    griglia = make_griglia(tabella, path)
    nome = tabella.riga_ambito or "Ambito"
    valori: dict[str, Calcolo] = {}
    for index, colonna in enumerate(tabella.colonne):
        quotient = colonna.ambito in {"rapporto", "media pesata", "media semplice"}
        empty = make_empty(f"{colonna.titolo}, {nome}", colonna, (*path, "colonne", index), quotient)
        calcolo = None if colonna.tipo == "testo" else _aggregate(colonna, empty, griglia)
        if calcolo is not None:
            valori[colonna.campo] = calcolo
    return valori


def _aggregate(colonna: Colonna, empty: Calcolo, griglia: Griglia) -> Calcolo | None:
    match colonna.ambito:
        case "somma":
            return compute_sum(empty, griglia.find_column(colonna.campo))
        case "rapporto":
            if not colonna.numeratore or not colonna.denominatore:
                return replace(empty, motivo="mancano le colonne del numeratore e del denominatore")
            above, below = griglia.find_column(colonna.numeratore), griglia.find_column(colonna.denominatore)
            return compute_ratio(empty, above, below, colonna.per)
        case "media pesata":
            if not colonna.peso:
                return replace(empty, motivo="manca la colonna dei pesi")
            return _weigh(empty, griglia.find_column(colonna.campo), griglia.find_column(colonna.peso))
        case "media semplice":
            return _average(empty, griglia.find_column(colonna.campo))
        case "dichiarato":
            if colonna.valore_ambito is None:
                return replace(empty, motivo="manca il valore dichiarato per l'Ambito")
            where = (*empty.path, "valore_ambito")
            termine = Termine("valore dichiarato", colonna.valore_ambito, where)
            return replace(empty, valore=colonna.valore_ambito, termini=(termine,), path=where)
        case "nessuna":
            return None


def _weigh(empty: Calcolo, found: Sequence[Trovato], weights: Sequence[Trovato]) -> Calcolo:
    """The sum of value × weight / the sum of the weights."""
    termini, reason = split_found((*found, *weights))
    if reason:
        return replace(empty, motivo=reason, termini=termini)
    values = get_values(termini)
    half = len(values) // 2
    numerator = add(multiply(value, weight) for value, weight in zip(values[:half], values[half:], strict=True))
    denominator = add(values[half:])
    if denominator == 0:
        return replace(empty, motivo="la somma dei pesi è zero", termini=termini)
    valore = divide(numerator, denominator)
    formula = f"{write(numerator)} / {write(denominator)} = {write(valore)}"
    return replace(empty, valore=valore, formula=formula, termini=termini)


def _average(empty: Calcolo, found: Sequence[Trovato]) -> Calcolo:
    """The sum / the number of rows, whatever their size."""
    termini, reason = split_found(found)
    if reason:
        return replace(empty, motivo=reason, termini=termini)
    total, number = add(get_values(termini)), Decimal(len(termini))
    valore = divide(total, number)
    formula = f"{write(total)} / {write(number)} = {write(valore)}"
    return replace(empty, valore=valore, formula=formula, termini=termini)
