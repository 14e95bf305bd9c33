# SPDX-License-Identifier: EUPL-1.2
"""How much room text takes in a table: widths of columns, height of rows. Estimates, at the table's 9 points."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from math import sqrt
from typing import assert_never

from pdz.doctree import (
    Block,
    Break,
    Cell,
    Chart,
    Day,
    Euro,
    Heading,
    Inline,
    Items,
    Link,
    ListOfCharts,
    ListOfTables,
    Note,
    Number,
    PageBreak,
    Paragraph,
    Percent,
    Picture,
    Ref,
    RichCell,
    Row,
    Table,
    TableOfContents,
    Text,
)
from pdz.writers._text import format_quantity

_LETTERS = {
    50: "ijlI.,/ìí|’'\u00a0",
    60: "ft-!:;()[]",
    70: "r",
    100: "acekszJv0123456789xyàèéáç€?*“”«»–",
    110: "bdghnopquFLTZòóùú_+=",
    120: "EPSVXYÈÉ",
    130: "ABCDHKNRUÀÙ&",
    140: "wGOQÒ",
    160: "mM%",
    170: "W@",
}
"""Letters by their twips in bold Arial of 9 points, rounded up to ten."""
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_UNKNOWN = 130
_BREAK_AFTER = re.compile(r"(?<=[^\W\d_]/)(?=[^\W\d_])")
"""Between a slash and a letter: «AVVIO/AVANZAMENTO», not «31/12/2025»."""
_ZERO_SPACE = "\u200b"
_RUNNING = 90
"""Twips of a letter in running text, spaces included."""
PADDING = 200
"""Twips that a cell takes, left and right, from what stands inside it; borders too."""
_LONGEST_WORD = 28
"""Letters; longer words (web addresses) may break."""
_LABEL_SHARE = 0.35
"""The labels of a form, when its columns do not say."""
_SHORT = 4.0
"""Square root of the mean length of a text that needs no more room than a number."""
_NARROW = 2200
"""Twips under which a long word may not fit a column."""

TALL = 12
"""Lines of a row that may break across pages: kept whole, it could leave a third of a page empty."""


def plain_text(cell: Cell) -> str:
    """What a cell says, without looks; of a cell with blocks only the paragraphs and lists."""
    match cell:
        case str():
            return cell
        case tuple():
            return "".join(map(_inline_text, cell))
        case Euro() | Percent() | Number() | Day():
            return format_quantity(cell)
        case RichCell(blocks=(block,)):
            return _block_text(block)
        case RichCell(blocks=blocks):
            return "\n".join(map(_block_text, blocks))


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Link(text=text):
            return text
        case Break():
            return "\n"
        case Euro() | Percent() | Number() | Day():
            return format_quantity(inline)
        case Note():
            return ""
        case Ref():
            return inline.text or inline.fallback or inline.target
        case _:
            assert_never(inline)


def _block_text(block: Block) -> str:
    match block:
        case Paragraph(content=content):
            return plain_text(content)
        case Heading(text=text):
            return text
        case Items(items=items):
            return "\n".join(_block_text(inner) for item in items for inner in item)
        case Table(head=head, rows=rows):
            return "\n".join(" ".join(map(plain_text, row.cells)) for row in (*head, *rows))
        case Chart() | Picture() | TableOfContents() | ListOfTables() | ListOfCharts() | PageBreak():
            return ""
        case _:
            assert_never(block)


def with_breaks(row: Row) -> Row:
    """A heading row whose words may break after a slash, which Word does only where it is told."""
    return replace(row, cells=tuple(map(_with_breaks, row.cells)))


def _with_breaks(cell: Cell) -> Cell:
    match cell:
        case str():
            return _BREAK_AFTER.sub(_ZERO_SPACE, cell)
        case RichCell(blocks=(Paragraph(content=str(text)) as only,)):
            return replace(cell, blocks=(replace(only, content=_BREAK_AFTER.sub(_ZERO_SPACE, text)),))
        case _:
            return cell


def text_limit(width: int) -> int:
    """Letters that fit `width` twips before a row counts as tall."""
    return TALL * _letters(width)


def _letters(width: int) -> int:
    """How many letters of running text fit a line."""
    return max(width // _RUNNING, 1)


def is_tall(cell: Cell, width: int) -> bool:
    """Does the cell, `width` twips wide inside, make its row tall?"""
    text = cell if type(cell) is str else plain_text(cell)
    per_line = _letters(width)
    if "\n" not in text:
        return len(text) > TALL * per_line
    return sum(-(-len(line) // per_line) or 1 for line in text.split("\n")) > TALL


def column_widths(table: Table, total: int) -> list[int]:
    """Twips of each column: their weights, but no narrower than their longest word; they add up to `total`.

    A column that its longest word widens takes room from all the others, each by its weight.
    """
    weights = [max(column.weight, 0.01) for column in table.columns]
    count = len(weights)
    if table.style == "modulo" and count > 1 and len(set(weights)) == 1:
        weights = [_LABEL_SHARE, *[(1 - _LABEL_SHARE) / (count - 1)] * (count - 1)]
    elif table.style == "dati" and set(weights) == {1.0}:
        weights = _guess_weights(table)
    unit = total / sum(weights)
    widths = [weight * unit for weight in weights]
    if min(widths) < _NARROW:
        widths = _widen(widths, _least_widths(table))
    edges = [round(sum(widths[:index])) for index in range(count + 1)]
    return [right - left for left, right in pairwise(edges)]


def _guess_weights(table: Table) -> list[float]:
    """Weights for columns that have none: more room where there is more text, but never more than four times."""
    rows = len(table.rows) or 1
    means = [len(text) / rows for text in _texts(table, table.rows)]
    return [min(max(sqrt(mean), _SHORT), _SHORT * 4) for mean in means]


def _widen(widths: list[float], least: list[float]) -> list[float]:
    """`widths` with none under `least`; the others share what is left as they shared the whole."""
    total = sum(widths)
    if sum(least) >= total:
        return _cut_longest(least, total)
    free = set(range(len(widths)))
    unit = 1.0
    while tight := {index for index in free if widths[index] * unit < least[index]}:
        free -= tight
        left = total - sum(low for index, low in enumerate(least) if index not in free)
        unit = left / sum(widths[index] for index in free)
    return [width * unit if index in free else least[index] for index, width in enumerate(widths)]


def _cut_longest(widths: list[float], total: float) -> list[float]:
    """`widths` that add up to `total`: only the widest are cut, all to the same measure."""
    left, count, cap = total, len(widths), 0.0
    for width in sorted(widths):
        cap = left / count
        if width > cap:
            break
        left, count = left - width, count - 1
    return [min(width, cap) for width in widths]


def _least_widths(table: Table) -> list[float]:
    """The width of the longest word of each column, margins included; in the head words are bold, often capital."""
    head = [max(map(_word_width, words)) for words in _words(table, map(with_breaks, table.head))]
    body = [_word_width(max(words, key=len)) for words in _words(table, table.rows)]
    return [max(pair) + PADDING for pair in zip(head, body, strict=True)]


def _words(table: Table, rows: Iterable[Row]) -> Iterator[list[str]]:
    """What cannot be broken in each column: words, and the parts of words around a hyphen."""
    return (
        text.replace("\n", " ").replace(_ZERO_SPACE, " ").replace("-", "- ").split(" ") for text in _texts(table, rows)
    )


def _texts(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    """The text of each column, without merged cells and the rows that they reach into from above."""
    count = len(table.columns)
    spread = (row.cells if len(row.cells) == count else _spread(row) for row in rows)
    columns = list(zip(*(cells for cells in spread if len(cells) == count), strict=True))
    for column in columns or [("",)] * count:
        try:
            yield " ".join(column)
        except TypeError:
            yield " ".join(map(plain_text, column))


def _spread(row: Row) -> tuple[Cell, ...]:
    """The cells of a row, with an empty one in each place of a merged one: a total row has its amounts at the end."""
    cells: list[Cell] = []
    for cell in row.cells:
        span = cell.colspan if isinstance(cell, RichCell) else 1
        cells += [cell] if span == 1 else [""] * span
    return tuple(cells)


def _word_width(word: str) -> int:
    return sum(_WIDTHS.get(letter, _UNKNOWN) for letter in word[:_LONGEST_WORD])
