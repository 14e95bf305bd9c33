# SPDX-License-Identifier: EUPL-1.2
"""What the rules on money share: the rows of the prospetti, the day on which a plan stands, years in words."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from pdz.calc._esatto import add
from pdz.dates import parse_triennio
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.fondi import Assegnazione

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HALF = Decimal("0.5")


def iter_voci(piano: Piano) -> Iterator[tuple[Path, Assegnazione]]:
    """Every assignment of the plan and its path."""
    for index, prospetto in enumerate(piano.fondi):
        for number, voce in enumerate(prospetto.voci):
            yield ("fondi", index, "voci", number), voce


def find_approvazione(piano: Piano) -> date | None:
    """The day on which the plan was approved, when it says so."""
    return piano.approvazione.data if piano.approvazione is not None else None


def find_vigilia(piano: Piano) -> date:
    """The day at which the plan certainly looks ahead: its approval, else the eve of its triennium."""
    return find_approvazione(piano) or date(max(1, parse_triennio(piano.triennio)[0] - 1), 12, 31)


def find_years(text: str) -> list[int]:
    """The years written in a text."""
    return [int(year) for year in _YEAR.findall(text)]


def join_words(*texts: str | None) -> str:
    """Texts of a row as one, in small letters."""
    return " ".join(text for text in texts if text).casefold()


def find_gap(one: Decimal, other: Decimal) -> Decimal:
    """How far two amounts are, exactly."""
    return add((one, other.copy_negate())).copy_abs()


def tolerance_of(rounding: Decimal | None) -> Decimal:
    """The difference, in euro, that a declared rounding makes acceptable."""
    return (rounding or Decimal(0)).copy_abs()


def slack_of(shares: Sequence[Decimal]) -> Decimal:
    """How far from 100 rounding may bring the sum of shares: half of the last digit for each."""
    decimals = min((count_decimals(share) for share in shares), default=0)
    return len(shares) * _HALF.scaleb(-decimals)


def may_make_hundred(shares: Sequence[Decimal]) -> bool:
    """True when shares make 100 but for rounding; a half is rounded up, so that down the limit is never reached."""
    slack, gap = slack_of(shares), add((*shares, Decimal(-100)))
    return gap == 0 or -slack < gap <= slack


def count_decimals(value: Decimal) -> int:
    """Digits written after the comma."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
