# SPDX-License-Identifier: EUPL-1.2
"""The formulas of the sheets, worked out cell by cell with exact fractions, say what the calculator says."""

import json
import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from _generati import Maker
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdz.doctree import (
    BandOf,
    Euro,
    FirstOf,
    Number,
    Percent,
    RatioOf,
    ShareOf,
    Sheet,
    SheetCell,
    SumOf,
    SumWhere,
)
from pdz.documents import Request
from pdz.documents._contesto import make_maker
from pdz.documents._fogli import make_sheets
from pdz.documents._frame import Frame
from pdz.pipeline.check import Checked, check_plan

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.name for path in (ROOT / "esempi").iterdir())
FORMULAS = SumOf | SumWhere | RatioOf | ShareOf | FirstOf | BandOf
MADE = 600
FRAME = Frame()


def make(checked: Checked, kind: str = "piano") -> tuple[Sheet, ...]:
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    parts = (checked.piano, checked.profilo, checked.quadro, checked.citabili)
    request = Request(*parts, FRAME, checked.source.folder, sheets=True, findings=checked.findings)
    return make_sheets(make_maker(request), kind)


class Workbook:
    """What a spreadsheet program would find."""

    def __init__(self, sheets: tuple[Sheet, ...]) -> None:
        self.sheets = {sheet.key: sheet for sheet in sheets}

    def cell(self, sheet: Sheet, row: tuple[SheetCell, ...], key: str) -> SheetCell:
        return row[[column.key for column in sheet.columns].index(key)]

    def number(self, sheet: Sheet, row: tuple[SheetCell, ...], cell: SheetCell) -> Fraction | None:
        match cell:
            case Euro(amount=value) | Number(value=value):
                return Fraction(value)
            case Percent(value=value):
                return Fraction(value) / 100
            case SumOf() | SumWhere() | RatioOf() | ShareOf() | FirstOf():
                return self.work_out(sheet, row, cell)
            case _:
                return None

    def at(self, sheet: Sheet, row: tuple[SheetCell, ...], key: str) -> Fraction | None:
        return self.number(sheet, row, self.cell(sheet, row, key))

    def work_out(
        self, sheet: Sheet, row: tuple[SheetCell, ...], formula: SumOf | SumWhere | RatioOf | ShareOf | FirstOf
    ) -> Fraction | None:
        match formula:
            case SumOf(column=column, rows=rows, sheet=other):
                place = self.sheets[other] if other else sheet
                assert len(set(rows)) == len(rows)
                return sum((self.at(place, place.rows[index], column) or Fraction(0) for index in rows), Fraction(0))
            case SumWhere(sheet=other, column=column, where=where, like=like):
                place, word = self.sheets[other], self.cell(sheet, row, like)
                found = (line for line in place.rows if self.cell(place, line, where) == word)
                return sum((self.at(place, line, column) or Fraction(0) for line in found), Fraction(0))
            case RatioOf(numerator=above, denominator=below, base=base):
                start = self.at(sheet, row, base) if base else Fraction(0)
                terms = (self.at(sheet, row, above), self.at(sheet, row, below), start)
                assert None not in terms
                return (terms[0] - terms[2]) / (terms[1] - terms[2])  # type: ignore[operator]
            case ShareOf(column=column, row=whole):
                part, total = self.at(sheet, row, column), self.at(sheet, sheet.rows[whole], column)
                assert part is not None
                assert total
                return part / total
            case FirstOf(columns=columns):
                known = {column.key for column in sheet.columns}
                values = [self.at(sheet, row, column) for column in columns if column in known]
                return next(value for value in values if value is not None)

    def band(self, sheet: Sheet, row: tuple[SheetCell, ...], formula: BandOf) -> str:
        value = self.at(sheet, row, formula.column)
        assert value is not None
        reached = [b.word for b in formula.bands if value * 100 > b.start or (value * 100 == b.start and not b.above)]
        return reached[-1] if reached else ""


def iter_formulas(sheets: tuple[Sheet, ...]) -> Iterator[tuple[Sheet, tuple[SheetCell, ...], SheetCell]]:
    for sheet in sheets:
        for row in (*sheet.rows, *sheet.totals):
            assert len(row) == len(sheet.columns)
            yield from ((sheet, row, cell) for cell in row if isinstance(cell, FORMULAS))


def assert_formulas(sheets: tuple[Sheet, ...]) -> Mapping[str, int]:
    """Every formula gives its own value; how many there are by kind."""
    book, counts = Workbook(sheets), dict[str, int]()
    for sheet, row, cell in iter_formulas(sheets):
        counts[type(cell).__name__] = counts.get(type(cell).__name__, 0) + 1
        if isinstance(cell, BandOf):
            assert book.band(sheet, row, cell) == cell.value
            continue
        assert isinstance(cell, FORMULAS)
        worked, said = book.number(sheet, row, cell), book.number(sheet, row, cell.value)  # type: ignore[arg-type]
        assert worked is not None
        assert said is not None
        if isinstance(cell, RatioOf | ShareOf):
            assert abs(worked - said) <= abs(worked) / 10**40, (sheet.key, cell)  # a quotient is cut at 50 digits
        else:
            assert worked == said, (sheet.key, cell)
    return counts


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples(name: str) -> None:
    checked = check_plan(ROOT / "esempi" / name)
    for kind in ("piano", "esiti", "schede", "fondi"):
        assert_formulas(make(checked, kind))


def test_the_examples_use_every_kind_of_formula() -> None:
    plans = ("san-giuliano-milanese-2025-2027", "lodi-2025-2027")
    counts: dict[str, int] = {}
    for name in plans:
        for kind, number in assert_formulas(make(check_plan(ROOT / "esempi" / name))).items():
            counts[kind] = counts.get(kind, 0) + number
    assert set(counts) == {"SumOf", "SumWhere", "RatioOf", "ShareOf", "FirstOf", "BandOf"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_whatever_stands_beside_a_list_is_in_the_list(name: str) -> None:
    wrong = [
        (sheet.key, column.key, row[index])
        for sheet in make(check_plan(ROOT / "esempi" / name))
        for index, column in enumerate(sheet.columns)
        for row in sheet.rows
        if column.allowed and row[index] not in (None, "", *column.allowed) and not isinstance(row[index], BandOf)
    ]
    assert wrong == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("piano")


@settings(max_examples=MADE, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_plans_made_from_the_model(folder: Path, seed: int) -> None:
    plan = Maker(random.Random(seed), 0.0).plan()
    (folder / "piano.yaml").write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    checked = check_plan(folder)
    if checked.piano is not None and not any(f.code in {"R001", "L002"} for f in checked.findings):
        assert_formulas(make(checked))
