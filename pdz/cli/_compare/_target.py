# SPDX-License-Identifier: EUPL-1.2
"""Where a comparison goes: which format, on the screen or in which file."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pdz.cli._compare import FORMATS
from pdz.cli._environment import read_epoch
from pdz.cli._write import check_not_read, check_target, write_together
from pdz.errors import PdzError, UnknownName
from pdz.findings import did_you_mean
from pdz.pipeline.compare import Lettura
from pdz.writers import WRITERS, Writer, Written

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

    @property
    def takes_style(self) -> bool:
        """Whether this is a Word document, which can have the styles of another."""
        return self.writer is not None and ".docx" in self.writer.EXTENSIONS

    def options(self, only: tuple[str, ...]) -> "QuadroOptions":
        """How the document is printed."""
        from pdz.pipeline.quadri import QuadroOptions

        return QuadroOptions(only, self.style if self.takes_style else None, epoch=read_epoch())


def find_targets(form: str | None, outputs: Sequence[Path], style: Path | None) -> tuple[Target, ...]:
    """What the person asked for, the screen when no file; raises PdzError for what cannot be."""
    targets = tuple(_find_target(form, output, style) for output in outputs or (None,))
    if style is not None and not any(target.takes_style for target in targets):
        raise PdzError("--style vale solo per un documento Word", "scrivi un file .docx, o togli --style")
    for index, output in enumerate(outputs):
        if output.resolve() in {other.resolve() for other in outputs[:index]}:
            raise PdzError(f"«{output}» è indicato due volte", "togline una, o scegli un altro nome")
    return targets


def _find_target(form: str | None, output: Path | None, style: Path | None) -> Target:
    """Raises PdzError for a format that is not known, or that a screen cannot show."""
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
    return Target(name, writer, output, style)


def _find_writer(name: str) -> Writer:
    """The writer of a format; raises UnknownName, which names the reports of compare too."""
    if name not in WRITERS.names():
        known = ", ".join(f".{extension}" for extension in (*_BY_EXTENSION, *WRITERS.names()))
        what = f"un file «.{name}»" if name else "un file senza estensione"
        raise UnknownName(f"pdz non sa scrivere un confronto in {what}", f"estensioni possibili: {known}")
    return cast("Writer", WRITERS.get(name))


def deliver(reports: Sequence[tuple[Target, Written]], letture: Sequence[Lettura]) -> None:
    """Shows it, or writes all the files or none; then says what a format could not render.

    Raises PdzError when one would take the place of a file of a plan.
    """
    files: dict[Path, bytes] = {}
    for target, written in reports:
        if target.output is None:
            print(written.data.decode(), end="")
            continue
        for side in letture:
            read = (side.source.folder / name for name in side.source.files)
            check_not_read(target.output, read, "un file del piano")
        files[target.output] = written.data
    write_together(files)
    for target, written in reports:
        said = ", ".join(written.warnings)
        if target.output is None:
            print(said, end="\n" if said else "", file=sys.stderr)
            continue
        print(f"scritto {target.output}")
        if said:
            print(f"{target.output}: {said}")


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
