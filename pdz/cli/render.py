# SPDX-License-Identifier: EUPL-1.2
"""`pdz render PLAN -o FILE…`: prints a plan; the extension of each file chooses its format."""

from pathlib import Path
from typing import Annotated

import typer


def command(
    plan: Annotated[Path, typer.Argument(metavar="PIANO", help="Cartella del piano.")],
    outputs: Annotated[
        list[Path],
        typer.Option(
            "--output", "-o", metavar="FILE", help="File da scrivere, per esempio piano.docx; si può ripetere."
        ),
    ],
    document: Annotated[
        str, typer.Option("--document", "-d", metavar="TIPO", help="piano, esiti, schede o fondi.")
    ] = "piano",
    scheda: Annotated[
        str | None, typer.Option("--scheda", metavar="ID", help="Con --document schede, stampa solo questa.")
    ] = None,
    style: Annotated[
        Path | None, typer.Option("--style", metavar="FILE.docx", help="Documento Word da cui prendere gli stili.")
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option("--templates", metavar="CARTELLA", help="Testi della cornice da usare al posto di quelli di pdz."),
    ] = None,
    pages: Annotated[
        bool,
        typer.Option("--pagine", help="Conta le pagine con LibreOffice, se è installato, e le scrive negli indici."),
    ] = False,
    archive: Annotated[
        bool, typer.Option("--archive", help="Solo per un PDF: lo scrive come PDF/A-2a, il formato degli archivi.")
    ] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Riscrive i file a ogni modifica del piano, finché non premi Ctrl-C."),
    ] = False,
) -> int:
    """Stampa il piano: Word, pagina web, PDF, Excel, testo Markdown. Un piano con errori non si stampa."""
    from pdz.cli._environment import read_epoch
    from pdz.cli._outputs import check_options, find_outputs
    from pdz.cli._print import Job, run_job
    from pdz.cli._watch import watch_job
    from pdz.pipeline.render import RenderOptions

    found = find_outputs(outputs)
    given = {"--style": style is not None, "--pagine": pages, "--archive": archive}
    check_options([option for option, wanted in given.items() if wanted], found)
    _check_style(style)
    options = RenderOptions(document, scheda, style, templates, read_epoch(), pages, archive)
    job = Job(plan, found, options, advise=not watch)
    return watch_job(job) if watch else run_job(job)


def _check_style(style: Path | None) -> None:
    from pdz.errors import PdzError

    if style is not None and style.is_dir():
        raise PdzError(f"«{style}» è una cartella", "indica con --style un documento Word (.docx)")
