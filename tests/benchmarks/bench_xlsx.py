# SPDX-License-Identifier: EUPL-1.2
"""Times the workbook beside openpyxl writing the same cells, in one run; prints ratios, asserts nothing.

python tests/benchmarks/bench_xlsx.py [--schede 200] [--runs 5]
"""

import argparse
import gc
import statistics
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from time import perf_counter

from _piani import write_plan

from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.pipeline.check import check_plan
from pdz.writers import WRITERS, WriteOptions

OPTIONS = WriteOptions(timestamp=datetime(2025, 1, 1, tzinfo=UTC))


def median(work: Callable[[], object], runs: int) -> float:
    """The median seconds of `work`, after one run that does not count."""
    work()
    times = []
    for _ in range(runs):
        gc.collect()
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return statistics.median(times)


def bench_xlsx(folder: Path, schede: int, runs: int) -> None:
    """A workbook against openpyxl writing the same cells bare: no styles, widths, links, lists or tables."""
    from openpyxl import Workbook, load_workbook

    checked = check_plan(write_plan(folder / "xlsx", schede, esiti=schede // 4))
    assert checked.piano
    assert checked.profilo
    assert checked.quadro
    assert checked.citabili is not None
    parts = (checked.piano, checked.profilo, checked.quadro, checked.citabili)
    request = Request(*parts, Frame(), checked.source.folder, sheets=True, findings=checked.findings)
    build, writer = KINDS.get("piano").build, WRITERS.get("xlsx")
    document = build(request)
    data = writer.write(document, OPTIONS)
    read = load_workbook(BytesIO(data))
    cells = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in read.worksheets}

    def bare() -> bytes:
        book, target = Workbook(write_only=True), BytesIO()
        for title, rows in cells.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(target)
        return target.getvalue()

    base = median(bare, runs)
    filled = sum(value is not None for rows in cells.values() for row in rows for value in row)
    print(f"xlsx, {schede} schede: {len(cells)} sheets, {filled} cells, {len(data) / 1e3:.0f} kB")
    times = {
        "openpyxl, the same cells bare": base,
        "document tree -> .xlsx": median(lambda: writer.write(document, OPTIONS), runs),
        "model -> .xlsx": median(lambda: writer.write(build(request), OPTIONS), runs),
    }
    for name, seconds in times.items():
        print(f"  {name:<32} {seconds:8.3f} s  {seconds / base:6.2f} x bare")


def main() -> None:
    """Runs the benchmarks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--schede", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench_xlsx(Path(folder), options.schede, options.runs)


if __name__ == "__main__":
    main()
