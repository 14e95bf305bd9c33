# SPDX-License-Identifier: EUPL-1.2
"""Long lists on lines of a readable width, and the lines of the files where their items stand."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from textwrap import wrap

from pdz.cli._compare import file_of, locate
from pdz.findings import Path
from pdz.pipeline.compare import Lettura

WIDTH = 110
"""Of lists and prose; a place of a file is never broken."""


def render_list(head: str, items: Iterable[str], indent: str) -> Iterator[str]:
    """«head: one, two, three», as many lines as it takes."""
    yield from wrap_line(f"{head}: {', '.join(items)}", indent)


def wrap_line(text: str, indent: str) -> Iterator[str]:
    """One sentence, on as many lines as it takes."""
    lines = wrap(text, WIDTH - len(indent), subsequent_indent="   ", break_long_words=False, break_on_hyphens=False)
    yield from (f"{indent}{line}" for line in lines)


def render_lines(side: Lettura, paths: Iterable[Path], indent: str) -> Iterator[str]:
    """«piano/enti.yaml: righe 7, 9, 11-39», a line for each file."""
    places = [locate(side, path) for path in paths]
    for file, group in groupby(places, lambda place: file_of(side, place)):
        yield f"{indent}{file}: {_list_lines(sorted({place.line for place in group}))}"


def _list_lines(lines: list[int]) -> str:
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    said = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
    return f"riga {said}" if len(lines) == 1 else f"righe {said}"
