# SPDX-License-Identifier: EUPL-1.2
"""Charts: the figures of the calculator as a node of the tree, with their source and the reasons of their gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from pdz.calc import Calcolo, GraficoCalcolato, SerieCalcolata
from pdz.calc.grafici import (
    MISSING,
    count_digits,
    find_categorie,
    find_decimali,
    find_tabella,
    find_tipo_grafico,
    owns_figures,
)
from pdz.doctree import Chart, Series
from pdz.documents._maker import Maker
from pdz.model._tipi import Provenienza
from pdz.model.contesto import Fatto, Tabella, title_of_column
from pdz.model.grafici import Grafico, TipoGrafico
from pdz.numbers import round_half_up

_T = TypeVar("_T")
_Disegno: TypeAlias = Literal["barre", "linee", "torta", "ciambella", "piramide"]

_KINDS: dict[TipoGrafico, tuple[_Disegno, bool, bool]] = {
    "barre": ("barre", False, False),
    "barre orizzontali": ("barre", False, True),
    "barre impilate": ("barre", True, False),
    "barre impilate orizzontali": ("barre", True, True),
    "linee": ("linee", False, False),
    "torta": ("torta", False, False),
    "ciambella": ("ciambella", False, False),
    "piramide": ("piramide", False, False),
}
"""Kind of drawing, whether it is stacked, whether it lies: by what the plan calls it."""


class _Origine(NamedTuple):
    """Where the figures of a chart come from, and of when they are."""

    fonte: Provenienza | None
    al: date | None
    anno: str | None


_NOWHERE = _Origine(None, None, None)


def make_chart(maker: Maker, grafico: Grafico) -> Chart:
    """A chart that the plan describes; what it does not say of source, day and unit is that of the data it draws."""
    kind, stacked, horizontal = _KINDS[grafico.tipo]
    computed = maker.quadro.grafici[grafico.id]
    origin, table = _find_origin(maker, grafico), find_tabella(maker.piano, grafico)
    decimals = find_decimali(grafico, computed)
    series = tuple(make_series(serie, len(computed.categorie)) for serie in computed.serie)
    measure = grafico.unita or _common({calcolo.unita for calcolo in computed.valori}) or ""
    return Chart(
        kind,
        computed.categorie,
        series if decimals is not None else tuple(map(_round, series, computed.serie)),
        maker.dated(grafico.titolo, grafico.al or origin.al, grafico.anno or origin.anno),
        grafico.id,
        with_gaps(maker, maker.source(grafico.fonte or origin.fonte, grafico.nota), computed, computed.categorie),
        maker.prose.plain(grafico.testo_alternativo),
        find_tipo_grafico(grafico, computed),
        decimals,
        measure,
        grafico.titolo_categorie or _head_categories(grafico, table),
        stacked,
        horizontal,
    )


def _head_categories(grafico: Grafico, table: Tabella | None) -> str:
    """What the categories are, where the plan says it only with the name of their column."""
    column = find_categorie(grafico)
    if table is not None:
        own = next((colonna.titolo for colonna in table.colonne if colonna.campo == column), None)
        return own or table.intestazione_chiave
    return title_of_column(column) if column else ""


def make_series(serie: SerieCalcolata, count: int) -> Series:
    """A series of `count` values; what the calculator prints in words («circa 26%») stays in words."""
    valori: tuple[Calcolo | None, ...] = (*serie.valori, *[None] * count)[:count]
    labels = tuple(calcolo.stampa if calcolo is not None and calcolo.valore is not None else "" for calcolo in valori)
    values = tuple(calcolo.valore if calcolo is not None else None for calcolo in valori)
    return Series(serie.nome, values, labels if any(labels) else ())


def _round(series: Series, computed: SerieCalcolata) -> Series:
    """The values with the digits of each: a quotient has no end of its own."""
    values = tuple(
        value if value is None else round_half_up(value, count_digits(calcolo))
        for value, calcolo in zip(series.values, computed.valori, strict=False)
    )
    return replace(series, values=(*values, *series.values[len(values) :]))


def with_gaps(maker: Maker, source: str, computed: GraficoCalcolato, names: Sequence[str]) -> str:
    """The source of a chart, then what has no value and why; `names` are the categories as they are printed."""
    reasons: dict[str, list[str]] = {}
    for serie in computed.serie:
        gaps: dict[str, list[str]] = {}
        for name, calcolo in zip(names, serie.valori, strict=False):
            if calcolo.valore is None:
                gaps.setdefault(calcolo.motivo, []).append(name)
        for reason, where in gaps.items():
            counts = {"serie": serie.nome, "numero": len(where), "totale": len(names)}
            several = len(computed.serie) > 1
            reasons.setdefault(reason, []).extend([maker.label("grafico_valori_su", **counts)] if several else where)
    if not reasons:
        return source
    words = "; ".join(_tell_gaps(maker, reason, ", ".join(where)) for reason, where in reasons.items())
    return " ".join(filter(None, (source, maker.label("grafico_senza_valore", voci=words))))


def _tell_gaps(maker: Maker, reason: str, where: str) -> str:
    known = reason and reason != MISSING
    return maker.label("grafico_senza_valore_motivo", voci=where, motivo=reason.rstrip(".")) if known else where


def _find_origin(maker: Maker, grafico: Grafico) -> _Origine:
    """Source and day of what a chart draws, when all its figures have the same."""
    if owns_figures(grafico):
        return _NOWHERE
    table = find_tabella(maker.piano, grafico)
    if table is not None:
        return _Origine(table.fonte, table.al, table.anno)
    origins = [_origin_of(maker, name) for serie in grafico.serie for name in serie.cita]
    return _Origine(_common(o.fonte for o in origins), _common(o.al for o in origins), _common(o.anno for o in origins))


def _origin_of(maker: Maker, name: str) -> _Origine:
    """Source and day of a cited figure: of a fact, of a table, of the unità d'offerta; of what is computed, none."""
    kind, _, rest = name.partition(".")
    if kind == "posti" and (rete := maker.piano.rete_offerta) is not None:
        return _Origine(rete.fonte, rete.al, None)
    groups: dict[str, tuple[Fatto | Tabella, ...]] = {"fatti": maker.piano.fatti, "tabelle": maker.piano.tabelle}
    things = groups.get(kind, ())
    found = next((thing for thing in things if rest == thing.id or rest.startswith(f"{thing.id}.")), None)
    return _NOWHERE if found is None else _Origine(found.fonte, found.al, found.anno)


def _common(values: Iterable[_T]) -> _T | None:
    """The one value that all share; None when they differ."""
    different = list(dict.fromkeys(values))
    return different[0] if len(different) == 1 else None
