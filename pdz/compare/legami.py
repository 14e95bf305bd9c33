# SPDX-License-Identifier: EUPL-1.2
"""What became of every objective: each of the old plan has one fate, each of the new one an origin.

Ties are certain only when the plan declares them: `gia` of the new objectives, `in_continuita` of their schede, `come`
of a re-proposed outcome, or, in two versions of the plan of the same triennium, the same id. Without them there is only
likeness, and it is called so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from pdz.calc.nomi import fold
from pdz.compare._aree import Aree
from pdz.compare._dichiarati import Dichiarati, Sconosciuto, find_areas_of_old, find_declared, find_same
from pdz.compare._somiglianza import Ritratto, find_somiglianti, words_of
from pdz.compare._tipi import Lato
from pdz.compare.consuntivi import Consuntivo, find_consuntivi
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
    PROSEGUITO = "proseguito"
    """Its area goes on, in objectives that continue the area as a whole: the plan does not say in which."""
    LASCIATO = "lasciato"


@dataclass(frozen=True, slots=True)
class Sorte:
    """The fate of an old objective."""

    posto: int
    """Its place among the objectives of the old plan."""
    destino: Destino
    nuovi: tuple[int, ...] = ()
    """Places of the new objectives that continue it or its area, or that look like it."""
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
    aree: tuple[str, ...] = ()
    """Ids of the areas of the past triennium that it continues as a whole."""

    @property
    def nuovo(self) -> bool:
        """True when it continues nothing, not even likely."""
        return not (self.vecchi or self.aree)


@dataclass(frozen=True, slots=True)
class Legami:
    """Every old objective exactly once, every new one exactly once."""

    sorti: tuple[Sorte, ...]
    origini: tuple[Origine, ...]
    sconosciuti: tuple[Sconosciuto, ...] = ()


def find_legami(prima: Lato, dopo: Lato, related: bool = True) -> Legami:
    """The ties between the objectives of two plans; without likeness when the plans are not `related`."""
    old, new = prima.piano.obiettivi, dopo.piano.obiettivi
    same_triennium = prima.piano.triennio == dopo.piano.triennio
    found = (find_same(old, new) if related else Dichiarati()) if same_triennium else find_declared(prima, dopo)
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
    return _add_areas(Legami(sorti, origini, tuple(found.unknown)), found, prima, dopo)


def _add_areas(legami: Legami, found: Dichiarati, prima: Lato, dopo: Lato) -> Legami:
    """The ties to whole areas, where nothing more precise is known."""
    if not found.areas:
        return legami
    areas_of = find_areas_of_old(prima, dopo)

    def follow(sorte: Sorte) -> Sorte:
        own = areas_of.get(prima.piano.obiettivi[sorte.posto].id, set[str]())
        after = tuple(place for place, names in sorted(found.areas.items()) if own & names.keys())
        if sorte.destino is not Destino.LASCIATO or not after:
            return sorte
        return replace(sorte, destino=Destino.PROSEGUITO, nuovi=after)

    origini = (replace(one, aree=tuple(found.areas.get(one.posto, ()))) for one in legami.origini)
    return replace(legami, sorti=tuple(map(follow, legami.sorti)), origini=tuple(origini))


def _find_likely(
    old: tuple[Obiettivo, ...], new: tuple[Obiettivo, ...], found: Dichiarati, aree: Aree
) -> Iterator[tuple[int, int, Decimal]]:
    """The likely pairs among those that no declared tie takes."""
    tied_old, tied_new = {before for before, _ in found.pairs}, {after for _, after in found.pairs}
    left = [Ritratto(i, words_of(o.titolo), aree.of_old(o)) for i, o in enumerate(old) if i not in tied_old]
    right = [Ritratto(i, words_of(o.titolo), aree.of_new(o)) for i, o in enumerate(new) if i not in tied_new]
    return find_somiglianti(left, right)


def _group(found: Dichiarati) -> tuple[dict[int, tuple[int, ...]], dict[int, tuple[int, ...]]]:
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
