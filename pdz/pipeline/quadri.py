# SPDX-License-Identifier: EUPL-1.2
"""Prints what two or more plans say side by side: comparison -> documents -> document tree -> writer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pdz.compare import Lato
from pdz.compare.serie import Serie, compare_many
from pdz.doctree import Document
from pdz.documents._confronti import raffronto as quadro
from pdz.documents._confronti import serie as quadro_serie
from pdz.documents._frame import Frame
from pdz.pipeline.compare import Confronto, Lettura, read_lato
from pdz.pipeline.render import timestamp_of, write_file
from pdz.writers import WriteOptions, Writer, Written


@dataclass(frozen=True, slots=True)
class QuadroOptions:
    """How a comparison is printed as a document."""

    argomenti: tuple[str, ...] = ()
    """The subjects wanted; all when empty."""
    style: Path | None = None
    templates: Path | None = None
    epoch: int | None = None
    """Seconds since 1970 for the properties of the file; None: the day of the newer plan."""


def print_quadro(confronto: Confronto, writer: Writer, options: QuadroOptions) -> Written:
    """The «quadro di raffronto» of two plans that could be read, in one format."""
    raffronto = confronto.raffronto
    assert raffronto is not None
    document = quadro.build(raffronto, confronto.giudizi, Frame(options.templates), options.argomenti)
    return _write(document, (raffronto.prima, raffronto.dopo), writer, options)


def compare_series(names: Sequence[str]) -> tuple[tuple[Lettura, ...], Serie | None]:
    """Reads plans as `compare_plans` does and puts them side by side; no series when one cannot be read."""
    letture = tuple(map(read_lato, names))
    lati = [lettura.lato for lettura in letture if lettura.lato is not None]
    return letture, compare_many(lati) if len(lati) == len(letture) else None


def print_serie(serie: Serie, writer: Writer, options: QuadroOptions) -> Written:
    """Several plans side by side, in one format."""
    document = quadro_serie.build(serie, Frame(options.templates), options.argomenti)
    return _write(document, serie.lati, writer, options)


def _write(document: Document, lati: Sequence[Lato], writer: Writer, options: QuadroOptions) -> Written:
    newest = max((lato.piano for lato in lati), key=lambda piano: piano.triennio)
    plain = WriteOptions(timestamp=timestamp_of(newest, options.epoch), style=options.style)
    return write_file(writer, document, plain)
