# SPDX-License-Identifier: EUPL-1.2
"""Sheets of the objectives of the new triennium, and of the actions planned and carried out."""

from collections.abc import Iterator
from typing import get_args

from pdz.doctree import Sheet
from pdz.documents._fogli._righe import Cells, Scope, Spec, build_sheet, listed, percent, spec_of, yes_no
from pdz.documents._maker import Maker
from pdz.model.esiti import AzioneSvolta
from pdz.model.obiettivi import Obiettivo


def obiettivi(maker: Maker) -> Sheet:
    """The objectives, each with what it is tied to."""
    groups = {gruppo.codice: gruppo.titolo for gruppo in maker.profilo.gruppi_obiettivi}
    areas = {area.id: area.titolo for area in maker.piano.aree}
    answers = (maker.label("si"), maker.label("no"))
    specs: list[Spec[Obiettivo]] = [
        Spec("id", lambda o: o.id),
        Spec("titolo", lambda o: o.titolo),
        Spec("gruppo", lambda o: groups.get(o.gruppo, o.gruppo), allowed=tuple(groups.values())),
        Spec("area", lambda o: areas.get(o.area or "", o.area), allowed=tuple(areas.values())),
        Spec("sottogruppo", lambda o: o.sottogruppo),
        Spec("macroaree", lambda o: listed(o.macroaree)),
        Spec("leps", lambda o: listed(o.leps)),
        Spec("aree_tematiche", lambda o: listed(o.aree_tematiche)),
        Spec("linee_pnrr", lambda o: listed(o.pnrr)),
        Spec("fondi", lambda o: listed(o.fondi)),
        Spec("tavolo", lambda o: maker.organi.get(o.tavolo or "", o.tavolo)),
        Spec("gia", lambda o: listed(maker.passati.get(name, name) for name in o.gia)),
        Spec("scheda", lambda o: o.scheda),
        Spec("integrato_asst", lambda o: yes_no(maker, o.integrato_asst), allowed=answers),
        Spec("descrizione", lambda o: maker.prose.cell(o.descrizione)),
    ]
    return build_sheet(maker, "obiettivi", specs, maker.piano.obiettivi)


def azioni(maker: Maker, scope: Scope) -> Sheet:
    """The actions of the schede, then those of the outcomes with what became of them."""
    states: tuple[str, ...] = get_args(AzioneSvolta.model_fields["stato"].annotation)
    keys = ("id", "provenienza", "voce_id", "titolo_voce", "gruppo", "azione", "stato", "quota", "descrizione", "esito")
    specs = [spec_of(key, "percento" if key == "quota" else "testo", states if key == "stato" else ()) for key in keys]
    planned = _planned(maker) if "schede" in scope else ()
    done = _carried_out(maker) if "esiti" in scope else ()
    return build_sheet(maker, "azioni", specs, [*planned, *done])


def _planned(maker: Maker) -> Iterator[Cells]:
    for scheda in maker.piano.schede:
        for azione in scheda.azioni:
            yield {
                "id": azione.id,
                "provenienza": maker.label("provenienza_schede"),
                "voce_id": scheda.id,
                "titolo_voce": scheda.titolo,
                "gruppo": azione.gruppo,
                "azione": maker.prose.cell(azione.testo),
            }


def _carried_out(maker: Maker) -> Iterator[Cells]:
    for esito in maker.piano.esiti:
        for azione in esito.azioni.elenco if esito.azioni is not None else ():
            yield {
                "id": azione.id,
                "provenienza": maker.label("provenienza_esiti"),
                "voce_id": esito.id,
                "titolo_voce": esito.titolo,
                "azione": azione.nome,
                "stato": azione.stato,
                "quota": None if azione.quota is None else percent(azione.quota),
                "descrizione": maker.prose.cell(azione.descrizione),
                "esito": maker.prose.cell(azione.risultati),
            }
