# SPDX-License-Identifier: EUPL-1.2
"""Where the links of indexes and cross-references go: what GitHub calls each heading."""

import re
from collections.abc import Iterator
from unicodedata import category

from pdz.doctree import Document, Heading, Outline
from pdz.writers._text import strip_forbidden


def find_anchors(document: Document, outline: Outline) -> dict[int, str]:
    """The anchor of each heading, captioned table and chart, by `id(block)`.

    Headings get their own from whoever shows the file, made from their text; a table or a chart needs one that is
    written before its caption.
    """
    taken = {make_slug(document.title)}
    anchors = {}
    headings = [entry for entry in outline.entries if isinstance(entry.block, Heading)]
    others = [entry for entry in outline.entries if not isinstance(entry.block, Heading)]
    for entry in (*headings, *others):
        slug = make_slug(entry.title if isinstance(entry.block, Heading) else entry.label)
        anchor = next(name for name in _number(slug) if name not in taken)
        taken.add(anchor)
        anchors[id(entry.block)] = anchor
    return anchors


def make_slug(title: str) -> str:
    """A heading in small letters, hyphens for spaces, without punctuation: «1.2 L'età» is `12-letà`."""
    shown = re.sub("[ \n]+", " ", strip_forbidden(title)).strip()
    return "".join(character for character in shown.lower() if _stays(character)).replace(" ", "-")


def _stays(character: str) -> bool:
    return character in "- " or category(character)[0] in "LM" or category(character) in {"Nd", "Pc"}


def _number(slug: str) -> Iterator[str]:
    yield slug
    number = 0
    while True:
        number += 1
        yield f"{slug}-{number}"
