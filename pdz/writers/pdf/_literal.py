# SPDX-License-Identifier: EUPL-1.2
"""Text inside typst source. It only ever stands in string literals: no text of a plan can become code."""

import re
from collections.abc import Iterable

from pdz.writers._text import strip_forbidden

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\ufeff": ""})
_LONG = re.compile(r"[^\s-]{31,}")
_PIECE = re.compile(r".{12}")


def quote(text: str) -> str:
    """`text` as a string literal of typst; nothing in it is looked at."""
    return f'"{strip_forbidden(text).translate(_ESCAPES)}"'


def write_text(text: str) -> str:
    """Printed text as an expression: line ends break the line; very long words may break anywhere."""
    return join(_write_lines(text.replace("\r\n", "\n")))


def _write_lines(text: str) -> Iterable[str]:
    for index, line in enumerate(strip_forbidden(text).split("\n")):
        if index:
            yield "linebreak()"
        if line:
            yield quote(_LONG.sub(_soften, line))


def _soften(word: re.Match[str]) -> str:
    """A word with places where a line may end: typst would let it run out of its cell."""
    return _PIECE.sub("\\g<0>\u200b", word[0])


def join(pieces: Iterable[str]) -> str:
    """Several expressions as one; none is empty content."""
    found = list(pieces)
    return found[0] if len(found) == 1 else "{" + "\n".join(found) + "}" if found else "[]"


def array(items: Iterable[str]) -> str:
    """A typst array, of one item too."""
    return "(" + "".join(f"{item}, " for item in items) + ")"
