# SPDX-License-Identifier: EUPL-1.2
"""Sheets of the indicators with their degree as a live formula, and of their values period by period."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pdz.calc import Calcolo
from pdz.calc._esatto import to_decimal
from pdz.calc._misure import NumeroLetto, read_actual, read_misura, read_target
from pdz.calc.indicatori import iter_indicatori
from pdz.doctree import Number, RatioOf, Sheet, SheetCell
from pdz.documents._fogli._righe import Scope, Spec, build_sheet, number, percent, ratio_of
from pdz.documents._maker import Maker
from pdz.documents._valori import describe_expected, format_misura, format_period, list_actual
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore


@dataclass(frozen=True, slots=True)
class _Riga:
    """An indicator in its place, with its degree and the numbers of the formula, or why there is none."""

    indicatore: Indicatore
    provenienza: str
    voce: str
    gruppo: str
    grado: Calcolo
    atteso: NumeroLetto | str
    raggiunto: NumeroLetto | str


def _rows(maker: Maker, scope: Scope) -> Iterator[_Riga]:
    for _, indicatore, path in iter_indicatori(maker.piano):
        if path[0] not in scope:
            continue
        owner = getattr(maker.piano, str(path[0]))[path[1]].id
        group = str(path[3]) if path[0] == "esiti" else str(path[2]) if len(path) > 4 else ""
        yield _Riga(
            indicatore,
            maker.label(f"provenienza_{path[0]}"),
            owner,
            group,
            maker.quadro.indicatori[indicatore.id],
            read_target(indicatore, path),
            read_actual(indicatore, path),
        )


def indicatori(maker: Maker, scope: Scope) -> Sheet:
    """Every indicator: base, expected and actual value as numbers and in words, and its degree."""
    directions = get_args(Indicatore.model_fields["direzione"].annotation)
    specs: list[Spec[_Riga]] = [
        Spec("id", lambda r: r.indicatore.id),
        Spec("provenienza", lambda r: r.provenienza),
        Spec("voce_id", lambda r: r.voce),
        Spec("gruppo", lambda r: r.gruppo),
        Spec("indicatore", lambda r: r.indicatore.nome),
        Spec("unita", lambda r: r.indicatore.unita),
        Spec("direzione", lambda r: r.indicatore.direzione, allowed=directions),
        Spec("base", _base, "numero"),
        Spec("atteso", lambda r: _value(r.atteso, r.indicatore.previsto), "numero"),
        Spec("numeratore", lambda r: number(r.indicatore.numeratore), "numero"),
        Spec("denominatore", lambda r: number(r.indicatore.denominatore), "numero"),
        Spec("raggiunto", lambda r: _value(r.raggiunto, r.indicatore.realizzato), "numero"),
        Spec("raggiungimento", _degree, "percento"),
        Spec("atteso_parole", lambda r: describe_expected(maker, r.indicatore)),
        Spec("raggiunto_parole", lambda r: "\n".join(list_actual(maker, r.indicatore))),
        Spec("motivo", lambda r: r.indicatore.motivo),
        Spec("nota", lambda r: r.indicatore.nota),
    ]
    return build_sheet(maker, "indicatori", specs, _rows(maker, scope))


def _value(found: NumeroLetto | str, declared: Misura | None) -> SheetCell:
    """The number that enters the formula; its operator («più di») stands in the column of words."""
    if isinstance(found, str):
        return measure(declared)
    if len(found.termini) == 2:
        return RatioOf("numeratore", "denominatore", percent(to_decimal(found.valore)))
    valore = to_decimal(found.valore)
    return percent(valore) if found.percento else Number(valore)


def _base(riga: _Riga) -> SheetCell:
    base = riga.indicatore.base
    return None if base is None else _value(read_misura(base, "valore di partenza", (), riga.indicatore), base)


def _degree(riga: _Riga) -> SheetCell:
    return ratio_of("raggiunto", "atteso", riga.grado, "" if riga.indicatore.base is None else "base")


def measure(misura: Misura | None) -> SheetCell:
    """A value as a number when nothing else is said of it, else in words."""
    if misura is None:
        return None
    if misura.numero is None or misura.operatore is not None:
        return format_misura(misura)
    return percent(misura.numero) if misura.percento else Number(misura.numero)


@dataclass(frozen=True, slots=True)
class _Punto:
    """A period, or a step, of an indicator."""

    indicatore: Indicatore
    tipo: str
    periodo: str
    atteso: Misura | None
    raggiunto: Misura | None
    unita: str | None


def _points(maker: Maker, scope: Scope) -> Iterator[_Punto]:
    for indicatore in (found for _, found, path in iter_indicatori(maker.piano) if path[0] in scope):
        unit = indicatore.unita
        for tappa in indicatore.tappe:
            yield _Punto(indicatore, maker.label("tipo_tappa"), tappa.anno, tappa.previsto, tappa.realizzato, unit)
        for point in indicatore.serie:
            period = format_period(maker, point.periodo)
            yield _Punto(indicatore, maker.label("tipo_periodo"), period, None, point.valore, point.unita or unit)
        for count in indicatore.realizzati:
            yield _Punto(indicatore, maker.label("tipo_conteggio"), "", None, count.valore, count.nome)


def serie(maker: Maker, scope: Scope) -> Sheet:
    """Every value by period, one a row, as a pivot table wants them; what is not known has no row, and is no zero."""
    specs: list[Spec[_Punto]] = [
        Spec("id", lambda p: p.indicatore.id),
        Spec("indicatore", lambda p: p.indicatore.nome),
        Spec("tipo", lambda p: p.tipo),
        Spec("periodo", lambda p: p.periodo),
        Spec("atteso", lambda p: measure(p.atteso), "numero"),
        Spec("raggiunto", lambda p: measure(p.raggiunto), "numero"),
        Spec("unita", lambda p: p.unita),
    ]
    return build_sheet(maker, "serie", specs, _points(maker, scope))
