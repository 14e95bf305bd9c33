# SPDX-License-Identifier: EUPL-1.2
"""Chapter 3: unità d'offerta sociali and social workers."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.dates import format_date
from pdz.doctree import Cell, Column, Number, Paragraph, Percent, RichCell, Row, Table
from pdz.documents._automatici import automatic_charts
from pdz.documents._maker import Maker, Piece, explained
from pdz.model.contesto import AssistentiSociali, ReteOfferta, UnitaOfferta
from pdz.numbers import format_number


def supply(maker: Maker) -> Iterator[Piece]:
    """Unità d'offerta sociali: by area and by type, with their places; then the social workers."""
    rete = maker.piano.rete_offerta
    if rete is not None:
        yield from maker.frame("piano/unita_offerta")
        source = maker.source(rete.fonte)
        if rete.aree:
            yield _areas_of_supply(maker, rete, source)
            yield from automatic_charts(maker, "aree_offerta")
        if rete.voci:
            yield _places(maker, rete, source)
            yield from automatic_charts(maker, "unita_offerta")
    if maker.piano.assistenti_sociali is not None:
        yield _workers(maker, maker.piano.assistenti_sociali)


def _areas_of_supply(maker: Maker, rete: ReteOfferta, source: str) -> Table:
    rows = [
        Row((area.nome, Percent(area.quota, 0) if area.quota is not None else "—", ", ".join(area.tipologie)))
        for area in rete.aree
    ]
    head = (Row((maker.label("area_intervento"), maker.label("quota_unita"), maker.label("tipologie"))),)
    columns = (Column(1, header=True), Column(0.7, "destra"), Column(3))
    caption = maker.label("didascalia_aree_offerta")
    return Table(columns, tuple(rows), head, caption, "tabella_aree_offerta", source, caption)


def _places(maker: Maker, rete: ReteOfferta, source: str) -> Table:
    lines = [_line_of_supply(voce) for voce in rete.voci]
    needed = {campo for cells in lines for campo, cell in cells.items() if cell != "—"}
    needed |= {"posti"} if rete.gruppi else set()
    official = maker.official("unita_offerta")
    shown = [column for column in official.colonne if column.campo in needed]
    rows = [Row(tuple(cells.get(column.campo, "") for column in shown)) for cells in lines]
    names = [column.campo for column in shown]
    for gruppo in rete.gruppi:
        total = explained(maker.quadro.posti.get(gruppo.id))
        rows.append(Row(_total_cells(gruppo.nome, total, names), "totale"))
    columns = tuple(
        Column(column.peso, "destra" if column.campo in {"unita", "posti"} else "sinistra") for column in shown
    )
    head = (Row(tuple(column.etichetta for column in shown)),)
    caption = maker.title(official.titolo)
    return Table(columns, tuple(rows), head, caption, "tabella_unita_offerta", source, caption)


def _line_of_supply(voce: UnitaOfferta) -> dict[str, Cell]:
    """One row; why the places are not known stands in the notes, never in a column of numbers."""
    notes = [text.rstrip(".") for text in (voce.motivo, voce.nota) if text]
    return {
        "area": voce.area,
        "tipologia": voce.tipologia,
        "comune": voce.comune or "—",
        "gestore": voce.gestore or "—",
        "utenza": voce.utenza or "—",
        "nota": "; ".join(notes) or "—",
        "unita": _count(voce.unita),
        "posti": _count(voce.posti),
    }


def _total_cells(nome: str, total: Cell, names: list[str]) -> tuple[Cell, ...]:
    """The name of the total spans all columns before the number."""
    before = max(names.index("posti"), 1)
    title = RichCell((Paragraph(nome),), colspan=before, header=True)
    return (title, total, *("" for _ in names[before + 1 :]))


def _count(number: int | None) -> Cell:
    return "—" if number is None else Number(Decimal(number))


def _workers(maker: Maker, dati: AssistentiSociali) -> Table:
    """Social workers and inhabitants against the thresholds of the profile."""
    results, soglie = maker.quadro.assistenti, maker.profilo.soglie
    names = {
        "numero": maker.label("assistenti_numero"),
        "popolazione": maker.label("assistenti_popolazione"),
        "rapporto": maker.label("assistenti_rapporto"),
    }
    thresholds = {"leps": soglie.abitanti_per_assistente_leps, "ottimale": soglie.abitanti_per_assistente_ottimale}
    for name, threshold in thresholds.items():
        if threshold is not None:
            names[name] = maker.label(f"assistenti_{name}", soglia=format_number(threshold))
    rows = tuple(Row((title, explained(results.get(name)))) for name, title in names.items())
    title = maker.label("didascalia_assistenti")
    caption = maker.label("didascalia_al", titolo=title, data=format_date(dati.al)) if dati.al else title
    head = (Row((maker.label("dato"), maker.label("valore"))),)
    columns = (Column(3, header=True), Column(1, "destra"))
    return Table(columns, rows, head, caption, "tabella_assistenti", maker.source(dati.fonte), title)
