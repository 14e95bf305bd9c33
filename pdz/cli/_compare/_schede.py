# SPDX-License-Identifier: EUPL-1.2
"""Between two trienni: the schede of the objectives that go on, answer by answer."""

from collections.abc import Iterator

from pdz.cli._compare import place_of
from pdz.cli._compare._cambi import render_cambio
from pdz.compare import CoppiaSchede, Raffronto, find_risposte, name_at
from pdz.findings import Path
from pdz.pipeline.compare import Confronto

_ELSEWHERE = {"indicatori"}
"""Subjects that have a section of their own."""


def is_between_trienni(raffronto: Raffronto) -> bool:
    """True when ids of the two plans do not mean the same things."""
    return raffronto.prima.piano.triennio != raffronto.dopo.piano.triennio


def render_schede(confronto: Confronto, raffronto: Raffronto, gruppo: str) -> Iterator[str]:
    """Each scheda of the old plan beside the one that takes its place; `gruppo`: the list of the plan."""
    for coppia in raffronto.schede if is_between_trienni(raffronto) else ():
        if coppia.gruppo != gruppo:
            continue
        old, new = _ends(coppia)
        names = name_at(raffronto.prima.piano, old), name_at(raffronto.dopo.piano, new)
        yield f"  {names[0]} -> {names[1]}"
        yield f"     {place_of(confronto.prima, old)} -> {place_of(confronto.dopo, new)}"
        for cambio in find_risposte(raffronto.prima, raffronto.dopo, coppia):
            if cambio.argomento not in _ELSEWHERE:
                yield from render_cambio(confronto, cambio, "     ", 2)


def list_ends(raffronto: Raffronto) -> list[tuple[Path, Path]]:
    """Paths in the two plans of the schede held side by side; none inside one triennium, where ids tell."""
    return [_ends(coppia) for coppia in raffronto.schede] if is_between_trienni(raffronto) else []


def _ends(coppia: CoppiaSchede) -> tuple[Path, Path]:
    return (coppia.gruppo, coppia.prima), (coppia.gruppo, coppia.dopo)
