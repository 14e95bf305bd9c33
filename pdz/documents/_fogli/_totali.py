# SPDX-License-Identifier: EUPL-1.2
"""Sheet of the live totals of the money: funds by prospetto, level and class, projects by state and role, PNRR."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from pdz.calc.fondi import find_importo
from pdz.doctree import Euro, Percent, ShareOf, Sheet, SheetCell, SumWhere
from pdz.documents._fogli._fondi import levels
from pdz.documents._fogli._righe import Spec, as_figure, build_sheet, sum_of
from pdz.documents._maker import Maker, quantity
from pdz.model.fondi import Classe, Progetto


@dataclass(frozen=True, slots=True)
class _Riga:
    """A total: its group, its name, its amount, the row of the total of which it is a part."""

    gruppo: str
    voce: str
    importo: SheetCell
    quota: SheetCell = None
    whole: str = ""
    """The share of it that the calculator gives, by name of the total; empty for a whole."""


def totali(maker: Maker) -> Sheet:
    """The totals; each group begins with its whole."""
    rows: list[_Riga] = []
    for group in (_of_funds, _of_projects, _of_pnrr):
        start = len(rows)
        rows += [_with_share(maker, riga, start) for riga in group(maker)]
    specs: list[Spec[_Riga]] = [
        Spec("raggruppamento", lambda r: r.gruppo),
        Spec("voce", lambda r: r.voce),
        Spec("importo", lambda r: r.importo, "euro"),
        Spec("quota", lambda r: r.quota, "percento"),
    ]
    return build_sheet(maker, "totali", specs, rows)


def _with_share(maker: Maker, riga: _Riga, whole: int) -> _Riga:
    figure = as_figure(maker.quadro.totali.get(f"{riga.whole}.quota")) if riga.whole else None
    share = ShareOf("importo", whole, figure) if isinstance(figure, Percent) else None
    return replace(riga, quota=share)


def _of_funds(maker: Maker) -> Iterator[_Riga]:
    piano, totals = maker.piano, maker.quadro.totali
    if not piano.fondi:
        return
    counted = [find_importo(voce) is not None for prospetto in piano.fondi for voce in prospetto.voci]
    places = [row for row, known in enumerate(counted) if known]
    yield _Riga(maker.label("foglio_fondi"), maker.label("totale"), sum_of("contato", places, totals["fondi"], "fondi"))
    first = 0
    for prospetto in piano.fondi:
        rows = [row for row in range(first, first + len(prospetto.voci)) if counted[row]]
        first += len(prospetto.voci)
        total = sum_of("contato", rows, totals[prospetto.id], "fondi")
        yield _Riga(maker.label("colonna_prospetto"), prospetto.titolo, total, whole=prospetto.id)
    words = {name: maker.label(f"fondi_classe_{name}") for name in get_args(Classe)}
    for kind, names in (("livello", levels(maker)), ("classe", words)):
        for name, title in names.items():
            place = ("fondi", "contato", kind)
            yield from _where(maker, f"fondi.{kind}.{name}", maker.label(f"per_{kind}"), title, place)


def _of_projects(maker: Maker) -> Iterator[_Riga]:
    if not maker.piano.progetti:
        return
    rows = range(len(maker.piano.progetti))
    total = sum_of("importo", rows, maker.quadro.totali["progetti"], "progetti")
    yield _Riga(maker.label("foglio_progetti"), maker.label("totale"), total)
    for field, prefix in (("stato", "progetti.stato"), ("ruolo", "progetti")):
        for word in get_args(Progetto.model_fields[field].annotation):
            name = f"{prefix}.{word.replace(' ', '_')}"
            title = maker.label(f"colonna_{field}")
            yield from _where(maker, name, title, word, ("progetti", "importo", field))


def _of_pnrr(maker: Maker) -> Iterator[_Riga]:
    for field in ("ammesso", "richiesto"):
        total = maker.quadro.totali.get(f"pnrr.{field}")
        if total is not None:
            rows = (row for row, linea in enumerate(maker.piano.pnrr) if getattr(linea, field) is not None)
            yield _Riga(maker.label("foglio_pnrr"), maker.label(f"colonna_{field}"), sum_of(field, rows, total, "pnrr"))


def _where(maker: Maker, name: str, group: str, word: str, place: tuple[str, str, str]) -> Iterator[_Riga]:
    """A part of a whole, when there is any: the sum of the rows that hold its word."""
    total = maker.quadro.totali.get(name)
    if total is None:
        return
    value = quantity(total)
    sheet, column, where = place
    amount: SheetCell = SumWhere(sheet, column, where, "voce", value) if isinstance(value, Euro) else value
    yield _Riga(group, word, amount, whole=name)
