# SPDX-License-Identifier: EUPL-1.2
"""What became of the promised indicators: how many of each kind, then the ones that a person must see one by one."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pdz.compare import Novita, RigaIndicatore
from pdz.doctree import Block, Cell, Column, Heading, Number, Paragraph, Row, Table
from pdz.documents._confronti import Pair
from pdz.documents._confronti._esiti import describe_reached
from pdz.documents._valori import describe_expected
from pdz.model.esiti import Indicatore

_COUNTED = {Novita.NUOVO, Novita.TOLTO, Novita.TOLTO_RAGGIUNTO}
"""Counted only: a new scheda brings all its indicators, one that ends takes all away."""


def indicators(pair: Pair) -> Iterator[Block]:
    """Nothing when no indicator of the schede changed."""
    righe = pair.raffronto.indicatori
    count = Counter(novita for riga in righe for novita in riga.novita)
    if not count:
        return
    yield Heading(2, pair.label("raffronto_indicatori_schede"), "indicatori_schede")
    yield from (Paragraph(pair.label(f"raffronto_senza_schede_{side}")) for side in _find_empty(righe))
    rows = tuple(Row((_call(pair, novita), Number(Decimal(count[novita]), 0))) for novita in Novita if count[novita])
    caption = pair.label("raffronto_didascalia_indicatori")
    head = Row((pair.label("raffronto_che_cosa"), pair.label("raffronto_quanti")))
    columns = (Column(4, header=True), Column(1, "destra"))
    yield Table(columns, rows, (head,), caption, "raffronto_quanti_indicatori", description=caption)
    told = [riga for riga in righe if any(novita not in _COUNTED for novita in riga.novita)]
    if told:
        yield _one_by_one(pair, told)


def _find_empty(righe: tuple[RigaIndicatore, ...]) -> Iterator[str]:
    """The plan without any indicator, which may only not publish its schede."""
    if all(riga.prima is None for riga in righe):
        yield "prima"
    if all(riga.dopo is None for riga in righe):
        yield "dopo"


def _one_by_one(pair: Pair, righe: list[RigaIndicatore]) -> Table:
    rows = tuple(Row(tuple(_cells(pair, riga))) for riga in righe)
    caption = pair.label("raffronto_didascalia_attesi")
    before, after = (pair.label("raffronto_atteso", piano=title) for title in pair.titles)
    names = (pair.label("indicatore"), before, pair.label("dato_realizzato"), after, pair.label("raffronto_che_cosa"))
    columns = (Column(3, header=True), *(Column(1.5) for _ in range(3)), Column(2))
    return Table(columns, rows, (Row(names),), caption, "raffronto_attesi", description=caption)


def _cells(pair: Pair, riga: RigaIndicatore) -> Iterator[Cell]:
    one = riga.nuovo or riga.vecchio
    yield one.nome if one is not None else ""
    yield _expected(pair, riga.vecchio)
    yield (describe_reached(pair, riga.raggiunto) if riga.raggiunto is not None else "") or "—"
    yield _expected(pair, riga.nuovo)
    yield "; ".join(_call(pair, novita) for novita in riga.novita)


def _expected(pair: Pair, indicatore: Indicatore | None) -> str:
    return (describe_expected(pair.dopo, indicatore) if indicatore is not None else "") or "—"


def _call(pair: Pair, novita: Novita) -> str:
    return pair.label(f"raffronto_indicatore_{novita.name.lower()}")
