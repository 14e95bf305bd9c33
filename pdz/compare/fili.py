# SPDX-License-Identifier: EUPL-1.2
"""The threads of objectives through several trienni: those that continue one another stand on one line."""

from collections.abc import Sequence
from itertools import pairwise

from pdz.compare._tipi import Lato
from pdz.compare.legami import Destino, find_legami

Filo = tuple[tuple[int, ...], ...]
"""For each plan, the places of the objectives of one thread; every objective of every plan is in exactly one thread."""

_UNSURE = {Destino.PROBABILE, Destino.PROSEGUITO}


def find_fili(lati: Sequence[Lato]) -> tuple[Filo, ...]:
    """The threads that pass through at least two plans of one Ambito, tied by what the plans declare."""
    parent: dict[tuple[int, int], tuple[int, int]] = {}
    for column, (prima, dopo) in enumerate(pairwise(lati)):
        if prima.piano.triennio >= dopo.piano.triennio:
            return ()
        for sorte in find_legami(prima, dopo).sorti:
            for place in sorte.nuovi if sorte.destino not in _UNSURE and sorte.probabilita is None else ():
                _join(parent, (column, sorte.posto), (column + 1, place))
    threads: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for node in sorted(parent):
        threads.setdefault(_root(parent, node), []).append(node)
    return tuple(
        tuple(tuple(place for column, place in nodes if column == index) for index in range(len(lati)))
        for nodes in threads.values()
    )


def _join(parent: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    roots = sorted((_root(parent, one), _root(parent, other)))
    parent[roots[1]] = roots[0]


def _root(parent: dict[tuple[int, int], tuple[int, int]], node: tuple[int, int]) -> tuple[int, int]:
    """The first node of the thread; a node never seen begins its own."""
    while parent.setdefault(node, node) != node:
        node = parent[node]
    return node
