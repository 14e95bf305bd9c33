# SPDX-License-Identifier: EUPL-1.2
"""Footnotes of the texts: their marks `[^x]` and the notes `[^x]: …`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pdz.findings import Path
from pdz.rules._draft import Draft
from pdz.rules._lettura import join_texts

_MARK = re.compile(r"\[\^(?P<name>[^\]\s^]+)\]")
_NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s^]+)\]:", re.MULTILINE)

Mark = tuple[str, int, int]
"""Name, start and length in the text."""


@dataclass(frozen=True, slots=True)
class Note:
    """The marks and the notes of a text."""

    path: Path
    marks: tuple[Mark, ...]
    notes: tuple[Mark, ...]


def iter_notes(draft: Draft) -> Iterator[Note]:
    """The texts that have footnotes."""
    for passage in draft.passages if "[^" in join_texts(draft) else ():
        if "[^" in passage.bare:
            notes = tuple((m["name"], m.start("name") - 2, len(m["name"]) + 3) for m in _NOTE.finditer(passage.bare))
            places = {start for _, start, _ in notes}
            found = ((m["name"], m.start(), len(m[0])) for m in _MARK.finditer(passage.bare))
            yield Note(passage.path, tuple(mark for mark in found if mark[1] not in places), notes)
