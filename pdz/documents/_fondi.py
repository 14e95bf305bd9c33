# SPDX-License-Identifier: EUPL-1.2
"""Annex 2: funds described, PNRR lines, projects, assignments with their totals."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.dates import format_date, format_on_date
from pdz.doctree import Block, Cell, Column, Euro, Heading, Items, Paragraph, RichCell, Row, Table
from pdz.documents._maker import Maker, Piece, Wide, quantity
from pdz.model.fondi import Assegnazione, Avanzamento, Finanziamento, LineaPnrr, Progetto, ProspettoFondi
from pdz.money import format_euro
from pdz.numbers import format_percent
from pdz.profiles._schema import TabellaUfficiale

MONEY = frozenset({"richiesto", "ammesso", "importo", "budget", "assegnato", "residuo"})


def funds(maker: Maker) -> Iterator[Piece]:
    """All of annex 2."""
    yield from maker.frame("fondi/apertura")
    for classe in ("strutturali", "progettualita"):
        found = [f for f in maker.piano.finanziamenti if f.classe == classe]
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
        yield _pnrr_table(maker)
    if maker.piano.progetti:
        yield _projects_table(maker)
        yield _project_totals(maker)
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


def _official(
    maker: Maker, name: str, rows: list[Row], caption: str, identifier: str, total: tuple[str, Cell] | None
) -> Table:
    """An official table of money: amounts on the right, total row at the end."""
    official: TabellaUfficiale = maker.official(name)
    columns = tuple(
        Column(column.peso, "destra" if column.campo in MONEY else "sinistra", header=index == 0)
        for index, column in enumerate(official.colonne)
    )
    if total is not None:
        campo, amount = total
        before = next((i for i, column in enumerate(official.colonne) if column.campo == campo), 1)
        title = RichCell((Paragraph(maker.title(official.totale)),), colspan=max(before, 1), header=True)
        rows.append(Row((title, amount, *("" for _ in official.colonne[before + 1 :])), "totale"))
    head = (Row(tuple(maker.title(column.etichetta) for column in official.colonne)),)
    return Table(columns, tuple(rows), head, caption, identifier, description=caption)


def _pnrr_table(maker: Maker) -> Table:
    official = maker.official("pnrr")
    rows = []
    for linea in maker.piano.pnrr:
        cells = _pnrr_cells(maker, linea)
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    total = ("ammesso", quantity(maker.quadro.totali.get("pnrr.ammesso")))
    return _official(maker, "pnrr", rows, maker.title(official.titolo), "tabella_pnrr", total)


def _pnrr_cells(maker: Maker, linea: LineaPnrr) -> dict[str, Cell]:
    full = f"{linea.linea} {linea.titolo}" + (f" ({linea.investimento})" if linea.investimento else "")
    return {
        "linea": full,
        "titolo": full,
        "richiesto": _euro(linea.richiesto),
        "ammesso": _euro(linea.ammesso),
        "stato": linea.stato or "—",
        "dia": maker.label("dia", data=format_on_date(linea.dia)) if linea.dia else "—",
        "avanzamento": _years(linea.avanzamento),
        "sviluppo": _years(linea.sviluppo),
        "connessione_leps": linea.connessione_leps or ", ".join(linea.leps) or "—",
    }


def _years(steps: tuple[Avanzamento, ...]) -> Cell:
    if len(steps) <= 1:
        return steps[0].testo if steps else "—"
    return RichCell(tuple(Paragraph(f"{step.anno}: {step.testo}") for step in steps))


def _euro(amount: object) -> Cell:
    return Euro(amount) if isinstance(amount, Decimal) else "—"


def _projects_table(maker: Maker) -> Table:
    official = maker.official("progetti")
    rows = []
    for progetto in maker.piano.progetti:
        cells = _project_cells(maker, progetto)
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    total = ("importo", quantity(maker.quadro.totali.get("progetti")))
    return _official(maker, "progetti", rows, maker.title(official.titolo), "tabella_progetti", total)


def _project_cells(maker: Maker, progetto: Progetto) -> dict[str, Cell]:
    state: list[str] = [progetto.stato]
    if progetto.presentazione:
        state.append(maker.label("presentato_il", data=format_on_date(progetto.presentazione)))
    if progetto.avvio:
        state.append(maker.label("avvio", data=format_date(progetto.avvio)))
    if progetto.fine:
        state.append(maker.label("fine", data=format_date(progetto.fine)))
    state += [progetto.durata] if progetto.durata else []
    budget: list[Block] = [Paragraph((Euro(progetto.budget),))] if progetto.budget is not None else []
    budget += [Paragraph(f"{parte.nome}: {format_euro(parte.importo)}") for parte in progetto.budget_parti]
    notes = [progetto.nota] if progetto.nota else []
    if progetto.cofinanziamento is not None:
        notes.append(maker.label("cofinanziamento", importo=format_euro(progetto.cofinanziamento)))
    if progetto.valore_complessivo is not None:
        notes.append(maker.label("valore_complessivo", importo=format_euro(progetto.valore_complessivo)))
    return {
        "area": progetto.area,
        "titolo": progetto.titolo,
        "fonte": progetto.fonte,
        "importo": Euro(progetto.importo),
        "budget": RichCell(tuple(budget)) if len(budget) > 1 else _euro(progetto.budget),
        "capofila": maker.body(progetto.capofila),
        "partner": "; ".join(maker.body(name) for name in progetto.partner) or "—",
        "stato": "; ".join(state),
        "nota": "; ".join(notes),
    }


def _project_totals(maker: Maker) -> Table:
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
        caption=caption,
        id="tabella_totali_progetti",
        description=caption,
    )


def _prospetto(maker: Maker, prospetto: ProspettoFondi) -> Table:
    name = "fondi_strutturali" if prospetto.classe == "strutturali" else "fondi_progetti"
    official = maker.official(name)
    rows = []
    for voce in prospetto.voci:
        cells = _assignment_cells(maker, voce)
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    campo = next((column.campo for column in official.colonne if column.campo in MONEY), "assegnato")
    total = (campo, quantity(maker.quadro.totali.get(prospetto.id)))
    table = _official(maker, name, rows, prospetto.titolo, prospetto.id, total)
    if prospetto.nota:
        return Table(table.columns, table.rows, table.head, table.caption, table.id, prospetto.nota, table.description)
    return table


def _assignment_cells(maker: Maker, voce: Assegnazione) -> dict[str, Cell]:
    notes = [voce.nota] if voce.nota else []
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
    state = [voce.stato] if voce.stato else []
    state += [maker.label("avvio", data=format_date(voce.avvio))] if voce.avvio else []
    state += [maker.label("fine", data=format_date(voce.fine))] if voce.fine else []
    return {
        "denominazione": voce.denominazione,
        "area": voce.area or "—",
        "fonte": voce.fonte or "—",
        "importo": _euro(voce.importo),
        "assegnato": _euro(voce.assegnato if voce.assegnato is not None else voce.importo),
        "richiesto": _euro(voce.richiesto),
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
