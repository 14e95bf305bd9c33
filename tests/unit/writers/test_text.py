# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from decimal import Decimal

import pytest

from pdz.doctree import Day, Euro, Number, Percent, Quantity
from pdz.writers._text import escape_attribute, escape_text, format_quantity, make_escape, make_target, strip_forbidden


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("piano", "piano"),
        ("A & B <x>", "A &amp; B &lt;x&gt;"),
        ("a\x00b\x0bc\x1fd\ufffee\uffff\ud800f", "abcdef"),
        ("😀 שלום مرحبا ‏", "😀 שלום مرحبا ‏"),
        ("a\r\nb\rc\u2028d\u2029e\tf", "a\nb\nc\nd\ne\tf"),
        ("&amp;", "&amp;amp;"),
    ],
)
def test_escape_text(text: str, expected: str) -> None:
    assert escape_text(text) == expected


def test_a_line_break_can_be_markup() -> None:
    assert make_escape("<br/>", "&#9;")("a\nb\tc<") == "a<br/>b&#9;c&lt;"


def test_an_attribute_is_one_line() -> None:
    assert escape_attribute('"a"\n<b>\t&\x01') == "&quot;a&quot; &lt;b&gt; &amp;"


def test_strip_forbidden_leaves_markup_alone() -> None:
    assert strip_forbidden("a\x00 <b>\r\n&") == "a <b>\n&"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://example.it/a b?x=è&y=1#z", "https://example.it/a%20b?x=%C3%A8&y=1#z"),
        ("mailto:udp@example.it", "mailto:udp@example.it"),
        (" http://example.it ", "http://example.it"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://", ""),
        ("mailto:", ""),
        ("http://[rotto", ""),
        ("https://example.it/\ud800", ""),
        ("solo testo", ""),
    ],
)
def test_only_web_and_post_addresses_are_links(href: str, target: str) -> None:
    assert make_target(href) == target


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Euro(Decimal("599821.54")), "599.821,54\u00a0€"),
        (Percent(Decimal("14.62")), "14,62%"),
        (Percent(Decimal("14.625"), 2), "14,63%"),
        (Number(Decimal("16523")), "16.523"),
        (Day(date(2024, 12, 31)), "31/12/2024"),
    ],
)
def test_quantities_read_as_italians_write_them(quantity: Quantity, text: str) -> None:
    assert format_quantity(quantity) == text
