# SPDX-License-Identifier: EUPL-1.2
"""Sheets of data for a workbook: typed values, formulas in symbols (never free text), lists of allowed values.

A formula names columns by key and rows by index, so that a text of the plan can never become one; it carries its value,
so that a file shows its figures before anything recalculates them.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from pdz.doctree._nodes import Cell, Euro, Number, Percent

SheetKind: TypeAlias = Literal["testo", "euro", "percento", "numero", "data"]
Figure: TypeAlias = Euro | Percent | Number


@dataclass(frozen=True, slots=True)
class SumOf:
    """The sum of a column over some rows, of its own sheet or of the sheet with that key."""

    column: str
    rows: tuple[int, ...]
    """Indexes of `Sheet.rows`."""
    value: Figure
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class SumWhere:
    """The sum of a column of another sheet, where its column `where` holds the same as column `like` of this row."""

    sheet: str
    column: str
    where: str
    like: str
    value: Figure


@dataclass(frozen=True, slots=True)
class RatioOf:
    """Numerator over denominator, both columns of this row; with a base, (numerator − base) / (denominator − base).

    A percentage is the plain ratio: its format multiplies by a hundred.
    """

    numerator: str
    denominator: str
    value: Figure
    base: str = ""


@dataclass(frozen=True, slots=True)
class ShareOf:
    """The part that a column of this row is of the same column in another row."""

    column: str
    row: int
    """Index of `Sheet.rows`."""
    value: Percent


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first of these columns of this row that holds a number."""

    columns: tuple[str, ...]
    value: Figure


@dataclass(frozen=True, slots=True)
class Band:
    """A band of a scale: from `start` (per cent) up, or only above it."""

    word: str
    start: Decimal
    above: bool = False


@dataclass(frozen=True, slots=True)
class BandOf:
    """The word of the last band that the percentage in a column of this row reaches."""

    column: str
    bands: tuple[Band, ...]
    """In rising order."""
    value: str


Formula: TypeAlias = SumOf | SumWhere | RatioOf | ShareOf | FirstOf | BandOf
SheetCell: TypeAlias = Cell | Formula | None
"""None, like an empty text, is an empty cell: empty is not zero."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its key for formulas, what it holds, which values a person may choose."""

    key: str
    title: str
    kind: SheetKind = "testo"
    allowed: tuple[str, ...] = ()
    """The list that is offered to who fills a cell; empty: anything."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of data: a heading row, one row for each thing, the totals under them."""

    key: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    totals: tuple[tuple[SheetCell, ...], ...] = ()
    description: str = ""
    """What it holds, for the index of the workbook."""
