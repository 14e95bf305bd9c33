# SPDX-License-Identifier: EUPL-1.2
"""Funds of two plans that can be compared, and the money that an objective declares."""

import re
from collections.abc import Iterable, Iterator

from pdz.compare import Raffronto, RigaFondi
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import group_schede
from pdz.findings import Path, shorten
from pdz.model import Piano
from pdz.money import format_euro
from pdz.numbers import format_percent

_YEAR = re.compile(r"(?:19|20)\d\d")


def iter_variati(raffronto: Raffronto, verb: str, sign: int, hint: str) -> Iterator[Remark]:
    """The funds of both plans that changed beyond the threshold of the new profile; sign: -1 for less, 1 for more.

    A fund is compared only when its rows say as many years in the two plans, or none in both: an annualità is not a
    triennium.
    """
    threshold = raffronto.dopo.profilo.soglie.variazione_fondo
    for row in raffronto.fondi.per_fondo if threshold is not None else ():
        change = row.variazione
        if row.dopo is None or row.prima is None or change is None:
            continue
        if change * sign > (threshold or 0) and _covers_same_years(raffronto, row):
            said = f"da {format_euro(row.prima)} a {format_euro(row.dopo)}"
            share = f"{'+' if sign > 0 else ''}{format_percent(change, 2)}"
            yield Remark(
                f"{shorten(row.nome)} {verb} {said}, {share}: la soglia è il {format_percent(threshold or 0)}",
                row.voci_prima[0],
                row.voci_dopo[0],
                hint,
            )


def _covers_same_years(raffronto: Raffronto, row: RigaFondi) -> bool:
    old, new = _count_years(raffronto.prima.piano, row.voci_prima), _count_years(raffronto.dopo.piano, row.voci_dopo)
    return old == new


def _count_years(piano: Piano, paths: Iterable[Path]) -> int:
    """How many years the rows of a fund name, as annualità or, without one, as esercizio."""
    years: set[int] = set()
    for path in paths:
        voce = piano.fondi[int(path[1])].voci[int(path[3])]
        named = [*voce.annualita, *(quota.annualita for quota in voce.quote)]
        for text in named or [str(voce.esercizio or "")]:
            found = [int(year) for year in _YEAR.findall(text)]
            years.update(range(min(found), max(found) + 1) if found else ())
    return len(years)


def find_soldi(piano: Piano) -> dict[int, Path]:
    """By place of the objective, where its money is: its own funds or PNRR lines, or the resources of its schede."""
    found: dict[int, Path] = {}
    schede = group_schede(piano)
    for place, one in enumerate(piano.obiettivi):
        if one.fondi or one.pnrr:
            found[place] = ("obiettivi", place, "fondi" if one.fondi else "pnrr")
            continue
        told = (scheda for scheda in schede.get(place, ()) if piano.schede[scheda].risorse_economiche is not None)
        if (scheda := next(told, None)) is not None:
            found[place] = ("schede", scheda, "risorse_economiche")
    return found
