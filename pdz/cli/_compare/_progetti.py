# SPDX-License-Identifier: EUPL-1.2
"""PNRR lines and projects that are the same under another id: what changed in each."""

from collections.abc import Iterator

from pdz.cli._compare import place_of
from pdz.cli._compare._cambi import render_cambio
from pdz.compare import Conto, Raffronto, find_cambi_of, name_at
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.fondi import LineaPnrr, Progetto
from pdz.pipeline.compare import Confronto


def find_renamed(raffronto: Raffronto, conto: Conto) -> Iterator[tuple[Path, Path]]:
    """Paths of a line or project in the two plans, when its id changed."""
    for riga in conto.per_voce:
        if len(riga.voci_prima) == 1 == len(riga.voci_dopo):
            old, new = riga.voci_prima[0], riga.voci_dopo[0]
            ids = (_at(lato.piano, path).id for lato, path in ((raffronto.prima, old), (raffronto.dopo, new)))
            if len(set(ids)) > 1:
                yield old, new


def render_renamed(confronto: Confronto, raffronto: Raffronto, conto: Conto) -> Iterator[str]:
    """Each with what else changed in it."""
    for old, new in find_renamed(raffronto, conto):
        one, other = _at(raffronto.prima.piano, old), _at(raffronto.dopo.piano, new)
        yield f"  {name_at(raffronto.prima.piano, old)} -> {name_at(raffronto.dopo.piano, new)}"
        yield f"     {place_of(confronto.prima, old)} -> {place_of(confronto.dopo, new)}"
        for cambio in find_cambi_of(one, other, old, new):
            if cambio.indirizzo[2:] != ("id",):
                yield from render_cambio(confronto, cambio, "     ", 2)


def _at(piano: Piano, path: Path) -> LineaPnrr | Progetto:
    found: LineaPnrr | Progetto = getattr(piano, str(path[0]))[path[1]]
    return found
