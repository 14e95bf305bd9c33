# SPDX-License-Identifier: EUPL-1.2
"""Annex 2: funds described, then the tables of PNRR lines, projects, assignments."""

from collections.abc import Iterator

from pdz.doctree import Block, Cell, Heading, Items, Paragraph, RichCell, Row
from pdz.documents._automatici import automatic_charts
from pdz.documents._maker import Maker, Piece, Wide
from pdz.documents._progetti import pnrr_table, project_totals, projects_table
from pdz.documents._prospetti import levels_table, prospetto_table
from pdz.model.fondi import Finanziamento
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
    if piano.fondi:  # upright: a landscape page holds one chart alone
        yield from automatic_charts(maker, "fondi")


def fund_tables(maker: Maker) -> Iterator[Block]:
    """The tables of annex 2 with their totals."""
    if maker.piano.pnrr:
        yield pnrr_table(maker)
    if maker.piano.progetti:
        yield projects_table(maker)
        yield project_totals(maker)
    for prospetto in maker.piano.fondi:
        yield prospetto_table(maker, prospetto)
    if maker.piano.fondi:
        yield levels_table(maker)


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
