# SPDX-License-Identifier: EUPL-1.2
"""`pdz compare OLD NEW`: what changed between two plans."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pdz.pipeline.compare import Confronto, Lettura

_BY_EXTENSION = {".json": "json", ".txt": "text"}


def command(
    old: Annotated[
        str, typer.Argument(metavar="VECCHIO", help="Cartella del piano di prima, o REVISIONE:CARTELLA di git.")
    ],
    new: Annotated[str, typer.Argument(metavar="NUOVO", help="Cartella del piano di dopo, o REVISIONE:CARTELLA.")],
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMATO", help="text o json; se manca, text.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="File in cui scrivere; senza, stampa a video."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="ARGOMENTI", help="Solo questi argomenti, per esempio obiettivi,fondi."),
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option("--fail-on", metavar="CODICI", help="Esce con 1 se ci sono questi giudizi: C003,C009; C: tutti."),
    ] = None,
    link: Annotated[
        bool, typer.Option("--link", help="Propone le righe «gia» che legano gli obiettivi simili, e basta.")
    ] = False,
) -> int:
    """Confronta due piani: che cosa è cambiato, e dove."""
    from pdz.cli._compare import FORMATS, Choices
    from pdz.cli._compare._link import render_link
    from pdz.cli._write import check_target
    from pdz.errors import PdzError
    from pdz.pipeline.compare import compare_plans, read_codes

    if output is not None:
        check_target(output)
    name = form or (_BY_EXTENSION.get(output.suffix.lower(), "text") if output is not None else "text")
    report = FORMATS.get(name)
    choices = Choices(_read_only(only or []))
    codes = read_codes(fail_on or ())
    if link and (name != "text" or only or codes):
        raise PdzError("«--link» va da solo", "togli --format, --only e --fail-on")
    confronto = compare_plans(old, new)
    if confronto.raffronto is None:
        return _report_broken(confronto)
    text = render_link(confronto) if link else report.render(confronto, choices)
    if output is None:
        print(text, end="")
    else:
        _write(output, text, confronto)
    return _report_failing(confronto, codes)


def _report_failing(confronto: "Confronto", codes: tuple[str, ...]) -> int:
    """The exit code: 1 when a judgement was found that a person named, and which ones; all count, whatever --only."""
    from pdz.cli._compare._giudizi import count_failing

    failing = count_failing(confronto.giudizi, codes) if codes else ""
    if failing:
        print(f"--fail-on {','.join(codes)}: trovati {failing}", file=sys.stderr)
    return 1 if failing else 0


def _read_only(listed: list[str]) -> tuple[str, ...]:
    """The subjects that a person names; raises PdzError for one that does not exist."""
    from pdz.compare import ARGOMENTI
    from pdz.errors import PdzError
    from pdz.findings import did_you_mean

    names = [name for text in listed for name in text.lower().replace(",", " ").split()]
    for name in names:
        if name not in ARGOMENTI:
            hint = did_you_mean(name, ARGOMENTI) or "gli argomenti sono: " + ", ".join(ARGOMENTI)
            raise PdzError(f"l'argomento «{name}» non esiste", hint)
    return tuple(names)


def _report_broken(confronto: "Confronto") -> int:
    """Says why a plan cannot be read: the command could not answer."""
    from pdz.cli._report import summarize
    from pdz.cli._report.text import render_findings

    broken: list[Lettura] = [side for side in (confronto.prima, confronto.dopo) if side.lato is None]
    for side in broken:
        for line in render_findings(side.source, side.findings, side.nome):
            print(line, file=sys.stderr)
        print(summarize(side.findings, side.nome), file=sys.stderr)
    print("errore: non si può confrontare un piano che non si legge", file=sys.stderr)
    print("aiuto: prima correggi gli errori; li vedi anche con pdz validate", file=sys.stderr)
    return 2


def _write(output: Path, text: str, confronto: "Confronto") -> None:
    from pdz.cli._write import check_not_read, write_atomic

    for side in (confronto.prima, confronto.dopo):
        check_not_read(output, (side.source.folder / name for name in side.source.files), "un file del piano")
    write_atomic(output, text.encode())
    print(f"scritto {output}")
