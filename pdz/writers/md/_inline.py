# SPDX-License-Identifier: EUPL-1.2
"""Runs, links, notes and figures inside a paragraph."""

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple, assert_never
from unicodedata import category

from pdz.doctree import Break, Content, Day, Euro, Inline, Link, Note, Number, Outline, Percent, Ref, Text
from pdz.writers._losses import Loss, Losses
from pdz.writers._text import format_quantity, make_target
from pdz.writers.md._marks import HARD, escape_inside, escape_line

_ENTITY = re.compile(r"&(?=#?\w+;)")
_SIGNS = {"b": ("**", "strong"), "i": ("*", "em"), "s": ("~~", "del")}


class Run(NamedTuple):
    """A piece of a paragraph."""

    text: str
    looks: str = ""
    """Some of `b`, `i` and `s`: bold, italic, struck."""
    ready: bool = False
    """Already Markdown."""


@dataclass(slots=True)
class Inlines:
    """What the paragraphs of one document share."""

    outline: Outline
    anchors: Mapping[int, str]
    notes: list[str] = field(default_factory=list)
    """The written notes, in the order of their numbers."""
    losses: Losses = field(default_factory=Losses)

    def write(self, content: Content, bold: bool = False) -> str:
        """The content on one line, where HARD stands for the line breaks."""
        if isinstance(content, str):
            return _join([Run(content, "b")]) if bold else escape_inside(content)
        return _join([self._make_run(inline, bold) for inline in content])

    def _make_run(self, inline: Inline, bold: bool) -> Run:
        match inline:
            case Text(text=text):
                return Run(text, "b" * (inline.bold or bold) + "i" * inline.italic + "s" * inline.strike)
            case Euro() | Percent() | Number():
                return Run(format_quantity(inline), "b" * (inline.bold or bold))
            case Day():
                return Run(format_quantity(inline), "b" * bold)
            case Break():
                return Run(HARD, ready=True)
            case Link(href=href, text=text):
                target = make_target(href).replace("(", "%28").replace(")", "%29")
                if not target:
                    self.losses.add(Loss.LINK, href)
                return Run(_link(escape_line(text or href), _ENTITY.sub(r"\\&", target)), ready=True)
            case Ref():
                return Run(self._write_ref(inline), ready=True)
            case Note(content=content):
                return Run(f"[^{self._add_note(content)}]", ready=True)
            case _:
                assert_never(inline)

    def _write_ref(self, ref: Ref) -> str:
        entry = self.outline.by_id.get(ref.target)
        if entry is None:
            return escape_line(ref.text or ref.fallback)
        return _link(escape_line(ref.text or entry.label), f"#{self.anchors[id(entry.block)]}")

    def _add_note(self, content: Content) -> int:
        """Its number, which it has before the notes that it holds."""
        self.notes.append("")
        number = len(self.notes)
        self.notes[number - 1] = self.write(content)
        return number


def _link(label: str, target: str) -> str:
    return f"[{label}]({target})" if target and label else label


def _merge(runs: list[Run]) -> Iterator[Run]:
    """Runs that look the same as one, in Markdown without their looks."""
    for (looks, ready), group in groupby(runs, key=lambda run: (run.looks, run.ready)):
        text = "".join(run.text for run in group)
        yield Run(text if ready else escape_inside(text), looks)


def _join(runs: list[Run]) -> str:
    merged = list(_merge([run for run in runs if run.text]))
    written, dressed = "", False
    for run, following in pairwise([*merged, Run("")]):
        core = run.text.strip()
        if not run.looks or not core:
            written, dressed = written + run.text, False
            continue
        head, _, tail = run.text.partition(core)
        before, after = (written + head)[-1:], (tail + following.text)[:1]
        touches = (dressed and not head) or (following.looks and bool(after.strip()))
        plain = not touches and _closes(core[0], before, run.looks) and _closes(core[-1], after, run.looks)
        written += head + _dress(core, run.looks, plain) + tail
        dressed = not tail
    return re.sub(r"!(?=\[)", r"\!", written)


def _closes(edge: str, neighbour: str, looks: str) -> bool:
    """Whether signs are understood between the first or last character of a run and the neighbour of the run.

    Beside a letter they may not be, when the run begins or ends with something else than a letter or with more signs.
    """
    free = not neighbour.strip() or neighbour in string.punctuation or category(neighbour)[0] == "P"
    return free or (edge.isalnum() and len(looks) == 1 and looks != "s")


def _dress(core: str, looks: str, plain: bool) -> str:
    """The text between its signs, or between tags where signs would be taken for text."""
    for look in looks:
        sign, tag = _SIGNS[look]
        core = f"{sign}{core}{sign}" if plain else f"<{tag}>{core}</{tag}>"
    return core
