# SPDX-License-Identifier: EUPL-1.2
"""`pdz rules`: the list of what pdz checks."""

from typing import Annotated

import typer


def command(
    family: Annotated[
        list[str] | None,
        typer.Option("--family", metavar="LETTERE", help="Solo queste famiglie, per esempio F o F,G."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMATO", help="table o json.")] = "table",
) -> int:
    """Elenca le regole; di ciascuna pdz explain dice il resto."""
    from pdz.errors import PdzError
    from pdz.pipeline.rules import list_rules, render_json, render_table

    renderers = {"table": render_table, "json": render_json}
    if form not in renderers:
        raise PdzError(f"il formato «{form}» non esiste", "possibili: " + ", ".join(renderers))
    print(renderers[form](list_rules(family or ())), end="")
    return 0
