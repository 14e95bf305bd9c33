# SPDX-License-Identifier: EUPL-1.2
"""What became of every objective: each of the old plan has one fate, each of the new one an origin.

Ties are certain only when the plan declares them: `gia` of the new objectives, `come` of a re-proposed outcome, or, in
two versions of the plan of the same triennium, the same id. Without them there is only likeness, and it is called so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from pdz.calc.nomi import fold
from pdz.compare._aree import Aree
from pdz.compare._somiglianza import Ritratto, find_somiglianti, words_of
from pdz.compare._tipi import Lato
from pdz.compare.consuntivi import Consuntivo, find_consuntivi
from pdz.findings import Path
from pdz.model.obiettivi import Obiettivo


class Destino(StrEnum):
    """What became of an old objective; the first that holds."""

    RINVIATO = "rinviato"
    """The new plan says that it was put off; it stands there, or it does not."""
    DIVISO = "diviso"
    """Several new objectives continue it."""
    UNITO = "unito"
    """One new objective continues it together with others."""
    SPOSTATO = "spostato"
    """It is in another macro area."""
    RINOMINATO = "rinominato"
    """It has another title."""
    MANTENUTO = "mantenuto"
    PROBABILE = "probabile"
    """A new objective looks like it: nobody has said that it is the same."""
    LASCIATO = "lasciato"


@dataclass(frozen=True, slots=True)
class Sorte:
    """The fate of an old objective."""

    posto: int
    """Its place among the objectives of the old plan."""
    destino: Destino
    nuovi: tuple[int, ...] = ()
    """Places of the new objectives that continue it, or that look like it."""
    probabilita: Decimal | None = None
    """0 to 1, when the tie is only likely."""
    consuntivo: Consuntivo | None = None
    """What the new plan says was reached."""


@dataclass(frozen=True, slots=True)
class Origine:
    """Where a new objective comes from."""

    posto: int
    """Its place among the objectives of the new plan."""
    vecchi: tuple[int, ...] = ()
    """Places of the old objectives that it continues; none for a new one."""
    probabile: bool = False
    """The tie is only likely."""


@dataclass(frozen=True, slots=True)
class Sconosciuto:
    """A tie that leads nowhere: an id that names no objective of the other plan."""

    path: Path
    """In the new plan."""
    id: str


@dataclass(frozen=True, slots=True)
class Legami:
    """Every old objective exactly once, every new one exactly once."""

    sorti: tuple[Sorte, ...]
    origini: tuple[Origine, ...]
    sconosciuti: tuple[Sconosciuto, ...] = ()


@dataclass(slots=True)
class _Trovati:
    """The declared ties, by place."""

    pairs: dict[tuple[int, int], None] = field(default_factory=dict)
    unknown: list[Sconosciuto] = field(default_factory=list)


def find_legami(prima: Lato, dopo: Lato, related: bool = True) -> Legami:
    """The ties between the objectives of two plans; without likeness when the plans are not `related`."""
    old, new = prima.piano.obiettivi, dopo.piano.obiettivi
    same_triennium = prima.piano.triennio == dopo.piano.triennio
    found = (_find_same(old, new) if related else _Trovati()) if same_triennium else _find_declared(prima, dopo)
    aree = Aree(prima, dopo)
    likely = dict[int, tuple[int, Decimal]]()
    if related:
        likely = {before: (after, score) for before, after, score in _find_likely(old, new, found, aree)}
    consuntivi = {} if same_triennium else find_consuntivi(dopo)
    after_of, before_of = _group(found)
    sorti = tuple(
        _decide(place, prima, dopo, after_of.get(place, ()), before_of, aree, consuntivi.get(one.id))
        if place in after_of or place not in likely
        else _likely(place, *likely[place], consuntivi.get(one.id))
        for place, one in enumerate(old)
    )
    guessed = {after: before for before, (after, _) in likely.items()}
    origini = tuple(
        Origine(place, (guessed[place],), True) if place in guessed else Origine(place, before_of.get(place, ()))
        for place in range(len(new))
    )
    return Legami(sorti, origini, tuple(found.unknown))


def _find_same(old: tuple[Obiettivo, ...], new: tuple[Obiettivo, ...]) -> _Trovati:
    """In two versions of one plan an id is the thing; where it is repeated, by place."""
    found, places = _Trovati(), dict[str, list[int]]()
    for place, one in enumerate(new):
        places.setdefault(one.id, []).append(place)
    for place, one in enumerate(old):
        if left := places.get(one.id):
            found.pairs[place, left.pop(0)] = None
    return found


def _find_declared(prima: Lato, dopo: Lato) -> _Trovati:
    found = _Trovati()
    old = {one.id: place for place, one in enumerate(prima.piano.obiettivi)}
    new = {one.id: place for place, one in enumerate(dopo.piano.obiettivi)}
    for place, one in enumerate(dopo.piano.obiettivi):
        for index, name in enumerate(one.gia):
            if name in old:
                found.pairs[old[name], place] = None
            else:
                found.unknown.append(Sconosciuto(("obiettivi", place, "gia", index), name))
    for place, esito in enumerate(dopo.piano.esiti):
        for index, name in enumerate(esito.riproposto.come if esito.riproposto is not None else ()):
            if name not in new:
                found.unknown.append(Sconosciuto(("esiti", place, "riproposto", "come", index), name))
            elif esito.id in old:  # the outcome of a whole area is no objective
                found.pairs[old[esito.id], new[name]] = None
    return found


def _find_likely(
    old: tuple[Obiettivo, ...], new: tuple[Obiettivo, ...], found: _Trovati, aree: Aree
) -> Iterator[tuple[int, int, Decimal]]:
    """The likely pairs among those that no declared tie takes."""
    tied_old, tied_new = {before for before, _ in found.pairs}, {after for _, after in found.pairs}
    left = [Ritratto(i, words_of(o.titolo), aree.of_old(o)) for i, o in enumerate(old) if i not in tied_old]
    right = [Ritratto(i, words_of(o.titolo), aree.of_new(o)) for i, o in enumerate(new) if i not in tied_new]
    return find_somiglianti(left, right)


def _group(found: _Trovati) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]:
    """The new places of each old one, the old places of each new one."""
    after_of: dict[int, tuple[int, ...]] = {}
    before_of: dict[int, tuple[int, ...]] = {}
    for before, after in sorted(found.pairs):
        after_of[before] = (*after_of.get(before, ()), after)
        before_of[after] = (*before_of.get(after, ()), before)
    return after_of, before_of


def _likely(place: int, after: int, score: Decimal, consuntivo: Consuntivo | None) -> Sorte:
    destino = Destino.RINVIATO if consuntivo is not None and consuntivo.rinviato else Destino.PROBABILE
    return Sorte(place, destino, (after,), score, consuntivo)


def _decide(
    place: int,
    prima: Lato,
    dopo: Lato,
    after: tuple[int, ...],
    before_of: dict[int, tuple[int, ...]],
    aree: Aree,
    consuntivo: Consuntivo | None,
) -> Sorte:
    one = prima.piano.obiettivi[place]
    if consuntivo is not None and consuntivo.rinviato:
        destino = Destino.RINVIATO
    elif not after:
        destino = Destino.LASCIATO
    elif len(after) > 1:
        destino = Destino.DIVISO
    elif len(before_of[after[0]]) > 1:
        destino = Destino.UNITO
    else:
        other = dopo.piano.obiettivi[after[0]]
        was, now = aree.of_old(one), aree.of_new(other)
        moved = bool(was and now) and not was & now
        renamed = fold(one.titolo) != fold(other.titolo)
        destino = Destino.SPOSTATO if moved else Destino.RINOMINATO if renamed else Destino.MANTENUTO
    return Sorte(place, destino, after, None, consuntivo)
