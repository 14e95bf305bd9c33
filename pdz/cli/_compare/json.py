# SPDX-License-Identifier: EUPL-1.2
"""The difference for other programs; its shape is schemas/raffronto.schema.json.

Amounts and shares are texts («1250.50»), so that nothing is lost on the way; a part of the plan is an object with the
keys of the YAML.
"""

import json
from typing import Any

from pdz import __version__
from pdz.cli._compare import Choices
from pdz.cli._compare._dati import cambio_data, place_data, value_data
from pdz.cli._compare._dati_fondi import funds_data, pnrr_data, projects_data
from pdz.cli._compare._dati_schede import forms_data, indicators_data, rows_data
from pdz.cli._compare._giudizi import list_wanted
from pdz.compare import Lato, Origine, Raffronto, Sorte
from pdz.compare.consuntivi import Consuntivo
from pdz.compare.judgements import Judgement
from pdz.pipeline.compare import Confronto, Lettura

LABEL = "per altri programmi"

FORMAT = 1
"""Changes when a reader of the old shape would misread the new one."""


def render(confronto: Confronto, choices: Choices) -> str:
    """One object: the two plans, what must be looked at, the objectives, the funds, every change."""
    raffronto = confronto.raffronto
    assert raffronto is not None
    cambi = [cambio for cambio in raffronto.cambi if choices.wants(cambio.argomento)]
    report = {
        "format": FORMAT,
        "pdz": __version__,
        "only": list(choices.only),
        "old": _render_side(confronto.prima, raffronto.prima),
        "new": _render_side(confronto.dopo, raffronto.dopo),
        "same_ambito": raffronto.stesso_ambito,
        "judgements": [_render_giudizio(confronto, one) for one in list_wanted(confronto, choices)],
        "objectives": _render_objectives(confronto, raffronto) if choices.wants("obiettivi") else None,
        "funds": funds_data(confronto, raffronto) if choices.wants("fondi") else None,
        "pnrr": pnrr_data(confronto, raffronto.progetti) if choices.wants("pnrr") else None,
        "projects": projects_data(confronto, raffronto.progetti) if choices.wants("progetti") else None,
        "forms": forms_data(confronto, raffronto) if choices.wants("schede") else None,
        "indicators": indicators_data(confronto, raffronto) if choices.wants("indicatori") else None,
        "leps": rows_data(raffronto, raffronto.leps) if choices.wants("leps") else None,
        "macro_areas": rows_data(raffronto, raffronto.macroaree) if choices.wants("macroaree") else None,
        "changes": [cambio_data(confronto, cambio) for cambio in cambi],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _render_side(side: Lettura, lato: Lato) -> dict[str, Any]:
    piano = lato.piano
    return {
        "plan": side.nome,
        "title": piano.titolo,
        "ambito": piano.ambito.nome,
        "triennio": piano.triennio,
        "profile": lato.profilo.id,
    }


def _render_giudizio(confronto: Confronto, giudizio: Judgement) -> dict[str, Any]:
    return {
        "code": giudizio.code,
        "severity": str(giudizio.severity),
        "message": giudizio.message,
        "hint": giudizio.hint,
        "old": place_data(confronto.prima, giudizio.prima) if giudizio.prima is not None else None,
        "new": place_data(confronto.dopo, giudizio.dopo) if giudizio.dopo is not None else None,
    }


def _render_objectives(confronto: Confronto, raffronto: Raffronto) -> dict[str, Any]:
    legami = raffronto.legami
    return {
        "old": [_render_sorte(confronto, raffronto, sorte) for sorte in legami.sorti],
        "new": [_render_origine(confronto, raffronto, origine) for origine in legami.origini],
        "unknown": [{"id": one.id, "location": place_data(confronto.dopo, one.path)} for one in legami.sconosciuti],
    }


def _render_sorte(confronto: Confronto, raffronto: Raffronto, sorte: Sorte) -> dict[str, Any]:
    one = raffronto.prima.piano.obiettivi[sorte.posto]
    return {
        "id": one.id,
        "title": one.titolo,
        "location": place_data(confronto.prima, ("obiettivi", sorte.posto)),
        "fate": str(sorte.destino),
        "new": [raffronto.dopo.piano.obiettivi[place].id for place in sorte.nuovi],
        "likelihood": value_data(sorte.probabilita),
        "outcome": _render_consuntivo(confronto, sorte.consuntivo),
    }


def _render_origine(confronto: Confronto, raffronto: Raffronto, origine: Origine) -> dict[str, Any]:
    one = raffronto.dopo.piano.obiettivi[origine.posto]
    return {
        "id": one.id,
        "title": one.titolo,
        "location": place_data(confronto.dopo, ("obiettivi", origine.posto)),
        "old": [raffronto.prima.piano.obiettivi[place].id for place in origine.vecchi],
        "likely": origine.probabile,
        "areas": list(origine.aree),
    }


def _render_consuntivo(confronto: Confronto, consuntivo: Consuntivo | None) -> dict[str, Any] | None:
    if consuntivo is None:
        return None
    grado = consuntivo.grado
    return {
        "location": place_data(confronto.dopo, consuntivo.path),
        "state": consuntivo.stato or None,
        "grado": grado.stampa if grado is not None else None,
        "judgement": (grado.giudizio or None) if grado is not None else None,
        "proposed_again": consuntivo.riproposto,
        "results": list(consuntivo.risultati),
        "indicators": [
            {
                "id": one.id,
                "name": one.nome,
                "promised": value_data(one.previsto),
                "reached": value_data(one.realizzato),
                "degree": value_data(calcolo.valore),
                "reason": calcolo.motivo,
            }
            for one, calcolo in zip(consuntivo.indicatori, consuntivo.raggiungimenti, strict=True)
        ],
    }
