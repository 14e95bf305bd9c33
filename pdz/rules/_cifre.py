# SPDX-License-Identifier: EUPL-1.2
"""Figures and number words in Italian prose: what is an amount, a percentage, a quantity, and what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

Segno: TypeAlias = Literal["", "%", "€"]


@dataclass(frozen=True, slots=True)
class Cifra:
    """A figure of a text."""

    start: int
    end: int
    """With its sign."""
    valore: Decimal
    segno: Segno
    plain: bool
    """True when it is written without dots and commas: it could be a code."""

    @property
    def significant(self) -> int:
        """How many digits say something: 16.523 has five, 5.000 has one."""
        return len(str(self.valore).replace(".", "").strip("0"))


PREFILTER = re.compile(r"[0-9](?:[.,][0-9]|[0-9]{4})")
"""What every figure holds, and a year does not."""

_FIGURE = re.compile(
    r"(?<![\w.,/:@#+–-])(?P<before>€\s?)?"
    r"(?P<number>(?P<grouped>[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?)|(?P<decimal>[0-9]{1,9},[0-9]{1,4})"
    r"|(?P<plain>[1-9][0-9]{4,8}))"
    r"(?![\w/:@]|[.,–-][\w])"
    r"(?P<sign>\s?(?:%|per\s?cento\b|€|euro\b))?"
)
_CODE_BEFORE = re.compile(
    r"(?:\b(?:n|nn|nr|num|art|artt|c|co|comma|commi|lett|legge|l|d\.?lgs|dpr|dpcm|dgr|d\.g\.r|dgc|dcr|lr|l\.r|prot"
    r"|protocollo|decreto|delibera|deliberazione|determina|determinazione|cap|tel|telefono|fax|cell|cup|cig|istat|codice"
    r"|pag|pagg|p\.?\s?iva|c\.?f)[.:]?|\bn°|[ivxlc]+/)\s?(?:n\.\s?)?\Z",
    re.IGNORECASE,
)
"""Words after which a figure is the number of an act, a place in a law, an address, not a quantity."""


def iter_cifre(text: str) -> Iterator[Cifra]:
    """Amounts, percentages and quantities of at least four characters written with dots, commas or five digits.

    Years, dates, laws, codes («1.1.3»), telephone numbers are not figures; nor is «2 milioni», which has few digits.
    """
    for match in _FIGURE.finditer(text):
        if match["before"] is None and _CODE_BEFORE.search(text, max(0, match.start() - 24), match.start()):
            continue
        sign = (match["sign"] or match["before"] or "").strip()
        segno: Segno = "€" if sign in {"€", "euro"} else "%" if sign else ""
        valore = Decimal(match["number"].replace(".", "").replace(",", "."))
        yield Cifra(match.start(), match.end(), valore, segno, match["plain"] is not None)


_WORDS = (
    "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici", "tredici",
    "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove", "venti",
)  # fmt: skip
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 2)} | {"trenta": 30, "quaranta": 40, "cinquanta": 50}
COUNT = r"(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r"|[2-9]|[1-9][0-9])"
"""A small count, in words or digits, for a regular expression that ignores case: two to ninety-nine."""


def read_count(text: str) -> int:
    """«tredici» and «13» as 13; ValueError for anything else."""
    word = text.casefold()
    return _NUMBERS[word] if word in _NUMBERS else int(word)
