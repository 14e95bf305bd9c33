# SPDX-License-Identifier: EUPL-1.2
"""Names of the points of the page: short, readable, each used once, the same as long as titles do not change."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from pdz.doctree import Chart, Entry, Heading, Outline, Table

_GAP = re.compile(r"[^a-z0-9._-]+")
_LONGEST = 60
_PREFIXES: Mapping[type[Table | Chart], str] = {Table: "tabella", Chart: "grafico"}

OWN = ("contenuto", "cerca", "avviso", "note", "inizio")
"""Names that the page itself uses; those made of two parts have a colon between, which no other name has."""


@dataclass(slots=True)
class Anchors:
    """The names given so far in one page."""

    times: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OWN, 1))

    def add(self, text: str) -> str:
        """A name like `text` that nobody has: «Gli esiti» is `gli-esiti`, the second one `gli-esiti-2`."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        wanted = name = _GAP.sub("-", plain)[:_LONGEST].strip("-.") or "punto"
        while name in self.times:
            self.times[wanted] += 1
            name = f"{wanted}-{self.times[wanted]}"
        self.times[name] = 1
        return name


def name_entries(outline: Outline, anchors: Anchors) -> Mapping[int, str]:
    """The names of the entries of an outline, by `id(block)`: their own ids come first, the others go round them."""
    names = {id(entry.block): anchors.add(entry.block.id) for entry in outline.entries if entry.block.id}
    for entry in outline.entries:
        if id(entry.block) not in names:
            names[id(entry.block)] = anchors.add(_call(entry))
    return names


def _call(entry: Entry) -> str:
    if isinstance(entry.block, Heading):
        return entry.title
    return f"{_PREFIXES[type(entry.block)]} {entry.number}"
