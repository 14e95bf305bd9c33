# SPDX-License-Identifier: EUPL-1.2
"""Symbolic formulas of the tree as Excel writes them; they are made of references, never of text of the plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import assert_never

from pdz.doctree import Band, BandOf, FirstOf, Formula, RatioOf, ShareOf, SumOf, SumWhere
from pdz.writers.xlsx._names import quote_sheet

NOT_COMPUTABLE = "n.c."
"""What a ratio says when somebody empties one of its terms: empty is not zero."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the columns and the rows of a sheet of data stand."""

    name: str
    letters: Mapping[str, str]
    """By key of the column; columns that the sheet left out are not there."""
    rows: Sequence[int]
    """The row of each `Sheet.rows`."""

    def cell(self, column: str, row: int, *, fixed: bool = False) -> str:
        """A cell of the same sheet."""
        return f"${self.letters[column]}${row}" if fixed else f"{self.letters[column]}{row}"

    def ranges(self, column: str, rows: Iterable[int]) -> list[str]:
        """Those rows of a column, as few ranges as can be."""
        numbered = enumerate(sorted(set(rows)))
        runs = [[row for _, row in run] for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0])]
        letter = self.letters[column]
        return [f"{letter}{self.rows[run[0]]}:{letter}{self.rows[run[-1]]}" for run in runs]

    def column(self, column: str) -> str:
        """All the rows of a column, seen from another sheet."""
        letter = self.letters[column]
        return f"{quote_sheet(self.name)}!${letter}${self.rows[0]}:${letter}${self.rows[-1]}"


def write_formula(formula: Formula, own: Place, row: int, places: Mapping[str, Place]) -> str:
    """The formula of a cell in `row` of the sheet `own`, without the sign."""
    match formula:
        case SumOf(column=column, rows=rows, sheet=sheet):
            prefix = f"{quote_sheet(places[sheet].name)}!" if sheet else ""
            ranges = (places[sheet] if sheet else own).ranges(column, rows)
            return f"SUM({','.join(prefix + part for part in ranges)})"
        case SumWhere(sheet=sheet, column=column, where=where, like=like):
            # SUMIF would read a word like «>5» or «A*» as a condition
            other, key = places[sheet], own.cell(like, row)
            return f"SUMPRODUCT(--({other.column(where)}={key}),{other.column(column)})"
        case RatioOf():
            return _ratio(formula, own, row)
        case ShareOf(column=column, row=whole):
            return _guard(own.cell(column, row), own.cell(column, own.rows[whole], fixed=True))
        case FirstOf(columns=columns):
            return _first([own.cell(column, row) for column in columns if column in own.letters])
        case BandOf(column=column, bands=bands):
            return _band(own.cell(column, row), bands)
        case _:
            assert_never(formula)


def _ratio(formula: RatioOf, own: Place, row: int) -> str:
    above, below = own.cell(formula.numerator, row), own.cell(formula.denominator, row)
    if not formula.base:
        return _guard(above, below)
    base = own.cell(formula.base, row)
    return _guard(above, below, base)


def _guard(above: str, below: str, base: str = "") -> str:
    """A quotient that is not computable when a term is not a number, or the whole is zero."""
    terms = [above, below, *([base] if base else [])]
    quotient = f"({above}-{base})/({below}-{base})" if base else f"{above}/{below}"
    missing = _text(NOT_COMPUTABLE)
    return f"IF(COUNT({','.join(terms)})<{len(terms)},{missing},IFERROR({quotient},{missing}))"


def _first(cells: Sequence[str]) -> str:
    *most, last = cells
    return "".join(f"IF(ISNUMBER({cell}),{cell}," for cell in most) + last + ")" * len(most)


def _band(cell: str, bands: Sequence[Band]) -> str:
    """From the highest band down; twelve decimals hide what binary fractions add to a threshold."""
    tests = []
    for band in reversed(bands):
        sign = ">" if band.above else ">="
        tests.append(f"IF(ROUND({cell},12){sign}{_number(band.start.scaleb(-2))},{_text(band.word)},")
    return f"IF(ISNUMBER({cell}),{''.join(tests)}{_text('')}{')' * len(tests)},{_text('')})"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _text(word: str) -> str:
    """A word of the profile inside a formula."""
    return '"' + word.replace('"', '""') + '"'
