# SPDX-License-Identifier: EUPL-1.2
"""What all tables of money share: amounts on the right, a total row at the end."""

from decimal import Decimal

from pdz.doctree import Cell, Column, Euro, Paragraph, RichCell, Row, Table
from pdz.documents._maker import Maker
from pdz.profiles._schema import TabellaUfficiale

MONEY = frozenset({"richiesto", "ammesso", "importo", "budget", "assegnato", "residuo"})
"""The columns of an official table that hold amounts."""


def money_table(
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


def euro_cell(amount: object) -> Cell:
    """An amount, or a dash when there is none."""
    return Euro(amount) if isinstance(amount, Decimal) else "—"
