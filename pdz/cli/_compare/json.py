# SPDX-License-Identifier: EUPL-1.2
"""The difference for other programs; its shape is schemas/raffronto.schema.json.

Amounts and shares are texts («1250.50»), so that nothing is lost on the way; a part of the plan is an object with the
keys of the YAML.
"""

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from pdz import __version__
from pdz.cli._compare import Choices, file_of, locate
from pdz.cli._compare._valori import format_misura
from pdz.compare import (
    Cambio,
    Conto,
    Lato,
    Origine,
    Raffronto,
    RaffrontoProgetti,
    RigaFondi,
    Sorte,
    compare_words,
)
from pdz.compare.consuntivi import Consuntivo
from pdz.findings import Path
from pdz.model._tipi import Misura, Parte
from pdz.numbers import round_half_up
from pdz.pipeline.compare import Confronto, Lettura

LABEL = "per altri programmi"

FORMAT = 1
"""Changes when a reader of the old shape would misread the new one."""


def render(confronto: Confronto, choices: Choices) -> str:
    """One object: the two plans, the objectives, the funds, every change."""
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
        "objectives": _render_objectives(confronto, raffronto) if choices.wants("obiettivi") else None,
        "funds": _render_funds(confronto, raffronto) if choices.wants("fondi") else None,
        "pnrr": _render_pnrr(confronto, raffronto.progetti) if choices.wants("pnrr") else None,
        "projects": _render_projects(confronto, raffronto.progetti) if choices.wants("progetti") else None,
        "changes": [_render_cambio(confronto, cambio) for cambio in cambi],
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


def _render_objectives(confronto: Confronto, raffronto: Raffronto) -> dict[str, Any]:
    legami = raffronto.legami
    return {
        "old": [_render_sorte(confronto, raffronto, sorte) for sorte in legami.sorti],
        "new": [_render_origine(confronto, raffronto, origine) for origine in legami.origini],
        "unknown": [{"id": one.id, "location": _place(confronto.dopo, one.path)} for one in legami.sconosciuti],
    }


def _render_sorte(confronto: Confronto, raffronto: Raffronto, sorte: Sorte) -> dict[str, Any]:
    one = raffronto.prima.piano.obiettivi[sorte.posto]
    return {
        "id": one.id,
        "title": one.titolo,
        "location": _place(confronto.prima, ("obiettivi", sorte.posto)),
        "fate": str(sorte.destino),
        "new": [raffronto.dopo.piano.obiettivi[place].id for place in sorte.nuovi],
        "likelihood": _value(sorte.probabilita),
        "outcome": _render_consuntivo(confronto, sorte.consuntivo),
    }


def _render_origine(confronto: Confronto, raffronto: Raffronto, origine: Origine) -> dict[str, Any]:
    one = raffronto.dopo.piano.obiettivi[origine.posto]
    return {
        "id": one.id,
        "title": one.titolo,
        "location": _place(confronto.dopo, ("obiettivi", origine.posto)),
        "old": [raffronto.prima.piano.obiettivi[place].id for place in origine.vecchi],
        "likely": origine.probabile,
        "areas": list(origine.aree),
    }


def _render_consuntivo(confronto: Confronto, consuntivo: Consuntivo | None) -> dict[str, Any] | None:
    if consuntivo is None:
        return None
    grado = consuntivo.grado
    return {
        "location": _place(confronto.dopo, consuntivo.path),
        "state": consuntivo.stato or None,
        "grado": grado.stampa if grado is not None else None,
        "judgement": (grado.giudizio or None) if grado is not None else None,
        "proposed_again": consuntivo.riproposto,
        "indicators": [
            {"id": one.id, "name": one.nome, "promised": _value(one.previsto), "reached": _value(one.realizzato)}
            for one in consuntivo.indicatori
        ],
    }


def _render_funds(confronto: Confronto, raffronto: Raffronto) -> dict[str, Any]:
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


def _render_pnrr(confronto: Confronto, progetti: RaffrontoProgetti) -> dict[str, Any]:
    return {
        "requested": _render_conto(confronto, progetti.pnrr_richiesto),
        "admitted": _render_conto(confronto, progetti.pnrr_ammesso),
    }


def _render_projects(confronto: Confronto, progetti: RaffrontoProgetti) -> dict[str, Any]:
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
        "before": _value(riga.prima),
        "after": _value(riga.dopo),
        "delta": _value(riga.delta),
        "percent": _value(round_half_up(riga.variazione, 2)) if riga.variazione is not None else None,
        "reason": riga.motivo,
        "old": [_place(confronto.prima, path) for path in riga.voci_prima],
        "new": [_place(confronto.dopo, path) for path in riga.voci_dopo],
    }


def _render_cambio(confronto: Confronto, cambio: Cambio) -> dict[str, Any]:
    old, new = cambio.vecchio, cambio.nuovo
    text = isinstance(old, str) and isinstance(new, str) and " " in old and " " in new
    return {
        "kind": str(cambio.tipo),
        "subject": cambio.argomento,
        "address": list(cambio.indirizzo),
        "name": cambio.nome,
        "old": _render_value(confronto.prima, cambio.prima, old),
        "new": _render_value(confronto.dopo, cambio.dopo, new),
        "words": _render_words(old, new) if text else None,
    }


def _render_value(side: Lettura, path: Path | None, value: Any) -> dict[str, Any] | None:
    return {"location": _place(side, path), "value": _value(value)} if path is not None else None


def _render_words(old: str, new: str) -> list[dict[str, Any]]:
    return [{"kind": str(piece.tipo) if piece.tipo else None, "text": piece.testo} for piece in compare_words(old, new)]


def _place(side: Lettura, path: Path) -> dict[str, Any]:
    location = locate(side, path)
    return {
        "file": file_of(side, location),
        "line": location.line,
        "column": location.column,
        "end_column": location.end_column,
    }


def _value(value: Any) -> Any:
    match value:
        case Misura():
            return format_misura(value)
        case Parte():
            return {key: _value(getattr(value, key)) for key in value.model_dump(exclude_defaults=True)}
        case dict():
            return {key: _value(inner) for key, inner in value.items()}
        case tuple():
            return [_value(inner) for inner in value]
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return value
