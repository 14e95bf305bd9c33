# SPDX-License-Identifier: EUPL-1.2
"""Chapter 1: objectives of sistema, projects of the quota premiale, series of indicators."""

from collections.abc import Iterator

from pdz.doctree import Cell, Column, Heading, Items, Note, Paragraph, RichCell, Row, Table, Text
from pdz.documents._maker import Maker, Piece, Wide
from pdz.documents._valori import describe_expected, describe_indicatore, format_misura, format_period, list_actual
from pdz.model.esiti import Indicatore, Monitoraggio


def system_outcomes(maker: Maker) -> Iterator[Piece]:
    """Section 1.1: objectives of sistema."""
    for esito in maker.piano.esiti_sistema:
        number = maker.label("obiettivo_sistema_numero", numero=esito.numero) if esito.numero else ""
        number = maker.label("obiettivo_trasversale") if esito.trasversale and not esito.numero else number
        yield Heading(3, f"{number}{esito.titolo}", esito.id)
        yield from maker.prose.blocks(esito.testo, 3)
        if esito.obiettivi_specifici or esito.risultati:
            head = (Row((maker.label("obiettivi_specifici"), maker.label("su_cosa_si_e_lavorato"))),)
            row = Row(tuple(_bullets(items) for items in (esito.obiettivi_specifici, esito.risultati)))
            caption = maker.label("didascalia_sistema", titolo=esito.titolo)
            yield Table((Column(1), Column(1)), (row,), head, caption, f"sistema_{esito.id}", description=caption)


def _bullets(items: tuple[str, ...]) -> Cell:
    return RichCell((Items(tuple((Paragraph(item),) for item in items)),)) if items else "—"


def bonus_projects(maker: Maker) -> Iterator[Piece]:
    """Section 1.2: projects of the quota premiale."""
    for progetto in maker.piano.progetti_premiali:
        yield Heading(3, progetto.titolo, progetto.id)
        yield from maker.prose.blocks(progetto.testo, 3)
        if progetto.indicatori:
            rows = []
            for indicatore in progetto.indicatori:
                previsto, realizzato = describe_indicatore(maker, indicatore)
                rows.append(Row((indicatore.nome, previsto or "—", maker.prose.cell(realizzato) or "—")))
            head = (Row((maker.label("indicatore"), maker.label("dato_previsto"), maker.label("dato_realizzato"))),)
            caption = maker.label("didascalia_premiale", titolo=progetto.titolo)
            columns = (Column(2, header=True), Column(1), Column(2))
            yield Table(columns, tuple(rows), head, caption, f"risultati_{progetto.id}", description=caption)


def series_table(maker: Maker, monitoraggio: Monitoraggio) -> Piece:
    """A table of indicators by quarter or year, with base, expected and actual value where there are any."""
    periods = sorted({point.periodo for i in monitoraggio.indicatori for point in i.serie})
    around = [_around(maker, indicatore) for indicatore in monitoraggio.indicatori]
    before, after = (
        [name for name in names if any(cells[name] for cells in around)]
        for names in (("valore_base", "dato_previsto"), ("dato_realizzato",))
    )
    rows = []
    for indicatore, cells in zip(monitoraggio.indicatori, around, strict=True):
        values = {point.periodo: format_misura(point.valore, point.unita) for point in indicatore.serie}
        first, last = ([cells[name] or "—" for name in names] for names in (before, after))
        rows.append(Row((_series_name(indicatore), *first, *(values.get(p, "—") for p in periods), *last)))
    titles = (*map(maker.label, before), *(format_period(maker, p) for p in periods), *map(maker.label, after))
    head = (Row((maker.label("indicatore"), *titles)),)
    columns = (Column(3, header=True), *(Column(1, "destra") for _ in titles))
    source = " ".join(
        filter(
            None,
            (monitoraggio.fonte and maker.label("fonte", nome=monitoraggio.fonte) + ".", monitoraggio.nota),
        )
    )
    table = Table(columns, tuple(rows), head, monitoraggio.titolo, monitoraggio.id, source, monitoraggio.titolo)
    return Wide((table,)) if len(titles) > 8 else table


def _around(maker: Maker, indicatore: Indicatore) -> dict[str, str]:
    """Base, expected and actual value; the unit stands with the name, the series in columns of its own."""
    bare = indicatore.model_copy(update={"unita": None, "base": None, "periodicita": None, "serie": ()})
    return {
        "valore_base": format_misura(indicatore.base) if indicatore.base is not None else "",
        "dato_previsto": describe_expected(maker, bare),
        "dato_realizzato": "; ".join(list_actual(maker, bare)),
    }


def _series_name(indicatore: Indicatore) -> Cell:
    """Name and unit of an indicator; what there is to say about its values goes to a note."""
    name = indicatore.nome + (f" ({indicatore.unita})" if indicatore.unita else "")
    notes = [text.rstrip(".") for text in (indicatore.periodicita, indicatore.motivo, indicatore.nota) if text]
    return (Text(name), Note(". ".join(notes) + ".")) if notes else name
