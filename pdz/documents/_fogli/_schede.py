# SPDX-License-Identifier: EUPL-1.2
"""Sheets of the schede: one row each, one column for each row of the official form; the sources of money apart."""

from collections.abc import Iterable
from typing import get_args

from pdz.calc._esatto import add
from pdz.doctree import Euro, Sheet, SheetCell, SumOf
from pdz.documents._fogli._righe import Cells, Spec, build_sheet, euro, listed, percent, spec_of
from pdz.documents._forms import make_form
from pdz.documents._maker import Maker
from pdz.model.schede import RisorsaEconomica, Scheda, SchedaIntegrazione


def schede(maker: Maker) -> Sheet:
    """The schede obiettivo with the answers of their form."""
    areas = {area.id: area.titolo for area in maker.piano.aree}
    specs = [spec_of("id"), spec_of("area", allowed=tuple(areas.values())), spec_of("obiettivo"), spec_of("macroaree")]
    rows: list[tuple[Scheda, dict[str, SheetCell]]] = []
    for scheda in maker.piano.schede:
        area = areas.get(scheda.area or "", scheda.area)
        rows.append((scheda, {"area": area, "macroaree": listed(scheda.macroaree)}))
    return _forms(maker, "schede", "scheda_obiettivo", specs, rows)


def schede_integrazione(maker: Maker) -> Sheet:
    """The schede di integrazione sociosanitaria with the answers of their form."""
    rows: list[tuple[SchedaIntegrazione, Cells]] = [(scheda, {}) for scheda in maker.piano.schede_integrazione]
    specs = [spec_of("id"), spec_of("obiettivo")]
    return _forms(maker, "schede_integrazione", "scheda_integrazione", specs, rows)


def _forms(
    maker: Maker,
    key: str,
    name: str,
    specs: list[Spec[Cells]],
    rows: Iterable[tuple[Scheda | SchedaIntegrazione, Cells]],
) -> Sheet:
    """One row for each scheda that the request wants: what is known of it, then its form."""
    wanted = [(scheda, cells) for scheda, cells in rows if maker.request.scheda in (None, scheda.id)]
    if not wanted:
        return build_sheet(maker, key, specs, [])
    modulo = maker.form(name)
    answers = [spec_of(f"riga_{riga.campo}", title=maker.title(riga.etichetta)) for riga in modulo.righe]
    made: list[Cells] = []
    for scheda, cells in wanted:
        form = make_form(maker, modulo, scheda, "")
        filled = {spec.key: row.cells[1] for spec, row in zip(answers, form.rows, strict=True)}
        made.append({"id": scheda.id, "obiettivo": scheda.obiettivo, **cells, **filled})
    return build_sheet(maker, key, [*specs, *answers], made)


def risorse(maker: Maker) -> Sheet:
    """The sources of money of the schede, with their total."""
    natures = get_args(RisorsaEconomica.model_fields["natura"].annotation)
    specs: list[Spec[tuple[Scheda, RisorsaEconomica]]] = [
        Spec("scheda", lambda r: r[0].id),
        Spec("titolo", lambda r: r[0].titolo),
        Spec("fondo", lambda r: r[1].fondo, allowed=tuple(fondo.codice for fondo in maker.profilo.fondi)),
        Spec("denominazione", lambda r: r[1].nome or maker.fondi.get(r[1].fondo or "", None)),
        Spec("natura", lambda r: r[1].natura, allowed=natures),
        Spec("importo", lambda r: euro(r[1].importo), "euro"),
        Spec("quota", lambda r: None if r[1].quota is None else percent(r[1].quota), "percento"),
        Spec("per", lambda r: r[1].per),
    ]
    found = (scheda for scheda in maker.piano.schede if maker.request.scheda in (None, scheda.id))
    rows = [(s, voce) for s in found if s.risorse_economiche is not None for voce in s.risorse_economiche.voci]
    given = [(row, voce.importo) for row, (_, voce) in enumerate(rows) if voce.importo is not None]
    total = Euro(add(amount for _, amount in given))
    cell = SumOf("importo", tuple(row for row, _ in given), total) if given else None
    return build_sheet(maker, "risorse", specs, rows, [{"scheda": maker.label("totale"), "importo": cell}])
