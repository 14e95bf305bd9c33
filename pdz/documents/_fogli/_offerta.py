# SPDX-License-Identifier: EUPL-1.2
"""Sheet of the unità d'offerta sociali, with the live totals of places of the declared groups."""

from collections.abc import Iterator
from typing import get_args

from pdz.doctree import Sheet
from pdz.documents._fogli._righe import Cells, Spec, build_sheet, number, sum_of
from pdz.documents._maker import Maker
from pdz.model.contesto import ReteOfferta, UnitaOfferta


def unita_offerta(maker: Maker) -> Sheet:
    """The units, their places and who runs them."""
    rete = maker.piano.rete_offerta or ReteOfferta()
    managers = get_args(get_args(UnitaOfferta.model_fields["gestore"].annotation)[0])
    specs: list[Spec[UnitaOfferta]] = [
        Spec("id", lambda u: u.id),
        Spec("area", lambda u: u.area),
        Spec("tipologia", lambda u: u.tipologia),
        Spec("comune", lambda u: u.comune),
        Spec("gestore", lambda u: u.gestore, allowed=managers),
        Spec("utenza", lambda u: u.utenza),
        Spec("unita_offerta", lambda u: number(u.unita), "numero"),
        Spec("posti", lambda u: number(u.posti), "numero"),
        Spec("motivo", lambda u: u.motivo),
        Spec("nota", lambda u: u.nota),
    ]
    return build_sheet(maker, "unita_offerta", specs, rete.voci, [*_groups(maker, rete)])


def _groups(maker: Maker, rete: ReteOfferta) -> Iterator[Cells]:
    """The declared groups; a total with an unknown part is n.c., because empty is not zero."""
    for gruppo in rete.gruppi:
        rows = [row for row, voce in enumerate(rete.voci) if voce.id in gruppo.voci]
        units = maker.quadro.posti[f"{gruppo.id}.unita"]
        yield {
            "id": maker.label("totale"),
            "tipologia": gruppo.nome,
            "unita_offerta": sum_of("unita_offerta", rows, units) if units.valore is not None else None,
            "posti": sum_of("posti", rows, maker.quadro.posti[gruppo.id]),
        }
