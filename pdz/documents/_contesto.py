# SPDX-License-Identifier: EUPL-1.2
"""Chapters 2 and 3: tables of data, charts as tables, unità d'offerta."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from pdz.calc import Calcolo, RigaCalcolata
from pdz.calc.indici import INDICI
from pdz.dates import format_date
from pdz.doctree import (
    Block,
    Cell,
    Column,
    Content,
    Heading,
    Note,
    Number,
    Paragraph,
    Percent,
    Row,
    Table,
    Text,
)
from pdz.documents import Request
from pdz.documents._maker import Maker, Piece, Wide, quantity
from pdz.documents._obiettivi import LEPS_TABLE, crossing_table, make_leps_table
from pdz.documents._sistema import series_table
from pdz.model.contesto import Demografia, Grafico, Tabella

_CITED = re.compile(r"fatti\.([\w+\-]+)")
WIDE_COLUMNS = 8
"""Tables with more columns than this go on a landscape page."""


def section_data(maker: Maker, sezione: str) -> Iterator[Piece]:
    """The data of one section that no text has already placed."""
    piano = maker.piano
    for group in (piano.tabelle, piano.grafici):
        for thing in group:
            if thing.sezione == sezione and thing.id not in maker.inserted:
                yield from _pieces(maker, thing.id, thing)
    demografia = piano.demografia
    if demografia is not None and (demografia.sezione or "contesto") == sezione and demografia.id not in maker.inserted:
        yield from _pieces(maker, demografia.id, demografia)
    for monitoraggio in piano.monitoraggi:
        placed = monitoraggio.esito is not None or monitoraggio.id in maker.inserted
        if monitoraggio.sezione == sezione and not placed:
            yield series_table(maker, monitoraggio)


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
    """The table of data, chart or series with this id."""
    for tabella in maker.piano.tabelle:
        if tabella.id == identifier:
            return (make_data_table(maker, tabella),)
    for grafico in maker.piano.grafici:
        if grafico.id == identifier:
            return (_chart_table(maker, grafico),)
    for monitoraggio in maker.piano.monitoraggi:
        if monitoraggio.id == identifier:
            piece = series_table(maker, monitoraggio)
            return piece.blocks if isinstance(piece, Wide) else (piece,)
    if identifier == LEPS_TABLE and maker.piano.leps:
        return (make_leps_table(maker),)
    for quadro in maker.piano.incroci:
        if quadro.id == identifier:
            return (crossing_table(maker, quadro),)
    demografia = maker.piano.demografia
    if demografia is not None and demografia.id == identifier:
        return (_demographic_table(maker, demografia),)
    return ()


def make_data_table(maker: Maker, tabella: Tabella) -> Table:
    """A table of data with its Ambito row."""
    computed = maker.quadro.tabelle[tabella.id]
    shown = [index for index, colonna in enumerate(tabella.colonne) if colonna.stampa]
    head: list[Cell] = [tabella.titolo_chiave]
    for index in shown:
        colonna = tabella.colonne[index]
        head.append((Text(colonna.titolo), Note(colonna.definizione)) if colonna.definizione else colonna.titolo)
    rows = [_data_row(riga, shown) for riga in computed.righe]
    if computed.ambito is not None and tabella.riga_ambito:
        rows.append(_data_row(computed.ambito, shown, "totale"))
    kinds = [tabella.colonne[index].tipo for index in shown]
    columns = (
        Column(2.2, header=True),
        *(Column(1, "sinistra" if kind == "testo" else "destra") for kind in kinds),
    )
    source = maker.source(tabella.fonte, tabella.nota)
    return Table(columns, tuple(rows), (Row(tuple(head)),), _dated(maker, tabella), tabella.id, source, tabella.titolo)


def _dated(maker: Maker, thing: Tabella | Grafico | Demografia) -> str:
    if thing.al is not None:
        return maker.label("didascalia_al", titolo=thing.titolo, data=format_date(thing.al))
    year = None if isinstance(thing, Demografia) else thing.anno
    return maker.label("didascalia_anno", titolo=thing.titolo, anno=year) if year else thing.titolo


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
    return Table(columns, tuple(rows), head, caption, demografia.id, maker.source(demografia.fonte), demografia.titolo)


def _chart_table(maker: Maker, grafico: Grafico) -> Table:
    """The figures of a chart: categories in rows, series in columns."""
    rows = []
    for index, categoria in enumerate(grafico.categorie):
        values = [serie.valori[index] if index < len(serie.valori) else None for serie in grafico.serie]
        rows.append(Row((categoria, *(_chart_value(grafico, value) for value in values))))
    head = (Row((grafico.unita or "", *(serie.nome for serie in grafico.serie))),)
    columns = (Column(2, header=True), *(Column(1, "destra") for _ in grafico.serie))
    source = maker.source(grafico.fonte)
    return Table(columns, tuple(rows), head, _dated(maker, grafico), grafico.id, source, grafico.testo_alternativo)


def _chart_value(grafico: Grafico, value: object) -> Cell:
    if not isinstance(value, Decimal):
        return "—"
    return Percent(value, grafico.decimali) if grafico.unita == "%" else Number(value, grafico.decimali)


def supply(maker: Maker) -> Iterator[Piece]:
    """Unità d'offerta sociali: by area and by type, with their places."""
    rete = maker.piano.rete_offerta
    if rete is None:
        return
    yield from maker.frame("piano/unita_offerta")
    source: Content = maker.source(rete.fonte)
    if rete.aree:
        yield _areas_of_supply(maker, source)
    if rete.voci:
        yield _places(maker, source)


def _areas_of_supply(maker: Maker, source: Content) -> Table:
    rete = maker.piano.rete_offerta
    assert rete is not None
    rows = [
        Row((area.nome, Percent(area.quota, 0) if area.quota is not None else "—", ", ".join(area.tipologie)))
        for area in rete.aree
    ]
    head = (Row((maker.label("area_intervento"), maker.label("quota_unita"), maker.label("tipologie"))),)
    columns = (Column(1, header=True), Column(0.7, "destra"), Column(3))
    caption = maker.label("didascalia_aree_offerta")
    return Table(columns, tuple(rows), head, caption, "tabella_aree_offerta", source, caption)


def _places(maker: Maker, source: Content) -> Table:
    rete = maker.piano.rete_offerta
    assert rete is not None
    shown = [c for c in maker.official("unita_offerta").colonne if any(getattr(v, c.campo, None) for v in rete.voci)]
    rows = []
    for voce in rete.voci:
        cells: dict[str, Cell] = {
            "area": voce.area,
            "tipologia": voce.tipologia,
            "comune": voce.comune or "—",
            "gestore": voce.gestore or "—",
            "utenza": voce.utenza or "—",
            "nota": voce.nota or "—",
            "unita": _count(voce.unita),
            "posti": _count(voce.posti) if voce.posti is not None else voce.motivo or "—",
        }
        rows.append(Row(tuple(cells.get(column.campo, "") for column in shown)))
    for gruppo in rete.gruppi:
        total = quantity(maker.quadro.posti.get(gruppo.id))
        rows.append(
            Row(tuple(_group_cell(index, c.campo, gruppo.nome, total) for index, c in enumerate(shown)), "totale")
        )
    columns = tuple(
        Column(column.peso, "destra" if column.campo in {"unita", "posti"} else "sinistra") for column in shown
    )
    head = (Row(tuple(column.etichetta for column in shown)),)
    caption = maker.title(maker.official("unita_offerta").titolo)
    return Table(columns, tuple(rows), head, caption, "tabella_unita_offerta", source, caption)


def _group_cell(index: int, campo: str, nome: str, total: Cell) -> Cell:
    return nome if index == 0 else total if campo == "posti" else ""


def _count(number: int | None) -> Cell:
    return "—" if number is None else Number(Decimal(number))


def facts(maker: Maker) -> Iterator[Piece]:
    """The facts that no text cites would be lost in print: they stand in a table of their own."""
    piano = maker.piano
    cited = set(_CITED.findall(piano.model_dump_json(exclude={"fatti", "tabelle"}))) if piano.fatti else set()
    left = [fatto for fatto in piano.fatti if fatto.id not in cited]
    if not left:
        return
    yield Heading(2, maker.label("altri_dati"), "altri_dati")
    yield Paragraph(maker.label("altri_dati_apertura"))
    rows = []
    for fatto in left:
        when = format_date(fatto.al) if fatto.al else fatto.anno or "—"
        value = quantity(maker.quadro.fatti.get(fatto.id))
        name: Cell = (Text(fatto.nome), Note(fatto.nota)) if fatto.nota else fatto.nome
        rows.append(Row((name, value, fatto.unita or "", when, fatto.fonte.nome if fatto.fonte else "—")))
    head = (Row(tuple(maker.label(name) for name in ("dato", "valore", "unita", "riferito_al", "fonte_colonna"))),)
    columns = (Column(3, header=True), Column(1, "destra"), Column(1), Column(1), Column(2))
    caption = maker.label("altri_dati")
    yield Table(columns, tuple(rows), head, caption, "tabella_altri_dati", description=caption)
