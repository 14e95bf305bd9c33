# SPDX-License-Identifier: EUPL-1.2
"""The figures of the charts that a plan describes: written in place, of a table, of a CSV file, cited by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from pdz.calc._celle import parse_cell
from pdz.calc._misure import find_tipo
from pdz.calc._tipi import Calcolo, GraficoCalcolato, SerieCalcolata, TabellaCalcolata, Tipo
from pdz.calc.indici import INDICI
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import Tabella
from pdz.model.grafici import Grafico, SerieGrafico

MISSING = "il dato manca"
_MOST_DECIMALS = 6


def compute_grafici(
    piano: Piano, tabelle: Mapping[str, TabellaCalcolata], citabili: Mapping[str, Calcolo]
) -> dict[str, GraficoCalcolato]:
    """Every chart by id; a figure that cannot be found is a gap with its reason, which rule D030 reports."""
    return {
        grafico.id: _compute(grafico, ("grafici", index), piano, tabelle, citabili)
        for index, grafico in enumerate(piano.grafici)
    }


def owns_figures(grafico: Grafico) -> bool:
    """True for a chart whose figures stand only there; False when it draws those of a table or of facts."""
    return bool(grafico.dati) or any(serie.valori for serie in grafico.serie)


def find_categorie(grafico: Grafico) -> str | None:
    """The column that gives the categories: the one named, else the first of the CSV; None for a table's key."""
    if (grafico.tabella is not None or grafico.dati) and len(grafico.categorie) == 1:
        return grafico.categorie[0]
    return next((name for row in grafico.dati for name in row), None)


def find_columns(piano: Piano, grafico: Grafico) -> tuple[str, ...] | None:
    """The columns from which a chart may take its figures; None when its table does not exist."""
    if grafico.tabella is None:
        return tuple(dict.fromkeys(name for row in grafico.dati for name in row))
    titles = _titles(piano, grafico.tabella)
    return None if titles is None else tuple(titles)


def find_tabella(piano: Piano, grafico: Grafico) -> Tabella | None:
    """The table that a chart draws; None for the demographic indices, and without a table."""
    return next((t for t in reversed(piano.tabelle) if t.id == grafico.tabella), None)


def find_tipo_grafico(grafico: Grafico, calcolato: GraficoCalcolato) -> Tipo:
    """Euro, per cent or numbers: as the chart says, else as its figures are."""
    declared = find_tipo(grafico.unita, False)
    if declared != "numero" or not calcolato.valori:
        return declared
    return calcolato.valori[0].tipo


def find_decimali(grafico: Grafico, calcolato: GraficoCalcolato) -> int | None:
    """Digits after the comma: as the chart says, else as its figures have.

    None when they differ: 16% beside 14,62% is not 16,00%, which nobody has measured.
    """
    if grafico.decimali is not None:
        return grafico.decimali
    digits = {count_digits(calcolo) for calcolo in calcolato.valori}
    return digits.pop() if len(digits) == 1 else None


def count_digits(calcolo: Calcolo) -> int:
    """Digits after the comma of one figure: those of its column or quotient, else those with which it is written."""
    if calcolo.decimali is not None or calcolo.valore is None:
        return calcolo.decimali or 0
    exponent = calcolo.valore.as_tuple().exponent
    return min(max(0, -exponent), _MOST_DECIMALS) if isinstance(exponent, int) else 0


def _compute(
    grafico: Grafico,
    path: Path,
    piano: Piano,
    tabelle: Mapping[str, TabellaCalcolata],
    citabili: Mapping[str, Calcolo],
) -> GraficoCalcolato:
    table = tabelle.get(grafico.tabella or "")
    titles = _titles(piano, grafico.tabella) or {} if grafico.tabella is not None else {}
    categorie = tuple(_categorie(grafico, table, list(titles)))
    serie = []
    for number, one in enumerate(grafico.serie):
        where = (*path, "serie", number)
        if one.cita:
            valori = tuple(_cite(name, citabili, (*where, "cita", i)) for i, name in enumerate(one.cita))
        elif one.colonna is not None and table is not None:
            valori = tuple(_of_table(grafico, table, list(titles), one.colonna, where))
        elif one.colonna is not None:
            valori = tuple(_of_rows(grafico, one.colonna, path))
        else:
            valori = tuple(_written(grafico, one, (*where, "valori")))
        name = one.nome or titles.get(one.colonna or "", one.colonna or "")
        serie.append(SerieCalcolata(name, tuple(_explain(valore, one.motivo) for valore in valori)))
    return GraficoCalcolato(grafico.id, categorie, tuple(serie))


def _titles(piano: Piano, name: str) -> dict[str, str] | None:
    """The columns of a table with their titles, in their order."""
    if piano.demografia is not None and piano.demografia.id == name:
        return {indice.id: indice.titolo for indice in INDICI}
    found = next((t for t in reversed(piano.tabelle) if t.id == name), None)
    return None if found is None else {colonna.campo: colonna.titolo for colonna in found.colonne}


def _rows(grafico: Grafico, table: TabellaCalcolata) -> Iterator[tuple[str, tuple[Calcolo | str | None, ...]]]:
    yield from ((riga.nome, riga.valori) for riga in table.righe)
    if grafico.ambito and table.ambito is not None:
        yield table.ambito.nome, table.ambito.valori


def _categorie(grafico: Grafico, table: TabellaCalcolata | None, fields: Sequence[str]) -> Iterator[str]:
    column = find_categorie(grafico)
    if table is not None:
        place = fields.index(column) if column in fields else None
        for name, cells in _rows(grafico, table):
            cell = None if place is None else cells[place]
            yield cell if isinstance(cell, str) else name
    elif grafico.dati:
        yield from (row.get(column or "") or "" for row in grafico.dati)
    else:
        yield from grafico.categorie


def _of_table(
    grafico: Grafico, table: TabellaCalcolata, fields: Sequence[str], column: str, path: Path
) -> Iterator[Calcolo]:
    for name, cells in _rows(grafico, table):
        cell = cells[fields.index(column)] if column in fields else None
        if isinstance(cell, Calcolo):
            yield cell
        else:
            yield Calcolo(name, None, motivo=cell or MISSING, path=path)


def _of_rows(grafico: Grafico, column: str, path: Path) -> Iterator[Calcolo]:
    tipo, names = find_tipo(grafico.unita, False), find_categorie(grafico) or ""
    for row, cells in enumerate(grafico.dati):
        value = parse_cell(cells.get(column), tipo == "euro")
        found = Calcolo(cells.get(names) or column, None, tipo, path=(*path, "dati", row, column))
        if isinstance(value, Decimal):
            yield replace(found, valore=value)
        else:
            yield replace(found, motivo=value or MISSING)


def _written(grafico: Grafico, serie: SerieGrafico, path: Path) -> Iterator[Calcolo]:
    tipo = find_tipo(grafico.unita, False)
    for place, value in enumerate(serie.valori):
        name = grafico.categorie[place] if place < len(grafico.categorie) else serie.nome
        yield Calcolo(name, value, tipo, motivo=MISSING if value is None else "", path=(*path, place))


def _cite(name: str, citabili: Mapping[str, Calcolo], path: Path) -> Calcolo:
    return citabili.get(name) or Calcolo(name, None, motivo=f"«{name}» non c'è nel piano", path=path)


def _explain(calcolo: Calcolo, motivo: str | None) -> Calcolo:
    return replace(calcolo, motivo=motivo) if calcolo.valore is None and motivo else calcolo
