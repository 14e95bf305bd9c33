# SPDX-License-Identifier: EUPL-1.2
"""PNRR lines and projects of two plans: each with its amounts, and all by state, exact to the cent.

They have totals of their own and are never added to those of the funds. A line or a project is the same by its id, then
by its PNRR code, then by its title, when only one of each plan has it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from pdz.calc.nomi import fold
from pdz.calc.progetti import find_budget
from pdz.compare._abbinamenti import match_keys
from pdz.compare._conti import Gruppo, RigaFondi, Voce, divide_voci, sum_voci
from pdz.compare._tipi import Lato
from pdz.findings import Path
from pdz.model.fondi import LineaPnrr, Progetto

_Cosa = TypeVar("_Cosa", LineaPnrr, Progetto)


@dataclass(frozen=True, slots=True)
class Conto:
    """One amount of all the lines, or of all the projects; both ways of dividing it have the same total."""

    totale: RigaFondi
    per_voce: tuple[RigaFondi, ...]
    per_stato: tuple[RigaFondi, ...]


@dataclass(frozen=True, slots=True)
class RaffrontoProgetti:
    """The amounts of PNRR lines and projects."""

    pnrr_richiesto: Conto
    pnrr_ammesso: Conto
    progetti_importo: Conto
    """Whole amounts."""
    progetti_budget: Conto
    """The Ambito's part of them."""


def compare_progetti(prima: Lato, dopo: Lato) -> RaffrontoProgetti:
    """PNRR lines and projects, matched and added up."""
    lines = prima.piano.pnrr, dopo.piano.pnrr
    projects = prima.piano.progetti, dopo.piano.progetti
    line_keys = match_keys(*([(one.id, one.linea, fold(one.titolo)) for one in side] for side in lines))
    project_keys = match_keys(*([(one.id, fold(one.titolo)) for one in side] for side in projects))
    return RaffrontoProgetti(
        _add_up("pnrr", lines, line_keys, lambda linea: linea.richiesto),
        _add_up("pnrr", lines, line_keys, lambda linea: linea.ammesso),
        _add_up("progetti", projects, project_keys, lambda progetto: progetto.importo),
        _add_up("progetti", projects, project_keys, _read_budget),
    )


def _add_up(
    name: str,
    sides: tuple[tuple[_Cosa, ...], tuple[_Cosa, ...]],
    keys: tuple[list[str], list[str]],
    read: Callable[[_Cosa], Decimal | None],
) -> Conto:
    both = tuple(zip(sides, keys, strict=True))
    ids = {
        key: one.id for side, own in both for one, key in zip(side, own, strict=True)
    }  # the new plan's, when it has one
    old, new = (
        [_make_voce((name, i), one, ids[key], read(one)) for i, (one, key) in enumerate(zip(side, own, strict=True))]
        for side, own in both
    )
    return Conto(sum_voci(old, new), divide_voci(old, new, "voce"), divide_voci(old, new, "stato"))


def _make_voce(path: Path, one: LineaPnrr | Progetto, key: str, importo: Decimal | None) -> Voce:
    state = Gruppo(fold(one.stato), one.stato) if one.stato else Gruppo("", "stato non indicato")
    name = f"{one.linea} {one.titolo}" if isinstance(one, LineaPnrr) else one.titolo
    return Voce(path, importo, {"voce": Gruppo(key, name), "stato": state})


def _read_budget(progetto: Progetto) -> Decimal | None:
    found = find_budget(progetto)
    return found[0] if found is not None else None
