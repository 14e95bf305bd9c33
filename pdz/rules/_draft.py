# SPDX-License-Identifier: EUPL-1.2
"""What the rules look at beside the model: the ids and the words of the plan, as they were written.

One walk over the data gathers them: a plan has hundreds of thousands of values.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdz.calc.citazioni import iter_citazioni
from pdz.findings import Path

_NOT_WORDS = frozenset({"id", "includi", "profilo", "formato", "istat", "sezione", "campo", "chiave", "file"})
"""Keys whose text is for the program, not for the reader of the plan."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Passage(NamedTuple):
    """A text of the plan."""

    path: Path
    text: str
    bare: str
    """The text without citations `{{ … }}` and comments `<!-- … -->`: blanks stand for them, so that positions hold."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What can be looked at also when the shape of the plan is wrong."""

    data: Mapping[str, Any]
    ids: Mapping[str, tuple[Path, ...]]
    """Every id of the plan and the places where it is given, in the order of reading."""
    passages: tuple[Passage, ...]
    """Every text of the plan in the order of reading: prose, titles, notes, cells of tables, single words."""
    texts: tuple[tuple[Path, str], ...]
    """The texts that cite figures."""
    memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What a rule has worked out from the texts and another needs too, by the name of who keeps it."""


def make_draft(data: Mapping[str, Any]) -> Draft:
    """Gathers what the rules look at when the shape of the plan is wrong."""
    walk = _Walk()
    walk.mapping((), data, True)
    ids = {name: tuple(paths) for name, paths in walk.ids.items()}
    return Draft(data, ids, tuple(walk.passages), tuple(walk.texts))


class _Walk:
    """Goes through the data by exact type, calling itself only for what holds something: half the time of a stack."""

    def __init__(self) -> None:
        self.ids: dict[str, list[Path]] = {}
        self.passages: list[Passage] = []
        self.texts: list[tuple[Path, str]] = []

    def mapping(self, path: Path, value: Mapping[str, Any], named: bool) -> None:
        """The values of a mapping; inside the data of a table a column may be called id, and is no id."""
        name = value.get("id")
        if named and type(name) is str:
            self.ids.setdefault(name, []).append((*path, "id"))
        for key, item in value.items():
            kind = type(item)
            if kind is str:
                if key not in _NOT_WORDS or "{" in item:
                    self.text((*path, key), item)
            elif kind is dict:
                self.mapping((*path, key), item, named and key != "dati")
            elif kind is list:
                self.sequence((*path, key), item, named and key != "dati")

    def sequence(self, path: Path, value: list[Any], named: bool) -> None:
        """The items of a list."""
        for index, item in enumerate(value):
            kind = type(item)
            if kind is str:
                if path[-1] not in _NOT_WORDS or "{" in item:
                    self.text((*path, index), item)
            elif kind is dict:
                self.mapping((*path, index), item, named)
            elif kind is list:
                self.sequence((*path, index), item, named)

    def text(self, path: Path, value: str) -> None:
        """One text; a bare number is none."""
        if "{" in value and ("{{" in value or "{%" in value):
            self.texts.append((path, value))
            self.passages.append(Passage(path, value, _blank(value)))
        elif "<!--" in value:
            self.passages.append(Passage(path, value, _blank(value)))
        elif not value.isdigit():
            self.passages.append(Passage(path, value, value))


def address_of(data: Any, path: Path) -> str:
    """A path as people say it: «esiti/H1/giudizio», with the id of a thing in place of its index."""
    words: list[str] = []
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            data = None
        name = data.get("id") if isinstance(step, int) and isinstance(data, dict) else None
        words.append(name if isinstance(name, str) else str(step))
    return "/".join(words)


def _blank(text: str) -> str:
    for citazione in iter_citazioni(text):
        end = citazione.start + citazione.length
        text = text[: citazione.start] + " " * citazione.length + text[end:]
    return _COMMENT.sub(lambda match: " " * len(match[0]), text)
