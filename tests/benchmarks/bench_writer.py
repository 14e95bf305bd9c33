# SPDX-License-Identifier: EUPL-1.2
"""How fast a tree becomes a Word file, beside the limit and other tools, in one run.

`python tests/benchmarks/bench_writer.py`; the sizes are options. The limit is lxml `tostring` and deflate 6 of the very
document.xml that the writer made: what remains when the text is there and only has to be written. Then 50 charts,
native and as pictures of matplotlib, where it is installed. Nothing is asserted.
"""

import argparse
import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree

from pdz.doctree import Block, Chart, Column, Document, Heading, Paragraph, Row, Section, Series, Table
from pdz.writers import WriteOptions
from pdz.writers import docx as writer

OPTIONS = WriteOptions(timestamp=datetime(2024, 12, 19, tzinfo=UTC))
SENTENCE = "L’intervento rafforza la capacità dei servizi di leggere il bisogno e di rispondere in modo integrato. "


@dataclass(frozen=True)
class Sizes:
    """What the document holds; the defaults are those of DOCUMENTS.md: 18.000 cells."""

    schede: int = 200
    tables: int = 40
    paragraphs: int = 300

    @property
    def cells(self) -> int:
        """Cells in all."""
        return self.schede * 27 * 2 + self.tables * 30 * 6


def scheda(number: int) -> tuple[tuple[str, str], ...]:
    """The 27 rows of a form."""
    return tuple(
        (f"DOMANDA {row} DELLA SCHEDA", f"Scheda {number}, risposta {row}: {SENTENCE[: 20 + row * 3]}")
        for row in range(27)
    )


def data(number: int) -> tuple[tuple[str, ...], ...]:
    """The 30 rows of a table of data."""
    return tuple(tuple(f"{number}.{row}.{column}" for column in range(6)) for row in range(30))


def make_tree(sizes: Sizes) -> Document:
    """The document as a tree."""
    form, grid = (Column(), Column()), (Column(),) * 6
    blocks: tuple[Block, ...] = (
        Heading(1, "Il piano", number="1"),
        *(Paragraph(f"{number}. {SENTENCE * 3}") for number in range(sizes.paragraphs)),
        *(
            Table(form, tuple(map(Row, scheda(number))), style="modulo", caption=f"Scheda {number}")
            for number in range(sizes.schede)
        ),
        *(Table(grid, tuple(map(Row, data(number))), caption=f"Dati {number}") for number in range(sizes.tables)),
    )
    return Document("Piano di Zona", (Section(blocks),))


CHARTS = 50
YEARS = tuple(str(year) for year in range(2018, 2026))
SERIES = {"Uomini": 1200, "Donne": 1400}


def make_charts() -> Document:
    """A document of nothing but charts: bars of two series."""
    series = tuple(Series(name, tuple(Decimal(base + 10 * year) for year in range(8))) for name, base in SERIES.items())
    charts = tuple(Chart("barre", YEARS, series, f"Grafico {number}", measure="persone") for number in range(CHARTS))
    return Document("Grafici", (Section(charts),))


def draw_matplotlib() -> bytes:
    """The same charts as PNG pictures, 16 × 9 cm at 150 dots per inch; they still have to go into a document."""
    import matplotlib as mpl  # type: ignore[import-not-found]

    mpl.use("Agg")
    from matplotlib import pyplot  # type: ignore[import-not-found]

    target = BytesIO()
    for _ in range(CHARTS):
        figure, axes = pyplot.subplots(figsize=(6.3, 3.54), dpi=150)
        for shift, (name, base) in enumerate(SERIES.items()):
            axes.bar(
                [year + shift * 0.4 for year in range(8)], [base + 10 * year for year in range(8)], 0.4, label=name
            )
        axes.legend()
        figure.savefig(target, format="png")
        pyplot.close(figure)
    return target.getvalue()


def print_charts(times: int) -> None:
    """Time and size of the charts, each way."""
    tree = make_charts()
    seconds, made = measure(lambda: write_pdz(tree), times)
    print(f"{CHARTS} native charts, each with its workbook: {seconds * 1000:.0f} ms, {len(made) / 1e3:.0f} kB")
    if importlib.util.find_spec("matplotlib") is None:
        print("matplotlib is not installed")
        return
    slow, drawn = measure(draw_matplotlib, 1)
    print(f"{CHARTS} pictures of matplotlib: {slow * 1000:.0f} ms, × {slow / seconds:.0f}, {len(drawn) / 1e3:.0f} kB")


def write_pdz(tree: Document) -> bytes:
    """Ours."""
    return writer.write(tree, OPTIONS)


def write_python_docx(sizes: Sizes) -> bytes:
    """python-docx as it is usually used: row by row."""
    document = docx.Document()
    document.add_heading("1 Il piano")
    for number in range(sizes.paragraphs):
        document.add_paragraph(f"{number}. {SENTENCE * 3}")
    contents = [*(scheda(n) for n in range(sizes.schede)), *(data(n) for n in range(sizes.tables))]
    for rows in contents:
        document.add_paragraph("Tabella", style="Caption")
        table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def make_template() -> BytesIO:
    """A docxtpl template that loops over paragraphs, forms and tables."""
    document = docx.Document()
    for text in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}"):
        document.add_paragraph(text)
    for name, columns in (("schede", 2), ("tables", 6)):
        document.add_paragraph("{%%p for rows in %s %%}" % name)  # noqa: UP031
        document.add_paragraph("Tabella", style="Caption")
        table = document.add_table(3, columns, style="Table Grid")
        table.cell(0, 0).text, table.cell(2, 0).text = "{%tr for row in rows %}", "{%tr endfor %}"
        for column in range(columns):
            table.cell(1, column).text = "{{ row[%d] }}" % column  # noqa: UP031
        document.add_paragraph("{%p endfor %}")
    target = BytesIO()
    document.save(target)
    target.seek(0)
    return target


def write_docxtpl(sizes: Sizes, template: BytesIO) -> bytes:
    """docxtpl, the usual way to fill a Word template from Python."""
    template.seek(0)
    document = DocxTemplate(template)
    document.render(
        {
            "paragraphs": [f"{number}. {SENTENCE * 3}" for number in range(sizes.paragraphs)],
            "schede": [scheda(number) for number in range(sizes.schede)],
            "tables": [data(number) for number in range(sizes.tables)],
        }
    )
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def write_limit(root: etree._Element) -> bytes:
    """What no writer of XML in lxml and zip can do without."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("word/document.xml", etree.tostring(root, encoding="UTF-8", standalone=True))
    return target.getvalue()


def measure(work: Callable[[], bytes], times: int) -> tuple[float, bytes]:
    """The best of `times` runs, in seconds, and what it made."""
    best, result = float("inf"), b""
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result


def peak_memory(way: str, sizes: Sizes) -> float:
    """MB that a way of writing adds to an interpreter that has imported everything, at its peak."""
    command = [sys.executable, __file__, "--only", way, "--schede", str(sizes.schede)]
    command += ["--tables", str(sizes.tables), "--paragraphs", str(sizes.paragraphs)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure_memory(way: str, sizes: Sizes) -> float:
    """In this process, with what the kernel says; a parent's peak would show in ru_maxrss."""
    works: dict[str, Callable[[], bytes]] = {
        "pdz": lambda: write_pdz(make_tree(sizes)),
        "python-docx": lambda: write_python_docx(sizes),
        "docxtpl": lambda: write_docxtpl(sizes, make_template()),
    }
    before = high_water()
    works[way]()
    return high_water() - before


def high_water() -> float:
    """The most memory that this process has had, in MB (Linux)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main() -> None:
    """Prints the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("schede", 200), ("tables", 40), ("paragraphs", 300)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--times", type=int, default=5, help="runs of pdz and of the limit; the best counts")
    parser.add_argument("--slow", type=int, default=1, help="runs of the other tools; 0 leaves them out")
    parser.add_argument("--only", choices=("pdz", "python-docx", "docxtpl"), help="print the memory of one way")
    chosen = parser.parse_args()
    sizes = Sizes(chosen.schede, chosen.tables, chosen.paragraphs)
    if chosen.only:
        print(measure_memory(chosen.only, sizes))
        return
    tree = make_tree(sizes)
    write_pdz(tree)
    ours, file = measure(lambda: write_pdz(tree), chosen.times)
    xml = ZipFile(BytesIO(file)).read("word/document.xml")
    root = etree.fromstring(xml, etree.XMLParser(huge_tree=True))
    limit, packed = measure(lambda: write_limit(root), chosen.times)
    print(
        f"{sizes.cells} cells, {len(xml) / 1e6:.1f} MB of XML; limit {limit * 1000:.0f} ms, {len(packed) / 1e3:.0f} kB"
    )
    rows = [("pdz", ours, file), ("pdz, with the tree", *measure(lambda: write_pdz(make_tree(sizes)), chosen.times))]
    if chosen.slow:
        template = make_template()
        rows.append(("docxtpl", *measure(lambda: write_docxtpl(sizes, template), chosen.slow)))
        rows.append(("python-docx", *measure(lambda: write_python_docx(sizes), chosen.slow)))
    print(f"{'way':20} {'ms':>8} {'× limit':>8} {'kB':>7} {'peak MB':>8}")
    for name, seconds, made in rows:
        memory = "" if "," in name else f"{peak_memory(name, sizes):8.0f}"
        print(f"{name:20} {seconds * 1000:8.0f} {seconds / limit:8.2f} {len(made) / 1e3:7.0f} {memory}")
    print_charts(chosen.times)


if __name__ == "__main__":
    main()
