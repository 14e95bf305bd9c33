# SPDX-License-Identifier: EUPL-1.2
"""Where the cells of a table stand, merged ones too."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pdz.doctree import Cell, RichCell, Row


class Slot(NamedTuple):
    """A cell in its place, or the place that a merged cell from above covers."""

    column: int
    span: int
    """Columns covered."""
    rows: int
    """Rows covered from here down."""
    cell: Cell = ""
    covered: bool = False


@dataclass(slots=True)
class Arranger:
    """Places the rows of one table, in order."""

    columns: int
    pending: dict[int, Slot] = field(default_factory=dict)
    """Merged cells that go on below, by column."""

    def arrange(self, row: Row) -> list[Slot]:
        """The whole width of the table: what a row lacks is empty, the only cell of a title row covers all columns.

        Raises ValueError when the row has more cells than there is room for.
        """
        above, self.pending = self.pending, {}
        alone = row.kind == "gruppo" and len(row.cells) == 1 and not above
        cells = iter(row.cells)
        slots: list[Slot] = []
        column = 0
        while column < self.columns:
            slot = above.get(column)
            if slot is None:
                cell = next(cells, "")
                rows, span = (cell.rowspan, cell.colspan) if isinstance(cell, RichCell) else (1, 1)
                slot = Slot(column, self.columns if alone else min(span, self.columns - column), rows, cell)
            slots.append(slot)
            if slot.rows > 1:
                self.pending[column] = Slot(column, slot.span, slot.rows - 1, covered=True)
            column += slot.span
        if next(cells, None) is not None:
            raise ValueError(f"a row has more cells than the {self.columns} columns of its table: {row!r:.200}")
        return slots
