# SPDX-License-Identifier: EUPL-1.2
"""Text on its way into a file: XML escapes, characters that XML forbids, numbers as people read them."""

import re
from collections.abc import Callable
from typing import assert_never
from urllib.parse import quote, urlsplit

from pdz.dates import format_date
from pdz.doctree import Day, Euro, Number, Percent, Quantity
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent

find_special = re.compile("[&<>\x00-\x1f\u2028\u2029\ud800-\udfff\ufffe\uffff]").search
"""The first character that cannot go into XML as it is; most texts have none."""

_SCHEMES = ("http", "https", "mailto")
_SAFE = "!#$%&'()*+,/:;=?@~-._"
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_FORBIDDEN = (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_BREAKS = "\n\r\u2028\u2029"


def make_escape(line_break: str = "\n", tab: str = "\t") -> Callable[[str], str]:
    """A function that makes text safe inside an XML element.

    Line ends of any kind become `line_break`; characters that XML 1.0 forbids disappear; the rest (emoji,
    right-to-left text) stays as it is.
    """
    table = str.maketrans(
        {
            **dict.fromkeys(_FORBIDDEN, ""),
            **_ENTITIES,
            **dict.fromkeys(_BREAKS, line_break),
            "\t": tab,
        }
    )

    def escape(text: str) -> str:
        return text.replace("\r\n", "\n").translate(table) if find_special(text) else text

    return escape


escape_text = make_escape()
"""For plain XML and HTML: line ends stay line ends."""

_CLEAN = str.maketrans({**dict.fromkeys(_FORBIDDEN, ""), **dict.fromkeys(_BREAKS, "\n"), "\t": " "})


def strip_forbidden(text: str) -> str:
    """`text` without the characters that no file should hold; line ends of any kind as `\\n`."""
    return text.replace("\r\n", "\n").translate(_CLEAN) if find_special(text) else text


_escape_attribute = make_escape(" ", " ")


def escape_attribute(text: str) -> str:
    """`text` on one line, safe between double quotes."""
    return _escape_attribute(text).replace('"', "&quot;")


def make_target(href: str) -> str:
    """`href` well formed, or nothing when it is not an address of the web or of the post.

    A malformed address is not harmless: Word calls the whole file damaged.
    """
    try:
        address = urlsplit(href.strip())
        known = address.scheme in _SCHEMES and bool(address.path if address.scheme == "mailto" else address.hostname)
        return quote(href.strip(), safe=_SAFE) if known else ""
    except ValueError:
        return ""


def format_quantity(quantity: Quantity) -> str:
    """An amount, a percentage, a number or a date as Italians read it."""
    match quantity:
        case Euro():
            return format_euro(quantity.amount)
        case Percent():
            return format_percent(quantity.value, quantity.decimals)
        case Number():
            return format_number(quantity.value, quantity.decimals)
        case Day():
            return format_date(quantity.day)
        case _:
            assert_never(quantity)
