# SPDX-License-Identifier: EUPL-1.2
"""The ties between objectives that the plans declare."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pdz.compare._tipi import Lato
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.obiettivi import Obiettivo


@dataclass(frozen=True, slots=True)
class Sconosciuto:
    """A tie that leads nowhere: an id that names no objective of the other plan."""

    path: Path
    """In the new plan."""
    id: str


@dataclass(slots=True)
class Dichiarati:
    """The declared ties, by place in the two lists of objectives."""

    pairs: dict[tuple[int, int], None] = field(default_factory=dict)
    areas: dict[int, dict[str, None]] = field(default_factory=dict)
    """By new objective, the whole areas of the past triennium that it continues: which objective, nobody says."""
    unknown: list[Sconosciuto] = field(default_factory=list)


def find_same(old: tuple[Obiettivo, ...], new: tuple[Obiettivo, ...]) -> Dichiarati:
    """In two versions of one plan an id is the thing; where it is repeated, by place."""
    found, places = Dichiarati(), dict[str, list[int]]()
    for place, one in enumerate(new):
        places.setdefault(one.id, []).append(place)
    for place, one in enumerate(old):
        if left := places.get(one.id):
            found.pairs[place, left.pop(0)] = None
    return found


def find_declared(prima: Lato, dopo: Lato) -> Dichiarati:
    """Between two trienni: `gia` of the objectives, `in_continuita` of their schede, `riproposto` of the outcomes."""
    found = Dichiarati()
    old = {one.id: place for place, one in enumerate(prima.piano.obiettivi)}
    new = {one.id: place for place, one in enumerate(dopo.piano.obiettivi)}
    areas = {one.id for one in prima.piano.aree} | {one.id for one in dopo.piano.esiti if one.tipo == "area"}
    for path, before, after in _iter_names(dopo):
        if after not in new:
            found.unknown.append(Sconosciuto(path, after))
        elif before in old:
            found.pairs[old[before], new[after]] = None
        elif before in areas:
            found.areas.setdefault(new[after], {})[before] = None
        elif path[0] != "esiti":  # an outcome that the old plan does not have says nothing of it
            found.unknown.append(Sconosciuto(path, before))
    found.unknown = list(dict.fromkeys(found.unknown))
    return found


def _iter_names(dopo: Lato) -> Iterator[tuple[Path, str, str]]:
    """Where a tie is written, the old id, the new id."""
    for place, one in enumerate(dopo.piano.obiettivi):
        yield from ((("obiettivi", place, "gia", index), name, one.id) for index, name in enumerate(one.gia))
    yield from _iter_schede(dopo.piano)
    for place, esito in enumerate(dopo.piano.esiti):
        for index, name in enumerate(esito.riproposto.come if esito.riproposto is not None else ()):
            yield ("esiti", place, "riproposto", "come", index), esito.id, name


def _iter_schede(piano: Piano) -> Iterator[tuple[Path, str, str]]:
    """What a scheda continues, for each objective that it describes; nothing when it says that it continues nothing."""
    described = find_described(piano)
    for place, scheda in enumerate(piano.schede):
        answer = scheda.in_continuita
        for index, name in enumerate(answer.obiettivi if answer is not None and answer.risposta is not False else ()):
            path: Path = ("schede", place, "in_continuita", "obiettivi", index)
            yield from ((path, name, obiettivo) for obiettivo in described[place])


def find_described(piano: Piano) -> tuple[tuple[str, ...], ...]:
    """For each scheda, the ids of its objectives: the one that it names, and those that name it."""
    naming: dict[str, list[str]] = {}
    for one in piano.obiettivi:
        if one.scheda is not None:
            naming.setdefault(one.scheda, []).append(one.id)
    return tuple(
        tuple(dict.fromkeys([*([scheda.obiettivo] if scheda.obiettivo else []), *naming.get(scheda.id, [])]))
        for scheda in piano.schede
    )


def find_areas_of_old(prima: Lato, dopo: Lato) -> dict[str, set[str]]:
    """By id of an old objective, the areas in which it stood: its own, or that whose outcome lists it."""
    found: dict[str, set[str]] = {one.id: {one.area} for one in prima.piano.obiettivi if one.area is not None}
    for esito in dopo.piano.esiti:
        for azione in esito.azioni.elenco if esito.tipo == "area" and esito.azioni is not None else ():
            found.setdefault(azione.id, set()).add(esito.id)
    return found
