# SPDX-License-Identifier: EUPL-1.2
"""`pdz explain CODE`, `KEY`, `ID --plan PLAN`: what a rule checks, what a key means, how a result was made."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="CODICE|CHIAVE|ID", help="R001, F, progetti, o l'id di una voce."),
    ],
    plan: Annotated[
        Path | None, typer.Option("--plan", metavar="PIANO", help="Cartella del piano in cui cercare l'id.")
    ] = None,
) -> int:
    """Spiega una regola, una chiave o un numero del piano."""
    if plan is None:
        from pdz.pipeline.rules import explain_word

        lines = explain_word(name)
    else:
        from pdz.pipeline.explain import explain_id

        lines = explain_id(plan, name)
    for line in lines:
        print(line)
    return 0
