# SPDX-License-Identifier: EUPL-1.2
"""CSV as rows of text that remember where every cell stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Start index and length in the text of the file."""


@dataclass(slots=True)
class CsvRows:
    """The rows of a CSV, where their cells stand, and what is wrong with it: span, sentence, hint."""

    columns: list[str] = field(default_factory=list)
    rows: list[dict[str, str | None]] = field(default_factory=list)
    cells: list[list[Span]] = field(default_factory=list)
    problems: list[tuple[Span, str, str]] = field(default_factory=list)

    def span(self, row: int, column: str | None) -> Span:
        """A cell, or the whole row when no such column is there; the start of the file for a row that is not."""
        if row >= len(self.cells):
            return 0, 1
        cells = self.cells[row]
        if column in self.columns:
            return cells[self.columns.index(column)]
        return _whole(cells)


@dataclass(slots=True)
class _Cell:
    text: str
    span: Span


class _OpenQuote(Exception):
    """A quoted cell that never ends, or goes on after its closing quote."""

    def __init__(self, span: Span, message: str, hint: str) -> None:
        super().__init__(message)
        self.problem = (span, message, hint)


def parse_csv(text: str) -> CsvRows:
    """Rows of a CSV, separated by `;` or `,`: the one that the heading uses.

    Empty cells are None, empty rows are skipped; a row that does not fit the heading is a problem and is left out.
    """
    table = CsvRows()
    heading = text.partition("\n")[0]
    if not heading.strip(" ;,\t"):
        message = "la prima riga del CSV deve dare i nomi delle colonne"
        table.problems.append(((0, len(heading)), message, "scrivi i nomi nella prima riga"))
        return table
    separator = ";" if heading.count(";") >= heading.count(",") and ";" in heading else ","
    if "\t" in heading and separator not in heading:
        hint = "salva il file con il punto e virgola come separatore"
        table.problems.append(((0, len(heading)), "le colonne del CSV sono separate da tabulazioni", hint))
        return table
    try:
        _fill(table, _iter_rows(text, separator), _find_other(text, separator))
    except _OpenQuote as error:
        table.problems.append(error.problem)
    if not table.rows and not table.problems:
        message = "sotto i nomi delle colonne non c'è nessuna riga"
        table.problems.append(((0, len(heading)), message, "aggiungi i dati, o togli la tabella"))
    return table


def _fill(table: CsvRows, rows: Iterator[list[_Cell]], other: str) -> None:
    """Reads the rows; `other` is the separator of all of them, when it is not that of the heading."""
    heading, names = next(rows), set[str]()
    for cell in heading:
        if not cell.text or cell.text in names:
            message = f"la colonna «{cell.text}» c'è già" if cell.text else "una colonna è senza nome"
            table.problems.append((cell.span, message, "dai a ogni colonna del CSV un nome diverso"))
        names.add(cell.text)
    if table.problems:
        return
    table.columns = [cell.text for cell in heading]
    for row in rows:
        if not any(cell.text for cell in row):
            continue
        spans = [cell.span for cell in row]
        if other and row[0].text.count(other) == len(heading) - 1:
            message = f"qui le colonne sono separate da «{other}», nella prima riga no"
            table.problems.append((_whole(spans), message, f"scrivi la prima riga con «{other}» fra i nomi"))
            return  # the other rows would say the same
        if len(row) != len(heading):
            message = f"la riga ha {_count(len(row))}, le colonne sono {len(heading)}"
            hint = "un numero con la virgola va fra virgolette, o usa il punto e virgola come separatore"
            table.problems.append((_whole(spans), message, hint))
            continue
        table.rows.append({name: cell.text or None for name, cell in zip(table.columns, row, strict=True)})
        table.cells.append(spans)


def _find_other(text: str, separator: str) -> str:
    """The other separator, when below the heading there is that one alone; else empty."""
    heading, _, rest = text.partition("\n")
    other = "," if separator == ";" else ";"
    return other if separator in heading and separator not in rest and other in rest else ""


def _iter_rows(text: str, separator: str) -> Iterator[list[_Cell]]:
    plain = re.compile(f"[^{separator}\n]*")
    row: list[_Cell] = []
    position = 0
    while True:
        if text.startswith('"', position):
            cell, position = _quoted(text, position, separator)
        else:
            match = plain.match(text, position)
            assert match is not None  # it matches the empty text too
            cell, position = _plain(match[0], position), match.end()
        row.append(cell)
        if text.startswith(separator, position):
            position += 1
            continue
        yield row
        row, position = [], position + 1
        if position >= len(text):
            return


def _plain(raw: str, start: int) -> _Cell:
    stripped = raw.strip()
    begin = start + len(raw) - len(raw.lstrip()) if stripped else start
    return _Cell(stripped, (begin, max(len(stripped), 1)))


_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')


def _quoted(text: str, start: int, separator: str) -> tuple[_Cell, int]:
    match = _QUOTED.match(text, start)
    if match is None:
        raise _OpenQuote((start, 1), "le virgolette aperte qui non sono chiuse", "chiudi le virgolette, o toglile")
    end = match.end()
    while text[end : end + 1] == " ":
        end += 1
    if text[end : end + 1] not in {separator, "\n", ""}:
        hint = 'dentro una cella le virgolette si scrivono due volte: ""'
        raise _OpenQuote((end, 1), "dopo le virgolette chiuse la cella continua", hint)
    return _Cell(match[1].replace('""', '"').strip(), (start, match.end() - start)), end


def _whole(cells: list[Span]) -> Span:
    start, (last, length) = cells[0][0], cells[-1]
    return start, last + length - start


def _count(number: int) -> str:
    return f"{number} cella" if number == 1 else f"{number} celle"
