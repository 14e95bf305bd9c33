# SPDX-License-Identifier: EUPL-1.2
"""How fast a whole plan becomes a PDF, beside LibreOffice on the Word file of the same plan, in one run.

    python tests/benchmarks/bench_pdf.py [PLAN] [--runs 3]

Prints ratios; asserts nothing.
"""

import argparse
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from shutil import which
from time import perf_counter

from bench_writer import Sizes, make_tree
from pypdf import PdfReader

from pdz.doctree import Document
from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.pipeline.check import check_plan
from pdz.writers import WRITERS, WriteOptions

OPTIONS = WriteOptions(timestamp=datetime(2025, 1, 1, tzinfo=UTC))
LONG = Sizes(schede=114, tables=84, paragraphs=684)
PLAN = Path(__file__).parents[2] / "esempi" / "san-giuliano-milanese-2025-2027"


def build(plan: Path) -> Document:
    """The document tree of a plan without errors."""
    checked = check_plan(plan)
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    request = Request(checked.piano, checked.profilo, checked.quadro, checked.citabili, Frame(), checked.source.folder)
    document: Document = KINDS.get("piano").build(request)
    return document


def write(document: Document, name: str) -> bytes:
    """A document in a format."""
    data: bytes = WRITERS.get(name).write(document, OPTIONS)
    return data


def median(work: Callable[[], object], runs: int) -> float:
    """The median seconds of `work`."""
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return statistics.median(times)


def convert(soffice: str, folder: Path) -> bytes:
    """The PDF that LibreOffice makes of piano.docx, with a profile of its own that is already there."""
    command = [soffice, f"-env:UserInstallation={(folder / 'profilo').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", folder, folder / "piano.docx"], check=True, capture_output=True)
    return (folder / "piano.pdf").read_bytes()


def compare_pdf(document: Document, runs: int) -> None:
    """Tree -> PDF beside Word file -> PDF."""
    ours = write(document, "pdf")
    seconds = median(lambda: write(document, "pdf"), runs)
    pages = len(PdfReader(BytesIO(ours)).pages)
    print(f"pdf   pdz          {seconds:7.2f} s  {pages:4} pages {len(ours) / 1e3:7.0f} kB")
    soffice = which("soffice")
    if soffice is None:
        print("pdf   LibreOffice is not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "piano.docx").write_bytes(write(document, "docx"))
        theirs = convert(soffice, folder)  # the first run makes the profile
        other = median(lambda: convert(soffice, folder), runs)
    pages = len(PdfReader(BytesIO(theirs)).pages)
    print(f"pdf   LibreOffice  {other:7.2f} s  {pages:4} pages {len(theirs) / 1e3:7.0f} kB")
    print(f"pdf   LibreOffice / pdz: {other / seconds:.1f} x")


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("plan", type=Path, nargs="?", default=PLAN)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    print(chosen.plan.name)
    compare_pdf(build(chosen.plan), chosen.runs)
    print("a plan of about 178 pages, made for the purpose")
    compare_pdf(make_tree(LONG), chosen.runs)


if __name__ == "__main__":
    main()
