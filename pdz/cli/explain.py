# SPDX-License-Identifier: EUPL-1.2
"""`pdz explain CODE`, `pdz explain ID --plan PLAN`: how a result was made, what a rule checks."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    name: Annotated[str, typer.Argument(metavar="CODICE|ID", help="Un codice, come R001, o l'id di una voce.")],
    plan: Annotated[
        Path | None, typer.Option("--plan", metavar="PIANO", help="Cartella del piano in cui cercare l'id.")
    ] = None,
) -> int:
    """Spiega una regola, oppure come è fatto un numero del piano."""
    if plan is None:
        from pdz.pipeline.rules import explain_rule

        lines = explain_rule(name)
    else:
        from pdz.pipeline.explain import explain_id

        lines = explain_id(plan, name)
    for line in lines:
        print(line)
    return 0
