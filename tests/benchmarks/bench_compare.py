# SPDX-License-Identifier: EUPL-1.2
"""Times `pdz compare` of two large plans against reading them, and against DeepDiff on the same data, in one run.

    python tests/benchmarks/bench_compare.py [--lines 16000] [--runs 5]

Prints ratios; asserts nothing. DeepDiff compares the plans as loaded from YAML, matching lists by place: it gives no
meaning to ids, units, trienni or words.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from _piani import write_lines

STEPS = """
import gc, sys
gc.disable()
from pathlib import Path
from time import perf_counter as now
from pdz import calc, compare, source, structure
from pdz.cli._compare import FORMATS, Choices
from pdz.pipeline.compare import Confronto, Lettura
from pdz.profiles import load_profilo
formats = {name: FORMATS.get(name) for name in ("text", "json")}
load_profilo("lombardia/2025-2027"), load_profilo("lombardia/2021-2023")
times = [now()]
read = []
for folder in sys.argv[1:]:
    origin = source.load(Path(folder))
    read.append((origin, structure.read(origin)[0]))
times.append(now())
sides = []
for origin, piano in read:
    profilo = load_profilo(piano.profilo)
    sides.append(compare.Lato(piano, profilo, calc.compute(piano, profilo)))
times.append(now())
raffronto = compare.compare(*sides)
times.append(now())
letture = [Lettura(name, origin, (), side) for name, (origin, _), side in zip("ab", read, sides)]
for form in formats.values():
    form.render(Confronto(*letture, raffronto), Choices())
    times.append(now())
print(len(raffronto.cambi), *(after - before for before, after in zip(times, times[1:])))
"""
"""Reading and structuring both plans, calculating, comparing, printing as text and as json."""

DEEPDIFF = """
import gc, sys
gc.disable()
import yaml
from pathlib import Path
from time import perf_counter as now
from deepdiff import DeepDiff
plans = [yaml.load((Path(folder) / "piano.yaml").read_bytes(), Loader=yaml.CSafeLoader) for folder in sys.argv[1:]]
start = now()
found = DeepDiff(*plans)
print(sum(len(changes) for changes in found.values()), now() - start)
"""

NAMES = ("reading and structuring both", "calculating both", "comparing", "printing as text", "printing as json")


def write_pair(folder: Path, lines: int, trienni: bool) -> tuple[Path, Path]:
    """Two plans of about so many lines that differ in words, targets and results; of two trienni, or of one."""
    old, new = write_lines(folder / f"prima{lines}", lines), write_lines(folder / f"dopo{lines}", lines)
    file = new / "piano.yaml"
    text = file.read_text(encoding="utf-8").replace("previsto: 120", "previsto: 110")
    text = text.replace("realizzato: 212", "realizzato: 199")
    file.write_text(re.sub(r"\bservizi\b", "presidi", text), encoding="utf-8")
    if trienni:
        past = (old / "piano.yaml").read_text(encoding="utf-8")
        (old / "piano.yaml").write_text(past.replace("2025-2027", "2021-2023"), encoding="utf-8")
    return old, new


def time_steps(script: str, pair: tuple[Path, Path], runs: int) -> tuple[int, list[float]]:
    """How many changes, and the median seconds of each step; every run in a process of its own."""
    rows = []
    for _ in range(runs):
        command = (sys.executable, "-c", script, *map(str, pair))
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        rows.append([float(word) for word in done.stdout.split()])
    changes, *times = (statistics.median(column) for column in zip(*rows, strict=True))
    return int(changes), times


def print_steps(pair: tuple[Path, Path], runs: int) -> float:
    """The steps of one comparison; returns the seconds of comparing."""
    changes, times = time_steps(STEPS, pair, runs)
    reading, calculating, comparing, *_ = times
    for name, seconds in zip(NAMES, times, strict=True):
        print(f"  {name:<40} {seconds:7.3f} s  {seconds / reading:5.2f} x reading")
    whole = sum(times[:3])
    print(f"  {'read, calculated and compared':<40} {whole:7.3f} s  {whole / reading:5.2f} x reading (limit 2,5)")
    print(f"  {changes} changes; calculating and comparing alone {(calculating + comparing) / reading:.2f} x reading")
    return comparing


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=16_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pair = write_pair(folder / "versioni", options.lines, trienni=False)
        count = sum(1 for _ in (pair[0] / "piano.yaml").open(encoding="utf-8"))
        print(f"two versions of a plan of {count} lines, median of {options.runs} runs")
        comparing = print_steps(pair, options.runs)
        print("two trienni")
        print_steps(write_pair(folder / "trienni", options.lines, trienni=True), options.runs)
        print("growth, two versions")
        for lines in (2_000, 4_000, 8_000, 16_000):
            changes, times = time_steps(STEPS, write_pair(folder / "crescita", lines, trienni=False), options.runs)
            print(f"  {lines:6} lines {changes:6} changes {times[2]:7.3f} s  {times[2] / lines * 1e6:6.1f} µs a line")
        if find_spec("deepdiff") is None:
            print("deepdiff is not installed: left out")
            return
        changes, (seconds,) = time_steps(DEEPDIFF, pair, min(options.runs, 3))
        print(f"DeepDiff on the same data: {changes} changes, {seconds:.3f} s, {seconds / comparing:.1f} x pdz compare")


if __name__ == "__main__":
    main()
