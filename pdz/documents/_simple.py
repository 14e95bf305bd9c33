# SPDX-License-Identifier: EUPL-1.2
"""Texts without any markup but blank lines and «- » lists: most texts of a plan, ten times faster than Markdown.

Whatever is not surely that simple is left to the Markdown parser; a test compares the two.
"""

import re

from pdz.doctree import Block, Items, Paragraph

_MARKUP = re.compile(r"[*_`\[\]\\{}~#|<&\t]")
_MARKUP_OR_LINE = re.compile(r"[*_`\[\]\\{}~#|<&\t\n]")
_STARTERS = frozenset("-+>= 0123456789")
_LINE_START = re.compile(r"\s*(?:[-+>=]|\d+[.)])")
_LIST_ITEM = re.compile(r"- [^\s\d+>=-]")


def is_plain(text: str) -> bool:
    """True when a text is surely no more than one paragraph of plain words."""
    return (
        _MARKUP_OR_LINE.search(text) is None
        and (text[:1] not in _STARTERS or _LINE_START.match(text) is None)
        and "://" not in text
        and "www." not in text
    )


def simple_blocks(text: str) -> tuple[Block, ...] | None:
    """Paragraphs and one-level lists of a text without markup; None when Markdown must decide."""
    if _MARKUP.search(text) is not None or "://" in text or "www." in text or "  \n" in text:
        return None
    blocks: list[Block] = []
    for part in re.split(r"\n\n+", text.strip("\n")):
        lines = part.split("\n")
        listed = [_LIST_ITEM.match(line) is not None for line in lines]
        if not any(listed):
            if any(_LINE_START.match(line) or line[:1].isspace() for line in lines):
                return None
            blocks.append(Paragraph(" ".join(lines)))
        elif all(listed) and not (blocks and isinstance(blocks[-1], Items)):
            blocks.append(Items(tuple((Paragraph(line[2:].strip()),) for line in lines)))
        else:
            return None
    return tuple(blocks)
