# SPDX-License-Identifier: EUPL-1.2
"""The indexes of a document, with links to what they list."""

from collections.abc import Iterable, Mapping

from pdz.doctree import Chart, Entry, Heading, Outline, Table
from pdz.writers.md._marks import escape_line, join


def write_contents(outline: Outline, anchors: Mapping[int, str], levels: int) -> str:
    """The headings that are so deep at most; nothing without any."""
    lines = []
    above: list[int] = []
    for entry in outline.entries:
        if isinstance(entry.block, Heading) and entry.block.level <= levels:
            above = [level for level in above if level < entry.block.level]
            lines.append("  " * len(above) + _write_entry(entry, entry.title, anchors))
            above.append(entry.block.level)
    return _write_index("Indice", lines)


def write_list(outline: Outline, anchors: Mapping[int, str], title: str, kind: type[Table | Chart]) -> str:
    """The tables, or the charts, that have a caption; nothing without any."""
    return _write_index(
        title,
        (
            _write_entry(entry, f"{entry.label} – {entry.block.caption}", anchors)
            for entry in outline.entries
            if isinstance(entry.block, Table | Chart) and isinstance(entry.block, kind)
        ),
    )


def _write_entry(entry: Entry, text: str, anchors: Mapping[int, str]) -> str:
    return f"- [{escape_line(text)}](#{anchors[id(entry.block)]})"


def _write_index(title: str, lines: Iterable[str]) -> str:
    written = "\n".join(lines)
    return join([f"**{title}**", written]) if written else ""
