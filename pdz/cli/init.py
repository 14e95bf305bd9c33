# SPDX-License-Identifier: EUPL-1.2
"""`pdz init FOLDER`: a small complete plan to start from."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    folder: Annotated[Path, typer.Argument(metavar="CARTELLA", help="Cartella da creare.")],
) -> int:
    """Crea un piccolo piano completo da cui cominciare."""
    import shlex

    from pdz.pipeline.start import create_plan

    for path in create_plan(folder):
        print(f"scritto {path}")
    plan, output = shlex.quote(str(folder)), shlex.quote(f"{folder.resolve().name}.docx")
    print(f"\nOra prova:\n  pdz validate {plan}\n  pdz render {plan} -o {output}")
    return 0
