# SPDX-License-Identifier: EUPL-1.2
"""The texts of a plan -> blocks; cited figures become numbers of the tree, so that text cannot drift from data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pdz.calc import Calcolo
from pdz.calc.citazioni import INSERTS, Citabile, Citazione, iter_citazioni, name_rimando
from pdz.calc.stampa import format_calcolo
from pdz.dates import format_date, format_long_date
from pdz.doctree import (
    Block,
    Break,
    Cell,
    Content,
    Day,
    Euro,
    Inline,
    Items,
    Number,
    Paragraph,
    Percent,
    Ref,
    RichCell,
    Text,
)  # fmt: skip
from pdz.documents._markdown import Insert, InsertTable, as_runs, mark, read_markdown
from pdz.documents._simple import is_plain, simple_blocks
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent

_COMMENT = re.compile(r"^[ \t]*<!--.*?-->[ \t]*(?:\n|\Z)|[ \t]*<!--.*?-->", re.DOTALL | re.MULTILINE)
"""What authors write for one another; a line of its own goes with its end, so that the paragraph is not cut."""


class Prose:
    """Turns the texts of one plan into blocks."""

    def __init__(self, citabili: Mapping[str, Citabile], insert_table: InsertTable | None = None) -> None:
        self._citabili = citabili
        self._insert_table = insert_table or (lambda _: ())

    def blocks(self, text: str | None, level: int = 1) -> tuple[Block, ...]:
        """The blocks of a text; `##` becomes a heading of `level` + 1."""
        if not text or not text.strip():
            return ()
        if is_plain(text):
            return (Paragraph(text.strip()),)
        simple = simple_blocks(text)
        if simple is not None:
            return simple
        marked, inserts = self._mark(text)
        return tuple(read_markdown(marked, inserts, self._insert_table, level))

    def cell(self, text: str | None) -> Cell:
        """The content of a cell."""
        if not text:
            return ""
        if is_plain(text):
            return text.strip()
        blocks = self.blocks(text, 6)
        match blocks:
            case (Paragraph(content=content),):
                return content
            case _:
                return RichCell(blocks)

    def content(self, text: str) -> Content:
        """The text as one paragraph."""
        if is_plain(text):
            return text.strip()
        runs: list[Inline] = []
        for line in _lines(self.blocks(text, 6)):
            runs += ([Break()] if runs else []) + list(line)
        return tuple(runs)

    def plain(self, text: str) -> str:
        """The text with its figures as they are printed, for what has no formatting: an alternative text."""
        parts: list[str] = []
        end = 0
        for citazione in iter_citazioni(text):
            parts += [text[end : citazione.start], _as_text(self._resolve(citazione))]
            end = citazione.start + citazione.length
        return "".join([*parts, text[end:]])

    def _mark(self, text: str) -> tuple[str, list[Insert]]:
        """The text with a mark in place of each citation, and what each mark stands for (a table id, or inline)."""
        text = _COMMENT.sub("", text)
        inserts: list[Insert] = []
        parts: list[str] = []
        end = 0
        for citazione in iter_citazioni(text):
            parts += [text[end : citazione.start], mark(len(inserts))]
            inserts.append(citazione.argument if citazione.function in INSERTS else self._resolve(citazione))
            end = citazione.start + citazione.length
        return "".join([*parts, text[end:]]), inserts

    def _resolve(self, citazione: Citazione) -> Inline:
        if citazione.function == "rif":
            title = self._citabili.get(name_rimando(citazione.argument))
            return Ref(citazione.argument, fallback=f"«{title}»" if title else "")
        value = self._citabili.get(citazione.name)
        if value is None:
            return Text(f"[{citazione.name}?]", bold=True)  # a rule refuses the plan before this is ever printed
        node: Inline = (
            Text(value) if isinstance(value, str) else Day(value) if isinstance(value, date) else _number(value)
        )
        for name, argument in citazione.filters:
            node = _apply(node, value, name, argument)
        return node


def _as_text(node: Inline) -> str:
    match node:
        case Text(text=text):
            return text
        case Euro(amount=value):
            return format_euro(value)
        case Percent(value=value, decimals=decimals):
            return format_percent(value, decimals)
        case Number(value=value, decimals=decimals):
            return format_number(value, decimals)
        case Day(day=day):
            return format_date(day)
        case Ref(fallback=fallback):
            return fallback
        case _:
            return ""


def _lines(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """Paragraphs and items of lists as lines; an item keeps its dash or number."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield as_runs(block.content)
        elif isinstance(block, Items):
            for number, item in enumerate(block.items, block.start):
                sign = Text(f"{number}. " if block.ordered else "– ")
                for index, line in enumerate(_lines(item)):
                    yield (sign, *line) if index == 0 else line


def _number(calcolo: Calcolo) -> Inline:
    if calcolo.stampa or calcolo.valore is None:
        return Text(format_calcolo(calcolo))
    if calcolo.tipo == "euro":
        return Euro(calcolo.valore)
    if calcolo.tipo == "percento":
        return Percent(calcolo.valore, calcolo.decimali)
    return Number(calcolo.valore, calcolo.decimali)


def _apply(node: Inline, value: Citabile, name: str, argument: int | None) -> Inline:
    if isinstance(value, date):
        return Text(format_long_date(value) if name == "data_estesa" else format_date(value))
    if not isinstance(value, Calcolo) or value.valore is None:
        return node
    match name:
        case "euro":
            return Euro(value.valore)
        case "percento":
            return Percent(value.valore, value.decimali if argument is None else argument)
        case "numero":
            return Number(value.valore, value.decimali if argument is None else argument)
        case _:
            return node
