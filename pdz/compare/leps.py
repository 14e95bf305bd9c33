# SPDX-License-Identifier: EUPL-1.2
"""The LEPS prioritari and, in each macro area, the objectives of the two plans."""

from dataclasses import dataclass

from pdz.compare._aree import Aree
from pdz.compare._tipi import Lato


@dataclass(frozen=True, slots=True)
class RigaObiettivi:
    """A LEPS or a macro area and the objectives that meet it."""

    codice: str
    """In the new profile when it knows it; empty for the objectives that are in none."""
    titolo: str
    prima: tuple[int, ...]
    """Places of the old objectives."""
    dopo: tuple[int, ...]
    """Places of the new objectives."""

    @property
    def stato(self) -> str:
        """`entrato`, `uscito`, `rimasto`, or `assente` when neither plan has an objective for it."""
        if self.prima:
            return "rimasto" if self.dopo else "uscito"
        return "entrato" if self.dopo else "assente"


def compare_leps(prima: Lato, dopo: Lato) -> tuple[RigaObiettivi, ...]:
    """Which objectives cover each LEPS: those of the catalogues, then those that only the objectives name."""
    titles = {leps.codice: leps.titolo for lato in (prima, dopo) for leps in lato.profilo.leps_prioritari}
    codes = [leps.codice for lato in (dopo, prima) for leps in lato.profilo.leps_prioritari]
    sides = [[frozenset(one.leps) for one in lato.piano.obiettivi] for lato in (prima, dopo)]
    named = sorted({code for side in sides for codes_of in side for code in codes_of})
    return tuple(
        RigaObiettivi(code, titles.get(code, ""), *(_places(side, code) for side in sides))
        for code in dict.fromkeys([*codes, *named])
    )


def compare_macroaree(prima: Lato, dopo: Lato) -> tuple[RigaObiettivi, ...]:
    """Which objectives are in each macro area of the new profile; the last row holds those that are in none for sure.

    The areas of the old objectives are those to which the explicit mapping leads, never those with the same letter.
    """
    aree = Aree(prima, dopo)
    sides = [aree.of_old(one) for one in prima.piano.obiettivi], [aree.of_new(one) for one in dopo.piano.obiettivi]
    rows = [
        RigaObiettivi(area.codice, area.titolo, *(_places(side, area.codice) for side in sides))
        for area in dopo.profilo.macroaree
    ]
    none = tuple(tuple(place for place, areas in enumerate(side) if not areas) for side in sides)
    return (*rows, RigaObiettivi("", "senza una macroarea sicura", *none)) if any(none) else tuple(rows)


def _places(side: list[frozenset[str]], code: str) -> tuple[int, ...]:
    return tuple(place for place, codes in enumerate(side) if code in codes)
