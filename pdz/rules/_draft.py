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
    ids: dict[str, list[Path]] = {}
    passages: list[Passage] = []
    texts: list[tuple[Path, str]] = []
    stack: list[tuple[Path, Any, bool]] = [((), data, True)]
    while stack:  # by exact type and without recursion: see the module
        path, value, named = stack.pop()
        kind = type(value)
        if kind is str:
            if "{{" in value or "{%" in value:
                texts.append((path, value))
                passages.append(Passage(path, value, _blank(value)))
            elif "<!--" in value:
                passages.append(Passage(path, value, _blank(value)))
            elif path[-1] not in _NOT_WORDS and not value.isdigit():
                passages.append(Passage(path, value, value))
        elif kind is list:
            stack.extend(((*path, index), value[index], named) for index in range(len(value) - 1, -1, -1))
        elif kind is dict:
            name = value.get("id")
            if named and type(name) is str:
                ids.setdefault(name, []).append((*path, "id"))
            # a column of a table may be called id
            stack.extend(((*path, key), item, named and key != "dati") for key, item in reversed(value.items()))
    return Draft(data, {name: tuple(paths) for name, paths in ids.items()}, tuple(passages), tuple(texts))


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
