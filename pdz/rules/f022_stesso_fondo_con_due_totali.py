# SPDX-License-Identifier: EUPL-1.2
"""Lo stesso fondo ha due totali quasi uguali in due prospetti.

Che cosa controlla:
    Un fondo che è una riga sola di un prospetto, e in un altro prospetto è ancora una riga sola o l'intero prospetto
    (tutte le righe hanno il suo codice), ha lo stesso importo. Si segnala soltanto una differenza più piccola di mezzo
    punto per cento, che viene da un arrotondamento o da una cifra battuta male, e non se le due righe sono di anni o
    di misure diverse, o se un arrotondamento dichiarato la copre.

Perché:
    Chi legge trova due cifre per lo stesso fondo, e i totali dei due prospetti non si possono sommare né confrontare.

Segnala:
    fondi:
      - id: quadro
        titolo: Le risorse
        classe: strutturali
        voci:
          - {id: fsr, denominazione: Fondo sociale regionale, fondo: FSR, assegnato: 1613000}
      - id: riparto
        titolo: Il riparto del Fondo sociale regionale
        classe: strutturali
        totale: 1613422  # F022
        voci:
          - {id: fsr_anziani, denominazione: Anziani, fondo: FSR, assegnato: 809822}
          - {id: fsr_minori, denominazione: Minori, fondo: FSR, assegnato: 803600}

Accetta:
    fondi:
      - id: quadro
        titolo: Le risorse
        classe: strutturali
        voci:
          - {id: fsr, denominazione: Fondo sociale regionale, fondo: FSR, assegnato: 1613422}
      - id: riparto
        titolo: Il riparto del Fondo sociale regionale
        classe: strutturali
        totale: 1613422
        voci:
          - {id: fsr_anziani, denominazione: Anziani, fondo: FSR, assegnato: 809822}
          - {id: fsr_minori, denominazione: Minori, fondo: FSR, assegnato: 803600}

Rimedio:
    Scrivi nei due posti lo stesso importo, al centesimo.

Riferimenti:
    L. 328/2000 art. 19: il Piano di Zona indica le risorse disponibili.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pdz.calc._esatto import add, multiply
from pdz.calc.fondi import find_importo
from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import Assegnazione, ProspettoFondi
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_gap, find_years, tolerance_of

SEVERITY = Severity.WARNING
_LEAST_TIMES = Decimal(200)


class _Totale(NamedTuple):
    """What a fund has in a table: the amount, where it is written, what tells it from another."""

    importo: Decimal
    path: Path
    anni: frozenset[int]
    misura: str | None
    scarto: Decimal


def check(ctx: Context) -> Iterator[Problem]:
    """Funds with two amounts that are almost the same."""
    totali: dict[str, list[_Totale]] = {}
    for index, prospetto in enumerate(ctx.piano.fondi):
        for fondo, totale in _read_totali(prospetto, ("fondi", index)):
            totali.setdefault(fondo, []).append(totale)
    for fondo, found in totali.items():
        for one, other in pairwise(sorted(found, key=lambda totale: (totale.importo, totale.path[1]))):
            if _are_almost_equal(one, other):
                first, second = sorted((one, other), key=lambda totale: totale.path[1])
                amounts = f"il fondo {fondo} qui è {format_euro(second.importo)}, ma in {_name(ctx, first)} è "
                message = f"{name_at(ctx.piano, second.path)}{amounts}{format_euro(first.importo)}"
                yield Problem(second.path, message, "scrivi lo stesso importo nei due prospetti", related=first.path)


def _name(ctx: Context, totale: _Totale) -> str:
    return name_at(ctx.piano, totale.path).removesuffix(": ")


def _read_totali(prospetto: ProspettoFondi, path: Path) -> Iterator[tuple[str, _Totale]]:
    by_fund: dict[str, list[int]] = {}
    for number, voce in enumerate(prospetto.voci):
        if voce.fondo:
            by_fund.setdefault(voce.fondo, []).append(number)
    years = find_years(prospetto.titolo)
    for fondo, numbers in by_fund.items():
        voci = [prospetto.voci[number] for number in numbers]
        if len(voci) == 1 and (found := find_importo(voci[0])) is not None:
            own, scarto = _years_of(voci[0]), tolerance_of(voci[0].arrotondamento)
            where = (*path, "voci", numbers[0], found[1])
            yield fondo, _Totale(found[0], where, frozenset(own or years), voci[0].misura, scarto)
        elif len(voci) == len(prospetto.voci) and (total := _sum(prospetto)) is not None:
            own = [year for voce in voci for year in _years_of(voce)]
            key = "totale" if prospetto.totale is not None else "voci"
            scarto = tolerance_of(prospetto.arrotondamento)
            yield fondo, _Totale(total, (*path, key), frozenset(own or years), None, scarto)


def _sum(prospetto: ProspettoFondi) -> Decimal | None:
    if prospetto.totale is not None:
        return prospetto.totale
    amounts = [found[0] for voce in prospetto.voci if (found := find_importo(voce)) is not None]
    return add(amounts) if len(amounts) == len(prospetto.voci) else None


def _years_of(voce: Assegnazione) -> list[int]:
    words = (*voce.annualita, *(quota.annualita for quota in voce.quote), voce.denominazione)
    years = [year for text in words for year in find_years(text)]
    return [*years, voce.esercizio] if voce.esercizio is not None else years


def _are_almost_equal(one: _Totale, other: _Totale) -> bool:
    gap = find_gap(one.importo, other.importo)
    if one.path[1] == other.path[1] or gap <= max(one.scarto, other.scarto) or one.importo <= 0:
        return False
    if one.anni and other.anni and one.anni.isdisjoint(other.anni):
        return False
    if one.misura and other.misura and one.misura != other.misura:
        return False
    return multiply(gap, _LEAST_TIMES) < one.importo
