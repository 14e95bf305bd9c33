# SPDX-License-Identifier: EUPL-1.2
"""Annex 2: the lines of the PNRR and the projects, with their totals."""

from pdz.dates import format_date, format_on_date
from pdz.doctree import Block, Cell, Column, Euro, Paragraph, RichCell, Row, Table
from pdz.documents._denaro import euro_cell, excluded, money_table
from pdz.documents._maker import Maker, explained, quantity
from pdz.model.fondi import Avanzamento, LineaPnrr, Progetto
from pdz.money import format_euro


def pnrr_table(maker: Maker) -> Table:
    """The lines of the PNRR, with the total admitted."""
    official = maker.official("pnrr")
    rows = []
    for linea in maker.piano.pnrr:
        cells = _pnrr_cells(maker, linea)
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    totals = maker.quadro.totali
    cells = {name: explained(totals.get(f"pnrr.{name}")) for name in ("richiesto", "ammesso")}
    source = excluded(maker, sum(linea.ammesso is None for linea in maker.piano.pnrr))
    return money_table(maker, "pnrr", rows, maker.title(official.titolo), "tabella_pnrr", cells, source)


def _pnrr_cells(maker: Maker, linea: LineaPnrr) -> dict[str, Cell]:
    full = f"{linea.linea} {linea.titolo}" + (f" ({linea.investimento})" if linea.investimento else "")
    return {
        "linea": full,
        "titolo": full,
        "richiesto": euro_cell(linea.richiesto),
        "ammesso": euro_cell(linea.ammesso),
        "stato": linea.stato or "—",
        "dia": maker.label("dia", data=format_on_date(linea.dia)) if linea.dia else "—",
        "avanzamento": _years(linea.avanzamento),
        "sviluppo": _years(linea.sviluppo),
        "connessione_leps": linea.connessione_leps or ", ".join(linea.leps) or "—",
    }


def _years(steps: tuple[Avanzamento, ...]) -> Cell:
    if len(steps) <= 1:
        return f"{steps[0].anno}: {steps[0].testo}" if steps else "—"
    return RichCell(tuple(Paragraph(f"{step.anno}: {step.testo}") for step in steps))


def projects_table(maker: Maker) -> Table:
    """The projects, with their total amount."""
    official = maker.official("progetti")
    rows = []
    for progetto in maker.piano.progetti:
        cells = _project_cells(maker, progetto)
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    totals = {"importo": explained(maker.quadro.totali.get("progetti"))}
    return money_table(maker, "progetti", rows, maker.title(official.titolo), "tabella_progetti", totals, "")


def _project_cells(maker: Maker, progetto: Progetto) -> dict[str, Cell]:
    state: list[str] = [] if progetto.presentazione and progetto.stato == "presentata" else [progetto.stato]
    if progetto.presentazione:
        state.append(maker.label("presentato_il", data=format_on_date(progetto.presentazione)))
    if progetto.avvio:
        state.append(maker.label("avvio", data=format_date(progetto.avvio)))
    state += [progetto.durata] if progetto.durata else []
    if progetto.fine:
        state.append(maker.label("fine", data=format_date(progetto.fine)))
    budget: list[Block] = [Paragraph((Euro(progetto.budget),))] if progetto.budget is not None else []
    budget += [Paragraph(f"{parte.nome}: {format_euro(parte.importo)}") for parte in progetto.budget_parti]
    notes = []
    if progetto.valore_complessivo is not None:
        notes.append(maker.label("valore_complessivo", importo=format_euro(progetto.valore_complessivo)))
    if progetto.cofinanziamento is not None:
        notes.append(maker.label("cofinanziamento", importo=format_euro(progetto.cofinanziamento)))
    notes += [progetto.nota] if progetto.nota else []
    return {
        "area": progetto.area,
        "titolo": progetto.titolo,
        "fonte": progetto.fonte,
        "importo": Euro(progetto.importo),
        "budget": RichCell(tuple(budget)) if len(budget) > 1 else euro_cell(progetto.budget),
        "capofila": maker.body(progetto.capofila),
        "partner": "; ".join(maker.body(name) for name in progetto.partner) or "—",
        "stato": "; ".join(state),
        "nota": "; ".join(notes),
    }


def project_totals(maker: Maker) -> Table:
    """The value of the projects by state and by role of the lead body."""
    names = [
        ("progetti", maker.label("totale_progetti")),
        *(
            (f"progetti.stato.{s}", maker.label(f"totale_{s}"))
            for s in ("in_essere", "finanziata", "presentata", "conclusa")
        ),
        ("progetti.capofila", maker.label("totale_capofila")),
        ("progetti.partner", maker.label("totale_partner")),
    ]
    totals = maker.quadro.totali
    rows = tuple(
        Row((title, quantity(totals[name])), "totale" if name == "progetti" else "corpo")
        for name, title in names
        if name in totals
    )
    caption = maker.label("didascalia_totali_progetti")
    return Table(
        (Column(3, header=True), Column(1, "destra")),
        rows,
        (Row((maker.label("progettualita"), maker.label("importo"))),),
        caption=caption,
        id="tabella_totali_progetti",
        description=caption,
    )
