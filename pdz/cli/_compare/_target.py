# SPDX-License-Identifier: EUPL-1.2
"""Where a comparison goes: which format, on the screen or in which file."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pdz.cli._compare import FORMATS
from pdz.cli._environment import read_epoch
from pdz.cli._write import check_not_read, check_target, write_atomic
from pdz.errors import PdzError, UnknownName
from pdz.findings import did_you_mean
from pdz.pipeline.compare import Lettura
from pdz.writers import WRITERS, Writer

if TYPE_CHECKING:
    from pdz.pipeline.quadri import QuadroOptions

_BY_EXTENSION = {"json": "json", "txt": "text"}


@dataclass(frozen=True, slots=True)
class Target:
    """The format of a comparison and the file in which it is written; None: the screen."""

    form: str
    writer: Writer | None
    """None for the reports that only compare has: text and json."""
    output: Path | None
    style: Path | None

    def options(self, only: tuple[str, ...]) -> "QuadroOptions":
        """How the document is printed."""
        from pdz.pipeline.quadri import QuadroOptions

        return QuadroOptions(only, self.style, epoch=read_epoch())


def find_target(form: str | None, output: Path | None, style: Path | None) -> Target:
    """What the person asked for; raises PdzError for a format that is not known, or that a screen cannot show."""
    if output is not None:
        check_target(output)
    asked = (form or (output.suffix if output is not None else "text")).lower().removeprefix(".")
    name = asked if form else _BY_EXTENSION.get(asked, asked)
    if name not in (*FORMATS.names(), *WRITERS.names()) and form:
        known = (*FORMATS.names(), *WRITERS.names())
        hint = did_you_mean(name, known) or "possibili: " + ", ".join(known)
        raise UnknownName(f"il formato «{form}» non esiste", hint)
    writer = None if name in FORMATS.names() else _find_writer(name)
    if output is None and writer is not None and name != "md":
        raise PdzError(f"il formato «{name}» non si legge a video", f"scrivi il file con -o raffronto.{name}")
    if style is not None and (writer is None or ".docx" not in writer.EXTENSIONS):
        raise PdzError("--style vale solo per un documento Word", "scrivi un file .docx, o togli --style")
    return Target(name, writer, output, style)


def _find_writer(name: str) -> Writer:
    """The writer of a format; raises UnknownName, which names the reports of compare too."""
    if name not in WRITERS.names():
        known = ", ".join(f".{extension}" for extension in (*_BY_EXTENSION, *WRITERS.names()))
        what = f"un file «.{name}»" if name else "un file senza estensione"
        raise UnknownName(f"pdz non sa scrivere un confronto in {what}", f"estensioni possibili: {known}")
    return cast("Writer", WRITERS.get(name))


def deliver(target: Target, data: bytes, letture: Sequence[Lettura], warnings: Sequence[str] = ()) -> None:
    """Shows or writes it, then says the `warnings`; raises PdzError when it would replace a file of a plan."""
    if target.output is None:
        print(data.decode(), end="")
        if warnings:
            print(", ".join(warnings), file=sys.stderr)
        return
    for side in letture:
        check_not_read(target.output, (side.source.folder / name for name in side.source.files), "un file del piano")
    write_atomic(target.output, data)
    print(f"scritto {target.output}")
    if warnings:
        print(f"{target.output}: {', '.join(warnings)}")


def report_broken(letture: Sequence[Lettura]) -> int:
    """Says why a plan cannot be read: the command could not answer."""
    from pdz.cli._report import summarize
    from pdz.cli._report.text import render_findings

    for side in letture:
        if side.lato is None:
            for line in render_findings(side.source, side.findings, side.nome):
                print(line, file=sys.stderr)
            print(summarize(side.findings, side.nome), file=sys.stderr)
    print("errore: non si può confrontare un piano che non si legge", file=sys.stderr)
    print("aiuto: prima correggi gli errori; li vedi anche con pdz validate", file=sys.stderr)
    return 2
