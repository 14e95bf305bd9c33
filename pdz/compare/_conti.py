# SPDX-License-Identifier: EUPL-1.2
"""Amounts of two plans side by side, in groups: whatever the groups, their differences add up to that of the totals."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pdz.calc._esatto import add, divide, multiply
from pdz.calc.nomi import fold
from pdz.findings import Path

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class RigaFondi:
    """What stands in one row: a fund, a level, a class, an area, a PNRR line, a project, a state in the two plans."""

    chiave: str
    """Code in the catalogue or id, or the name when there is none; empty when it is not said."""
    nome: str
    prima: Decimal | None
    """Euro; None when the old plan has no amount for it."""
    dopo: Decimal | None
    """Euro; None when the new plan has no amount for it."""
    voci_prima: tuple[Path, ...] = ()
    """Its rows in the old plan."""
    voci_dopo: tuple[Path, ...] = ()
    """Its rows in the new plan."""
    nomi_prima: tuple[str, ...] = ()
    """How the old plan called it, when the new one calls it otherwise: names, or codes when only the code changed."""

    @property
    def delta(self) -> Decimal:
        """Euro, after less before; what is not there counts nothing."""
        return add((self.dopo or Decimal(0), -(self.prima or Decimal(0))))

    @property
    def variazione(self) -> Decimal | None:
        """Per cent of the amount before; None when it cannot be computed (`motivo` says why)."""
        return divide(multiply(self.delta, _HUNDRED), self.prima) if self.prima else None

    @property
    def motivo(self) -> str:
        """Why there is no percentage; empty when there is one."""
        if self.prima is None:
            return "prima non c'era" if not self.voci_prima else "prima non c'è l'importo"
        return "" if self.prima else "prima era zero"

    @property
    def stato(self) -> str:
        """`entrato`, `uscito`, or `rimasto`; by the rows, whether they have an amount or not."""
        if bool(self.voci_prima) == bool(self.voci_dopo):
            return "rimasto"
        return "uscito" if self.voci_prima else "entrato"


@dataclass(frozen=True, slots=True)
class Gruppo:
    """Where an amount belongs in one way of dividing them."""

    chiave: str
    nome: str
    codice: str = ""
    """The code with which its plan calls it, when it has one."""


@dataclass(frozen=True, slots=True)
class Voce:
    """An amount of a plan, where it stands and where it belongs."""

    path: Path
    importo: Decimal | None
    gruppi: dict[str, Gruppo]
    """By way of dividing."""


def divide_voci(old: Sequence[Voce], new: Sequence[Voce], kind: str) -> tuple[RigaFondi, ...]:
    """The groups in the order of the new plan, then those of the old one only."""
    groups: dict[str, tuple[list[Voce], list[Voce]]] = {}
    for side, voci in ((1, new), (0, old)):
        for voce in voci:
            groups.setdefault(voce.gruppi[kind].chiave, ([], []))[side].append(voce)
    return tuple(_make_riga(key, kind, before, after) for key, (before, after) in groups.items())


def sum_voci(old: Sequence[Voce], new: Sequence[Voce]) -> RigaFondi:
    """All the amounts together."""
    return RigaFondi("totale", "totale", _sum(old), _sum(new), _paths(old), _paths(new))


def _make_riga(key: str, kind: str, before: Sequence[Voce], after: Sequence[Voce]) -> RigaFondi:
    nome = (*after, *before)[0].gruppi[kind].nome
    was = _find_old_names([v.gruppi[kind] for v in before], [v.gruppi[kind] for v in after])
    return RigaFondi(key, nome, _sum(before), _sum(after), _paths(before), _paths(after), was)


def _find_old_names(before: Sequence[Gruppo], after: Sequence[Gruppo]) -> tuple[str, ...]:
    """Names, or codes, of a thing that the new plan no longer uses; none while one of them is still in use."""
    if not (before and after):
        return ()
    if {fold(gruppo.nome) for gruppo in before}.isdisjoint(fold(gruppo.nome) for gruppo in after):
        return tuple(dict.fromkeys(gruppo.nome for gruppo in before))
    old, new = ({gruppo.codice: None for gruppo in side if gruppo.codice} for side in (before, after))
    return tuple(old) if new and old.keys().isdisjoint(new) else ()


def _sum(voci: Sequence[Voce]) -> Decimal | None:
    amounts = [voce.importo for voce in voci if voce.importo is not None]
    return add(amounts) if amounts else None


def _paths(voci: Sequence[Voce]) -> tuple[Path, ...]:
    return tuple(voce.path for voce in voci)
