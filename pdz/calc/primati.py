# SPDX-License-Identifier: EUPL-1.2
"""Claims of rank: which row of a table has the highest value of a column, the lowest, the nearest to a number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pdz.calc._celle import parse_cell
from pdz.calc._esatto import add, write
from pdz.calc._tipi import Calcolo, RigaCalcolata, TabellaCalcolata, Termine
from pdz.calc.indici import INDICI
from pdz.calc.nomi import fold, is_rest, is_wider
from pdz.model import Piano
from pdz.model.contesto import Fatto, Primato

_WORDS = {"massimo": "il più alto", "minimo": "il più basso"}
_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Classifica:
    """The rows that compete for a claim."""

    primi: tuple[tuple[str, Calcolo], ...]
    """The first: name of the row and its number; more than one when they are equal."""
    valori: Mapping[str, Calcolo]
    """Every row with a number, by its folded name."""
    muti: tuple[str, ...]
    """The rows without a number."""
    frase: str
    """«il più alto di 9 valori è 19,03 (San Giuliano Milanese)»."""


def list_campi(piano: Piano, tabella: str) -> tuple[str, ...] | None:
    """The columns that a claim can name, None when the plan has no such table."""
    demografia = piano.demografia
    if demografia is not None and demografia.dati and demografia.id == tabella:
        return tuple(indice.id for indice in INDICI)
    found = next((t for t in reversed(piano.tabelle) if t.id == tabella), None)
    return None if found is None else tuple(colonna.campo for colonna in found.colonne)


def find_termine(primato: Primato, fatti: Mapping[str, Calcolo]) -> Decimal | None:
    """The number to be near to: that of a fact, or the one written."""
    if primato.a is None or primato.a in fatti:
        return None if primato.a is None else fatti[primato.a].valore
    number = parse_cell(primato.a)
    return number if isinstance(number, Decimal) else None


def rank(
    piano: Piano, tabelle: Mapping[str, TabellaCalcolata], fatti: Mapping[str, Calcolo], primato: Primato
) -> Classifica | str:
    """Who comes first, or why it is not known."""
    fields, tabella = list_campi(piano, primato.tabella), tabelle.get(primato.tabella)
    if fields is None or tabella is None:
        return f"la tabella «{primato.tabella}» non esiste"
    if primato.colonna not in fields:
        return f"la tabella «{primato.tabella}» non ha la colonna «{primato.colonna}»"
    near = find_termine(primato, fatti)
    if primato.tipo == "più vicino" and near is None:
        return "manca il numero a cui essere vicino"
    column = fields.index(primato.colonna)
    cells = [(riga.nome, riga.valori[column]) for riga in _competing(piano, tabella)]
    known = [(name, cell) for name, cell in cells if isinstance(cell, Calcolo) and cell.valore is not None]
    if not known:
        return f"la colonna «{primato.colonna}» non ha numeri"
    measures = [_measure(cell.valore, primato.tipo, near) for _, cell in known]
    best = min(measures)
    first = tuple(pair for pair, measure in zip(known, measures, strict=True) if measure == best)
    names = {name for name, _ in known}
    silent = tuple(name for name, _ in cells if name not in names)
    phrase = _say(primato, near, len(known), first)
    return Classifica(first, {fold(name): cell for name, cell in known}, silent, phrase)


def compute_primato(empty: Calcolo, fatto: Fatto, classifica: Classifica | str) -> Calcolo:
    """`empty` with the number of the first row, or why it is not known: a row without a number could be the first."""
    if isinstance(classifica, str):
        return replace(empty, motivo=classifica)
    if classifica.muti:
        return replace(empty, motivo=f"manca il numero di {classifica.muti[0]}")
    comune = fold(fatto.comune or "")
    name, cell = next((pair for pair in classifica.primi if fold(pair[0]) == comune), classifica.primi[0])
    if cell.valore is None:  # never: the first has a number
        return empty
    return replace(
        empty,
        valore=cell.valore,
        tipo=cell.tipo,
        decimali=cell.decimali if fatto.decimali is None else fatto.decimali,
        unita=fatto.unita or cell.unita,
        formula=classifica.frase,
        termini=(Termine(name, cell.valore, cell.path),),
    )


def _competing(piano: Piano, tabella: TabellaCalcolata) -> Iterator[RigaCalcolata]:
    """The Comuni of the Ambito, when the table has some; else every row but totals and wider territories."""
    own = {fold(comune.nome) for comune in piano.ambito.comuni}
    ours = any(fold(riga.nome) in own for riga in tabella.righe)
    return (
        riga
        for riga in tabella.righe
        if (fold(riga.nome) in own if ours else not (is_wider(riga.nome) or is_rest(riga.nome)))
    )


def _measure(value: Decimal | None, tipo: str, near: Decimal | None) -> Decimal:
    """Smaller for who comes before."""
    number = Decimal(0) if value is None else value
    if tipo == "massimo":
        return number.copy_negate()
    return number if tipo == "minimo" or near is None else add((number, near.copy_negate())).copy_abs()


def _say(primato: Primato, near: Decimal | None, rows: int, first: tuple[tuple[str, Calcolo], ...]) -> str:
    words = _WORDS.get(primato.tipo) or f"il più vicino a {write(near or Decimal(0))}"
    names = ", ".join(name for name, _ in first[:_MOST_NAMES]) + (", …" if len(first) > _MOST_NAMES else "")
    value = first[0][1].valore
    return f"{words} di {rows} valori è {write(value or Decimal(0))} ({names})"
