# SPDX-License-Identifier: EUPL-1.2
"""Which codes and names are the same fund: the catalogues of the two profiles as one.

Two funds are the same when they have the same code, or when one catalogue calls (`nome`, `alias`) the fund as the other
does. A code that both catalogues know is never another fund's, whatever it is called.
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold
from pdz.model.fondi import Assegnazione
from pdz.profiles import Profilo
from pdz.profiles._schema import Fondo

_Nodo = tuple[int, str]
"""Which catalogue (0 old, 1 new), and the code."""


class Catalogo:
    """The funds of two profiles, each known by all its names."""

    def __init__(self, prima: Profilo, dopo: Profilo) -> None:
        self._funds = tuple({fondo.codice: fondo for fondo in profilo.fondi} for profilo in (prima, dopo))
        self._codes, self._names = zip(*map(_read_terms, self._funds), strict=True)
        self._above: dict[_Nodo, _Nodo] = {}
        self._tie()

    def find(self, voce: Assegnazione, side: int) -> tuple[str, str, str]:
        """Key of the fund in both plans, code and name with which this side (0 old, 1 new) calls it.

        A fund that no catalogue knows has its code as its key, or its folded name: a code is written in capitals, so
        the two never meet.
        """
        sides = (side, 1 - side)
        if voce.fondo:
            found = next(((at, self._codes[at][voce.fondo]) for at in sides if voce.fondo in self._codes[at]), None)
            if found is None:
                return voce.fondo, voce.fondo, voce.fondo
            own = self._funds[found[0]][found[1]]
            return self._key(found), voce.fondo, own.nome if voce.fondo == own.codice else voce.fondo
        folded = fold(voce.denominazione)
        named = next((hit for at in sides if (hit := self._look_up(voce.denominazione, at)) is not None), None)
        return (self._key(named) if named is not None else folded), "", voce.denominazione

    def _tie(self) -> None:
        old, new = self._funds
        for code, fondo in old.items():
            for other in [code] if code in new else sorted(set(self._find_alike(fondo))):
                above, below = sorted((self._root((0, code)), self._root((1, other))), reverse=True)
                if above != below:
                    self._above[below] = above

    def _find_alike(self, fondo: Fondo) -> Iterator[str]:
        """Funds of the new catalogue that are called as this one of the old; not those that the old one has too."""
        for term in (fondo.codice, fondo.nome, *fondo.alias):
            known = self._look_up(term, 1)
            if known is not None and known[1] not in self._funds[0]:
                yield known[1]

    def _look_up(self, term: str, side: int) -> _Nodo | None:
        """The fund that a catalogue calls so; a code is looked up as it is written."""
        code = self._codes[side].get(term) or self._names[side].get(fold(term))
        return (side, code) if code is not None else None

    def _root(self, nodo: _Nodo) -> _Nodo:
        while nodo in self._above:
            nodo = self._above[nodo]
        return nodo

    def _key(self, nodo: _Nodo) -> str:
        return self._root(nodo)[1]


def _read_terms(funds: dict[str, Fondo]) -> tuple[dict[str, str], dict[str, str]]:
    """The code of each fund by each of its codes, and by each of its folded names; its own come before aliases."""
    aliases = [(alias, code) for code, fondo in reversed(funds.items()) for alias in fondo.alias]
    codes = dict(aliases) | {code: code for code in funds}
    names = {fold(alias): code for alias, code in aliases}
    return codes, names | {fold(fondo.nome): code for code, fondo in reversed(funds.items())}
