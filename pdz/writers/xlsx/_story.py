# SPDX-License-Identifier: EUPL-1.2
"""The sheet of the text: every paragraph under its heading, so that it can be read, searched and filtered."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pdz.doctree import Block, Chart, Document, Heading, Items, Paragraph, Table, chart_table, iter_blocks
from pdz.writers._grid import Arranger
from pdz.writers._text import strip_forbidden
from pdz.writers.xlsx._leaf import Box, Leaf, Line, Role, Value, spread
from pdz.writers.xlsx._names import Names, quote_sheet
from pdz.writers.xlsx._plain import Plain
from pdz.writers.xlsx._tables import make_table_leaf

_HEAD = ("Voce", "Testo", "Parte")
_WIDTHS = [44.0, 100.0, 40.0]
_PART = 2
"""On one line, at the end, where it may run over: wrapped, it would make every row tall."""
_LONGEST_PART = 255


@dataclass(slots=True)
class Story:
    """The lines of the text, and the row of each heading."""

    document: Document
    plain: Plain
    names: Names
    index: str
    """The name of the first sheet."""
    tables: dict[int, Leaf] = field(default_factory=dict)
    """The sheets of captioned tables and charts, by `id(block)`: made here, so that notes are numbered as in Word."""
    rows: dict[int, int] = field(default_factory=dict)
    """The row of a heading, by `id(block)`."""
    _lines: list[Line] = field(default_factory=lambda: [Line([*_HEAD], "testa")])
    _part: str = ""

    def make_leaf(self, name: str) -> Leaf:
        """The whole text; tables and charts that have a sheet of their own are linked."""
        for block in iter_blocks(self.document):
            if isinstance(block, Heading):
                entry = self.plain.outline.by_block[id(block)]
                self._part = strip_forbidden(entry.title)
                self.rows[id(block)] = len(self._lines) + 1
                self._add(self._part, None, "gruppo")
            else:
                for label, text in self._pairs(block):
                    self._add(text, label)
            for number, note in self.plain.take_notes():
                self._add(note, f"Nota [{number}]")
        loose = frozenset({_PART})
        return Leaf(name, self._lines, _WIDTHS, heading=1, last=len(self._lines), loose=loose, prose=True)

    def _add(self, text: Value, label: Value = None, role: Role = "corpo") -> None:
        for line in spread(Line([label, text, None], role)):
            line.cells[_PART] = self._part[:_LONGEST_PART] or None
            self._lines.append(line)

    def _pairs(self, block: Block) -> Iterator[tuple[Value, Value]]:
        """Label and text of the rows that a block becomes."""
        if isinstance(block, Table | Chart) and block.caption:
            label = self.plain.outline.by_block[id(block)].label
            leaf = make_table_leaf(block, self.names.take(label), self.plain, self.index)
            self.tables[id(block)] = leaf
            yield None, Box(f"{label} – {strip_forbidden(block.caption)}", link=f"{quote_sheet(leaf.name)}!A1")
        elif isinstance(block, Table):
            yield from self._rows(block)
        elif isinstance(block, Chart):
            self.plain.losses.add_chart(block)
            yield from [(None, strip_forbidden(block.description))] if block.description else []
            yield from self._rows(chart_table(block))
        elif isinstance(block, Paragraph):
            value = self.plain.value(block.content)
            yield from [] if value is None else [(None, value)]
        elif isinstance(block, Items):
            yield from ((None, line) for line in self.plain.lines(block) if line)
        else:
            yield from ((None, line) for line in self.plain.lines(block))

    def _rows(self, table: Table) -> Iterator[tuple[Value, Value]]:
        """A form, row by row; of other tables every cell under the heading of its column."""
        arranger = Arranger(len(table.columns))
        heads = [arranger.arrange(row) for row in table.head]
        titles = [self.plain.cell(slot.cell) for slot in heads[0]] if len(heads) == 1 else []
        by_column = bool(titles) and table.style == "dati" and len(titles) == len(table.columns)
        for row in table.rows:
            cells = [slot.cell for slot in arranger.arrange(row) if not slot.covered]
            if by_column and len(cells) == len(titles) and row.kind == "corpo":
                yield from ((title, self.plain.value(cell)) for title, cell in zip(titles, cells, strict=True))
            elif len(cells) <= 2:
                values = [self.plain.value(cell) for cell in cells]
                yield (values[0] if values else None, values[1] if len(values) > 1 else None)
            else:
                first, *rest = (self.plain.cell(cell) for cell in cells)
                yield first, " | ".join(filter(None, rest)) or None
        if table.source:
            yield None, self.plain.content(table.source)
