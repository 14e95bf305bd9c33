# SPDX-License-Identifier: EUPL-1.2
"""The data of a plan, and the way back from a path in the data to a place in a file."""

import re
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import yaml

from pdz.findings import Finding, Location, Path, Severity
from pdz.source._csv import CsvRows
from pdz.source._files import SourceFile

ROOT_NAME = "piano.yaml"

Data: TypeAlias = dict[str, Any]


@dataclass(slots=True)
class Slot:
    """Where a top-level key stands: its key node and value node, and the items of all files when lists are joined."""

    file: str
    key: yaml.Node
    value: yaml.Node
    items: list[tuple[str, yaml.Node]] = field(default_factory=list)


@dataclass(slots=True)
class Source:
    """The data of a plan with the files they come from."""

    folder: FilePath
    data: Data = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    complete: bool = True
    """False when a file of the plan could not be read: what is missing may stand there."""
    slots: dict[str, Slot] = field(default_factory=dict)
    tables: dict[str, CsvRows] = field(default_factory=dict)
    roots: dict[str, yaml.Node] = field(default_factory=dict)
    """The composed YAML files."""

    def locate(self, path: Path, on_key: bool = False) -> Location:
        """The span of the value at `path`, or of the nearest thing above it that the author wrote."""
        file, node, key, rest = self._walk(path)
        if node is None:
            return Location(ROOT_NAME, 1, 1, 2)
        if (cell := self._find_cell(node, rest)) is not None:
            table, start, length = cell
            return self.files[table].span(start, length)
        if (on_key or isinstance(node, yaml.CollectionNode)) and key is not None:
            return self.span(file, key)
        return self.span(file, node)

    def locate_text(self, path: Path, start: int, length: int) -> Location:
        """The span of a part of the text at `path`, in its .md file, CSV cell or YAML value."""
        file, node, _, rest = self._walk(path)
        text = _text_at(self.data, path)
        if node is None or text is None:
            return self.locate(path)
        if (cell := self._find_cell(node, rest)) is not None:
            file, begin, size = cell
            end = begin + size
        elif isinstance(node, yaml.ScalarNode) and node.value in self.files and node.value != text:
            return self.files[node.value].span(start, length)
        else:
            begin, end = node.start_mark.index, node.end_mark.index
        within, needle = self.files[file], _as_written(text[start : start + length])
        before = len(needle.findall(text, 0, start))
        for number, match in enumerate(needle.finditer(within.text, begin, end)):
            if number == before:
                return within.span(match.start(), match.end() - match.start())
        return self.locate(path)

    def in_braces(self, path: Path) -> bool:
        """True when the keys at `path` are written `{…}`, on one line."""
        _, node, _, rest = self._walk(path)
        return not rest and isinstance(node, yaml.MappingNode) and bool(node.flow_style)

    def span(self, file: str, node: yaml.Node) -> Location:
        """The first line of a node."""
        start, within = node.start_mark.index, self.files[file]
        first_line = within.text[start : node.end_mark.index].partition("\n")[0]
        return within.span(start, len(first_line.rstrip()))

    def report(
        self, code: str, location: Location, message: str, hint: str = "", related: Location | None = None
    ) -> None:
        """Adds an error, once."""
        finding = Finding(code, Severity.ERROR, location, message, hint, related)
        if finding not in self.findings:
            self.findings.append(finding)

    def _walk(self, path: Path) -> tuple[str, yaml.Node | None, yaml.Node | None, Path]:
        """File, node, key node and unresolved rest of `path`; steps that the author did not write are skipped."""
        slot = self.slots.get(str(path[0])) if path else None
        if slot is None:
            return ROOT_NAME, None, None, ()
        file, node = slot.file, slot.value
        key: yaml.Node | None = slot.key
        for index, step in enumerate(path[1:], 1):
            if isinstance(step, int) and node is slot.value and slot.items:
                if step < len(slot.items):
                    file, node = slot.items[step]
                    key = None
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node, key = node.value[step], None
            elif isinstance(node, yaml.MappingNode):
                for candidate, value in node.value:
                    if candidate.value == step:
                        node, key = value, candidate
                        break
            elif isinstance(node, yaml.ScalarNode) and node.value in self.tables:
                return file, node, key, path[index:]
        return file, node, key, ()

    def _find_cell(self, node: yaml.Node, rest: Path) -> tuple[str, int, int] | None:
        """File, start and length of the CSV cell (or row) at `rest` below the node that names the file."""
        if not rest or not isinstance(node, yaml.ScalarNode) or node.value not in self.tables:
            return None
        row = rest[0] if isinstance(rest[0], int) else 0
        return node.value, *self.tables[node.value].span(row, str(rest[1]) if len(rest) > 1 else None)


def _text_at(data: Any, path: Path) -> str | None:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data if isinstance(data, str) else None


def _as_written(words: str) -> re.Pattern[str]:
    """A text as YAML or CSV may have written it: broken over lines, with its quotes doubled or escaped."""
    written = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(written.replace('"', r'[\\"]?"').replace("'", "''?"))
