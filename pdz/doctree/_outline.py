# SPDX-License-Identifier: EUPL-1.2
"""Headings, captioned tables and charts of a document, numbered once for every writer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pdz.doctree._charts import Chart
from pdz.doctree._nodes import Block, Document, Heading, Table


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered heading, table or chart."""

    block: Heading | Table | Chart
    anchor: str
    """Stable bookmark name."""
    number: str
    """«1.2», «Allegato 1», «3» for a table or a chart; empty when not numbered."""

    @property
    def title(self) -> str:
        """A heading as it is printed: «1.2 Gli esiti», «Allegato 1. Schede obiettivo»."""
        text = self.block.text if isinstance(self.block, Heading) else self.block.caption
        separator = ". " if self.number[-1:].isdigit() and self.number[:1].isalpha() else " "
        return f"{self.number}{separator}{text}" if self.number else text

    @property
    def label(self) -> str:
        """What a cross-reference prints: «Tabella 3», «Grafico 1», «capitolo 1», «paragrafo 1.2», or a heading."""
        if isinstance(self.block, Table):
            return f"Tabella {self.number}"
        if isinstance(self.block, Chart):
            return f"Grafico {self.number}"
        if not self.number:
            return self.block.text
        if self.number[0].isalpha():
            return self.number
        return f"{'capitolo' if self.block.level == 1 else 'paragrafo'} {self.number}"


@dataclass(frozen=True, slots=True)
class Outline:
    """Headings, captioned tables and charts in order, with their numbers."""

    entries: tuple[Entry, ...]
    by_block: Mapping[int, Entry] = field(repr=False)
    """Keyed by `id(block)`: the tree is frozen and alive as long as its outline is used."""
    by_id: Mapping[str, Entry] = field(repr=False)


def iter_blocks(document: Document) -> Iterator[Block]:
    """The blocks of all sections in order, not those inside lists and cells."""
    for section in document.sections:
        yield from section.blocks


def outline(document: Document) -> Outline:
    """Numbers headings, captioned tables and charts; every writer prints the same numbers."""
    entries: list[Entry] = []
    counters: list[int] = []
    prefix = ""
    tables = charts = 0
    for block in iter_blocks(document):
        match block:
            case Heading():
                if block.level == 1:
                    counters = []
                    prefix = block.number or ""
                    number = prefix
                elif block.number is not None or not prefix or not prefix[0].isdigit():
                    number = block.number or ""
                else:
                    counters = counters[: block.level - 1] + [0] * (block.level - 1 - len(counters))
                    counters[block.level - 2] += 1
                    number = ".".join([prefix, *map(str, counters)])
                entries.append(Entry(block, f"_Toc{len(entries) + 1:06d}", number))
            case Table(caption=caption) if caption:
                tables += 1
                entries.append(Entry(block, f"_Tab{tables:06d}", str(tables)))
            case Chart(caption=caption) if caption:
                charts += 1
                entries.append(Entry(block, f"_Gra{charts:06d}", str(charts)))
            case _:
                pass
    return Outline(
        tuple(entries),
        {id(entry.block): entry for entry in entries},
        {entry.block.id: entry for entry in entries if entry.block.id},
    )
