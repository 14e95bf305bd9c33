# SPDX-License-Identifier: EUPL-1.2
"""Where the money went: a line for each fund, level, class and area, PNRR line and project, with its difference."""

from collections.abc import Iterator
from decimal import Decimal

from pdz.cli._compare._righe import wrap_line
from pdz.compare import Conto, RaffrontoFondi, RaffrontoProgetti, RigaFondi
from pdz.findings import shorten
from pdz.money import format_euro
from pdz.numbers import format_percent

_NAME = 80


def summarize_fondi(fondi: RaffrontoFondi) -> str:
    """«1.000,00 € prima, 1.200,00 € dopo: +200,00 € (+20,00%)»."""
    if fondi.totale.prima is None and fondi.totale.dopo is None:
        return "nessun importo nei due piani"
    return _format_total(fondi.totale)


def render_fondi(fondi: RaffrontoFondi) -> Iterator[str]:
    """By fund, then by level, class and area when there is more than one."""
    yield from _render_rows("per fondo", fondi.per_fondo)
    parts = (("per livello", fondi.per_livello), ("per classe", fondi.per_classe), ("per area", fondi.per_area))
    for title, rows in parts:
        if len(rows) > 1:
            yield from _render_rows(title, rows)


def render_pnrr(progetti: RaffrontoProgetti) -> Iterator[str]:
    """What was requested and admitted, by line and by state."""
    yield from _render_conto("richiesto", progetti.pnrr_richiesto, "per linea")
    yield from _render_conto("ammesso", progetti.pnrr_ammesso, "per linea")


def render_progetti(progetti: RaffrontoProgetti) -> Iterator[str]:
    """Whole amounts and the Ambito's part, by project and by state."""
    yield from _render_conto("importo complessivo", progetti.progetti_importo, "per progetto")
    yield from _render_conto("budget dell'Ambito", progetti.progetti_budget, "per progetto")


def format_delta(row: RigaFondi) -> str:
    """«+200,00 € (+20,00%)»; without a percentage, why not."""
    if row.variazione is not None:
        return f"{_signed(row.delta)} ({'+' if row.variazione > 0 else ''}{format_percent(row.variazione, 2)})"
    return f"{_signed(row.delta)} (senza percentuale: {row.motivo})"


def _render_conto(title: str, conto: Conto, by_item: str) -> Iterator[str]:
    if conto.totale.prima is None and conto.totale.dopo is None:
        return
    yield f"  {title}: {_format_total(conto.totale)}"
    yield from _render_rows(by_item, conto.per_voce, "    ")
    if len(conto.per_stato) > 1:
        yield from _render_rows("per stato", conto.per_stato, "    ")


def _format_total(total: RigaFondi) -> str:
    """Without a difference when a plan gives no amount at all: it may only not publish its tables."""
    if total.prima is None or total.dopo is None:
        return f"{_euro(total.prima)} prima, {_euro(total.dopo)} dopo"
    changed = format_delta(total) if total.delta else "invariato"
    return f"{_euro(total.prima)} prima, {_euro(total.dopo)} dopo: {changed}"


def _render_rows(title: str, rows: tuple[RigaFondi, ...], indent: str = "  ") -> Iterator[str]:
    yield f"{indent}{title}"
    told = any(row.prima is not None for row in rows) and any(row.dopo is not None for row in rows)
    for row in rows:
        code = f"{row.chiave} " if row.chiave.isupper() and row.chiave != row.nome else ""
        was = f"; rinominato: prima {', '.join(f'«{name}»' for name in row.nomi_prima)}" if row.nomi_prima else ""
        yield from wrap_line(
            f"{shorten(f'{code}{row.nome}', _NAME)}: {_describe(row) if told else _quote(row)}{was}", f"{indent}  "
        )


def _describe(row: RigaFondi) -> str:
    if row.stato == "entrato":
        return f"entra con {_euro(row.dopo)}" if row.dopo is not None else "entra senza importo"
    if row.stato == "uscito":
        return f"esce, aveva {_euro(row.prima)}" if row.prima is not None else "esce, era senza importo"
    if row.prima == row.dopo:
        return f"{_euro(row.prima)}, invariato"
    return f"{_euro(row.prima)} -> {_euro(row.dopo)}, {format_delta(row)}"


def _quote(row: RigaFondi) -> str:
    """Of the only plan that gives amounts: nothing came in or went out, as far as anybody knows."""
    return f"{_euro(row.prima)} prima" if row.dopo is None else f"{_euro(row.dopo)} dopo"


def _euro(amount: Decimal | None) -> str:
    return format_euro(amount) if amount is not None else "nessun importo"


def _signed(amount: Decimal) -> str:
    return ("+" if amount > 0 else "") + format_euro(amount)
