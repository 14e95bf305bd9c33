# SPDX-License-Identifier: EUPL-1.2
"""The comments with which a plan admits a finding in place: `# pdz: ammesso F002 perché …`.

At the end of a line a comment speaks of that line; alone, of the next line that says something. With a line goes the
value that begins there: a text of several lines, the .md or .csv file that it names. In a .md file the comment is
`<!-- pdz: ammesso T004 perché … -->`, inside its paragraph or alone above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from pdz.findings import Location
from pdz.source._files import SourceFile
from pdz.source._source import Source

_MARK = r"[ \t]*pdz[ \t]*(?P<colon>:|(?=\sammess[oaie]\b))"
"""Without the colon it is a slip, but not one to pass over in silence."""
_YAML = re.compile(rf"#{_MARK}[ \t]*(?P<body>[^\n]*)", re.IGNORECASE)
_MARKDOWN = re.compile(rf"<!--{_MARK}\s*(?P<body>.*?)\s*-->", re.IGNORECASE | re.DOTALL)
_NAMES = ("pdz", "PDZ", "Pdz")
_BODY = re.compile(
    r"ammess[oaie]\s+(?P<codes>[A-Z]\d{3}(?:\s*(?:,|\be\b)\s*[A-Z]\d{3})*)\s*(?:[:,;–—-]|perch[éè]'?\b)?\s*(?P<reason>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_CODE = re.compile(r"[A-Z]\d{3}", re.IGNORECASE)
_MIN_REASON = 8
"""Characters: «ok» is not a reason."""


@dataclass(frozen=True, slots=True)
class Ammissione:
    """A comment that admits findings, with the reason and the lines of which it speaks."""

    location: Location
    """The comment itself."""
    codes: tuple[str, ...]
    """Empty when the comment cannot be read."""
    reason: str
    """Empty when it is missing."""
    first_line: int
    last_line: int
    files: tuple[str, ...] = ()
    """Files that the line names, which are covered whole."""
    instead: str = ""
    """The right form of a comment that lacks the colon after «pdz»; such a comment admits nothing."""

    def covers(self, location: Location) -> bool:
        """True when a place is one of those of which the comment speaks."""
        own = location.file == self.location.file and self.first_line <= location.line <= self.last_line
        return own or location.file in self.files


def find_ammissioni(source: Source) -> tuple[Ammissione, ...]:
    """The comments of all files of a plan, in the order of reading."""
    return tuple(found for file in source.files.values() for found in _find_in(source, file))


def _find_in(source: Source, file: SourceFile) -> Iterator[Ammissione]:
    if not any(name in file.text for name in _NAMES):  # much faster than to look for the comments
        return
    if file.name.endswith(".md"):
        for match in _MARKDOWN.finditer(file.text):
            yield _make(file, match, *_find_paragraph(file.text, match))
    elif file.name in source.roots:
        scalars = list(_iter_scalars(source.roots[file.name]))
        for match in _YAML.finditer(file.text):
            if not any(_holds(node, match.start(), file.text) for node in scalars):
                yield _make(file, match, *_find_lines(file, match, scalars, source))


def _make(file: SourceFile, match: re.Match[str], first: int, last: int, files: tuple[str, ...] = ()) -> Ammissione:
    where = file.span(match.start(), match.end() - match.start())
    if not match["colon"]:
        return Ammissione(where, (), "", first, last, instead=f"pdz: {' '.join(match['body'].split())}")
    body = _BODY.match(match["body"].strip())
    if body is None:
        return Ammissione(where, (), "", first, last)
    reason = " ".join(body["reason"].split())
    codes = tuple(dict.fromkeys(code.upper() for code in _CODE.findall(body["codes"])))
    return Ammissione(where, codes, reason if len(reason) >= _MIN_REASON else "", first, last, files)


def _find_lines(
    file: SourceFile, match: re.Match[str], scalars: list[yaml.ScalarNode], source: Source
) -> tuple[int, int, tuple[str, ...]]:
    """The first and last line of which a YAML comment speaks, and the files that they name."""
    first = file.text.count("\n", 0, match.start()) + 1
    alone = not file.line(first)[: match.start() - file.text.rfind("\n", 0, match.start()) - 1].strip()
    end = file.text.count("\n") + 1
    while alone and first < end and (not (line := file.line(first).strip()) or line.startswith("#")):
        first += 1
    here = [node for node in scalars if node.start_mark.line + 1 == first]
    last = max((_last_line(node) for node in here), default=first)
    return first, max(first, last), tuple(node.value for node in here if node.value in source.files)


def _last_line(node: yaml.ScalarNode) -> int:
    """The last line of a value; the mark of a block text stands at the beginning of the line after it."""
    line: int = node.end_mark.line + 1
    return line - 1 if node.end_mark.column == 0 else line


def _holds(node: yaml.ScalarNode, index: int, text: str) -> bool:
    """True when a value holds the character at `index`; on the line of `|` a comment may stand beside it."""
    start: int = node.start_mark.index
    if node.style in {"|", ">"}:
        start = text.find("\n", start)
    return 0 <= start <= index < node.end_mark.index


def _find_paragraph(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The lines of the paragraph around a comment, or of the next one when the comment is a paragraph of its own."""
    before = text.rfind("\n\n", 0, match.start())
    start = before + 2 if before >= 0 else 0
    end = text.find("\n\n", match.end())
    end = end if end >= 0 else len(text)
    if not _MARKDOWN.sub("", text[start:end]).strip() and end < len(text):
        begin = end + len(text[end:]) - len(text[end:].lstrip("\n"))
        end = text.find("\n\n", begin)
        end = end if end >= 0 else len(text)
        start = begin
    return text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1


def _iter_scalars(root: yaml.Node) -> Iterator[yaml.ScalarNode]:
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            stack.extend(part for pair in node.value for part in pair)
        else:
            stack.extend(node.value)
