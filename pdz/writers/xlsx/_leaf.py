# SPDX-License-Identifier: EUPL-1.2
"""A sheet of the workbook before it is a sheet: lines of values, what stays in sight, what may be filtered."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from pdz.doctree import Chart, Day, Euro, Number, Percent, Quantity
from pdz.writers._text import format_quantity

EURO = '#,##0.00\\ "€"'
DATE = "dd/mm/yyyy"
LONGEST = 32_767
"""What a cell can hold, in UTF-16 units."""
_DIGITS = 15
"""What Excel keeps of a number."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that was not."""
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Box:
    """A cell that is more than its text: a number, a date, the result of a formula, a link."""

    value: Decimal | date | str
    format: str = "General"
    formula: str = ""
    """Without the sign; empty for a plain value."""
    link: str = ""
    """A place of this workbook."""


Value: TypeAlias = str | Box | None
Role: TypeAlias = Literal["corpo", "testa", "gruppo", "totale", "titolo", "nota"]

ACROSS: tuple[Role, ...] = ("titolo", "nota")
"""Lines of one text, as wide as the whole table."""


@dataclass(slots=True)
class Line:
    """A row of the sheet."""

    cells: list[Value]
    role: Role = "corpo"


@dataclass(slots=True)
class Leaf:
    """A whole sheet; rows count from 1."""

    name: str
    lines: list[Line]
    widths: list[float]
    """In characters."""
    heading: int = 0
    """The row of the headings, which stays in sight with those above it; 0: none."""
    fixed: int = 0
    """Columns that stay in sight."""
    last: int = 0
    """The last row that the filter, or the table, covers; 0: no filter."""
    table: str = ""
    """The name by which formulas and screen readers know the table; empty: only a filter."""
    lists: dict[int, str] = field(default_factory=dict)
    """Where the allowed values of a column stand, by its index."""
    loose: frozenset[int] = frozenset()
    """Columns, by index, whose texts stay on one line."""
    prose: bool = False
    """A sheet to read: its numbers stand at the left, like its texts."""
    chart: Chart | None = None
    """Drawn beside its figures; one that has any."""


def make_box(quantity: Quantity) -> Value:
    """A quantity as Excel keeps it; as text when it cannot keep it whole."""
    match quantity:
        case Day(day=value):
            return Box(value, DATE) if value >= _FIRST_DAY else format_quantity(quantity)
        case Euro(amount=value):
            box = Box(value, EURO)
        case Percent(value=value, decimals=decimals):
            box = Box(value.scaleb(-2), _with_decimals("0", value, decimals) + "%")
        case Number(value=value, decimals=decimals):
            box = Box(value, _with_decimals("#,##0", value, decimals))
    return box if abs(value) < 10**_DIGITS else format_quantity(quantity)


def _with_decimals(whole: str, value: Decimal, decimals: int | None) -> str:
    exponent = value.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    shown = max(0, own if decimals is None else decimals)
    return f"{whole}.{'0' * min(shown, _MOST_DECIMALS)}" if shown else whole


def split_text(text: str, longest: int = LONGEST) -> list[str]:
    """The text in pieces that a cell can hold, cut after a space or a line end where there is one; nothing is lost."""
    if len(text) * 2 <= longest or _size(text) <= longest:
        return [text]
    pieces = []
    while _size(text) > longest:
        end = _reach(text, longest)
        space = max(text.rfind(" ", end // 2, end), text.rfind("\n", end // 2, end))
        cut = space + 1 if space >= 0 else end
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _reach(text: str, longest: int) -> int:
    """How many characters fit: those beyond the first plane count twice, and are never cut in two."""
    return len(text[:longest].encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore"))


def spread(line: Line) -> Iterator[Line]:
    """The line, followed by others that hold what its cells could not."""
    pieces = [_split(cell) for cell in line.cells]
    for index in range(max(map(len, pieces), default=1)):
        yield Line([piece[index] if index < len(piece) else None for piece in pieces], line.role)


def _split(cell: Value) -> list[Value]:
    """The cell in pieces; a link stays with the first."""
    match cell:
        case str():
            return [*split_text(cell)]
        case Box(value=str() as text, formula=""):
            first, *rest = split_text(text)
            return [replace(cell, value=first), *rest]
        case _:
            return [cell]
