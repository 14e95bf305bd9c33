# SPDX-License-Identifier: EUPL-1.2
"""A sheet from a list of things: one column for each thing to say of them, its title in the labels of the frame."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar

from pdz.calc import Calcolo
from pdz.calc._esatto import count_decimals
from pdz.doctree import (
    Day,
    Euro,
    Figure,
    Number,
    Percent,
    RatioOf,
    Sheet,
    SheetCell,
    SheetColumn,
    SheetKind,
    SumOf,
)
from pdz.documents._maker import Maker, explained

T = TypeVar("T")
Scope: TypeAlias = frozenset[str]
"""Parts of the plan, by key, in which a sheet looks for its things."""


@dataclass(frozen=True, slots=True)
class Spec(Generic[T]):
    """A column: its key (the title is the label `colonna_<key>`), how to read it from a thing, what it holds."""

    key: str
    read: Callable[[T], SheetCell]
    kind: SheetKind = "testo"
    allowed: tuple[str, ...] = ()
    title: str = ""
    """An official title, in place of the label."""


Cells: TypeAlias = Mapping[str, SheetCell]
"""The cells of a row by key of their column; those that are missing are empty."""


def spec_of(key: str, kind: SheetKind = "testo", allowed: tuple[str, ...] = (), title: str = "") -> Spec[Cells]:
    """A column of rows that are made already."""
    return Spec(key, lambda cells: cells.get(key), kind, allowed, title)


def build_sheet(
    maker: Maker, key: str, specs: Sequence[Spec[T]], things: Iterable[T], totals: Sequence[Cells] = ()
) -> Sheet:
    """The sheet `key`, named by the label `foglio_<key>`; columns that nothing fills are left out."""
    rows = [[spec.read(thing) for spec in specs] for thing in things]
    kept = [index for index in range(len(specs)) if any(row[index] not in (None, "") for row in rows)]
    columns = tuple(
        SheetColumn(spec.key, spec.title or maker.label(f"colonna_{spec.key}"), spec.kind, spec.allowed)
        for spec in (specs[index] for index in kept)
    )
    lines = (tuple(total.get(column.key) for column in columns) for total in totals)
    return Sheet(
        key,
        maker.label(f"foglio_{key}"),
        columns,
        tuple(tuple(row[index] for index in kept) for row in rows),
        tuple(made for made in lines if sum(cell is not None for cell in made) > 1),  # more than its name
        maker.label(f"contenuto_{key}"),
    )


def sum_of(column: str, rows: Iterable[int], total: Calcolo | None, sheet: str = "") -> SheetCell:
    """A total of the calculator as a live sum of `rows`; the reason when it is n.c."""
    figure = as_figure(total)
    return explained(total) if figure is None else SumOf(column, tuple(rows), figure, sheet)


def ratio_of(numerator: str, denominator: str, value: Calcolo, base: str = "") -> SheetCell:
    """A ratio of the calculator as a live one; the reason when it is n.c."""
    figure = as_figure(value)
    return explained(value) if figure is None else RatioOf(numerator, denominator, figure, base)


def as_figure(calcolo: Calcolo | None) -> Figure | None:
    """The exact value of a result, which words like «circa 50» would hide; None when it is n.c."""
    if calcolo is None or calcolo.valore is None:
        return None
    match calcolo.tipo:
        case "euro":
            return Euro(calcolo.valore)
        case "percento":
            return percent(calcolo.valore)
        case "numero":
            return Number(calcolo.valore, calcolo.decimali)


def percent(value: Decimal) -> Percent:
    """A percentage with the decimals that it needs, two at most."""
    return Percent(value, count_decimals(value))


def euro(amount: Decimal | None) -> Euro | None:
    """An amount, or an empty cell."""
    return None if amount is None else Euro(amount)


def number(value: Decimal | int | None) -> Number | None:
    """A number as it is, or an empty cell."""
    return None if value is None else Number(Decimal(value))


def day(value: date | None) -> Day | None:
    """A date, or an empty cell."""
    return None if value is None else Day(value)


def listed(values: Iterable[str]) -> str:
    """Several words in one cell."""
    return "; ".join(values)


def yes_no(maker: Maker, answer: bool | None) -> str | None:
    """«SÌ», «NO», or an empty cell."""
    return None if answer is None else maker.label("si" if answer else "no")
