# SPDX-License-Identifier: EUPL-1.2
"""One run of `pdz render`: from the plan to its files, and the report of it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from pdz.cli._outputs import Output, spare_sources
from pdz.cli._progress import ProgressLine
from pdz.cli._write import write_together
from pdz.pipeline.check import Checked, check_plan
from pdz.pipeline.render import RenderOptions, build, write
from pdz.writers import Written


@dataclass(frozen=True, slots=True)
class Job:
    """What the command line asks for."""

    plan: Path
    outputs: tuple[Output, ...]
    options: RenderOptions
    advise: bool = True
    """Say also what the person may want to do next."""


def run_job(job: Job) -> int:
    """Writes all the files from one tree, or none; the exit code."""
    start = perf_counter()
    with ProgressLine(sys.stderr) as line:
        checked = check_plan(job.plan, progress=line.show)
        if not checked.errors:
            spare_sources(job.outputs, checked, job.options)
            summary, files = _write_files(job, checked, line)
    if checked.errors:
        return _report_errors(checked, job)
    _report_files(job, summary, files, perf_counter() - start)
    if job.advise:
        _advise(job)
    if checked.findings:
        pronoun = "lo" if len(checked.findings) == 1 else "li"
        print(f"{_summarize(checked, job.plan)}; {pronoun} vedi con: pdz validate {job.plan}")
    return 0


def _write_files(job: Job, checked: Checked, line: ProgressLine) -> tuple[str, list[Written]]:
    built = build(checked, job.options, line.show, writers=[output.writer for output in job.outputs])
    files = []
    for output in job.outputs:
        line.show(f"preparo {output.path.name}")
        files.append(write(built, output.writer, job.options, line.show))
    line.show("scrivo")
    write_together({output.path: file.data for output, file in zip(job.outputs, files, strict=True)})
    return built.summary, files


def _report_files(job: Job, summary: str, files: list[Written], elapsed: float) -> None:
    seconds = f"{elapsed:.2f} secondi".replace(".", ",")
    alone = f" in {seconds}" if len(files) == 1 else ""
    for output, file in zip(job.outputs, files, strict=True):
        print(f"scritto {output.path}: {summary}{alone}")
        if file.warnings:
            print(f"{output.path}: {', '.join(file.warnings)}")
    if not alone:
        print(f"{len(files)} file in {seconds}")


def _advise(job: Job) -> None:
    word = any(output.is_of(".docx") for output in job.outputs)
    if word and not job.options.pages and job.options.scheda is None:  # one scheda alone has no indexes
        print("i numeri di pagina degli indici li mette Word con F9, oppure pdz con --pagine")


def _report_errors(checked: Checked, job: Job) -> int:
    from pdz.cli._report.text import render_findings
    from pdz.findings import Severity

    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    for line in render_findings(checked.source, errors, checked.source.folder.as_posix()):
        print(line, file=sys.stderr)
    print(_summarize(checked, job.plan), file=sys.stderr)
    names = ", ".join(f"«{output.path}»" for output in job.outputs)
    what = "non è stato scritto" if len(job.outputs) == 1 else "non sono stati scritti"
    print(f"{names} {what}: prima correggi gli errori", file=sys.stderr)
    return 1


def _summarize(checked: Checked, plan: Path) -> str:
    from pdz.cli._report import summarize

    return summarize(checked.findings, plan.as_posix(), len(checked.ammessi))
