# SPDX-License-Identifier: EUPL-1.2
"""Nodes of one file -> plain data, refusing what a plan may not hold."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

from pdz.findings import shorten
from pdz.source._csv import parse_csv
from pdz.source._files import CONTROL, CONTROL_HINT, CONTROL_MESSAGE, FileProblem, read_text
from pdz.source._source import Source


class Refused:
    """Stands for a value that was refused: the finding is already there, nothing more is to be said of it."""


REFUSED: Final = Refused()

_ATTACHED = re.compile(r"\S+\.(md|csv)\Z")


class Builder:
    """Turns the nodes of one file into text, lists and mappings; None for an empty value."""

    def __init__(self, source: Source, file: str) -> None:
        self.source = source
        self.file = file
        self._seen: set[int] = set()

    def refuse(
        self, node: yaml.Node, code: str, message: str, hint: str = "", related: yaml.Node | None = None
    ) -> None:
        """Reports a node that a plan may not hold."""
        span = self.source.span
        self.source.report(
            code, span(self.file, node), message, hint, span(self.file, related) if related is not None else None
        )

    def items(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        """Keys and values of a mapping; a key that is not a word or comes twice is refused and left out."""
        first: dict[str, yaml.ScalarNode] = {}
        for key, value in node.value:
            if id(key) in self._seen:
                continue  # an alias, which was reported
            self._seen.add(id(key))
            if not isinstance(key, yaml.ScalarNode):
                hint = "scrivi «chiave: valore»; un testo che comincia con [ o { va fra virgolette"
                self.refuse(key, "Y002", "qui serve una chiave semplice, una parola seguita da due punti", hint)
            elif key.value in first:
                message = f"la chiave «{shorten(key.value)}» c'è già"
                self.refuse(key, "Y003", message, "togline una delle due", first[key.value])
            else:
                first[key.value] = key
                yield key, value

    def build(self, node: yaml.Node, attach: bool = True) -> Any:
        """The data of a node; `attach` reads the .md and .csv files that values name."""
        if id(node) in self._seen:  # an alias, which was reported; it may even hold itself
            return REFUSED
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, attach) for item in node.value]
        if isinstance(node, yaml.MappingNode):
            return {key.value: self.build(value, attach) for key, value in self.items(node)}
        assert isinstance(node, yaml.ScalarNode)  # there is no fourth kind
        return self._scalar(node, attach)

    def _scalar(self, node: yaml.ScalarNode, attach: bool) -> Any:
        value: str = node.value
        if not value.strip() or (not node.style and value in {"~", "null"}):
            return None
        if node.style == '"' and CONTROL.search(value):
            self.refuse(node, "Y002", CONTROL_MESSAGE, CONTROL_HINT)
            return REFUSED
        if attach and (match := _ATTACHED.match(value)):
            return self._text(node, value) if match[1] == "md" else self._table(node, value)
        return value

    def _text(self, node: yaml.Node, name: str) -> Any:
        """The text of a file that a value names."""
        known = self.source.files.get(name)
        if known is None:
            try:
                known = read_text(self.source.folder, name)
            except FileProblem as problem:
                where = problem.at or self.source.span(self.file, node)
                self.source.report(problem.code, where, problem.message, problem.hint)
                return REFUSED
            self.source.files[name] = known
        if not known.text.strip():
            hint = f"scrivi il testo, o togli «{name}» dal piano"
            self.source.report("Y006", known.span(0, 1), "il file è vuoto", hint)
            return REFUSED
        return known.text

    def _table(self, node: yaml.Node, name: str) -> Any:
        """The rows of a CSV file that a value names."""
        text = self._text(node, name)
        if not isinstance(text, str):
            return text
        table = self.source.tables[name] = parse_csv(text)
        for (start, length), message, hint in table.problems:
            self.source.report("Y009", self.source.files[name].span(start, length), message, hint)
        return [dict(row) for row in table.rows] if table.columns else REFUSED
