# SPDX-License-Identifier: EUPL-1.2
"""`pdz schema`: the JSON Schema of the plan, for editors."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File da scrivere; senza, stampa a video.")
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", metavar="PROFILO", help="Solo i codici di un profilo, per esempio lombardia/2025-2027."
        ),
    ] = None,
) -> int:
    """Stampa lo schema JSON del piano, per i suggerimenti dell'editor."""
    from pdz.pipeline.start import make_schema

    text = make_schema(profile)
    if output is None:
        print(text, end="")
    else:
        from pdz.cli._write import check_target, write_atomic
        from pdz.errors import PdzError

        check_target(output)
        if output.exists() and output.suffix.lower() != ".json":
            raise PdzError(f"«{output}» esiste già e non è uno schema", "scegli un nome che finisce con .json")
        write_atomic(output, text.encode())
        print(f"scritto {output}")
    return 0
