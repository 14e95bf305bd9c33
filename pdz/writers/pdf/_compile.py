# SPDX-License-Identifier: EUPL-1.2
"""Typst source -> PDF: typst lays out the pages, then the names of rows and the descriptions of tables are tagged."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pdz.errors import PdzError
from pdz.writers import WriteOptions
from pdz.writers._losses import Loss, Losses
from pdz.writers.pdf._context import Context

if TYPE_CHECKING:
    from typst import Compiler, PDFStandard

_UNUSUAL = re.compile("[^\\x09-\\x7e\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026\u20ac]")
"""Letters and signs that the fonts may not have; they all have the others."""
_NOT_SHOWN = re.compile(r"the text `\"(.*)\"` could not be displayed", re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")
_ROUNDS = 20
_UA: "list[PDFStandard]" = ["ua-1"]
_ARCHIVE: "list[PDFStandard]" = ["a-2a", "ua-1"]


def compile_pdf(ctx: Context, source: str, options: WriteOptions) -> bytes:
    """The bytes of the PDF; raises PdzError when typst is not installed or refuses the source."""
    try:
        from typst import Compiler

        from pdz.writers.pdf._tags import tag_tables
    except ImportError as error:
        raise PdzError(
            f"per scrivere un PDF serve la libreria {error.name}, che non è installata",
            "installala, nella cartella del progetto: .venv/bin/pip install -c .constraints.txt '.[pdf]'",
        ) from error
    with TemporaryDirectory(prefix="pdz-pdf-", ignore_cleanup_errors=True) as name:
        for file, data in ctx.pictures.items():
            (Path(name) / file).write_bytes(data)
        compiler = Compiler(root=name, ignore_system_fonts=True)
        data = _compile(compiler, source, options, ctx.losses)
    return tag_tables(data, ctx.tables)


def _compile(compiler: "Compiler", source: str, options: WriteOptions, losses: Losses) -> bytes:
    """Characters that no font has are found one by one; signs that only fail together, on the way."""
    from typst import TypstError

    standards = _ARCHIVE if options.archive else _UA
    timestamp = int(options.timestamp.replace(tzinfo=options.timestamp.tzinfo or UTC).timestamp())
    source = _spell(source, _find_missing(compiler, set(_UNUSUAL.findall(source))), losses)
    for _ in range(_ROUNDS):
        try:
            data = compiler.compile(source.encode(), format="pdf", pdf_standards=standards, timestamp=timestamp)
        except TypstError as error:
            missing = _read_missing(error.message)
            if not missing:
                raise _explain(error.message) from error
            source = _spell(source, missing, losses)
        except BaseException as error:  # a panic inside typst is no Exception: it would escape whoever catches errors
            if type(error).__name__ == "PanicException":
                raise RuntimeError(f"typst: {error}") from error
            raise
        else:
            assert isinstance(data, bytes)
            return data
    raise PdzError("il testo ha troppi caratteri che un PDF non sa mostrare", "scrivilo con lettere comuni")


def _find_missing(compiler: "Compiler", letters: Iterable[str]) -> set[str]:
    """Those of `letters` that no font has, or that a PDF for the archive may not hold; half a millisecond each."""
    from typst import TypstError

    missing = set()
    for letter in sorted(letters):
        try:
            if unicodedata.category(letter) == "Co":
                missing.add(letter)
            else:
                source = f'#set document(title: "x")\n#text("{letter}")'
                compiler.compile(source.encode(), format="pdf", pdf_standards=_ARCHIVE)
        except TypstError:
            missing.add(letter)
    return missing


def _read_missing(message: str) -> set[str]:
    """The characters of the text that typst could not show."""
    match = _NOT_SHOWN.search(message)
    text = _CODE.sub(lambda code: chr(int(code[1], 16)), match[1]) if match else ""
    return {letter for letter in text if not letter.isascii()}


def _spell(source: str, letters: Iterable[str], losses: Losses) -> str:
    """`source` with `letters` as «[U+1F600]»: they all stand in string literals, where this is plain text."""
    letters = set(letters)
    for letter in letters:
        losses.add(Loss.LETTER, letter)
    return source.translate({ord(letter): f"[U+{ord(letter):04X}]" for letter in letters})


def _explain(message: str) -> Exception:
    """A damaged picture is for the person at the keyboard; anything else that typst refuses is our mistake."""
    if "image" in message:
        return PdzError("un'immagine del documento è danneggiata", "salvala di nuovo come PNG")
    return RuntimeError(f"typst: {message}")
