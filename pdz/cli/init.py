# SPDX-License-Identifier: EUPL-1.2
"""`pdz init FOLDER`: a small complete plan to start from."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    folder: Annotated[Path, typer.Argument(metavar="CARTELLA", help="Cartella da creare.")],
) -> int:
    """Crea un piccolo piano completo, che si controlla e si stampa, da cui cominciare."""
    from pdz.pipeline.start import create_plan

    for path in create_plan(folder):
        print(f"scritto {path}")
    print(f"\nOra prova:\n  pdz validate {folder}\n  pdz render {folder} -o {folder.name}.docx")
    return 0
