# SPDX-License-Identifier: EUPL-1.2
"""The series of the monitoraggi as lines: a period without a value is a gap, one that counts another thing too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pdz.calc._misure import compute_misura, find_tipo
from pdz.calc._tipi import Calcolo, SerieCalcolata, Tipo
from pdz.calc.grafici import MISSING
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.esiti import Indicatore, Monitoraggio

MOST_LINES = 5
"""More lines than these are not told from one another."""

_SCALE = Decimal(10)
"""A line is read beside others when its highest value is at least a tenth of theirs."""


@dataclass(frozen=True, slots=True)
class Andamento:
    """Lines that can stand in one chart."""

    monitoraggio: str
    """Its id."""
    numero: int
    """1 for the first chart of a monitoraggio, which has the greatest values."""
    titolo: str
    periodi: tuple[str, ...]
    serie: tuple[SerieCalcolata, ...]


def compute_andamenti(piano: Piano) -> Iterator[Andamento]:
    """The charts of every monitoraggio that has two periods at least; the last wins where an id is repeated."""
    last = {monitoraggio.id: index for index, monitoraggio in enumerate(piano.monitoraggi)}
    for name, index in last.items():
        monitoraggio = piano.monitoraggi[index]
        periodi = tuple(sorted({point.periodo for i in monitoraggio.indicatori for point in i.serie}))
        if len(periodi) > 1:
            lines = [*_iter_lines(monitoraggio, index, periodi)]
            for number, group in enumerate(_group(lines), 1):
                yield Andamento(name, number, monitoraggio.titolo, periodi, tuple(group))


def _iter_lines(monitoraggio: Monitoraggio, index: int, periodi: Sequence[str]) -> Iterator[SerieCalcolata]:
    for number, indicatore in enumerate(monitoraggio.indicatori):
        path: Path = ("monitoraggi", index, "indicatori", number, "serie")
        units = tuple(dict.fromkeys(point.unita or indicatore.unita or "" for point in indicatore.serie))
        for unit in units:
            name = f"{indicatore.nome} ({unit})" if len(units) > 1 and unit else indicatore.nome
            line = SerieCalcolata(name, tuple(_points(indicatore, path, unit, periodi)))
            if any(valore.valore is not None for valore in line.valori):
                yield line


def _points(indicatore: Indicatore, path: Path, unit: str, periodi: Sequence[str]) -> Iterator[Calcolo]:
    """A result for each period; those in which the indicator counts something else are gaps."""
    given = {
        point.periodo: (place, point)
        for place, point in enumerate(indicatore.serie)
        if (point.unita or indicatore.unita or "") == unit
    }
    for periodo in periodi:
        found = given.get(periodo)
        if found is None:
            yield Calcolo(indicatore.nome, None, unita=unit, motivo=indicatore.motivo or MISSING, path=path)
        else:
            place, point = found
            tipo = find_tipo(unit, point.valore.percento)
            empty = Calcolo(indicatore.nome, None, tipo, unita=unit, path=(*path, place, "valore"))
            yield compute_misura(empty, point.valore)


def _group(lines: Sequence[SerieCalcolata]) -> Iterator[list[SerieCalcolata]]:
    """Lines that are read on one axis: of the same kind, of a like size, and not too many; the greatest first."""
    for tipo in dict.fromkeys(map(_tipo, lines)):
        ranked = sorted((i for i, line in enumerate(lines) if _tipo(line) == tipo), key=lambda i: -_highest(lines[i]))
        group: list[int] = []
        for place in ranked:
            if group and (len(group) == MOST_LINES or _highest(lines[place]) * _SCALE < _highest(lines[group[0]])):
                yield [lines[i] for i in sorted(group)]
                group = []
            group.append(place)
        yield [lines[i] for i in sorted(group)]


def _tipo(line: SerieCalcolata) -> Tipo:
    return next(valore.tipo for valore in line.valori if valore.valore is not None)


def _highest(line: SerieCalcolata) -> Decimal:
    return max(abs(valore.valore) for valore in line.valori if valore.valore is not None)
