# SPDX-License-Identifier: EUPL-1.2
"""Text that Markdown prints as it is, and lines that read well in a difference."""

import re
from collections.abc import Iterable, Iterator

from pdz.writers._text import strip_forbidden

HARD = "\x0b"
"""A line break inside a paragraph, on its way to `\\` or `<br>`; no text can hold this character."""

_MEANS_SOMETHING = re.compile(r"[\\`*<\[\]~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_BEGINS_SOMETHING = re.compile(
    r"^( *(?:\d+(?=[.)](?:\s|$))|\[\^\d+\](?=:))?)"
    r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=]+ *$|[-|:][-|: ]*$|(?<=\d)[.)]|(?<=\]):)",
    re.MULTILINE,
)
"""Headings, lists, quotations, underlines, notes, the second line of a table; «-5» and «1.2» are none of these."""
_SENTENCE = re.compile(
    r"(?P<end>(?:[^\W\dA-Z_]|[\d%€»”\")\]*]|[A-Z]{2})[.!?](?:[»”\")*]|\[\^\d+\])*) +(?=[«“\"(*\[]*[A-ZÀ-Ý])"
)
"""Where a sentence ends; not after «S.», nor before a small letter or a figure."""
_PART = re.compile(r"(?P<end>;) +(?=\S)")
_LONG = 120
"""A sentence with more characters is a line for each of its parts."""


_LIST = re.compile(r"(\d+\.|-)( |$)")


def escape_inside(text: str) -> str:
    """Text inside a paragraph that Markdown prints as it is; line ends become HARD."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", strip_forbidden(text)).replace("\n", HARD)


def escape_line(text: str) -> str:
    """Text that Markdown prints as it is, all on one line."""
    return re.sub(f"[ {HARD}]+", " ", escape_inside(text)).strip()


def flow(written: str) -> str:
    """Written text as the lines of a paragraph, one for each sentence: a difference shows the sentence that changed.

    Markdown prints these lines as one. None begins a heading, a list or a quotation.
    """
    parts = [part.strip(" ") for part in written.strip(f" {HARD}").split(HARD)]
    lines = "\\\n".join("\n".join(_split(part)) for part in parts)
    return _BEGINS_SOMETHING.sub(r"\1\\\2", lines)


def _split(written: str) -> Iterator[str]:
    for sentence in _SENTENCE.sub(r"\g<end>\n", written).split("\n"):
        yield sentence if len(sentence) <= _LONG else _PART.sub(r"\g<end>\n", sentence)


def indent(prefix: str, text: str, first: str | None = None) -> str:
    """`text` with `prefix` before each line that is not empty, and `first` before the first."""
    lines = text.split("\n")
    head = prefix if first is None else first
    return "\n".join(f"{head if not number else prefix}{line}".rstrip() for number, line in enumerate(lines))


def join(parts: Iterable[str], tight: bool = False) -> str:
    """Blocks with an empty line between them, and a comment where two lists would become one.

    When `tight`, a list follows a paragraph at once.
    """
    written = ""
    last = ""
    for part in filter(None, parts):
        here = _LIST.match(part)
        if not written:
            written = part
        elif here and (before := _LIST.match(last)) and (before[1] == "-") == (here[1] == "-"):
            written += f"\n\n<!-- -->\n\n{part}"
        elif tight and here and here[1] in {"-", "1."} and not _LIST.match(last):
            written += f"\n{part}"
        else:
            written += f"\n\n{part}"
        last = part
    return written
