# SPDX-License-Identifier: EUPL-1.2
"""The Comuni of two plans: how many, which came in, which left."""

from dataclasses import dataclass

from pdz.calc.nomi import fold
from pdz.compare._tipi import Lato
from pdz.dates import parse_triennio
from pdz.model import Piano
from pdz.model.ambito import Comune


@dataclass(frozen=True, slots=True)
class RaffrontoComuni:
    """What became of the Comuni; nothing is said to enter or leave when a plan does not list its own."""

    entrati: tuple[Comune, ...]
    usciti: tuple[Comune, ...]
    """As the new plan tells them when it does: it knows into which other Comune they merged, and when."""
    elencati: tuple[bool, bool]
    """Whether the old and the new plan list their Comuni."""


def compare_comuni(prima: Lato, dopo: Lato) -> RaffrontoComuni:
    """The Comuni that came in and those that left."""
    old, new = living_comuni(prima.piano), living_comuni(dopo.piano)
    listed = bool(old), bool(new)
    if not all(listed):
        return RaffrontoComuni((), (), listed)
    known = {fold(one.nome): one for side in (prima, dopo) for one in side.piano.ambito.comuni}
    came = tuple(comune for name, comune in new.items() if name not in old)
    left = tuple(known[name] for name in old if name not in new)
    return RaffrontoComuni(came, left, listed)


def count_comuni(piano: Piano) -> int | None:
    """How many Comuni the Ambito has, listed or only counted; None when the plan does not say."""
    return len(living_comuni(piano)) or piano.ambito.numero_comuni


def living_comuni(piano: Piano) -> dict[str, Comune]:
    """By folded name, the Comuni that a plan lists and that did not end before its triennio."""
    first = parse_triennio(piano.triennio)[0]
    return {fold(one.nome): one for one in piano.ambito.comuni if one.al is None or one.al.year >= first}
