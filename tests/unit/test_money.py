# SPDX-License-Identifier: EUPL-1.2
"""How euros are read and written."""

from decimal import Decimal

import pytest

from pdz.money import format_euro, parse_euro
from pdz.numbers import AmbiguousNumber


@pytest.mark.parametrize(
    "text",
    [
        "599821.54", "599.821,54", "599.821,54 €", "599.821,54\u00a0€", "€ 599.821,54", "€599821.54", "599821,54 euro",
        "EUR 599821.54", " 599.821,54 EURO ", "599 821,54 €",
    ],
)  # fmt: skip
def test_one_amount(text: str) -> None:
    assert parse_euro(text) == Decimal("599821.54")


@pytest.mark.parametrize(("text", "amount"), [("0", "0"), ("-12,50 €", "-12.50"), ("3", "3"), ("1.000.000", "1000000")])
def test_other_amounts(text: str, amount: str) -> None:
    assert str(parse_euro(text)) == amount


@pytest.mark.parametrize("text", ["16.523", "1.000 €", "€ 16.523"])
def test_asks_when_it_could_be_either(text: str) -> None:
    with pytest.raises(AmbiguousNumber):
        parse_euro(text)


@pytest.mark.parametrize("text", ["", "€", "euro", "- €", "5 dollari", "1250.505", "0,005", "€ 5 €", "5 € €", "cinque"])
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_euro(text)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("599821.54", "599.821,54"),
        ("5", "5,00"),
        ("0.005", "0,01"),
        ("-0.001", "0,00"),
        ("-1250.5", "-1.250,50"),
        ("9" * 30, "999." * 9 + "999,00"),
    ],
)
def test_writes(amount: str, text: str) -> None:
    assert format_euro(Decimal(amount)) == f"{text}\u00a0€"
