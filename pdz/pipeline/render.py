# SPDX-License-Identifier: EUPL-1.2
"""Prints a checked plan: documents -> one document tree -> a writer for each output."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from pdz.doctree import Document, Heading, Table, iter_blocks
from pdz.documents import KINDS, Kind, Request
from pdz.documents._frame import Frame
from pdz.errors import PdzError, UnknownName
from pdz.findings import nearest
from pdz.model import Piano
from pdz.pipeline._progress import Progress, silent
from pdz.pipeline.check import Checked
from pdz.writers import WRITERS, WriteOptions, Writer, Written


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What to print and how; what is of one format only has no effect on the others."""

    document: str = "piano"
    scheda: str | None = None
    style: Path | None = None
    templates: Path | None = None
    epoch: int | None = None
    """Seconds since 1970 for the properties of the file; None: the day of approval, or the start of the triennio."""
    pages: bool = False
    """Let LibreOffice count the pages, and write them in the indices of Word."""
    archive: bool = False
    """A PDF for the archive."""


def find_writer(suffix: str) -> Writer:
    """The writer for an extension; raises UnknownName with the nearest."""
    name = suffix.lower().removeprefix(".")
    if name not in WRITERS.names():
        listed = "estensioni possibili: " + ", ".join(f".{known}" for known in WRITERS.names())
        if not suffix:
            raise UnknownName("il nome del file da scrivere non ha estensione", listed)
        close = nearest(name, WRITERS.names())
        raise UnknownName(
            f"pdz non sa scrivere un file «{suffix}»", f"forse intendevi «.{close}»?" if close else listed
        )
    return cast("Writer", WRITERS.get(name))


@dataclass(frozen=True, slots=True)
class Built:
    """A document of a plan before it is a file: every output is written from the same one."""

    document: Document
    timestamp: datetime
    """For the properties of the files."""
    summary: str
    """What the document holds, in words."""


def build(
    checked: Checked, options: RenderOptions, progress: Progress = silent, *, writers: Iterable[Writer] = ()
) -> Built:
    """A document of a plan, with what the `writers` ask for; raises PdzError when the plan has errors."""
    piano, profilo, quadro, citabili = checked.piano, checked.profilo, checked.quadro, checked.citabili
    if piano is None or profilo is None or quadro is None or citabili is None:
        raise PdzError("il piano ha errori", f"pdz validate {checked.source.folder.as_posix()}")
    if options.scheda is not None and options.document != "schede":
        raise PdzError("--scheda vale solo con --document schede", "aggiungi --document schede")
    progress("compongo il documento")
    kind = cast("Kind", KINDS.get(options.document))
    request = Request(
        piano,
        profilo,
        quadro,
        citabili,
        Frame(options.templates),
        checked.source.folder,
        options.scheda,
        sheets=any(getattr(writer, "SHEETS", False) for writer in writers),
        findings=checked.findings,
        admitted=tuple((ammesso.finding, ammesso.reason) for ammesso in checked.ammessi),
    )
    document = kind.build(request)
    return Built(document, timestamp_of(piano, options.epoch), summarize_document(document, piano))


def write(built: Built, writer: Writer, options: RenderOptions, progress: Progress = silent) -> Written:
    """The file of a document; options that are of another format have no effect."""
    plain = WriteOptions(timestamp=built.timestamp, style=options.style, archive=options.archive)
    numbered = options.pages and ".docx" in writer.EXTENSIONS
    return write_file(writer, built.document, plain, progress if numbered else None)


def write_file(writer: Writer, document: Document, plain: WriteOptions, numbered: Progress | None = None) -> Written:
    """The file of a document, and what its writer says of it; with page numbers when `numbered` is given."""
    warnings: dict[str, None] = {}  # once each, though a writer that is asked twice says them twice
    plain = replace(plain, warn=warnings.setdefault)
    data = _write_numbered(document, writer, plain, numbered) if numbered else writer.write(document, plain)
    return Written(data, tuple(warnings))


def render(checked: Checked, writer: Writer, options: RenderOptions) -> tuple[bytes, str]:
    """The bytes of a document of a plan without errors, and what they hold in words."""
    built = build(checked, options, writers=[writer])
    return write(built, writer, options).data, built.summary


def _write_numbered(document: Document, writer: Writer, plain: WriteOptions, progress: Progress) -> bytes:
    from pdz.pipeline.pages import write_numbered

    def write_once(pages: Mapping[str, int]) -> bytes:
        data = writer.write(document, replace(plain, pages=pages))
        progress("conto le pagine con LibreOffice")
        return data

    return write_numbered(write_once)


def timestamp_of(piano: Piano, epoch: int | None) -> datetime:
    """What the properties of a document say: `epoch`, the day of approval, or the start of the triennio."""
    if epoch is not None:
        return datetime.fromtimestamp(epoch, UTC)
    approved = piano.approvazione.data if piano.approvazione is not None else None
    day = approved or date(int(piano.triennio[:4]), 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def summarize_document(document: Document, piano: Piano) -> str:
    """«7 capitoli, 4 allegati, 31 tabelle numerate, 15 schede», only what there is."""
    blocks = list(iter_blocks(document))
    heads = [block for block in blocks if isinstance(block, Heading) and block.level == 1 and block.number]
    annexes = sum(not (head.number or "")[0].isdigit() for head in heads)
    tables = sum(isinstance(block, Table) and bool(block.caption) for block in blocks)
    printed = {block.id for block in blocks if isinstance(block, Heading)}
    schede = sum(scheda.id in printed for scheda in (*piano.schede, *piano.schede_integrazione))
    esiti = sum(esito.id in printed for esito in piano.esiti)
    counts = (
        (len(heads) - annexes, "capitolo", "capitoli"),
        (annexes, "allegato", "allegati"),
        (tables, "tabella numerata", "tabelle numerate"),
        (esiti, "esito", "esiti"),
        (schede, "scheda", "schede"),
    )
    return (
        ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
        or "documento vuoto"
    )
