# SPDX-License-Identifier: EUPL-1.2
"""`pdz validate PLAN…`: checks one or more plans."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pdz.cli._report import Verdict

_BY_EXTENSION = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".txt": "text"}


def command(
    plans: Annotated[list[Path], typer.Argument(metavar="PIANO", help="Cartelle dei piani da controllare.")],
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMATO", help="text, json, github, sarif o junit; se manca, text."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="File in cui scrivere; senza, stampa a video."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Anche un avviso fa fallire il controllo.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODICI", help="Solo queste regole o famiglie, per esempio F,G001."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODICI", help="Tutte le regole meno queste, per esempio T,D004."),
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Conta le segnalazioni per codice.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Mostra tutto: anche le ripetute e le ammesse.")] = False,
) -> int:
    """Controlla i piani: dove sono i problemi, e come rimediare."""
    from pdz.cli._report import REPORTS, ReportOptions, Verdict
    from pdz.cli._write import check_target
    from pdz.pipeline.check import check_plan, make_selezione

    if output is not None:
        check_target(output)
    name = form or (_find_format(output) if output is not None else "text")
    report = REPORTS.get(name)
    _check_statistics(name, statistics)
    selezione = make_selezione(select or (), ignore or ())
    verdicts = [Verdict(plan.as_posix(), check_plan(plan, selezione)) for plan in plans]
    text = report.render(verdicts, ReportOptions(strict, statistics, every, _find_summary(name)))
    if output is None:
        print(text, end="")
    else:
        _write(output, text, verdicts)
    failed = any(v.checked.errors > 0 or (strict and v.checked.findings) for v in verdicts)
    return 1 if failed else 0


def _find_format(output: Path) -> str:
    """The format that the extension of a file asks for."""
    from pdz.errors import PdzError

    name = _BY_EXTENSION.get(output.suffix.lower())
    if name is None:
        listed = ", ".join(f"{extension} ({known})" for extension, known in _BY_EXTENSION.items())
        raise PdzError(
            f"«{output.name}»: dal nome del file non si capisce il formato",
            f"scegli un'estensione: {listed}; oppure aggiungi --format",
        )
    return name


def _check_statistics(name: str, statistics: bool) -> None:
    from pdz.errors import PdzError

    if statistics and name not in {"text", "json"}:
        raise PdzError(f"«--statistics» non vale per il formato {name}", "usa --format text, o json che le ha sempre")


def _find_summary(name: str) -> str:
    """Where GitHub wants the summary of the step; empty when it did not say."""
    import os

    return os.environ.get("GITHUB_STEP_SUMMARY", "") if name == "github" else ""


def _write(output: Path, text: str, verdicts: "list[Verdict]") -> None:
    """Writes the report, and says of each plan how it went."""
    from pdz.cli._report import summarize
    from pdz.cli._write import check_not_read, write_atomic

    for verdict in verdicts:
        source = verdict.checked.source
        check_not_read(output, (source.folder / name for name in source.files), "un file del piano")
    write_atomic(output, text.encode())
    for verdict in verdicts:
        print(summarize(verdict.checked.findings, verdict.plan, len(verdict.checked.ammessi)))
    print(f"scritto {output}")
