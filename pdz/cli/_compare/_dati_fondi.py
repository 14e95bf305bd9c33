# SPDX-License-Identifier: EUPL-1.2
"""Money of a comparison as data for other programs: funds, PNRR lines, projects."""

from collections.abc import Iterable
from typing import Any

from pdz.cli._compare._dati import place_data, value_data
from pdz.compare import Conto, Raffronto, RaffrontoProgetti, RigaFondi
from pdz.numbers import round_half_up
from pdz.pipeline.compare import Confronto


def funds_data(confronto: Confronto, raffronto: Raffronto) -> dict[str, Any]:
    """The tables of funds, in every way of dividing them."""
    fondi = raffronto.fondi

    def rows(righe: Iterable[RigaFondi]) -> list[dict[str, Any]]:
        return [_render_riga(confronto, riga) for riga in righe]

    return {
        "total": _render_riga(confronto, fondi.totale),
        "by_fund": rows(fondi.per_fondo),
        "by_level": rows(fondi.per_livello),
        "by_class": rows(fondi.per_classe),
        "by_area": rows(fondi.per_area),
    }


def pnrr_data(confronto: Confronto, progetti: RaffrontoProgetti) -> dict[str, Any]:
    """PNRR lines: requested and admitted."""
    return {
        "requested": _render_conto(confronto, progetti.pnrr_richiesto),
        "admitted": _render_conto(confronto, progetti.pnrr_ammesso),
    }


def projects_data(confronto: Confronto, progetti: RaffrontoProgetti) -> dict[str, Any]:
    """Projects: whole amounts and the Ambito's part."""
    return {
        "amount": _render_conto(confronto, progetti.progetti_importo),
        "budget": _render_conto(confronto, progetti.progetti_budget),
    }


def _render_conto(confronto: Confronto, conto: Conto) -> dict[str, Any]:
    return {
        "total": _render_riga(confronto, conto.totale),
        "by_item": [_render_riga(confronto, riga) for riga in conto.per_voce],
        "by_state": [_render_riga(confronto, riga) for riga in conto.per_stato],
    }


def _render_riga(confronto: Confronto, riga: RigaFondi) -> dict[str, Any]:
    return {
        "key": riga.chiave,
        "name": riga.nome,
        "renamed_from": list(riga.nomi_prima),
        "state": riga.stato,
        "before": value_data(riga.prima),
        "after": value_data(riga.dopo),
        "delta": value_data(riga.delta),
        "percent": value_data(round_half_up(riga.variazione, 2)) if riga.variazione is not None else None,
        "reason": riga.motivo,
        "old": [place_data(confronto.prima, path) for path in riga.voci_prima],
        "new": [place_data(confronto.dopo, path) for path in riga.voci_dopo],
    }
