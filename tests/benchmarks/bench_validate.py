# SPDX-License-Identifier: EUPL-1.2
"""Times `pdz validate` as a whole process against a bare Python and other checkers, in one run.

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


if __name__ == "__main__":
    main()
