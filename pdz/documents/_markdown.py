# SPDX-License-Identifier: EUPL-1.2
"""Markdown (CommonMark, tables, footnotes; no HTML) -> blocks."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, Literal, TypeAlias

from pdz.calc import Calcolo
from pdz.calc.stampa import format_calcolo
from pdz.dates import format_date
from pdz.doctree import (
    Block,
    Break,
    Column,
    Content,
    Day,
    Euro,
    Heading,
    Inline,
    Items,
    Link,
    Note,
    Number,
    Paragraph,
    Percent,
    Ref,
    Row,
    Table,
    Text,
)  # fmt: skip

_MARK = re.compile("\ue000(\\d+)\ue001")
_PLAIN = Text("")
_ALIGN: dict[str, Literal["destra", "centro"]] = {"text-align:right": "destra", "text-align:center": "centro"}
_SAFE_LINK = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)

Insert: TypeAlias = Inline | str
"""What a mark in the text stands for: an inline node, or the id of a table to insert."""
InsertTable = Callable[[str], tuple[Block, ...]]


def read_markdown(text: str, inserts: list[Insert], insert_table: InsertTable, level: int) -> Iterator[Block]:
    """The blocks of a text whose citations were replaced by marks; `##` becomes a heading of `level` + 1."""
    yield from _Reader(text, inserts, insert_table, level).read()


def mark(number: int) -> str:
    """What stands in the text for insert `number`: private characters that Markdown leaves alone."""
    return f"\ue000{number}\ue001"


def as_runs(content: Content) -> tuple[Inline, ...]:
    """A content as runs."""
    return (Text(content),) if isinstance(content, str) else content


@cache
def _markdown() -> Any:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)
    parser.validateLink = lambda url: bool(_SAFE_LINK.match(url))  # type: ignore[method-assign]
    parser.inline.ruler.at("image", _read_image)
    return parser


def _read_image(state: Any, silent: bool) -> bool:
    """An image from anywhere: only its alternative text is printed, so its address cannot harm."""
    from markdown_it.rules_inline import image

    refuse_unsafe = state.md.validateLink
    state.md.validateLink = lambda url: True
    try:
        return image(state, silent)
    finally:
        state.md.validateLink = refuse_unsafe


class _Reader:
    """Walks the syntax tree of one text."""

    def __init__(self, text: str, inserts: list[Insert], insert_table: InsertTable, level: int) -> None:
        from markdown_it.tree import SyntaxTreeNode

        self._root = SyntaxTreeNode(_markdown().parse(text))
        self._inserts, self._insert_table, self._level = inserts, insert_table, level
        self._notes: dict[int, Any] = {}
        self._headings: list[tuple[int, int]] = []
        """The headings above this point: depth as written, level as printed."""
        self._last_heading = ""
        for node in self._root.children:
            if node.type == "footnote_block":
                self._notes = {child.meta["id"]: child for child in node.children}

    def read(self) -> Iterator[Block]:
        for node in self._root.children:
            yield from self._block(node)

    def _block(self, node: Any) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                yield self._heading(node)
            case "bullet_list" | "ordered_list":
                items = tuple(
                    tuple(block for child in item.children for block in self._block(child)) for item in node.children
                )
                yield Items(items, node.type == "ordered_list", int(node.attrs.get("start", 1)))
            case "blockquote":
                for child in node.children:
                    for block in self._block(child):
                        yield replace(block, role="citazione") if isinstance(block, Paragraph) else block
            case "table":
                yield self._table(node)
            case "code_block" | "fence":
                yield Paragraph(node.content.rstrip("\n"))
            case _:
                return

    def _heading(self, node: Any) -> Heading:
        """A heading one level below the one above it, however many were skipped: «2.1.0.1» is no number."""
        depth = max(int(node.tag[1]) - 1, 1)
        while self._headings and self._headings[-1][0] >= depth:
            self._headings.pop()
        level = min((self._headings[-1][1] if self._headings else self._level) + 1, 6)
        self._headings.append((depth, level))
        self._last_heading = "".join(plain(run) for run in self._inline(node.children[0]))
        return Heading(level, self._last_heading)

    def _paragraph(self, node: Any) -> Iterator[Block]:
        inline = node.children[0]
        if (match := _MARK.fullmatch(inline.content.strip())) and isinstance(
            insert := self._inserts[int(match[1])], str
        ):
            yield from self._insert_table(insert)
        elif content := self._content(inline):
            yield Paragraph(content)

    def _table(self, node: Any) -> Table:
        def row(line: Any) -> Row:
            return Row(tuple(self._content(cell.children[0]) if cell.children else "" for cell in line.children))

        heads = [row(line) for part in node.children if part.type == "thead" for line in part.children]
        rows = [row(line) for part in node.children if part.type == "tbody" for line in part.children]
        columns = tuple(Column(align=_ALIGN.get(str(cell.attrs.get("style")), "sinistra")) for cell in _head(node))
        named = ("".join(map(plain, as_runs(cell))) for cell in heads[0].cells if isinstance(cell, str | tuple))
        description = self._last_heading or ", ".join(name for name in named if name)
        return Table(columns, tuple(rows), tuple(heads), description=description)

    def _content(self, inline: Any) -> Content:
        runs = tuple(_merge(self._inline(inline)))
        return runs[0].text if len(runs) == 1 and isinstance(runs[0], Text) and runs[0] == Text(runs[0].text) else runs

    def _inline(self, node: Any, look: Text = _PLAIN) -> Iterator[Inline]:
        """The runs of a node, with the look of what is around it."""
        for child in node.children:
            match child.type:
                case "text" | "code_inline":
                    yield from self._text(child.content, look)
                case "strong":
                    yield from self._inline(child, replace(look, bold=True))
                case "em":
                    yield from self._inline(child, replace(look, italic=True))
                case "s":
                    yield from self._inline(child, replace(look, strike=True))
                case "softbreak":
                    yield replace(look, text=" ")
                case "hardbreak":
                    yield Break()
                case "link" if not look.strike:
                    text = "".join(plain(run) for run in self._inline(child))
                    href = str(child.attrs["href"])
                    yield Ref(href[1:], text) if href.startswith("#") else Link(href, text)
                case "footnote_ref":
                    yield Note(self._note(child.meta["id"]))
                case "footnote_anchor":
                    continue
                case _:  # of an image the alternative text
                    yield from self._inline(child, look)

    def _note(self, identifier: int) -> Content:
        runs: list[Inline] = []
        for paragraph in self._notes[identifier].children:
            if paragraph.type == "paragraph":
                runs += ([Break()] if runs else []) + list(self._inline(paragraph.children[0]))
        return tuple(_merge(runs))

    def _text(self, text: str, look: Text) -> Iterator[Inline]:
        end = 0
        for match in _MARK.finditer(text):
            if match.start() > end:
                yield replace(look, text=text[end : match.start()])
            insert = self._inserts[int(match[1])]
            if not isinstance(insert, str):
                yield _dress(insert, look)
            end = match.end()
        if end < len(text):
            yield replace(look, text=text[end:])


def _head(table: Any) -> list[Any]:
    """The cells of the heading row."""
    return list(table.children[0].children[0].children)


def _dress(insert: Inline, look: Text) -> Inline:
    """What stands for a citation, with the look of the text around it; a number cannot be struck, its text can."""
    if isinstance(insert, Text) or (look.strike and isinstance(insert, Euro | Percent | Number | Day)):
        return replace(look, text=plain(insert), bold=look.bold or (isinstance(insert, Text) and insert.bold))
    return replace(insert, bold=look.bold) if isinstance(insert, Euro | Percent | Number) else insert


def _merge(runs: Iterable[Inline]) -> Iterator[Inline]:
    """The runs, with neighbours of the same look as one."""
    last: Text | None = None
    for run in runs:
        if isinstance(run, Text) and last is not None and replace(last, text=run.text) == run:
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run if isinstance(run, Text) else None
        if last is None:
            yield run
    if last is not None:
        yield last


def plain(run: Inline) -> str:
    """A run as text, for headings and link labels."""
    match run:
        case Ref(text="", fallback=text) | Text(text=text) | Link(text=text) | Ref(text=text):
            return text
        case Number(value=value, decimals=decimals):
            return format_calcolo(Calcolo("", value, "numero", decimals))
        case Percent(value=value, decimals=decimals):
            return format_calcolo(Calcolo("", value, "percento", decimals))
        case Euro(amount=amount):
            return format_calcolo(Calcolo("", amount, "euro"))
        case Day(day=day):
            return format_date(day)
        case Break():
            return " "
        case _:
            return ""
