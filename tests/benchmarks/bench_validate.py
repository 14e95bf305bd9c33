# SPDX-License-Identifier: EUPL-1.2
"""Times `pdz validate` as a whole process against a bare Python and other checkers, and its own steps, in one run.

    python tests/benchmarks/bench_validate.py [--lines 16000] [--runs 7]

Prints ratios; asserts nothing.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from _piani import write_lines

BARE = "import sys, typer, pydantic, yaml; yaml.compose(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"


def time_commands(commands: dict[str, Sequence[str]], runs: int) -> dict[str, float]:
    """The median seconds of each command, taken in turns so that noise falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            start = perf_counter()
            result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
            times[name].append(perf_counter() - start)
            if name == "pdz validate" and result.returncode != 0:
                raise SystemExit(result.stderr.decode())
    return {name: statistics.median(values[1:]) for name, values in times.items()}


STEPS = """
import gc, sys
gc.disable()
from pathlib import Path
from time import perf_counter as now
from pdz import calc, rules, source, structure
from pdz.profiles import load_profilo
for module in rules.RULES.load():
    pass
times = [now()]
origin = source.load(Path(sys.argv[1]))
piano, _ = structure.read(origin)
times.append(now())
profilo = load_profilo(piano.profilo)
quadro = calc.compute(piano, profilo)
times.append(now())
rules.check(origin, rules.make_context(origin, piano, profilo, quadro))
times.append(now())
print(*(after - before for before, after in zip(times, times[1:])))
"""
"""The steps of one check: reading and structuring, calculating, all the rules with what they look at."""


def time_steps(plan: Path, runs: int) -> tuple[float, float, float]:
    """The median seconds of each step, every run in a process of its own."""
    rows: list[list[float]] = []
    for _ in range(runs):
        done = subprocess.run((sys.executable, "-c", STEPS, str(plan)), capture_output=True, text=True, check=True)
        rows.append([float(word) for word in done.stdout.split()])
    reading, calculating, ruling = (statistics.median(column) for column in zip(*rows, strict=True))
    return reading, calculating, ruling


def main() -> None:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--lines", type=int, default=16_000)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plan = write_lines(Path(folder) / "piano", options.lines)
        file = plan / "piano.yaml"
        schema = Path(__file__).parents[2] / "schemas" / "piano.schema.json"
        commands: dict[str, Sequence[str]] = {
            "bare Python (typer, pydantic, yaml, libyaml compose)": (sys.executable, "-c", BARE, str(file)),
            "pdz validate": (sys.executable, "-m", "pdz", "validate", str(plan)),
            "pdz --help": (sys.executable, "-m", "pdz", "--help"),
            "yamllint": (sys.executable, "-m", "yamllint", "-d", "relaxed", str(file)),
            "check-jsonschema": (sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), str(file)),
        }
        for tool, module in (("yamllint", "yamllint"), ("check-jsonschema", "check_jsonschema")):
            if find_spec(module) is None:
                print(f"{tool} is not installed: left out")
                del commands[tool]
        times = time_commands(commands, options.runs)
        bare = next(iter(times.values()))
        print(f"{sum(1 for _ in file.open(encoding='utf-8'))} lines of YAML, median of {options.runs} runs")
        for name, seconds in times.items():
            print(f"  {name:<55} {seconds:7.3f} s  {seconds / bare:5.2f} x bare")
        reading, calculating, ruling = time_steps(plan, options.runs)
        print("inside pdz validate")
        for name, seconds in (("calculating", calculating), ("all the rules together", ruling)):
            print(f"  {name:<55} {seconds:7.3f} s  {seconds / reading:5.2f} x reading and structuring")
        print(f"  {'reading and structuring':<55} {reading:7.3f} s")
        for name in ("yamllint", "check-jsonschema"):
            if name in times:
                print(f"  {'all the rules / ' + name:<55} {ruling / times[name]:9.3f} x")


if __name__ == "__main__":
    main()
