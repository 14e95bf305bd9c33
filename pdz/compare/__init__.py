# SPDX-License-Identifier: EUPL-1.2
"""Two plans -> what changed: complete and neutral; nothing here says whether a change is good."""

from pdz.compare._applica import apply, invert
from pdz.compare._argomenti import ARGOMENTI
from pdz.compare._differenza import find_cambi, find_cambi_of
from pdz.compare._tipi import Cambio, Lato, Raffronto, Tipo

__all__ = [
    "ARGOMENTI",
    "Cambio",
    "Lato",
    "Raffronto",
    "Tipo",
    "apply",
    "compare",
    "find_cambi",
    "find_cambi_of",
    "invert",
]


def compare(prima: Lato, dopo: Lato) -> Raffronto:
    """All that differs between two plans."""
    return Raffronto(find_cambi(prima.piano, dopo.piano))
