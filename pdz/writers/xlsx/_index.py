# SPDX-License-Identifier: EUPL-1.2
"""The first sheet: what the document is, which sheets there are, where each chapter begins."""

from collections.abc import Iterator, Sequence

from pdz.doctree import Cover, Document, Heading, Outline
from pdz.writers._text import strip_forbidden
from pdz.writers.xlsx._leaf import Box, Leaf, Line, spread
from pdz.writers.xlsx._names import quote_sheet
from pdz.writers.xlsx._plain import Plain
from pdz.writers.xlsx._story import Story

_TITLE = "Titolo"
_PRINTED = "Titolo (le cifre sono quelle del documento: non cambiano con i fogli qui sopra)"
_WIDTHS = [44.0, 90.0]
_DEEPEST = 3
"""Headings deeper than this are found in the text."""


def make_index(
    name: str, document: Document, data: Sequence[Leaf], lists: Sequence[Leaf], text: Leaf, story: Story
) -> Leaf:
    """The index, with a link to everything."""
    outline = story.plain.outline
    lines = [*_opening(document, story.plain), Line([]), Line(["Foglio", "Che cosa contiene"], "testa")]
    for leaf, sheet in zip(data, document.sheets, strict=True):
        lines.append(_entry(leaf.name, leaf.name, sheet.description))
    lines.append(_entry(text.name, text.name, "Il testo del documento, parte per parte"))
    lines += [_entry(leaf.name, leaf.name, "I valori che si possono scegliere nelle celle") for leaf in lists]
    lines += _captions(outline, story, _PRINTED if data else _TITLE)
    lines += _chapters(outline, story, text.name)
    return Leaf(name, [piece for line in lines for piece in spread(line)], _WIDTHS, loose=frozenset({0}))


def _opening(document: Document, plain: Plain) -> Iterator[Line]:
    cover = document.cover or Cover(document.title)
    yield Line([strip_forbidden(document.title)], "titolo")
    texts = [cover.title if cover.title != document.title else "", cover.subtitle, *cover.lines]
    texts += [", ".join(cover.bodies)]
    texts += plain.picture(cover.logo) if cover.logo else []
    yield from (Line([strip_forbidden(text)], "nota") for text in texts if text)


def _captions(outline: Outline, story: Story, heading: str) -> Iterator[Line]:
    entries = [entry for entry in outline.entries if id(entry.block) in story.tables]
    if entries:
        yield from (Line([]), Line(["Tabelle e grafici", heading], "testa"))
    for entry in entries:
        assert not isinstance(entry.block, Heading)
        yield _entry(entry.label, story.tables[id(entry.block)].name, entry.block.caption)


def _chapters(outline: Outline, story: Story, text: str) -> Iterator[Line]:
    yield from (Line([]), Line(["Capitoli e paragrafi", ""], "testa"))
    for entry in outline.entries:
        if isinstance(entry.block, Heading) and entry.block.level <= _DEEPEST:
            link = f"{quote_sheet(text)}!A{story.rows[id(entry.block)]}"
            yield Line([Box("    " * (entry.block.level - 1) + strip_forbidden(entry.title), link=link)])


def _entry(label: str, sheet: str, about: str) -> Line:
    return Line([Box(label, link=f"{quote_sheet(sheet)}!A1"), strip_forbidden(about)])
