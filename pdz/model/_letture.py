# SPDX-License-Identifier: EUPL-1.2
"""How the scalars of a plan are read: text in, exact value out, or an Italian sentence that says why not."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from pdz.dates import parse_triennio
from pdz.findings import shorten
from pdz.numbers import AmbiguousNumber, parse_decimal

T = TypeVar("T")


def reader(
    parse: Callable[[str], T], kind: str, expected: str, *, block: bool = False, empty: bool = False
) -> BeforeValidator:
    """A validator that reads text with `parse` and explains a failure in Italian.

    `block`: keys are welcome too; `empty`: so is nothing at all.
    """

    def read(value: Any) -> Any:
        if value is None and empty:
            return None
        if not isinstance(value, str):
            if value is None or isinstance(value, list) or (isinstance(value, dict) and not block):
                raise PydanticCustomError(kind, "qui serve {expected}", {"expected": expected})
            return value
        try:
            return parse(value)
        except AmbiguousNumber as error:
            whole, rest = str(error).split(".")
            raise PydanticCustomError(
                "numero_ambiguo",
                "«{value}» può essere {whole}{rest} oppure {whole},{rest}",
                {"value": shorten(value), "whole": whole, "rest": rest, "kind": kind},
            ) from None
        except (ValueError, ArithmeticError):
            raise PydanticCustomError(
                kind,
                "«{value}» non va bene: qui serve {expected}",
                {"value": shorten(value), "expected": expected},
            ) from None

    return BeforeValidator(read)


def parse_gap(text: str) -> Decimal | None:
    """A number; None for «n.d.», a figure that is not known."""
    return None if text.strip().casefold() == "n.d." else parse_decimal(text)


def parse_count(text: str) -> int:
    """A whole number, zero or more."""
    number = parse_decimal(text)
    if number != number.to_integral_value() or number < 0:
        raise ValueError(text)
    return int(number)


def parse_percent(text: str) -> Decimal:
    """«80%» and «80» as 80."""
    return parse_decimal(text.strip().removesuffix("%"))


def parse_year(text: str) -> int:
    """A year between 1900 and 2099."""
    if not re.fullmatch(r"(19|20)[0-9]{2}", text.strip()):
        raise ValueError(text)
    return int(text)


def parse_triennio_text(text: str) -> str:
    """«2025/2027» as «2025-2027»."""
    first, last = parse_triennio(text)
    return f"{first}-{last}"


_WORDS = {"sì": True, "si": True, "si'": True, "sí": True, "true": True, "no": False, "false": False}


def parse_yes_no(text: str) -> bool:
    """Reads SI, SI', Si, sì (and no) as one value each."""
    try:
        return _WORDS[text.strip().casefold().replace("’", "'")]
    except KeyError:
        raise ValueError(text) from None
