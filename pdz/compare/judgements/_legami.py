# SPDX-License-Identifier: EUPL-1.2
"""The ties of objectives as the judgements read them, and the schede that describe an objective."""

from collections.abc import Iterator

from pdz.compare import Destino, Raffronto, Sorte
from pdz.compare._chiavi import name_of
from pdz.compare._dichiarati import find_areas_of_old
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.esiti import Esito


def iter_certi(raffronto: Raffronto) -> Iterator[Sorte]:
    """The fates of the old objectives that some new one continues, as a plan declares; likeness is not enough."""
    for sorte in raffronto.legami.sorti:
        if sorte.nuovi and sorte.probabilita is None and sorte.destino is not Destino.PROSEGUITO:
            yield sorte


def find_continued(raffronto: Raffronto) -> set[str]:
    """The areas of the past triennium that go on: a new objective continues them, or one of their objectives."""
    found = {name for origine in raffronto.legami.origini for name in origine.aree}
    areas_of = find_areas_of_old(raffronto.prima, raffronto.dopo)
    for sorte in raffronto.legami.sorti:
        if sorte.nuovi:
            found |= areas_of.get(raffronto.prima.piano.obiettivi[sorte.posto].id, set())
    return found


def find_esito(raffronto: Raffronto, sorte: Sorte) -> tuple[Path, Esito] | None:
    """The outcome that the new plan gives of this old objective alone; None when it has none."""
    path = sorte.consuntivo.path if sorte.consuntivo is not None else ()
    if len(path) != 2 or path[0] != "esiti":  # an action of an area, or an objective of sistema
        return None
    return path, raffronto.dopo.piano.esiti[int(path[1])]


def group_schede(piano: Piano) -> dict[int, tuple[int, ...]]:
    """By place of the objective, the places of the schede that describe it; one that has none is not there."""
    objectives = {one.id: place for place, one in enumerate(piano.obiettivi)}
    schede = {one.id: place for place, one in enumerate(piano.schede)}
    found: dict[int, dict[int, None]] = {}
    for place, scheda in enumerate(piano.schede):
        if scheda.obiettivo in objectives:
            found.setdefault(objectives[scheda.obiettivo], {})[place] = None
    for place, obiettivo in enumerate(piano.obiettivi):
        if obiettivo.scheda in schede:
            found.setdefault(place, {})[schede[obiettivo.scheda]] = None
    return {place: tuple(sorted(listed)) for place, listed in found.items()}


def name_old(raffronto: Raffronto, place: int) -> str:
    """«A1 «Titolo»», an objective of the old plan."""
    return name_of(raffronto.prima.piano.obiettivi[place])


def name_new(raffronto: Raffronto, place: int) -> str:
    """«O1 «Titolo»», an objective of the new plan."""
    return name_of(raffronto.dopo.piano.obiettivi[place])
