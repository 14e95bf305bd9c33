# SPDX-License-Identifier: EUPL-1.2
"""How numbers are read and written."""

from decimal import Decimal, localcontext

import pytest

from pdz.numbers import (
    AmbiguousNumber,
    format_number,
    format_percent,
    parse_decimal,
    round_half_up,
    truncate,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("16523", "16523"),
        ("599821.54", "599821.54"),
        ("599.821,54", "599821.54"),
        ("1.234.567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1,234", "1.234"),
        ("16.5230", "16.5230"),
        ("1250.505", "1250.505"),
        ("015146", "15146"),
        ("+5", "5"),
        ("-3,5", "-3.5"),
        ("- 3,5", "-3.5"),
        ("−3,5", "-3.5"),  # the minus sign of word processors
        (" 42 ", "42"),
        ("16 523", "16523"),
        ("16\u00a0523,50", "16523.50"),
        ("1\u202f234\u202f567", "1234567"),
        ("9" * 30, "9" * 30),
    ],
)
def test_reads(text: str, number: str) -> None:
    assert str(parse_decimal(text)) == number


@pytest.mark.parametrize("text", ["16.523", "1.000", "-16.523", "999.999", " 16.523 "])
def test_asks_when_it_could_be_either(text: str) -> None:
    with pytest.raises(AmbiguousNumber):
        parse_decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "n.d.", "1e5", "NaN", "Infinity", "1_000", "1,234.56", "1.23.4", "1.2345,6", "12.34,5", ",5",
        "5,", "5.", "..", "12 34", "2021 2022", "1 234.5", "1.234 567", "--5", "5%", "٣", "１２", "9" * 31, "0x10",
    ],
)  # fmt: skip
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^") as error:
        parse_decimal(text)
    assert not isinstance(error.value, AmbiguousNumber)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234.5", None, "1.234,5"),
        ("1234567", None, "1.234.567"),
        ("0.125", 2, "0,13"),
        ("-0.125", 2, "-0,13"),
        ("2.5", 0, "3"),
        ("999.995", 2, "1.000,00"),
        ("5", 2, "5,00"),
        ("-0.001", 2, "0,00"),
        ("-0", None, "0"),
        ("1E+3", None, "1.000"),
        ("9" * 30, 2, "999." * 9 + "999,00"),
        ("66." + "6" * 48, 2, "66,67"),
    ],
)
def test_writes(value: str, decimals: int | None, text: str) -> None:
    assert format_number(Decimal(value), decimals) == text
    assert format_percent(Decimal(value), decimals) == text + "%"


def test_writes_integers() -> None:
    assert format_number(1089) == "1.089"


def test_rounding_and_cutting() -> None:
    assert round_half_up(Decimal("14.625"), 2) == Decimal("14.63")
    assert truncate(Decimal("79.999")) == 79
    assert truncate(Decimal("-79.999"), 1) == Decimal("-79.9")


def test_the_context_of_the_caller_does_not_matter() -> None:
    with localcontext() as context:
        context.prec = 3
        assert format_number(Decimal("123456.785"), 2) == "123.456,79"
