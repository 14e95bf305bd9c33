# SPDX-License-Identifier: EUPL-1.2
"""`pdz render PLAN -o FILE`: prints a plan; the extension of the file chooses the format."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pdz.pipeline.check import Checked


def command(
    plan: Annotated[Path, typer.Argument(metavar="PIANO", help="Cartella del piano.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="File da scrivere, per esempio piano.docx.")
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
) -> int:
    """Stampa il piano: Word, PDF, o testo Markdown. Un piano con errori non si stampa."""
    from time import perf_counter

    from pdz.cli._write import check_target, write_atomic
    from pdz.pipeline.check import check_plan
    from pdz.pipeline.render import RenderOptions, find_writer, render

    start = perf_counter()
    check_target(output)
    writer = find_writer(output.suffix)
    word = ".docx" in writer.EXTENSIONS
    _check_style(style, word)
    checked = check_plan(plan)
    if checked.errors:
        return _report_errors(checked, plan, output)
    _spare_sources(output, checked, style, templates)
    options = RenderOptions(document, scheda, style, templates, _epoch(), pages, archive)
    data, summary = render(checked, writer, options)
    write_atomic(output, data)
    seconds = f"{perf_counter() - start:.2f}".replace(".", ",")
    print(f"scritto {output}: {summary} in {seconds} secondi")
    _print_hints(checked, plan, numbered=not word or pages or scheda is not None)  # one scheda alone has no indexes
    return 0


def _print_hints(checked: "Checked", plan: Path, *, numbered: bool) -> None:
    """What is left to do with the document and with the plan."""
    if not numbered:
        print("i numeri di pagina degli indici li mette Word con F9, oppure pdz con --pagine")
    if checked.findings:
        print(f"{_summarize(checked, plan)}; li vedi con: pdz validate {plan}")


def _summarize(checked: "Checked", plan: Path) -> str:
    from pdz.cli._report import summarize

    return summarize(checked.findings, plan.as_posix(), len(checked.ammessi))


def _report_errors(checked: "Checked", plan: Path, output: Path) -> int:
    from pdz.cli._report.text import render_findings
    from pdz.findings import Severity

    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    for line in render_findings(checked.source, errors, checked.source.folder.as_posix()):
        print(line, file=sys.stderr)
    print(_summarize(checked, plan), file=sys.stderr)
    print(f"«{output}» non è stato scritto: prima correggi gli errori", file=sys.stderr)
    return 1


def _check_style(style: Path | None, word: bool) -> None:
    """Raises PdzError when --style can be of no use."""
    from pdz.errors import PdzError

    if style is not None and not word:
        raise PdzError("--style vale solo per un documento Word", "scrivi un file .docx, o togli --style")
    if style is not None and style.is_dir():
        raise PdzError(f"«{style}» è una cartella", "indica con --style un documento Word (.docx)")


def _spare_sources(output: Path, checked: "Checked", style: Path | None, templates: Path | None) -> None:
    """Raises PdzError when the document would take the place of something that it is made from."""
    from pdz.cli._write import check_not_read
    from pdz.documents._folder import shipped_names

    folder, logo = checked.source.folder, checked.piano.logo if checked.piano is not None else None
    names = [*checked.source.files, *([logo.file] if logo is not None else [])]
    check_not_read(output, [folder / name for name in names], "un file del piano")
    check_not_read(output, [style] if style is not None else [], "il documento di stile")
    texts = [templates / name for name in shipped_names()] if templates is not None else []
    check_not_read(output, texts, "uno dei tuoi modelli di testo")


def _epoch() -> int | None:
    """The day that the environment asks to write in the properties of the file (SOURCE_DATE_EPOCH)."""
    import os

    from pdz.errors import PdzError

    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not text.isdigit() or int(text) > 4_102_444_800:
        raise PdzError(f"SOURCE_DATE_EPOCH vale «{text}»", "deve essere un numero di secondi dal 1970")
    return int(text)
