# SPDX-License-Identifier: EUPL-1.2
"""How fast a tree becomes a page or a text, beside pandoc writing the same content, in one run.

`python tests/benchmarks/bench_formats.py`; the sizes are options. Pandoc reads the document as our Markdown, where
forms are paragraphs and not tables, which spares it work; its time holds the start of the program, printed too. Nothing
is asserted; without pandoc only our times are printed.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from shutil import which

sys.path.insert(0, str(Path(__file__).parent))
from bench_writer import OPTIONS, Sizes, make_tree, measure

from pdz.writers import WRITERS

FORMATS = {"html": ("html5", "--standalone"), "md": ("markdown", "--standalone")}
"""What pandoc is asked for, beside each of our writers."""
READ = ("--from", "markdown-yaml_metadata_block", "--metadata", "pagetitle=Piano di Zona")


def run_pandoc(text: bytes, *options: str) -> bytes:
    """What pandoc makes of our Markdown."""
    return subprocess.run(["pandoc", *READ, *options], input=text, check=True, capture_output=True).stdout


def main() -> None:
    """Prints the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("schede", 200), ("tables", 40), ("paragraphs", 300)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--times", type=int, default=5, help="our runs; the best counts")
    parser.add_argument("--slow", type=int, default=1, help="runs of pandoc; 0 leaves it out")
    chosen = parser.parse_args()
    sizes = Sizes(chosen.schede, chosen.tables, chosen.paragraphs)
    tree = make_tree(sizes)
    text = WRITERS.get("md").write(tree, OPTIONS)
    print(f"{sizes.cells} cells, {len(text) / 1e6:.1f} MB of Markdown")
    slow = chosen.slow if which("pandoc") else 0
    if slow:
        start, _ = measure(lambda: run_pandoc(b"", "--to", "native"), slow)
        print(f"pandoc starts and ends in {start * 1000:.0f} ms")
    print(f"{'format':8} {'pdz ms':>8} {'kB':>7} {'pandoc ms':>10} {'kB':>7} {'pandoc/pdz':>11}")
    for name, (target, *options) in FORMATS.items():
        writer = WRITERS.get(name)
        ours, made = measure(lambda writer=writer: writer.write(tree, OPTIONS), chosen.times)
        row = f"{name:8} {ours * 1000:8.0f} {len(made) / 1e3:7.0f}"
        if slow:
            theirs, other = measure(lambda to=target, more=options: run_pandoc(text, "--to", to, *more), slow)
            row += f" {theirs * 1000:10.0f} {len(other) / 1e3:7.0f} {theirs / ours:11.1f}"
        print(row)


if __name__ == "__main__":
    main()
