# SPDX-License-Identifier: EUPL-1.2
"""Where the money went: the amounts of two plans side by side, by fund, level, class and area, exact to the cent.

In every way of dividing them, the differences add up to the difference of the totals: an amount without that division
stands under «non indicato», none is lost and none counts twice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from pdz.calc._esatto import add, divide, multiply, slug
from pdz.calc.fondi import find_importo, find_livello
from pdz.calc.nomi import fold
from pdz.compare._tipi import Lato
from pdz.findings import Path
from pdz.model.fondi import Assegnazione, ProspettoFondi

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class RigaFondi:
    """A fund, a level, a class or an area in the two plans."""

    chiave: str
    """Code of the fund in the catalogue, or the name when there is no code; empty when it is not said."""
    nome: str
    prima: Decimal | None
    """Euro; None when the old plan has no amount for it."""
    dopo: Decimal | None
    """Euro; None when the new plan has no amount for it."""
    voci_prima: tuple[Path, ...] = ()
    """Its rows in the old plan."""
    voci_dopo: tuple[Path, ...] = ()

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
        if not self.voci_prima:
            return "entrato"
        return "rimasto" if self.voci_dopo else "uscito"


@dataclass(frozen=True, slots=True)
class RaffrontoFondi:
    """The funds of two plans; every way of dividing them has the same total."""

    totale: RigaFondi
    per_fondo: tuple[RigaFondi, ...]
    per_livello: tuple[RigaFondi, ...]
    per_classe: tuple[RigaFondi, ...]
    per_area: tuple[RigaFondi, ...]


@dataclass(frozen=True, slots=True)
class _Voce:
    """A row of the funds and where it belongs: key and name by way of dividing."""

    path: Path
    importo: Decimal | None
    fondo: tuple[str, str]
    livello: tuple[str, str]
    classe: tuple[str, str]
    area: tuple[str, str]


def compare_fondi(prima: Lato, dopo: Lato) -> RaffrontoFondi:
    """The tables of funds of two plans; PNRR lines and projects are not among them."""
    old, new = list(_read_voci(prima)), list(_read_voci(dopo))

    def divided(key: Callable[[_Voce], tuple[str, str]]) -> tuple[RigaFondi, ...]:
        return _divide(old, new, key)

    (totale,) = divided(lambda _: ("totale", "totale")) or (RigaFondi("totale", "totale", None, None),)
    return RaffrontoFondi(
        totale,
        divided(lambda voce: voce.fondo),
        divided(lambda voce: voce.livello),
        divided(lambda voce: voce.classe),
        divided(lambda voce: voce.area),
    )


def _divide(old: list[_Voce], new: list[_Voce], key: Callable[[_Voce], tuple[str, str]]) -> tuple[RigaFondi, ...]:
    """The groups in the order of the new plan, then those of the old one only."""
    groups: dict[str, tuple[str, list[_Voce], list[_Voce]]] = {}
    for side, voci in ((2, new), (1, old)):
        for voce in voci:
            code, name = key(voce)
            group = groups.setdefault(code, (name, [], []))
            (group[1] if side == 1 else group[2]).append(voce)
    return tuple(
        RigaFondi(code, name, _sum(before), _sum(after), _paths(before), _paths(after))
        for code, (name, before, after) in groups.items()
    )


def _sum(voci: list[_Voce]) -> Decimal | None:
    amounts = [voce.importo for voce in voci if voce.importo is not None]
    return add(amounts) if amounts else None


def _paths(voci: list[_Voce]) -> tuple[Path, ...]:
    return tuple(voce.path for voce in voci)


def _read_voci(lato: Lato) -> Iterator[_Voce]:
    names = {fondo.codice: fondo.nome for fondo in lato.profilo.fondi}
    for index, prospetto in enumerate(lato.piano.fondi):
        for number, voce in enumerate(prospetto.voci):
            yield _read_voce(voce, prospetto, ("fondi", index, "voci", number), lato, names)


def _read_voce(voce: Assegnazione, prospetto: ProspettoFondi, path: Path, lato: Lato, names: dict[str, str]) -> _Voce:
    found = find_importo(voce)
    livello = find_livello(voce, lato.profilo)
    # a code is written in capitals, a name is folded: the two never meet
    fondo = (voce.fondo, names.get(voce.fondo, voce.fondo)) if voce.fondo else _by_name(voce, names)
    return _Voce(
        path,
        found[0] if found is not None else None,
        fondo,
        (livello, f"livello {livello}") if livello else ("", "livello non indicato"),
        (prospetto.classe, prospetto.classe),
        (slug(voce.area), voce.area) if voce.area and slug(voce.area) else ("", "area non indicata"),
    )


def _by_name(voce: Assegnazione, names: dict[str, str]) -> tuple[str, str]:
    """The fund of the catalogue that has this name, or the name itself."""
    folded = fold(voce.denominazione)
    code = next((code for code, name in names.items() if fold(name) == folded), None)
    return (code, names[code]) if code is not None else (folded, voce.denominazione)
