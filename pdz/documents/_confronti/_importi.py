# SPDX-License-Identifier: EUPL-1.2
"""Figures before and after: the columns, the difference, the variation in per cent."""

from decimal import Decimal

from pdz.calc.stampa import NON_CALCOLABILE
from pdz.compare import RigaFondi
from pdz.doctree import Cell, Column, Number, Percent
from pdz.documents._confronti import Pair
from pdz.documents._denaro import euro_cell

COLUMNS = (Column(3, header=True), *(Column(1.4, "destra") for _ in range(3)), Column(1.1, "destra"))
"""Name, before, after, difference, variation."""


def head_cells(pair: Pair, first: str) -> tuple[Cell, ...]:
    """The heading of a table of figures before and after."""
    return (first, *pair.titles, pair.label("raffronto_differenza"), pair.label("raffronto_variazione"))


def money_cells(riga: RigaFondi, *, comparable: bool = True) -> tuple[Cell, ...]:
    """Before, after, difference in euro and in per cent of before; «n.c.» where there is nothing to divide by.

    `comparable`: both plans tell amounts. One that tells none has not lost its money, nor gained it.
    """
    if riga.prima is None and riga.dopo is None:
        return (euro_cell(None), euro_cell(None), "", "")
    if not comparable:
        return (euro_cell(riga.prima), euro_cell(riga.dopo), NON_CALCOLABILE, NON_CALCOLABILE)
    change: Cell = NON_CALCOLABILE if riga.variazione is None else Percent(riga.variazione, 1)
    return (euro_cell(riga.prima), euro_cell(riga.dopo), euro_cell(riga.delta), change)


def is_comparable(total: RigaFondi) -> bool:
    """True when both plans tell amounts, so that their differences mean something."""
    return total.prima is not None and total.dopo is not None


def count_cells(before: int | None, after: int | None) -> tuple[Cell, ...]:
    """Two counts and their difference; a dash for one that is not known."""
    if before is None or after is None:
        return (_count(before), _count(after), "", "")
    return (_count(before), _count(after), _count(after - before), "")


def _count(number: int | None) -> Cell:
    return "—" if number is None else Number(Decimal(number), 0)
