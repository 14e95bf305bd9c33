# SPDX-License-Identifier: EUPL-1.2
"""The files of a plan as text: UTF-8 only, of a sane size, inside the folder."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from pdz.errors import explain_os_error
from pdz.findings import Location, did_you_mean, shorten

MAX_BYTES = 8_000_000
"""The text of a 150-page plan is under one million bytes."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML forbids or Word cannot hold, and line ends that no editor counts."""

CONTROL_MESSAGE = "c'è un carattere di controllo, che non si vede"
CONTROL_HINT = "cancella e riscrivi la parola: succede copiando da un altro programma"


class FileProblem(Exception):
    """A file that cannot be read, with the sentence for the author of the plan."""

    def __init__(self, code: str, message: str, hint: str = "", at: Location | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.at = at
        """The place inside the file; None when the fault is in the name by which it was called."""


@dataclass(slots=True)
class SourceFile:
    """A text file of the plan; lines end where editors end them, at each line feed."""

    name: str
    text: str
    _lines: list[str] = field(default_factory=list)
    _begins: list[int] = field(default_factory=list)
    """Index of the first character of each line: a large comparison asks for thousands of places."""

    def line(self, number: int) -> str:
        """Line `number`, from 1; empty past the end."""
        if not self._lines:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def span(self, start: int, length: int) -> Location:
        """The place of `length` characters from index `start`, as far as the end of their first line."""
        start = min(start, len(self.text))
        if not self._begins:
            self._begins = [0, *(feed.end() for feed in re.finditer("\n", self.text))]
        line = bisect_right(self._begins, start)
        begin = self._begins[line - 1]
        end = self.text.find("\n", start)
        visible = min(length, (len(self.text) if end < 0 else end) - start)
        column = start - begin + 1
        return Location(self.name, line, column, column + max(visible, 1))


def read_text(folder: Path, name: str) -> SourceFile:
    """Reads one file of the plan; raises FileProblem when it is not there, outside, too big or not UTF-8."""
    if "\\" in name:
        raise FileProblem("Y008", f"non trovo il file «{shorten(name)}»", "nei percorsi usa la barra «/», mai «\\»")
    try:
        return _decode(name, _read_bytes(folder, name))
    except OSError as error:
        hint = "controlla il nome e i permessi del file"
        message = f"non riesco a leggere «{shorten(name)}»: {explain_os_error(error)}"
        raise FileProblem("Y001", message, hint) from error
    except RuntimeError as error:  # so Python 3.11 and 3.12 call a loop of symbolic links
        hint = "sostituisci il collegamento con il file"
        raise FileProblem("Y001", f"«{shorten(name)}» è un collegamento a se stesso", hint) from error


def _read_bytes(folder: Path, name: str) -> bytes:
    path = folder / name
    if name.startswith(("/", "~")) or not path.resolve().is_relative_to(folder.resolve()):
        hint = "usa solo file dentro la cartella del piano"
        raise FileProblem("Y005", f"«{shorten(name)}» esce dalla cartella del piano", hint)
    if path.is_dir():
        raise FileProblem("Y008", f"«{shorten(name)}» è una cartella, non un file", "indica il file dentro la cartella")
    if not path.is_file():
        known = (other for other in folder.glob(f"**/*{path.suffix}") if other.is_file())
        hint = did_you_mean(name, (other.relative_to(folder).as_posix() for other in known))
        raise FileProblem("Y008", f"non trovo il file «{shorten(name)}»", hint or "controlla il nome e la cartella")
    if (size := path.stat().st_size) > MAX_BYTES:
        limit = f"il limite è {MAX_BYTES // 1_000_000} MB: dividilo in più file"
        message = f"il file è troppo grande ({size // 1_000_000} MB)"
        raise FileProblem("Y007", message, limit, Location(name, 1, 1, 2))
    return path.read_bytes()


def _decode(name: str, raw: bytes) -> SourceFile:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw.count(0) > len(raw) // 4:
        hint = "sembra UTF-16: salvalo come UTF-8 (in Blocco note: Salva con nome, Codifica UTF-8)"
        raise FileProblem("Y001", "il file non è scritto in UTF-8", hint, Location(name, 1, 1, 2))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        begin = raw.rfind(b"\n", 0, error.start) + 1
        column = len(raw[begin : error.start].decode("utf-8-sig")) + 1
        at = Location(name, raw.count(b"\n", 0, error.start) + 1, column, column + 1)
        hint = "salvalo come UTF-8 (in Blocco note: Salva con nome, Codifica UTF-8)"
        raise FileProblem("Y001", "il file non è scritto in UTF-8", hint, at) from error
    file = SourceFile(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := CONTROL.search(file.text):
        raise FileProblem("Y002", CONTROL_MESSAGE, CONTROL_HINT, file.span(found.start(), 1))
    return file
