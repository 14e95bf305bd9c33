# SPDX-License-Identifier: EUPL-1.2
"""Tables whose rows are lines: what a cell holds stands on one line, with `<br>` inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from pdz.doctree import (
    Block,
    Cell,
    Chart,
    Day,
    Euro,
    Heading,
    Items,
    ListOfCharts,
    ListOfTables,
    Number,
    PageBreak,
    Paragraph,
    Percent,
    Picture,
    RichCell,
    Row,
    Table,
    TableOfContents,
    chart_table,
)
from pdz.writers._grid import Arranger
from pdz.writers._losses import Loss
from pdz.writers.md._inline import Inlines
from pdz.writers.md._marks import HARD

_ALIGN = {"sinistra": "---", "destra": "---:", "centro": ":---:"}


@dataclass(slots=True)
class Cells:
    """Writes the tables of one document."""

    inlines: Inlines

    def write_grid(self, table: Table) -> str:
        """A pipe table; the places that a merged cell covers stay empty."""
        arranger = Arranger(len(table.columns))
        heads = [self._write_row(row, arranger, bold=number > 0) for number, row in enumerate(table.head)]
        rows = [self._write_row(row, arranger, bold=row.kind != "corpo") for row in table.rows]
        first, *others = heads or [[""] * len(table.columns)]
        lines = [f"| {' | '.join(row)} |" for row in (first, *others, *rows)]
        lines.insert(1, "|" + "|".join(_ALIGN[column.align] for column in table.columns) + "|")
        return "\n".join(lines)

    def _write_row(self, row: Row, arranger: Arranger, bold: bool) -> list[str]:
        texts: list[str] = []
        for slot in arranger.arrange(row):
            texts.append("<br>".join(self.write_cell(slot.cell, bold)).replace("|", "\\|"))
            texts += [""] * (slot.span - 1)
        return texts

    def write_cell(self, cell: Cell, bold: bool = False) -> list[str]:
        """The lines of a cell."""
        match cell:
            case str() | tuple():
                return self.inlines.write(cell, bold).strip(f" {HARD}").split(HARD)
            case Euro() | Percent() | Number() | Day():
                return [self.inlines.write((cell,), bold)]
            case RichCell(blocks=blocks):
                return [line for block in blocks for line in self._write_block(block, bold)]
            case _:
                assert_never(cell)

    def _write_block(self, block: Block, bold: bool) -> Iterator[str]:
        match block:
            case Paragraph(content=content, role=role):
                yield from self.write_cell(content, bold or role == "etichetta")
            case Heading(text=text):
                yield from self.write_cell(text, bold=True)
            case Items():
                yield from self._write_items(block, bold)
            case Table():
                yield from self._write_inner(block)
            case Chart():
                self.inlines.losses.add_chart(block)
                yield from self._write_inner(chart_table(block))
            case Picture():
                yield self.write_picture(block)
            case TableOfContents() | ListOfTables() | ListOfCharts() | PageBreak():
                return  # of the whole document, not of a cell
            case _:
                assert_never(block)

    def _write_items(self, items: Items, bold: bool) -> Iterator[str]:
        for number, item in enumerate(items.items, items.start):
            mark = f"{number}. " if items.ordered else "- "
            for line in (line for block in item for line in self._write_block(block, bold)):
                yield f"{mark}{line}"
                mark = ""

    def _write_inner(self, table: Table) -> Iterator[str]:
        """A table inside a cell: a line for each row."""
        arranger = Arranger(len(table.columns))
        if table.caption:
            yield from self.write_cell(table.caption, bold=True)
        for row in (*table.head, *table.rows):
            bold = row in table.head or row.kind != "corpo"
            slots = (slot for slot in arranger.arrange(row) if not slot.covered)
            yield " | ".join(" ".join(self.write_cell(slot.cell, bold)) for slot in slots).rstrip()

    def write_picture(self, picture: Picture) -> str:
        """What is said in the place of a picture; nothing when it says nothing."""
        if not picture.alt.strip():
            self.inlines.losses.add(Loss.MUTE_PICTURE)
            return ""
        self.inlines.losses.add(Loss.PICTURE)
        return " ".join(self.write_cell(f"Immagine: {picture.alt}"))
