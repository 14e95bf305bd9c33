# SPDX-License-Identifier: EUPL-1.2
"""Chapter 2, and wherever a text asks: tables of data, charts, series."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pdz.calc import Calcolo, RigaCalcolata, TabellaCalcolata
from pdz.calc.indici import INDICI
from pdz.doctree import Block, Cell, Column, Note, Row, Table, Text
from pdz.documents import Request
from pdz.documents._automatici import automatic_charts, make_automatic
from pdz.documents._grafici import make_chart
from pdz.documents._maker import Maker, Piece, Wide, quantity
from pdz.documents._obiettivi import LEPS_TABLE, crossing_table, make_leps_table
from pdz.documents._sistema import series_table
from pdz.model.contesto import Colonna, Demografia, Tabella
from pdz.model.grafici import Grafico

WIDE_COLUMNS = 8
"""Tables with more columns than this go on a landscape page."""

MOST_REASONS = 3
"""Reasons for n.c. told under one table."""


def section_data(maker: Maker, sezione: str | None) -> Iterator[Piece]:
    """The data of one section, or those of none, that no text has already placed."""
    piano = maker.piano
    for group in (piano.tabelle, piano.grafici):
        for thing in group:
            if thing.sezione == sezione and thing.id not in maker.inserted:
                yield from _pieces(maker, thing.id, thing)
    demografia = piano.demografia
    if demografia is not None and demografia.sezione == sezione and demografia.id not in maker.inserted:
        yield from _pieces(maker, demografia.id, demografia)
    for monitoraggio in piano.monitoraggi:
        placed = monitoraggio.esito is not None or monitoraggio.id in maker.inserted
        if monitoraggio.sezione == sezione and not placed:
            yield series_table(maker, monitoraggio)
            yield from automatic_charts(maker, monitoraggio.id)


def _pieces(maker: Maker, identifier: str, thing: Tabella | Grafico | Demografia) -> Iterator[Piece]:
    blocks = table_by_id(maker, identifier)
    columns = max((len(block.columns) for block in blocks if isinstance(block, Table)), default=0)
    if (isinstance(thing, Tabella) and thing.orizzontale) or columns > WIDE_COLUMNS:
        yield Wide(blocks)
    else:
        yield from blocks


def make_maker(request: Request) -> Maker:
    """The tools with which one document is made; its texts may insert tables of data."""
    return Maker(request, table_by_id)


def table_by_id(maker: Maker, identifier: str) -> tuple[Block, ...]:
    """The table of data, chart or series with this id, with the computed charts that follow it."""
    for tabella in maker.piano.tabelle:
        if tabella.id == identifier:
            return (make_data_table(maker, tabella),)
    for grafico in maker.piano.grafici:
        if grafico.id == identifier:
            return (make_chart(maker, grafico),)
    for monitoraggio in maker.piano.monitoraggi:
        if monitoraggio.id == identifier:
            piece = series_table(maker, monitoraggio)
            table = piece.blocks if isinstance(piece, Wide) else (piece,)
            return (*table, *automatic_charts(maker, identifier))
    if identifier == LEPS_TABLE and maker.piano.leps:
        return (make_leps_table(maker),)
    for quadro in maker.piano.incroci:
        if quadro.id == identifier:
            return (crossing_table(maker, quadro),)
    demografia = maker.piano.demografia
    if demografia is not None and demografia.id == identifier:
        return (_demographic_table(maker, demografia), *automatic_charts(maker, identifier))
    automatico = maker.quadro.automatici.get(identifier)
    return (make_automatic(maker, automatico),) if automatico is not None else ()


def make_data_table(maker: Maker, tabella: Tabella) -> Table:
    """A table of data with its Ambito row."""
    computed = maker.quadro.tabelle[tabella.id]
    shown = [index for index, colonna in enumerate(tabella.colonne) if colonna.stampa]
    head: list[Cell] = [tabella.intestazione_chiave]
    for index in shown:
        colonna = tabella.colonne[index]
        title = _head(colonna)
        head.append((Text(title), Note(colonna.definizione)) if colonna.definizione else title)
    rows = [_data_row(riga, shown) for riga in computed.righe]
    if computed.ambito is not None and tabella.riga_ambito:
        rows.append(_data_row(computed.ambito, shown, "totale"))
    kinds = [tabella.colonne[index].tipo for index in shown]
    columns = (
        Column(2.2, header=True),
        *(Column(1, "sinistra" if kind == "testo" else "destra") for kind in kinds),
    )
    source = _with_reasons(maker, maker.source(tabella.fonte, tabella.nota), computed, shown)
    return Table(columns, tuple(rows), (Row(tuple(head)),), _dated(maker, tabella), tabella.id, source, tabella.titolo)


def _head(colonna: Colonna) -> str:
    """The heading of a column with its unit, unless the heading or the values say it already."""
    unit = colonna.unita or ""
    said = unit.casefold() in colonna.titolo.casefold() or (unit == "%" and colonna.tipo == "percentuale")
    return colonna.titolo if said or colonna.tipo == "euro" else f"{colonna.titolo} ({unit})"


def _with_reasons(maker: Maker, source: str, computed: TabellaCalcolata, shown: Sequence[int]) -> str:
    """The source of a table, then why some of its values are n.c."""
    lines = (*computed.righe, *([computed.ambito] if computed.ambito is not None else []))
    values = [riga.valori[index] for riga in lines for index in shown]
    reasons = dict.fromkeys(v.motivo for v in values if isinstance(v, Calcolo) and v.valore is None and not v.stampa)
    if not reasons:
        return source
    more = ["…"] if len(reasons) > MOST_REASONS else []
    words = "; ".join([*list(reasons)[:MOST_REASONS], *more])
    return " ".join(filter(None, (source, maker.label("non_calcolabili", motivi=words))))


def _dated(maker: Maker, thing: Tabella | Demografia) -> str:
    year = None if isinstance(thing, Demografia) else thing.anno
    return maker.dated(thing.titolo, thing.al, year)


def _data_row(riga: RigaCalcolata, shown: list[int], kind: Literal["corpo", "totale"] = "corpo") -> Row:
    return Row((riga.nome, *(_value(riga.valori[index]) for index in shown)), kind)


def _value(value: Calcolo | str | None) -> Cell:
    if value is None:
        return "—"
    return value if isinstance(value, str) else quantity(value)


def _demographic_table(maker: Maker, demografia: Demografia) -> Table:
    computed = maker.quadro.tabelle[demografia.id]
    rows = [_data_row(riga, list(range(len(computed.colonne)))) for riga in computed.righe]
    if computed.ambito is not None:
        rows.append(_data_row(computed.ambito, list(range(len(computed.colonne))), "totale"))
    columns = (Column(2.2, header=True), *(Column(1, "destra") for _ in computed.colonne))
    notes = [indice.definizione for indice in INDICI]
    titles: list[Cell] = [(Text(title), Note(note)) for title, note in zip(computed.colonne, notes, strict=True)]
    head = (Row((maker.label("comune"), *titles)),)
    caption = _dated(maker, demografia)
    source = _with_reasons(maker, maker.source(demografia.fonte), computed, range(len(computed.colonne)))
    return Table(columns, tuple(rows), head, caption, demografia.id, source, demografia.titolo)
