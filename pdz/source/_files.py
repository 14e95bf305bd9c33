# SPDX-License-Identifier: EUPL-1.2
"""The files of a plan as text: UTF-8 only, of a sane size, inside the folder; CSV as rows."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from pdz.findings import Location, did_you_mean

MAX_BYTES = 8_000_000
"""The text of a 150-page plan is under one million bytes."""


class FileProblem(Exception):  # noqa: N818 - it is a problem of the plan, not an error of pdz
    """A file that cannot be read, with the sentence for the author of the plan."""

    def __init__(self, code: str, message: str, hint: str = "", line: int = 1, inside: bool = False) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.line, self.inside = code, message, hint, line, inside


@dataclass(slots=True)
class SourceFile:
    """A text file of the plan."""

    name: str
    text: str
    _lines: list[str] = field(default_factory=list)

    def line(self, number: int) -> str:
        """Line `number`, from 1; empty past the end."""
        if not self._lines:
            self._lines = self.text.splitlines() or [""]
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def span(self, start: int, length: int) -> Location:
        """The place of `length` characters from index `start`."""
        line = self.text.count("\n", 0, start) + 1
        column = start - (self.text.rfind("\n", 0, start) + 1) + 1
        return Location(self.name, line, column, column + max(length, 1))


def read_text(folder: Path, name: str) -> SourceFile:
    """Reads one file of the plan; raises FileProblem when it is not there, outside, too big or not UTF-8."""
    path = folder / name
    if name.startswith(("/", "~")) or not path.resolve().is_relative_to(folder.resolve()):
        raise FileProblem(
            "Y005", f"«{name}» esce dalla cartella del piano", "usa solo file dentro la cartella del piano"
        )
    if not path.is_file():
        known = (other.relative_to(folder).as_posix() for other in folder.glob(f"**/*{path.suffix}"))
        raise FileProblem("Y008", f"non trovo il file «{name}»", did_you_mean(name, known))
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise FileProblem(
                "Y007",
                f"il file è troppo grande ({size // 1_000_000} MB)",
                "dividilo in più file",
                inside=True,
            )
        raw = path.read_bytes()
    except OSError as error:
        raise FileProblem("Y001", f"non riesco a leggere il file: {error.strerror}", "controlla i permessi") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        hint = "salvalo come UTF-8 (in Blocco note: Salva con nome, Codifica UTF-8)"
        raise FileProblem("Y001", "il file non è scritto in UTF-8", hint, line, inside=True) from error
    return SourceFile(name, text.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(slots=True)
class CsvRows:
    """Rows of a CSV with the lines where they stand."""

    rows: list[dict[str, str | None]]
    columns: list[str]
    lines: list[int]
    texts: list[str]
    starts: list[int]

    def span(self, row: int, column: str | None) -> tuple[int, int]:
        """Start index and length of a cell, or of its whole row when the row is quoted."""
        if row >= len(self.lines):
            return 0, len(self.texts[0]) if self.texts else 1
        line = self.lines[row] - 1
        text, start = self.texts[line], self.starts[line]
        if column not in self.columns or '"' in text:
            return start, len(text)
        cells = text.split(";" if text.count(";") >= text.count(",") and ";" in text else ",")
        index = self.columns.index(column)
        if index >= len(cells):
            return start, len(text)
        return start + sum(len(cell) + 1 for cell in cells[:index]), len(cells[index])


def parse_csv(text: str) -> CsvRows:
    """Rows of a CSV, separated by `;` or `,` (the one that the heading uses); empty cells are None.

    Raises FileProblem for a missing heading, a repeated column or a row with too many cells.
    """
    texts = text.split("\n")
    starts = [0]
    for line in texts:
        starts.append(starts[-1] + len(line) + 1)
    heading = texts[0] if texts else ""
    if not heading.strip():
        raise FileProblem("Y009", "la prima riga del CSV deve dare i nomi delle colonne", inside=True)
    separator = ";" if heading.count(";") >= heading.count(",") and ";" in heading else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        columns = [name.strip() for name in next(reader)]
        if len(set(columns)) != len(columns) or "" in columns:
            raise FileProblem("Y009", "le colonne del CSV devono avere nomi tutti diversi", inside=True)
        rows: list[dict[str, str | None]] = []
        lines: list[int] = []
        begin = reader.line_num + 1
        for cells in reader:
            first, begin = begin, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                message = f"la riga ha {len(cells)} celle, le colonne sono {len(columns)}"
                hint = "un numero con la virgola va fra virgolette, o usa il punto e virgola come separatore"
                raise FileProblem("Y009", message, hint, first, inside=True)
            rows.append({name: cell.strip() or None for name, cell in zip(columns, cells, strict=True)})
            lines.append(first)
    except csv.Error as error:
        raise FileProblem(
            "Y009", "il CSV non si legge: virgolette non chiuse?", "", reader.line_num, inside=True
        ) from error
    return CsvRows(rows, columns, lines, texts, starts)
