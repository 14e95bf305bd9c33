# SPDX-License-Identifier: EUPL-1.2
"""Text that Markdown prints as it is."""

import re

from pdz.writers._text import strip_forbidden

_MEANS_SOMETHING = re.compile(r"[\\`*<\[\]~]|(?<!\w)_|_(?!\w)")
_BEGINS_SOMETHING = re.compile(r"^(\s*(?:\d+(?=[.)]\s))?)(#{1,6}\s|[-+](?=\s|$)|>|[-=]+\s*$|(?<=\d)[.)])", re.MULTILINE)
"""Headings, lists, quotations, underlines; «-5» and «1.2» are none of these."""


def escape_marks(text: str) -> str:
    """Text that Markdown prints as it is, also at the beginning of a line."""
    return escape_begin(escape_inside(text))


def escape_inside(text: str) -> str:
    """Text inside a line that Markdown prints as it is."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", strip_forbidden(text))


def escape_begin(text: str) -> str:
    """Lines whose first characters would begin a heading, a list or a quotation, made plain text."""
    return _BEGINS_SOMETHING.sub(r"\1\\\2", text)
