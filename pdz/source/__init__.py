# SPDX-License-Identifier: EUPL-1.2
"""YAML that remembers where every value stood.

A plan is a folder: `piano.yaml` and the files that its `includi:` globs name. Every scalar is delivered as text, so
that codes keep their zeros, `no` stays a word and money is exact; the type of the field decides how it is read.
The files are composed once with libyaml; positions are looked up in the composed nodes, only when asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, TypeAlias

import yaml

from pdz.errors import PdzError
from pdz.findings import Finding, Location, Path, Severity, did_you_mean
from pdz.source._files import CsvRows, FileProblem, SourceFile, parse_csv, read_text
from pdz.source._yaml import TAGS, alias_positions, compose, mapping_items, nested_too_deep, syntax_problem

ROOT_NAME = "piano.yaml"
MAX_DEPTH = 40
"""A plan is about ten levels deep; forty is a slip or an attack."""

Data: TypeAlias = dict[str, Any]


@dataclass(slots=True)
class _Slot:
    """Where a top-level key stands: its key node and value nodes, one per file when lists are joined."""

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
    _slots: dict[str, _Slot] = field(default_factory=dict)
    _tables: dict[str, CsvRows] = field(default_factory=dict)

    def iter_expressions(self) -> Iterator[tuple[Path, str]]:
        """The texts that cite figures (they hold «{{» or «{%»), with their paths."""
        stack: list[tuple[Path, Any]] = [((), self.data)]
        while stack:
            path, value = stack.pop()
            if isinstance(value, str):
                if "{{" in value or "{%" in value:
                    yield path, value
            elif isinstance(value, dict):
                stack.extend(((*path, key), item) for key, item in value.items())
            elif isinstance(value, list):
                stack.extend(((*path, index), item) for index, item in enumerate(value))

    def locate(self, path: Path, on_key: bool = False) -> Location:
        """The span of the value at `path`, or of the nearest thing above it that the author wrote."""
        file, node, key, rest = self._walk(path)
        if node is None:
            return self._start_of(ROOT_NAME)
        if rest and isinstance(node, yaml.ScalarNode) and node.value in self._tables:
            return self._locate_cell(node.value, rest)
        if (on_key or isinstance(node, yaml.CollectionNode)) and key is not None:
            return _span(file, key)
        return _span(file, node)

    def locate_text(self, path: Path, start: int, length: int) -> Location:
        """The span of `length` characters from `start` of the text at `path`, in its .md file or inside the YAML."""
        file, node, _, _ = self._walk(path)
        if node is None:
            return self._start_of(ROOT_NAME)
        text = _item(self.data, path)
        if isinstance(node, yaml.ScalarNode) and node.value in self.files and node.value != text:
            return self.files[node.value].span(start, length)
        within = self.files[file]
        begin, end = node.start_mark.index, node.end_mark.index
        skipped = text[:start].count(text[start : start + length])
        for _ in range(skipped + 1):
            found = within.text.find(text[start : start + length], begin, end)
            if found < 0:
                return _span(file, node)
            begin = found + 1
        return within.span(found, length)

    def _walk(self, path: Path) -> tuple[str, yaml.Node | None, yaml.Node | None, Path]:
        """File, node, key node and unresolved rest of `path`; steps that the author did not write are skipped."""
        slot = self._slots.get(str(path[0])) if path else None
        if slot is None:
            return ROOT_NAME, None, None, ()
        file = slot.file
        node: yaml.Node = slot.value
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
            elif isinstance(node, yaml.ScalarNode) and node.value in self._tables:
                return file, node, key, path[index:]
        return file, node, key, ()

    def _locate_cell(self, table: str, rest: Path) -> Location:
        rows = self._tables[table]
        row = rest[0] if isinstance(rest[0], int) else 0
        column = str(rest[1]) if len(rest) > 1 else None
        return self.files[table].span(*rows.span(row, column))

    def _start_of(self, name: str) -> Location:
        return Location(name, 1, 1, 2)

    def report(
        self, code: str, location: Location, message: str, hint: str = "", related: Location | None = None
    ) -> None:
        """Adds an error."""
        self.findings.append(Finding(code, Severity.ERROR, location, message, hint, related))


def load(folder: FilePath) -> Source:
    """Reads all files of the plan in `folder` (or the folder of the `piano.yaml` given).

    Raises PdzError when there is no plan there; everything wrong inside the files becomes a finding.
    """
    if folder.is_file() and folder.name == ROOT_NAME:
        folder = folder.parent
    if not folder.is_dir():
        raise PdzError(f"«{folder}» non è una cartella", "indica la cartella che contiene piano.yaml")
    if not (folder / ROOT_NAME).is_file():
        raise PdzError(
            f"in «{folder}» non c'è {ROOT_NAME}",
            "indica la cartella del piano, o creane una con: pdz init CARTELLA",
        )
    source = Source(folder)
    _add_file(source, ROOT_NAME)
    for name in _included(source):
        _add_file(source, name)
    return source


def _included(source: Source) -> Iterator[str]:
    """The names of the included files in order, each once."""
    patterns = source.data.get("includi") or []
    if not isinstance(patterns, list):
        return
    base = source.folder.resolve()
    seen = {ROOT_NAME}
    for index, pattern in enumerate(patterns):
        where = source.locate(("includi", index))
        if not isinstance(pattern, str) or pattern.startswith(("/", "\\", "~")) or ".." in re.split(r"[/\\]", pattern):
            source.report(
                "Y005",
                where,
                f"«{pattern}» esce dalla cartella del piano",
                "i file inclusi stanno nella cartella del piano",
            )
            continue
        names = sorted(
            path.relative_to(source.folder).as_posix()
            for path in source.folder.glob(pattern)
            if path.is_file() and path.suffix in {".yaml", ".yml"}
        )
        if not names:
            known = [
                path.relative_to(source.folder).as_posix()
                for path in source.folder.glob("**/*.y*ml")
                if path.name != ROOT_NAME
            ]
            source.report(
                "Y005",
                where,
                f"«{pattern}» non corrisponde a nessun file .yaml",
                did_you_mean(pattern, known),
            )
        for name in names:
            if not (source.folder / name).resolve().is_relative_to(base):
                source.report("Y005", where, f"«{name}» è un collegamento che esce dalla cartella del piano")
            elif name not in seen:
                seen.add(name)
                yield name


def _add_file(source: Source, name: str) -> None:
    """Composes one file and merges its keys into the plan."""
    try:
        file = source.files[name] = read_text(source.folder, name)
    except FileProblem as problem:
        source.report(problem.code, Location(name, problem.line, 1, 2), problem.message, problem.hint)
        return
    if (deep := nested_too_deep(file.text)) is not None:
        source.report("Y007", file.span(deep, 1), "troppi livelli uno dentro l'altro", "un piano non ne ha bisogno")
        return
    try:
        root = compose(file.text)
    except yaml.YAMLError as error:
        location, message, hint = syntax_problem(file, error)
        source.report("Y002", location, message, hint)
        return
    if root is None:
        source.report("Y006", Location(name, 1, 1, 2), "il file è vuoto", "scrivi almeno una chiave, o togli il file")
        return
    if not isinstance(root, yaml.MappingNode):
        source.report("Y006", _span(name, root), "il file deve cominciare con delle chiavi, come «titolo: …»")
        return
    builder = _Builder(source, name)
    for key, node in mapping_items(root, builder.refuse):
        _merge(source, builder, name, key, node)
    builder.refuse_aliases(file)


def _merge(source: Source, builder: "_Builder", name: str, key: yaml.ScalarNode, node: yaml.Node) -> None:
    """Adds one top-level key: lists of several files join, anything else may stand in one file only."""
    value = builder.build(node, 1)
    slot = source._slots.get(key.value)
    items = [(name, item) for item in node.value] if isinstance(node, yaml.SequenceNode) else []
    if slot is None:
        if key.value == "includi" and name != ROOT_NAME:
            source.report("Y005", _span(name, key), f"«includi» si scrive solo in {ROOT_NAME}")
            return
        source._slots[key.value] = _Slot(name, key, node, items)
        source.data[key.value] = value
    elif isinstance(value, list) and isinstance(source.data[key.value], list):
        slot.items.extend(items)
        source.data[key.value].extend(value)
    else:
        first = _span(slot.file, slot.key)
        source.report(
            "Y003",
            _span(name, key),
            f"«{key.value}» c'è già in {first.file}:{first.line}:{first.column}",
            "lascia la chiave in un solo file (si uniscono solo gli elenchi)",
            first,
        )


class _Builder:
    """Turns nodes into plain data, refusing what a plan may not hold."""

    def __init__(self, source: Source, file: str) -> None:
        self.source = source
        self.file = file
        self.seen: set[int] = set()
        self.shared = False
        """True when a node was met twice: the file uses aliases."""

    def refuse(
        self, node: yaml.Node, code: str, message: str, hint: str = "", related: yaml.Node | None = None
    ) -> None:
        """Reports a node that a plan may not hold."""
        other = _span(self.file, related) if related is not None else None
        self.source.report(code, _span(self.file, node), message, hint, other)

    def refuse_aliases(self, file: SourceFile) -> None:
        """Aliases: a block said once and meant twice is not what a plan says aloud (and they can explode)."""
        if self.shared:
            for start, length in alias_positions(file.text):
                self.source.report(
                    "Y004",
                    file.span(start, length),
                    f"«{file.text[start : start + length]}»: gli alias YAML non sono ammessi",
                    "scrivi il valore per esteso, o fra virgolette se è un testo",
                )

    def build(self, node: yaml.Node, depth: int) -> Any:
        """Plain data: text, lists, mappings; None for an empty value."""
        if id(node) in self.seen:
            self.shared = True
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if depth > MAX_DEPTH:
            self.refuse(node, "Y007", f"troppi livelli uno dentro l'altro (più di {MAX_DEPTH})")
            return None
        if node.tag not in TAGS:
            self.refuse(node, "Y004", f"l'etichetta YAML «{node.tag}» non è ammessa", "togli il punto esclamativo")
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, depth + 1) for item in node.value]
        assert isinstance(node, yaml.MappingNode)
        return {key.value: self.build(value, depth + 1) for key, value in mapping_items(node, self.refuse)}

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        value: str = node.value
        if node.tag not in TAGS:
            self.refuse(node, "Y004", f"l'etichetta YAML «{node.tag}» non è ammessa", "scrivi il testo fra virgolette")
        if node.style is None and value in ("", "~", "null"):
            return None
        if value.endswith(".md") and not re.search(r"\s", value):
            return self._attached(node, value)
        if value.endswith(".csv") and not re.search(r"\s", value):
            return self._table(node, value)
        return value

    def _attached(self, node: yaml.ScalarNode, name: str) -> str | None:
        """The text of a file that a value names."""
        known = self.source.files.get(name)
        if known is None:
            try:
                known = self.source.files[name] = read_text(self.source.folder, name)
            except FileProblem as problem:
                where = Location(name, problem.line, 1, 2) if problem.inside else _span(self.file, node)
                self.source.report(problem.code, where, problem.message, problem.hint)
                return None
        return known.text

    def _table(self, node: yaml.ScalarNode, name: str) -> list[dict[str, str | None]] | None:
        """The rows of a CSV file that a value names."""
        text = self._attached(node, name)
        if text is None:
            return None
        try:
            rows = self.source._tables[name] = parse_csv(text)
        except FileProblem as problem:
            self.source.report(problem.code, Location(name, problem.line, 1, 2), problem.message, problem.hint)
            return None
        return rows.rows


def _span(file: str, node: yaml.Node) -> Location:
    """The first line of a node."""
    start, end = node.start_mark, node.end_mark
    column = start.column + 1
    last = end.column + 1 if end.line == start.line else column + 1
    return Location(file, start.line + 1, column, max(last, column + 1))


def _item(data: Any, path: Path) -> str:
    for step in path:
        data = data[step]
    return str(data)
