# SPDX-License-Identifier: EUPL-1.2
"""Markdown (CommonMark, tables, footnotes; no HTML) -> blocks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

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
    return parser


class _Reader:
    """Walks the syntax tree of one text."""

    def __init__(self, text: str, inserts: list[Insert], insert_table: InsertTable, level: int) -> None:
        from markdown_it.tree import SyntaxTreeNode

        self._root = SyntaxTreeNode(_markdown().parse(text))
        self._inserts, self._insert_table, self._level = inserts, insert_table, level
        self._notes: dict[int, Any] = {}
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
                below = max(int(node.tag[1]) - 1, 1)
                text = "".join(plain(run) for run in self._inline(node.children[0]))
                yield Heading(min(self._level + below, 6), text)
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

    def _paragraph(self, node: Any) -> Iterator[Block]:
        inline = node.children[0]
        if (match := _MARK.fullmatch(inline.content.strip())) and isinstance(
            insert := self._inserts[int(match[1])], str
        ):
            yield from self._insert_table(insert)
        else:
            yield Paragraph(self._content(inline))

    def _table(self, node: Any) -> Table:
        def row(line: Any) -> Row:
            return Row(tuple(self._content(cell.children[0]) if cell.children else "" for cell in line.children))

        heads = [row(line) for part in node.children if part.type == "thead" for line in part.children]
        rows = [row(line) for part in node.children if part.type == "tbody" for line in part.children]
        width = max(len(line.cells) for line in (*heads, *rows))
        return Table(tuple(Column() for _ in range(width)), tuple(rows), tuple(heads))

    def _content(self, inline: Any) -> Content:
        runs = tuple(self._inline(inline))
        return runs[0].text if len(runs) == 1 and isinstance(runs[0], Text) and runs[0] == Text(runs[0].text) else runs

    def _inline(self, node: Any, bold: bool = False, italic: bool = False) -> Iterator[Inline]:
        for child in node.children:
            match child.type:
                case "text" | "code_inline":
                    yield from self._text(child.content, bold, italic)
                case "strong":
                    yield from self._inline(child, True, italic)
                case "em":
                    yield from self._inline(child, bold, True)
                case "softbreak":
                    yield Text(" ", bold, italic)
                case "hardbreak":
                    yield Break()
                case "link":
                    text = "".join(plain(run) for run in self._inline(child))
                    href = str(child.attrs["href"])
                    yield Ref(href[1:], text) if href.startswith("#") else Link(href, text)
                case "footnote_ref":
                    yield Note(self._note(child.meta["id"]))
                case "footnote_anchor":
                    continue
                case _:
                    yield from self._inline(child, bold, italic)

    def _note(self, identifier: int) -> Content:
        runs: list[Inline] = []
        for paragraph in self._notes[identifier].children:
            if paragraph.type == "paragraph":
                runs += ([Break()] if runs else []) + list(self._inline(paragraph.children[0]))
        return tuple(runs)

    def _text(self, text: str, bold: bool, italic: bool) -> Iterator[Inline]:
        end = 0
        for match in _MARK.finditer(text):
            if match.start() > end:
                yield Text(text[end : match.start()], bold, italic)
            insert = self._inserts[int(match[1])]
            if not isinstance(insert, str):
                yield (replace(insert, bold=bold) if isinstance(insert, (Euro, Percent, Number, Text)) else insert)
            end = match.end()
        if end < len(text):
            yield Text(text[end:], bold, italic)


def plain(run: Inline) -> str:
    """A run as text, for headings and link labels."""
    match run:
        case Text(text=text) | Link(text=text) | Ref(text=text):
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
