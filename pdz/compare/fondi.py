# SPDX-License-Identifier: EUPL-1.2
"""Where the money went: the amounts of two plans side by side, by fund, level, class and area, exact to the cent.

In every way of dividing them, the differences add up to the difference of the totals: an amount without that division
stands under «non indicato», none is lost and none counts twice. A fund that changed code or name is one row, when the
catalogue of a profile knows both (`alias`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pdz.calc._esatto import slug
from pdz.calc.fondi import find_importo, find_livello
from pdz.compare._catalogo import Catalogo
from pdz.compare._conti import Gruppo, RigaFondi, Voce, divide_voci, sum_voci
from pdz.compare._tipi import Lato
from pdz.findings import Path
from pdz.model.fondi import Assegnazione, ProspettoFondi

__all__ = ["RaffrontoFondi", "RigaFondi", "compare_fondi"]


@dataclass(frozen=True, slots=True)
class RaffrontoFondi:
    """The funds of two plans; every way of dividing them has the same total."""

    totale: RigaFondi
    per_fondo: tuple[RigaFondi, ...]
    per_livello: tuple[RigaFondi, ...]
    per_classe: tuple[RigaFondi, ...]
    per_area: tuple[RigaFondi, ...]


def compare_fondi(prima: Lato, dopo: Lato) -> RaffrontoFondi:
    """The tables of funds of two plans; PNRR lines and projects are not among them (`pdz.compare.progetti`)."""
    catalogo = Catalogo(prima.profilo, dopo.profilo)
    old, new = (list(_read_voci(lato, catalogo, side)) for side, lato in enumerate((prima, dopo)))
    parts = (divide_voci(old, new, kind) for kind in ("fondo", "livello", "classe", "area"))
    return RaffrontoFondi(sum_voci(old, new), *parts)


def _read_voci(lato: Lato, catalogo: Catalogo, side: int) -> Iterator[Voce]:
    for index, prospetto in enumerate(lato.piano.fondi):
        for number, voce in enumerate(prospetto.voci):
            path: Path = ("fondi", index, "voci", number)
            found = find_importo(voce)
            groups = _find_gruppi(voce, prospetto, lato, catalogo, side)
            yield Voce(path, found[0] if found is not None else None, groups)


def _find_gruppi(
    voce: Assegnazione, prospetto: ProspettoFondi, lato: Lato, catalogo: Catalogo, side: int
) -> dict[str, Gruppo]:
    key, code, name = catalogo.find(voce, side)
    livello = find_livello(voce, lato.profilo)
    area = slug(voce.area) if voce.area else ""
    return {
        "fondo": Gruppo(key, name, code),
        "livello": Gruppo(livello, f"livello {livello}") if livello else Gruppo("", "livello non indicato"),
        "classe": Gruppo(prospetto.classe, prospetto.classe),
        "area": Gruppo(area, voce.area) if voce.area and area else Gruppo("", "area non indicata"),
    }
