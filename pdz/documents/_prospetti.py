# SPDX-License-Identifier: EUPL-1.2
"""Annex 2: the tables of the assignments, and their totals by level and by class."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from pdz.calc.fondi import find_importo
from pdz.dates import format_date
from pdz.doctree import Cell, Column, Row, Table
from pdz.documents._denaro import euro_cell, excluded, money_table
from pdz.documents._maker import Maker, explained, quantity
from pdz.model.fondi import Assegnazione, ProspettoFondi
from pdz.money import format_euro

_GROUPS = (
    ("livello", ("ue", "nazionale", "regionale", "provinciale", "comunale", "non_indicato")),
    ("classe", ("strutturali", "progettualita")),
)


def prospetto_table(maker: Maker, prospetto: ProspettoFondi) -> Table:
    """The assignments of a prospetto, with the total of each column of amounts."""
    name = "fondi_strutturali" if prospetto.classe == "strutturali" else "fondi_progetti"
    official = maker.official(name)
    columns = {column.campo for column in official.colonne}
    rows = []
    for voce in prospetto.voci:
        cells = _cells(maker, voce, columns)
        rows.append(Row(tuple(cells.get(column.campo, "") for column in official.colonne)))
    totals = maker.quadro.totali
    main = "assegnato" if "assegnato" in columns else "importo"
    amounts = {main: explained(totals.get(prospetto.id))}
    for campo in ("richiesto", "importo"):
        if campo in columns - {main} and f"{prospetto.id}.{campo}" in totals:
            amounts[campo] = quantity(totals[f"{prospetto.id}.{campo}"])
    left_out = excluded(maker, _count_excluded(prospetto))
    source = " ".join(filter(None, (_sentence(prospetto.nota) if left_out else prospetto.nota, left_out)))
    table = money_table(maker, name, rows, prospetto.titolo, prospetto.id, amounts, source)
    return replace(table, description=prospetto.titolo)


def _sentence(text: str | None) -> str:
    return f"{text.rstrip('.')}." if text else ""


def _count_excluded(prospetto: ProspettoFondi) -> int:
    """Rows that no total can count."""
    return sum(find_importo(voce) is None for voce in prospetto.voci)


def _cells(maker: Maker, voce: Assegnazione, columns: Collection[str]) -> dict[str, Cell]:
    """The cells of a row; what the official table has no column for goes to the notes."""
    found = find_importo(voce)
    return {
        "denominazione": voce.denominazione,
        "area": voce.area or "—",
        "fonte": voce.fonte or "—",
        "importo": euro_cell(voce.importo),
        "assegnato": euro_cell(found[0] if found else None),
        "richiesto": euro_cell(voce.richiesto),
        "capofila": maker.body(voce.capofila) if voce.capofila else "—",
        "stato": "; ".join(_state(maker, voce)) or "—",
        "nota": "; ".join(note.rstrip(".") for note in _notes(maker, voce, columns)),
        "esercizio": str(voce.esercizio or "—"),
        "annualita": ", ".join(voce.annualita),
    }


def _state(maker: Maker, voce: Assegnazione) -> list[str]:
    state = [voce.stato] if voce.stato else []
    state += [maker.label("avvio", data=format_date(voce.avvio))] if voce.avvio else []
    return state + ([maker.label("fine", data=format_date(voce.fine))] if voce.fine else [])


def _notes(maker: Maker, voce: Assegnazione, columns: Collection[str]) -> Iterator[str]:
    extra = {"area": voce.area, "fonte": voce.fonte, "capofila": voce.capofila and maker.body(voce.capofila)}
    extra |= {"stato": "; ".join(_state(maker, voce)), "atto": voce.atto, **_hidden(voce)}
    for name, value in extra.items():
        if value and name not in columns:
            yield maker.label(f"voce_{name}", valore=value)
    if voce.residuo is not None:
        yield maker.label("residuo", importo=format_euro(voce.residuo))
    for quota in voce.quote:
        label = "quota_residua" if quota.residuo else "quota_annualita"
        yield maker.label(label, annualita=quota.annualita, importo=format_euro(quota.importo))
    if voce.nota:
        yield voce.nota


def _hidden(voce: Assegnazione) -> dict[str, str]:
    """What the name of a row may say already, where it does not: measure, year, annualità, other amounts."""
    said = voce.denominazione.casefold()
    years = [] if voce.quote else [year for year in voce.annualita if year.casefold() not in said]
    hidden = {
        "misura": voce.misura if voce.misura and voce.misura.casefold() not in said else "",
        "esercizio": str(voce.esercizio) if voce.esercizio and str(voce.esercizio) not in said else "",
        "annualita": ", ".join(years),
        "richiesto": format_euro(voce.richiesto) if voce.richiesto is not None else "",
    }
    if voce.importo is not None and voce.assegnato is not None and voce.importo != voce.assegnato:
        hidden["importo"] = format_euro(voce.importo)
    return hidden


def levels_table(maker: Maker) -> Table:
    """Totals by level and by class, with the share of each on the whole: each group adds up to the total."""
    totals = maker.quadro.totali
    rows = []
    for group, names in _GROUPS:
        found = [name for name in names if f"fondi.{group}.{name}" in totals]
        rows += [Row((maker.label(f"per_{group}"),), "gruppo")] if found else []
        for name in found:
            key = f"fondi.{group}.{name}"
            share = quantity(totals.get(f"{key}.quota"))
            rows.append(Row((maker.label(f"fondi_{group}_{name}"), quantity(totals[key]), share)))
    rows.append(Row((maker.label("totale"), explained(totals.get("fondi")), ""), "totale"))
    head = (Row((maker.label("livello_classe"), maker.label("importo"), maker.label("quota"))),)
    caption = maker.label("didascalia_livelli")
    source = excluded(maker, sum(_count_excluded(prospetto) for prospetto in maker.piano.fondi))
    columns = (Column(3, header=True), Column(1, "destra"), Column(1, "destra"))
    return Table(columns, tuple(rows), head, caption, "tabella_livelli_fondi", source, caption)
