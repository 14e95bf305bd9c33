# SPDX-License-Identifier: EUPL-1.2
"""Times model -> .docx against the limit: lxml's tostring and deflate 6 of the same document.xml, in one run.

    python tests/benchmarks/bench_render.py [--schede 200] [--runs 7] [--growth]

The document: schede of 27 rows, 40 tables of 30 x 6, 300 paragraphs. Prints ratios; asserts nothing.
"""

import argparse
import gc
import io
import statistics
import tempfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import docx
from _piani import sentence, write_plan
from lxml import etree

from pdz.doctree import Document
from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.pipeline.check import Checked, check_plan
from pdz.writers import WRITERS, WriteOptions

OPTIONS = WriteOptions(timestamp=datetime(2025, 1, 1, tzinfo=UTC))


def write_sample(folder: Path, schede: int, *, plain: bool = False) -> Path:
    """The plan of the benchmark: schede, 40 tables of 30 rows and 6 columns, 300 paragraphs."""
    parts = ["tabelle:\n"]
    looks = "tipo: testo" if plain else "ambito: somma"
    names = [f"c{n}" for n in range(1, 6)]
    columns = ", ".join(f"{{campo: {name}, titolo: Colonna {name}, {looks}}}" for name in names)
    for number in range(40):
        parts.append(
            f"  - id: t{number}\n    titolo: Tabella {number}\n    sezione: contesto\n"
            f"    colonne: [{columns}]\n    dati:\n"
        )
        for row in range(30):
            cells = ", ".join(f"{name}: {row * 7 + index}" for index, name in enumerate(names))
            parts.append(f"      - {{comune: Comune {row}, {cells}}}\n")
    text = "\n\n".join(f"        {sentence(n, 40)}." for n in range(300))
    parts.append(f"testi:\n  - sezione: contesto\n    testo: |\n{text}\n")
    return write_plan(folder, schede, plain=plain, more="".join(parts))


def build(checked: Checked) -> Document:
    """Model -> document tree."""
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    request = Request(checked.piano, checked.profilo, checked.quadro, checked.citabili, Frame(), checked.source.folder)
    document: Document = KINDS.get("piano").build(request)
    return document


def render(checked: Checked) -> bytes:
    """Model -> .docx."""
    data: bytes = WRITERS.get("docx").write(build(checked), OPTIONS)
    return data


def limit(xml: bytes) -> Callable[[], int]:
    """What no writer can do without: serialise the body and compress it."""
    tree = etree.fromstring(xml)

    def run() -> int:
        body = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        return len(packer.compress(body) + packer.flush())

    return run


def row_by_row(document: Document) -> bytes:
    """The same tables with python-docx, `row.cells` per row."""
    from pdz.doctree import Table, iter_blocks

    target = docx.Document()
    for block in iter_blocks(document):
        if isinstance(block, Table):
            table = target.add_table(rows=0, cols=len(block.columns))
            for row in (*block.head, *block.rows):
                for cell, content in zip(table.add_row().cells, row.cells, strict=False):
                    cell.text = content if isinstance(content, str) else "testo della cella"
        else:
            target.add_paragraph("Un paragrafo del documento")
    buffer = io.BytesIO()
    target.save(buffer)
    return buffer.getvalue()


def median(work: Callable[[], object], runs: int) -> float:
    """The median seconds of `work`."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return statistics.median(times)


def peak(work: Callable[[], object]) -> float:
    """Peak memory that Python allocates during `work`, in MB (lxml's own trees are not seen by it)."""
    tracemalloc.start()
    work()
    _, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return highest / 1e6


def compare(schede: int, runs: int, *, plain: bool) -> None:
    """One size against the limit and python-docx."""
    with tempfile.TemporaryDirectory() as folder:
        checked = check_plan(write_sample(Path(folder), schede, plain=plain))
        assert not checked.findings, checked.findings[:3]
        document = build(checked)
        data = render(checked)
        xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
        cells = xml.count(b"<w:tc>")
        gc.disable()
        base = median(limit(xml), runs)
        times = {
            "limit (lxml tostring + deflate 6)": base,
            "model -> .docx": median(lambda: render(checked), runs),
            "  of which the document tree": median(lambda: build(checked), runs),
            "python-docx row by row": median(lambda: row_by_row(document), 1),
        }
        gc.enable()
        kind = "answers of one text each" if plain else "answers with lists and amounts, tables of numbers"
        print(
            f"{schede} schede, {kind}: {cells} cells, {len(xml) / 1e6:.1f} MB of XML, {len(data) / 1e3:.0f} kB of .docx"
        )
        for name, seconds in times.items():
            print(f"  {name:<36} {seconds:8.3f} s  {seconds / base:6.2f} x limit")
        print(f"  python-docx / pdz: {times['python-docx row by row'] / times['model -> .docx']:.1f} x")
        print(f"  peak of Python's memory, model -> .docx: {peak(lambda: render(checked)):.0f} MB")


def growth(runs: int) -> None:
    """Cost per scheda from 10 to 10.000 schede."""
    with tempfile.TemporaryDirectory() as folder:
        for schede in (10, 100, 1000, 10_000):
            checked = check_plan(write_sample(Path(folder) / str(schede), schede))
            seconds = median(lambda checked=checked: render(checked), runs if schede < 10_000 else 1)
            print(f"  {schede:>6} schede {seconds:8.3f} s  {seconds / schede * 1000:7.3f} ms per scheda")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--schede", type=int, default=200)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--growth", action="store_true", help="also from 10 to 10.000 schede")
    options = parser.parse_args()
    for plain in (True, False):
        compare(options.schede, options.runs, plain=plain)
    if options.growth:
        growth(options.runs)


if __name__ == "__main__":
    main()
