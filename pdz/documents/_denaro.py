# SPDX-License-Identifier: EUPL-1.2
"""What all tables of money share: amounts on the right, a total row at the end."""

from collections.abc import Mapping
from decimal import Decimal

from pdz.doctree import Cell, Column, Euro, Paragraph, RichCell, Row, Table
from pdz.documents._maker import Maker
from pdz.profiles._schema import TabellaUfficiale

MONEY = frozenset({"richiesto", "ammesso", "importo", "budget", "assegnato", "residuo"})
"""The columns of an official table that hold amounts."""


def money_table(
    maker: Maker, name: str, rows: list[Row], caption: str, identifier: str, totals: Mapping[str, Cell], source: str
) -> Table:
    """An official table of money: amounts on the right, and a total row with the total of each column."""
    official: TabellaUfficiale = maker.official(name)
    columns = tuple(
        Column(column.peso, "destra" if column.campo in MONEY else "sinistra", header=index == 0)
        for index, column in enumerate(official.colonne)
    )
    before = next((i for i, column in enumerate(official.colonne) if column.campo in totals), 0)
    if before:
        title = RichCell((Paragraph(maker.title(official.totale)),), colspan=before, header=True)
        amounts = (totals.get(column.campo, "") for column in official.colonne[before:])
        rows.append(Row((title, *amounts), "totale"))
    head = (Row(tuple(maker.title(column.etichetta) for column in official.colonne)),)
    return Table(columns, tuple(rows), head, caption, identifier, source, caption)


def excluded(maker: Maker, number: int) -> str:
    """«Totale senza 2 voci prive di importo.», empty when every row has an amount."""
    if not number:
        return ""
    return maker.label("esclusa_una_voce") if number == 1 else maker.label("escluse_voci", numero=number)


def euro_cell(amount: object) -> Cell:
    """An amount, or a dash when there is none."""
    return Euro(amount) if isinstance(amount, Decimal) else "—"
