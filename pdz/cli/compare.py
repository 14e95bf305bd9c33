# SPDX-License-Identifier: EUPL-1.2
"""`pdz compare OLD NEW [MORE…]`: what changed between two plans, or several plans side by side."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pdz.cli._compare._target import Target
    from pdz.pipeline.compare import Confronto

_FORMATS = "text, json, oppure un documento: docx, md e gli altri formati di pdz render; se manca, text."


def command(
    old: Annotated[
        str, typer.Argument(metavar="VECCHIO", help="Cartella del piano di prima, o REVISIONE:CARTELLA di git.")
    ],
    new: Annotated[str, typer.Argument(metavar="NUOVO", help="Cartella del piano di dopo, o REVISIONE:CARTELLA.")],
    more: Annotated[
        list[str] | None,
        typer.Argument(metavar="ALTRI", help="Altri piani: una colonna per triennio, o per Ambito."),
    ] = None,
    form: Annotated[str | None, typer.Option("--format", metavar="FORMATO", help=_FORMATS)] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="File da scrivere, per esempio raffronto.docx."),
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
    style: Annotated[
        Path | None, typer.Option("--style", metavar="FILE.docx", help="Documento Word da cui prendere gli stili.")
    ] = None,
) -> int:
    """Confronta due piani: che cosa è cambiato, e dove. Con più piani, li mette uno accanto all'altro."""
    from pdz.cli._compare._target import find_target
    from pdz.errors import PdzError
    from pdz.pipeline.compare import read_codes

    target = find_target(form, output, style)
    wanted = _read_only(only or [])
    codes = read_codes(fail_on or ())
    if link and (target.form != "text" or wanted or codes or more):
        raise PdzError("«--link» va da solo, con due piani", "togli --format, --only, --fail-on e gli altri piani")
    if more and codes:
        raise PdzError("«--fail-on» vale per due piani", "confronta i piani a due a due")
    if more:
        return _compare_many([old, new, *more], target, wanted)
    return _compare_two(old, new, target, Asked(wanted, codes, link))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of two plans."""

    only: tuple[str, ...]
    codes: tuple[str, ...]
    """Judgements that make the command fail."""
    link: bool


def _compare_two(old: str, new: str, target: "Target", asked: Asked) -> int:
    from pdz.cli._compare import FORMATS, Choices
    from pdz.cli._compare._link import render_link
    from pdz.cli._compare._target import deliver, report_broken
    from pdz.pipeline.compare import compare_plans

    confronto = compare_plans(old, new)
    sides = (confronto.prima, confronto.dopo)
    if confronto.raffronto is None:
        return report_broken(sides)
    if asked.link:
        deliver(target, render_link(confronto).encode(), sides)
    elif target.writer is not None:
        from pdz.pipeline.quadri import print_quadro

        file = print_quadro(confronto, target.writer, target.options(asked.only))
        deliver(target, file.data, sides, file.warnings)
    else:
        deliver(target, FORMATS.get(target.form).render(confronto, Choices(asked.only)).encode(), sides)
    return _report_failing(confronto, asked.codes)


def _report_failing(confronto: "Confronto", codes: tuple[str, ...]) -> int:
    """The exit code: 1 when a judgement was found that a person named, and which ones; all count, whatever --only."""
    from pdz.cli._compare._giudizi import count_failing

    failing = count_failing(confronto.giudizi, codes) if codes else ""
    if failing:
        print(f"--fail-on {','.join(codes)}: trovati {failing}", file=sys.stderr)
    return 1 if failing else 0


def _compare_many(names: list[str], target: "Target", only: tuple[str, ...]) -> int:
    from pdz.cli._compare._serie import render_json, render_text
    from pdz.cli._compare._target import deliver, report_broken
    from pdz.pipeline.quadri import compare_series, print_serie

    letture, serie = compare_series(names)
    if serie is None:
        return report_broken(letture)
    if target.writer is not None:
        file = print_serie(serie, target.writer, target.options(only))
        deliver(target, file.data, letture, file.warnings)
    else:
        render = render_json if target.form == "json" else render_text
        deliver(target, render(letture, serie, only).encode(), letture)
    return 0


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
