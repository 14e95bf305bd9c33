# SPDX-License-Identifier: EUPL-1.2
"""How dates and trienni are read and written."""

from datetime import date

import pytest

from pdz.dates import format_date, format_long_date, format_on_date, parse_date, parse_triennio


@pytest.mark.parametrize("text", ["2024-12-31", "31/12/2024", "31.12.2024", " 31/12/2024 "])
def test_one_day(text: str) -> None:
    assert parse_date(text) == date(2024, 12, 31)


def test_short_day_and_month() -> None:
    assert parse_date("1/2/2024") == date(2024, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "", "2024", "2024-1-1", "31/12/24", "31-12-2024", "31/12.2024", "2023-02-29", "2024-13-01", "32/01/2024",
        "0000-01-01", "31 dicembre 2024", "٢٠٢٤-١٢-٣١", "2024-12-31T00:00",
    ],
)  # fmt: skip
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_date(text)


def test_writes() -> None:
    assert format_date(date(2024, 1, 5)) == "05/01/2024"
    assert format_date(date(999, 1, 5)) == "05/01/0999"
    assert format_long_date(date(2024, 1, 1)) == "1° gennaio 2024"
    assert format_long_date(date(2024, 12, 31)) == "31 dicembre 2024"


@pytest.mark.parametrize("text", ["2025-2027", "2025–2027", "2025/2027", "2025 - 2027", " 2025-2027 "])
def test_triennio(text: str) -> None:
    assert parse_triennio(text) == (2025, 2027)


@pytest.mark.parametrize("text", ["2024-2027", "2027-2025", "2025", "2025-27", "25-27", "2025 2027", ""])
def test_not_a_triennio(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_triennio(text)


def test_on_date_elides_before_eight_and_eleven() -> None:
    assert format_on_date(date(2024, 11, 11)) == "l'11/11/2024"
    assert format_on_date(date(2024, 11, 8)) == "l'08/11/2024"
    assert format_on_date(date(2024, 11, 10)) == "il 10/11/2024"
