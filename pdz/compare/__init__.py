# SPDX-License-Identifier: EUPL-1.2
"""Two plans -> what changed: complete and neutral; nothing here says whether a change is good."""

from dataclasses import dataclass

from pdz.calc.nomi import fold
from pdz.compare._applica import apply, invert
from pdz.compare._argomenti import ARGOMENTI, argomento_of
from pdz.compare._campi import campo_at, name_at
from pdz.compare._differenza import find_cambi, find_cambi_of
from pdz.compare._parole import Brano, compare_words
from pdz.compare._raggiunti import is_missed, is_reached
from pdz.compare._somiglianza import words_of
from pdz.compare._tipi import Cambio, Lato, Tipo
from pdz.compare.fondi import RaffrontoFondi, RigaFondi, compare_fondi
from pdz.compare.indicatori import Novita, RigaIndicatore, compare_indicatori
from pdz.compare.legami import Destino, Legami, Origine, Sorte, find_legami
from pdz.compare.leps import RigaObiettivi, compare_leps, compare_macroaree
from pdz.compare.progetti import Conto, RaffrontoProgetti, compare_progetti
from pdz.compare.schede import CoppiaSchede, find_coppie, find_risposte

__all__ = [
    "ARGOMENTI",
    "Brano",
    "Cambio",
    "Conto",
    "CoppiaSchede",
    "Destino",
    "Lato",
    "Legami",
    "Novita",
    "Origine",
    "Raffronto",
    "RaffrontoFondi",
    "RaffrontoProgetti",
    "RigaFondi",
    "RigaIndicatore",
    "RigaObiettivi",
    "Sorte",
    "Tipo",
    "apply",
    "argomento_of",
    "campo_at",
    "compare",
    "compare_words",
    "find_cambi",
    "find_cambi_of",
    "find_risposte",
    "invert",
    "is_missed",
    "is_reached",
    "is_related",
    "name_at",
]


@dataclass(frozen=True, slots=True)
class Raffronto:
    """All that differs between two plans."""

    prima: Lato
    dopo: Lato
    cambi: tuple[Cambio, ...]
    """In the order of the new plan; empty when the two say the same."""
    legami: Legami
    fondi: RaffrontoFondi
    progetti: RaffrontoProgetti
    schede: tuple[CoppiaSchede, ...]
    """The schede that take the place of those of the old plan; `find_risposte` says what changed in each."""
    indicatori: tuple[RigaIndicatore, ...]
    """Every indicator that the two plans promise, once."""
    leps: tuple[RigaObiettivi, ...]
    macroaree: tuple[RigaObiettivi, ...]
    """Those of the new profile."""
    stesso_ambito: bool
    """False when nothing says that the two plans are of the same Ambito."""


def compare(prima: Lato, dopo: Lato) -> Raffronto:
    """All that differs between two plans."""
    related = is_related(prima, dopo)
    legami = find_legami(prima, dopo, related)
    schede = find_coppie(prima, dopo, legami)
    return Raffronto(
        prima,
        dopo,
        cambi=find_cambi(prima.piano, dopo.piano),
        legami=legami,
        fondi=compare_fondi(prima, dopo),
        progetti=compare_progetti(prima, dopo),
        schede=schede,
        indicatori=compare_indicatori(prima, dopo, schede),
        leps=compare_leps(prima, dopo),
        macroaree=compare_macroaree(prima, dopo),
        stesso_ambito=related,
    )


def is_related(prima: Lato, dopo: Lato) -> bool:
    """True when the plans have a Comune in common, or the name of one Ambito holds that of the other.

    «Lodi e Casalpusterlengo» became «Lodi», and a plan may not list its Comuni.
    """
    one, other = prima.piano.ambito, dopo.piano.ambito
    shared = {fold(comune.nome) for comune in one.comuni} & {fold(comune.nome) for comune in other.comuni}
    if shared or fold(one.nome) == fold(other.nome):
        return True
    fewer, more = sorted((words_of(ambito.nome) for ambito in (one, other)), key=len)
    return bool(fewer) and fewer <= more
