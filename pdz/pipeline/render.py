# SPDX-License-Identifier: EUPL-1.2
"""Prints a checked plan: documents -> document tree -> writer."""

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
from pdz.pipeline.check import Checked
from pdz.writers import WRITERS, WriteOptions, Writer


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What to print and how."""

    document: str = "piano"
    scheda: str | None = None
    style: Path | None = None
    templates: Path | None = None
    epoch: int | None = None
    """Seconds since 1970 for the properties of the file; None: the day of approval, or the start of the triennio."""
    pages: bool = False
    """Let LibreOffice count the pages, and write them in the indices; only for Word."""
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


def render(checked: Checked, writer: Writer, options: RenderOptions) -> tuple[bytes, str]:
    """The bytes of a document of a plan without errors, and what they hold in words."""
    piano, profilo, quadro, citabili = checked.piano, checked.profilo, checked.quadro, checked.citabili
    if piano is None or profilo is None or quadro is None or citabili is None:
        raise PdzError("il piano ha errori", f"pdz validate {checked.source.folder.as_posix()}")
    if options.scheda is not None and options.document != "schede":
        raise PdzError("--scheda vale solo con --document schede", "aggiungi --document schede")
    if options.pages and ".docx" not in writer.EXTENSIONS:
        raise PdzError("--pagine vale solo per un documento Word", "scrivi un file .docx, o togli --pagine")
    if options.archive and ".pdf" not in writer.EXTENSIONS:
        raise PdzError("--archive vale solo per un PDF", "scrivi un file .pdf, o togli --archive")
    kind = cast("Kind", KINDS.get(options.document))
    request = Request(piano, profilo, quadro, citabili, Frame(options.templates), checked.source.folder, options.scheda)
    document = kind.build(request)
    plain = WriteOptions(timestamp=_timestamp(piano, options.epoch), style=options.style, archive=options.archive)
    data = _write_numbered(document, writer, plain) if options.pages else writer.write(document, plain)
    return data, summarize_document(document, piano)


def _write_numbered(document: Document, writer: Writer, plain: WriteOptions) -> bytes:
    from pdz.pipeline.pages import write_numbered

    return write_numbered(lambda pages: writer.write(document, replace(plain, pages=pages)))


def _timestamp(piano: Piano, epoch: int | None) -> datetime:
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
