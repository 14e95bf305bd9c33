# SPDX-License-Identifier: EUPL-1.2
"""Where the money went: before, after, difference in euro and per cent, in every way of dividing it."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.compare import RigaFondi
from pdz.doctree import Block, Chart, Paragraph, Row, Series, Table
from pdz.documents._confronti import Pair
from pdz.documents._confronti._importi import COLUMNS, head_cells, is_comparable, money_cells
from pdz.money import format_euro

_NO_LEVEL = "non_indicato"
_WITHOUT_DIFFERENCES = 3
"""Columns of a table whose amounts are of one plan only."""


def funds(pair: Pair) -> Iterator[Block]:
    """A chart by level, then a table by fund, by level, by class and by area when there is more than one."""
    if pair.wants("fondi") and pair.raffronto.fondi.per_fondo:
        yield from _assigned(pair)
    projects = pair.raffronto.progetti
    parts = (
        ("pnrr", "richiesto", projects.pnrr_richiesto),
        ("pnrr", "ammesso", projects.pnrr_ammesso),
        ("progetti", "importo", projects.progetti_importo),
        ("progetti", "budget", projects.progetti_budget),
    )
    for subject, kind, conto in parts:
        amounts = (conto.totale.prima, conto.totale.dopo)
        if pair.wants(subject) and any(amount is not None for amount in amounts):
            rows = [(_named(pair, row), row) for row in conto.per_voce]
            yield _table(pair, "voce", f"raffronto_{subject}_{kind}", rows, conto.totale)


def _assigned(pair: Pair) -> Iterator[Block]:
    fondi = pair.raffronto.fondi
    levels = [(pair.label(f"fondi_livello_{row.chiave or _NO_LEVEL}"), row) for row in fondi.per_livello]
    classes = [(pair.label(f"fondi_classe_{row.chiave}"), row) for row in fondi.per_classe]
    yield Paragraph(pair.label("raffronto_fondi_apertura"))
    if not is_comparable(fondi.totale):
        yield Paragraph(pair.label("raffronto_fondi_un_solo_piano"))
    else:
        yield _chart(pair, levels)
    single = [(_named(pair, row), row) for row in fondi.per_fondo]
    yield _table(pair, "fondo", "raffronto_fondi_per_fondo", single, fondi.totale)
    areas = [(row.nome.capitalize(), row) for row in fondi.per_area]
    for kind, rows in (("livello", levels), ("classe", classes), ("area", areas)):
        if len(rows) > 1:
            yield _table(pair, kind, f"raffronto_fondi_per_{kind}", rows, fondi.totale)


def _named(pair: Pair, riga: RigaFondi) -> str:
    """With its acronym, if its code is one, and with what the old plan called it when that was another name."""
    acronym = riga.chiave.isupper() and "_" not in riga.chiave and riga.chiave != riga.nome
    name = f"{riga.chiave} {riga.nome}" if acronym else riga.nome
    if not riga.nomi_prima:
        return name
    return pair.label("raffronto_prima_si_chiamava", nome=name, prima="; ".join(riga.nomi_prima))


def _table(pair: Pair, kind: str, name: str, rows: list[tuple[str, RigaFondi]], total: RigaFondi) -> Table:
    width = len(COLUMNS) if is_comparable(total) else _WITHOUT_DIFFERENCES
    body = [Row((title, *money_cells(row))[:width]) for title, row in rows]
    body.append(Row((pair.label("totale"), *money_cells(total))[:width], "totale"))
    caption = pair.label(name)
    head = head_cells(pair, pair.label(f"raffronto_{kind}"))[:width]
    return Table(COLUMNS[:width], tuple(body), (Row(head),), caption, name, description=caption)


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
