# SPDX-License-Identifier: EUPL-1.2
"""Measures: as they are printed, and as numbers that enter the formula of an indicator."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pdz.calc._esatto import write
from pdz.calc._tipi import Calcolo, Termine, Tipo
from pdz.calc.stampa import format_calcolo
from pdz.findings import Path
from pdz.model._tipi import Misura, Operatore
from pdz.model.esiti import Indicatore

_PERCENT = frozenset({"%", "percento", "per cento"})
_EURO = frozenset({"euro", "€", "eur"})
_WORDS: dict[Operatore, str] = {">": "più di", "≥": "almeno", "<": "meno di", "≤": "fino a", "circa": "circa"}


def find_tipo(unita: str | None, percento: bool) -> Tipo:
    """euro or percento by the unit, percento also for what is written with «%», else a number."""
    unit = (unita or "").strip().casefold()
    if unit in _EURO:
        return "euro"
    return "percento" if percento or unit in _PERCENT else "numero"


def compute_misura(empty: Calcolo, misura: Misura | None) -> Calcolo:
    """`empty` with the value as given: «più di 60», «circa 50», or the state in its place."""
    if misura is None or (misura.numero is None and misura.stato is None):
        return replace(empty, motivo="manca il valore")
    if misura.numero is None:
        state = misura.stato or ""
        return replace(empty, motivo=state, stampa=state)
    termini = (Termine(empty.nome, misura.numero, empty.path),)
    return add_operator(replace(empty, valore=misura.numero, termini=termini), misura.operatore)


def add_operator(calcolo: Calcolo, operatore: Operatore | None) -> Calcolo:
    """The result with its operator in words, when it has one."""
    if operatore is None or calcolo.valore is None:
        return calcolo
    return replace(calcolo, stampa=f"{_WORDS[operatore]} {format_calcolo(calcolo)}")


@dataclass(frozen=True, slots=True)
class NumeroLetto:
    """A number of the formula; a percentage may come with its numerator and denominator."""

    valore: Fraction
    percento: bool
    operatore: Operatore | None
    termini: tuple[Termine, ...]
    scritto: str


def read_misura(misura: Misura | None, nome: str, path: Path, indicatore: Indicatore) -> NumeroLetto | str:
    """The number of a measure, or why there is none."""
    if misura is None or (misura.numero is None and misura.stato is None):
        return f"manca il {nome}"
    if misura.numero is None:
        return f"il {nome} è «{misura.stato}»"
    percent = find_tipo(indicatore.unita, misura.percento) == "percento"
    termine = Termine(nome, misura.numero, path)
    return NumeroLetto(Fraction(misura.numero), percent, misura.operatore, (termine,), write(misura.numero))


def read_target(indicatore: Indicatore, path: Path) -> NumeroLetto | str:
    """The declared target; the last step stands for it only when there is none. Never the sum of the periods."""
    if indicatore.previsto is None and indicatore.tappe:
        last = _last_step(indicatore)
        step = (*path, "tappe", last, "previsto")
        return read_misura(indicatore.tappe[last].previsto, "valore atteso", step, indicatore)
    return read_misura(indicatore.previsto, "valore atteso", (*path, "previsto"), indicatore)


def _last_step(indicatore: Indicatore) -> int:
    return max(range(len(indicatore.tappe)), key=lambda index: (indicatore.tappe[index].anno, index))


def read_actual(indicatore: Indicatore, path: Path) -> NumeroLetto | str:
    """The actual value: numerator over denominator, the declared one, the only count, or the last step's."""
    if indicatore.numeratore is not None and indicatore.denominatore is not None:
        return _read_ratio(indicatore.numeratore, indicatore.denominatore, path)
    if indicatore.realizzato is None and (indicatore.numeratore is not None or indicatore.denominatore is not None):
        return "manca il denominatore" if indicatore.denominatore is None else "manca il numeratore"
    if indicatore.realizzato is None and len(indicatore.realizzati) > 1:
        return f"i valori raggiunti sono {len(indicatore.realizzati)} e nessuno li riassume"
    if indicatore.realizzato is None and indicatore.realizzati:
        only = (*path, "realizzati", 0, "valore")
        return read_misura(indicatore.realizzati[0].valore, "valore raggiunto", only, indicatore)
    if indicatore.realizzato is None and indicatore.previsto is None and indicatore.tappe:
        last = _last_step(indicatore)
        step = (*path, "tappe", last, "realizzato")
        return read_misura(indicatore.tappe[last].realizzato, "valore raggiunto", step, indicatore)
    return read_misura(indicatore.realizzato, "valore raggiunto", (*path, "realizzato"), indicatore)


def _read_ratio(numerator: Decimal, denominator: Decimal, path: Path) -> NumeroLetto | str:
    if denominator == 0:
        return "il denominatore è zero"
    termini = (
        Termine("numeratore", numerator, (*path, "numeratore")),
        Termine("denominatore", denominator, (*path, "denominatore")),
    )
    written = f"({write(numerator)} × 100 / {write(denominator)})"
    return NumeroLetto(Fraction(numerator) * 100 / Fraction(denominator), True, None, termini, written)
