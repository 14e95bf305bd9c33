# SPDX-License-Identifier: EUPL-1.2
"""How dates and trienni are read and written."""

import re
from datetime import date

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_ITALIAN = re.compile(r"([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4})\Z")
_TRIENNIO = re.compile(r"([0-9]{4})\s*[-–/]\s*([0-9]{4})\Z")
MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip


def parse_date(text: str) -> date:
    """`2024-12-31`, «31/12/2024» or «31.12.2024»; ValueError for anything else or a day that is not."""
    if match := _ISO.match(text.strip()):
        year, month, day = match.groups()
    elif match := _ITALIAN.match(text.strip()):
        day, _, month, year = match.groups()
    else:
        raise ValueError(text)
    return date(int(year), int(month), int(day))


def format_date(day: date) -> str:
    """«31/12/2024»."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_on_date(day: date) -> str:
    """«il 10/11/2024», «l'11/11/2024»: eight and eleven begin with a vowel."""
    return ("l'" if day.day in (8, 11) else "il ") + format_date(day)


def format_long_date(day: date) -> str:
    """«1° gennaio 2024», «31 dicembre 2024»."""
    number = "1°" if day.day == 1 else str(day.day)
    return f"{number} {MONTHS[day.month - 1]} {day.year}"


def parse_triennio(text: str) -> tuple[int, int]:
    """«2025-2027» as its first and last year; ValueError when it is not three years long."""
    match = _TRIENNIO.match(text.strip())
    if not match:
        raise ValueError(text)
    first, last = int(match[1]), int(match[2])
    if last - first != 2:
        raise ValueError(text)
    return first, last
