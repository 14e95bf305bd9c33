# SPDX-License-Identifier: EUPL-1.2
"""`pdz validate PLAN…`: checks one or more plans."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    plans: Annotated[list[Path], typer.Argument(metavar="PIANO", help="Cartelle dei piani da controllare.")],
    strict: Annotated[bool, typer.Option("--strict", help="Anche un avviso fa fallire il controllo.")] = False,
) -> int:
    """Controlla i piani: dove sono i problemi, e come rimediare."""
    from pdz.cli._report import render_text, summarize
    from pdz.pipeline.check import check_plan

    failed = False
    for plan in plans:
        checked = check_plan(plan)
        for line in render_text(checked.source, checked.findings, checked.source.folder.as_posix()):
            print(line)
        print(summarize(checked.findings, plan.as_posix()))
        failed |= checked.errors > 0 or (strict and bool(checked.findings))
    return 1 if failed else 0
