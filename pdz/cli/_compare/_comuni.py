# SPDX-License-Identifier: EUPL-1.2
"""The Comuni of the Ambito: how many, which came in, which left, which merged and when."""

from collections.abc import Iterator

from pdz.cli._compare._righe import render_lines, render_list
from pdz.compare import Raffronto
from pdz.compare.comuni import compare_comuni, count_comuni
from pdz.dates import format_date
from pdz.findings import shorten
from pdz.model.ambito import Comune
from pdz.pipeline.compare import Confronto

_SHOWN = 6


def summarize_comuni(raffronto: Raffronto) -> str:
    """«61 prima, 60 dopo: esce Camairago (confluito in Castelgerundo)»; empty when neither plan says them."""
    counts = [count_comuni(side.piano) for side in (raffronto.prima, raffronto.dopo)]
    if not any(counts):
        return ""
    said = f"{counts[0] or 'non elencati'} prima, {counts[1] or 'non elencati'} dopo"
    found = compare_comuni(raffronto.prima, raffronto.dopo)
    if not all(found.elencati):
        return said + (": solo uno dei due piani li elenca" if any(found.elencati) else "")
    came, left = [_came(comune) for comune in found.entrati], [_left(comune) for comune in found.usciti]
    parts = [*_tell("entra", "entrano", came), *_tell("esce", "escono", left)]
    return f"{said}: {'; '.join(parts)}" if parts else said


def render_comuni(confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    """The Comuni of the only plan that lists them: nothing says whether the other has them; else nothing."""
    for label, side, lato in (("prima", confronto.prima, raffronto.prima), ("dopo", confronto.dopo, raffronto.dopo)):
        names = [shorten(comune.nome) for comune in lato.piano.ambito.comuni]
        if names and is_one_sided(raffronto):
            yield from render_list(f"Comuni elencati solo nel piano di {label} ({len(names)})", names, "  ")
            yield from render_lines(side, [("ambito", "comuni", place) for place in range(len(names))], "     ")


def is_one_sided(raffronto: Raffronto) -> bool:
    """True when one of the two plans does not list its Comuni."""
    return bool(raffronto.prima.piano.ambito.comuni) != bool(raffronto.dopo.piano.ambito.comuni)


def _came(comune: Comune) -> str:
    return f"{shorten(comune.nome)} (esiste dal {format_date(comune.dal)})" if comune.dal else shorten(comune.nome)


def _left(comune: Comune) -> str:
    parts = [f"confluito in {shorten(comune.confluito_in)}"] if comune.confluito_in else []
    parts += [f"esisteva fino al {format_date(comune.al)}"] if comune.al else []
    return f"{shorten(comune.nome)} ({', '.join(parts)})" if parts else shorten(comune.nome)


def _tell(one: str, many: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"{one if len(names) == 1 else many} {_listed(names)}"


def _listed(names: list[str]) -> str:
    more = f" e altri {len(names) - _SHOWN}" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
