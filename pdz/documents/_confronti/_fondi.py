# SPDX-License-Identifier: EUPL-1.2
"""Where the money went: before, after, difference in euro and per cent, in every way of dividing it."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.compare import RigaFondi
from pdz.doctree import Block, Chart, Paragraph, Row, Series, Table
from pdz.documents._confronti import Pair
from pdz.documents._confronti._importi import COLUMNS, head_cells, money_cells
from pdz.money import format_euro

_NO_LEVEL = "non_indicato"


def funds(pair: Pair) -> Iterator[Block]:
    """A chart by level, then a table by fund, by level, by class and by area when there is more than one."""
    fondi = pair.raffronto.fondi
    if not fondi.per_fondo:
        return
    levels = [(pair.label(f"fondi_livello_{row.chiave or _NO_LEVEL}"), row) for row in fondi.per_livello]
    classes = [(pair.label(f"fondi_classe_{row.chiave}"), row) for row in fondi.per_classe]
    if any(row.prima is None or row.dopo is None for row in (fondi.totale,)):
        yield Paragraph(pair.label("raffronto_fondi_un_solo_piano"))
    else:
        yield _chart(pair, levels)
    yield _table(pair, "fondo", [(_name(row), row) for row in fondi.per_fondo], fondi.totale)
    for kind, rows in (("livello", levels), ("classe", classes)):
        if len(rows) > 1:
            yield _table(pair, kind, rows, fondi.totale)
    if len(fondi.per_area) > 1:
        yield _table(pair, "area", [(row.nome.capitalize(), row) for row in fondi.per_area], fondi.totale)


def _name(riga: RigaFondi) -> str:
    return f"{riga.chiave} {riga.nome}" if riga.chiave.isupper() and riga.chiave != riga.nome else riga.nome


def _table(pair: Pair, kind: str, rows: list[tuple[str, RigaFondi]], total: RigaFondi) -> Table:
    body = [Row((name, *money_cells(row))) for name, row in rows]
    body.append(Row((pair.label("totale"), *money_cells(total)), "totale"))
    caption = pair.label(f"raffronto_fondi_per_{kind}")
    head = head_cells(pair, pair.label(f"raffronto_{kind}"))
    return Table(COLUMNS, tuple(body), (Row(head),), caption, f"raffronto_fondi_{kind}", description=caption)


def _chart(pair: Pair, levels: list[tuple[str, RigaFondi]]) -> Chart:
    caption = pair.label("raffronto_grafico_livelli")
    said = "; ".join(
        pair.label("raffronto_da_a", nome=name, prima=_said(row.prima), dopo=_said(row.dopo)) for name, row in levels
    )
    series = (
        Series(pair.titles[0], tuple(row.prima for _, row in levels)),
        Series(pair.titles[1], tuple(row.dopo for _, row in levels)),
    )
    return Chart(
        "barre",
        tuple(name for name, _ in levels),
        series,
        caption,
        "raffronto_grafico_livelli",
        description=f"{caption}. {said}.",
        unit="euro",
        measure="euro",
        categories_title=pair.label("raffronto_livello"),
    )


def _said(amount: Decimal | None) -> str:
    return "—" if amount is None else format_euro(amount)
