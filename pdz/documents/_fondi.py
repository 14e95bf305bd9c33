# SPDX-License-Identifier: EUPL-1.2
"""Annex 2: funds described, PNRR lines, projects, assignments with their totals."""

from collections.abc import Iterator

from pdz.dates import format_date
from pdz.doctree import Block, Cell, Column, Heading, Items, Paragraph, RichCell, Row, Table
from pdz.documents._denaro import MONEY, euro_cell, money_table
from pdz.documents._maker import Maker, Piece, Wide, quantity
from pdz.documents._progetti import pnrr_table, project_totals, projects_table
from pdz.model.fondi import Assegnazione, Finanziamento, ProspettoFondi
from pdz.money import format_euro
from pdz.numbers import format_percent


def funds(maker: Maker) -> Iterator[Piece]:
    """All of annex 2."""
    piano = maker.piano
    if piano.finanziamenti or piano.pnrr or piano.progetti or piano.fondi:
        yield from maker.frame("fondi/apertura")
    for classe in ("strutturali", "progettualita"):
        found = [f for f in piano.finanziamenti if f.classe == classe]
        if found:
            yield Heading(2, maker.label(f"classe_{classe}"), f"finanziamenti_{classe}")
        for finanziamento in found:
            yield from _described(maker, finanziamento)
    tables = tuple(fund_tables(maker))
    if tables:
        yield Wide((Heading(2, maker.label("tabelle_fondi"), "tabelle_fondi"), *tables))


def fund_tables(maker: Maker) -> Iterator[Block]:
    """The tables of annex 2 with their totals."""
    if maker.piano.pnrr:
        yield pnrr_table(maker)
    if maker.piano.progetti:
        yield projects_table(maker)
        yield project_totals(maker)
    for prospetto in maker.piano.fondi:
        yield _prospetto(maker, prospetto)
    if maker.piano.fondi:
        yield _levels_table(maker)


def _described(maker: Maker, finanziamento: Finanziamento) -> Iterator[Block]:
    yield Heading(3, finanziamento.nome, finanziamento.id)
    yield from maker.prose.blocks(finanziamento.testo, 3)
    if not finanziamento.finalita and not finanziamento.aree:
        return
    official = maker.official("finanziamenti")
    areas: list[Block] = []
    for gruppo in finanziamento.aree:
        share = f" ({format_percent(gruppo.quota)})" if gruppo.quota is not None else ""
        areas.append(Paragraph(gruppo.area + share))
        if gruppo.servizi:
            areas.append(Items(tuple((Paragraph(servizio),) for servizio in gruppo.servizi)))
    cells: dict[str, Cell] = {
        "finalita": maker.prose.cell(finanziamento.finalita) or "—",
        "aree": RichCell(tuple(areas)) if areas else "—",
    }
    row = Row(tuple(cells.get(column.campo, "") for column in official.colonne))
    yield maker.table("finanziamenti", [row], "", f"finanziamento_{finanziamento.id}", finanziamento.nome)


def _prospetto(maker: Maker, prospetto: ProspettoFondi) -> Table:
    name = "fondi_strutturali" if prospetto.classe == "strutturali" else "fondi_progetti"
    official = maker.official(name)
    rows = []
    for voce in prospetto.voci:
        cells = _assignment_cells(maker, voce, {column.campo for column in official.colonne})
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    campo = next((column.campo for column in official.colonne if column.campo in MONEY), "assegnato")
    total = (campo, quantity(maker.quadro.totali.get(prospetto.id)))
    table = money_table(maker, name, rows, prospetto.titolo, prospetto.id, total)
    if prospetto.nota:
        return Table(table.columns, table.rows, table.head, table.caption, table.id, prospetto.nota, table.description)
    return table


def _assignment_cells(maker: Maker, voce: Assegnazione, columns: set[str]) -> dict[str, Cell]:
    """The cells of a row; what the official table has no column for goes to the notes."""
    extra = {"area": voce.area, "fonte": voce.fonte, "capofila": voce.capofila and maker.body(voce.capofila)}
    extra |= {"stato": voce.stato, "atto": voce.atto}
    notes = [
        maker.label(f"voce_{name}", valore=value) for name, value in extra.items() if value and name not in columns
    ]
    if voce.residuo is not None:
        notes.append(maker.label("residuo", importo=format_euro(voce.residuo)))
    notes += [
        maker.label(
            "quota_residua" if quota.residuo else "quota_annualita",
            annualita=quota.annualita,
            importo=format_euro(quota.importo),
        )
        for quota in voce.quote
    ]
    notes += [voce.nota] if voce.nota else []
    state = [voce.stato] if voce.stato else []
    state += [maker.label("avvio", data=format_date(voce.avvio))] if voce.avvio else []
    state += [maker.label("fine", data=format_date(voce.fine))] if voce.fine else []
    return {
        "denominazione": voce.denominazione,
        "area": voce.area or "—",
        "fonte": voce.fonte or "—",
        "importo": euro_cell(voce.importo),
        "assegnato": euro_cell(voce.assegnato if voce.assegnato is not None else voce.importo),
        "richiesto": euro_cell(voce.richiesto),
        "capofila": maker.body(voce.capofila) if voce.capofila else "—",
        "stato": "; ".join(state) or "—",
        "nota": "; ".join(note.rstrip(".") for note in notes),
        "esercizio": str(voce.esercizio or "—"),
        "annualita": ", ".join(voce.annualita),
    }


def _levels_table(maker: Maker) -> Table:
    """Totals by level and by class, with the share of each on the whole."""
    totals = maker.quadro.totali
    rows = []
    for group, names in (
        ("livello", ("ue", "nazionale", "regionale", "provinciale", "comunale")),
        ("classe", ("strutturali", "progettualita")),
    ):
        rows.append(Row((maker.label(f"per_{group}"),), "gruppo"))
        for name in names:
            key = f"fondi.{group}.{name}"
            if key in totals:
                rows.append(
                    Row(
                        (
                            maker.label(f"fondi_{group}_{name}"),
                            quantity(totals[key]),
                            quantity(totals.get(f"{key}.quota")),
                        )
                    )
                )
    rows.append(Row((maker.label("totale"), quantity(totals.get("fondi")), ""), "totale"))
    head = (Row((maker.label("livello_classe"), maker.label("importo"), maker.label("quota"))),)
    caption = maker.label("didascalia_livelli")
    columns = (Column(3, header=True), Column(1, "destra"), Column(1, "destra"))
    return Table(columns, tuple(rows), head, caption, "tabella_livelli_fondi", description=caption)
