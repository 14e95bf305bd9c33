# SPDX-License-Identifier: EUPL-1.2
"""Schede, promised indicators, LEPS and macro areas of a comparison as data for other programs."""

from collections.abc import Iterable
from typing import Any

from pdz.cli._compare._dati import cambio_data, place_data, value_data
from pdz.cli._compare._schede import is_between_trienni
from pdz.compare import CoppiaSchede, Raffronto, RigaIndicatore, RigaObiettivi, find_risposte
from pdz.findings import Path
from pdz.model.esiti import Indicatore
from pdz.pipeline.compare import Confronto, Lettura


def forms_data(confronto: Confronto, raffronto: Raffronto) -> list[dict[str, Any]]:
    """Between two trienni, each scheda and the one that takes its place, with every answer that changed."""
    held = raffronto.schede if is_between_trienni(raffronto) else ()
    return [_form_data(confronto, raffronto, coppia) for coppia in held]


def _form_data(confronto: Confronto, raffronto: Raffronto, coppia: CoppiaSchede) -> dict[str, Any]:
    sides = (
        (confronto.prima, raffronto.prima.piano, coppia.prima),
        (confronto.dopo, raffronto.dopo.piano, coppia.dopo),
    )
    ends = []
    for side, piano, place in sides:
        scheda = getattr(piano, coppia.gruppo)[place]
        location = place_data(side, (coppia.gruppo, place))
        ends.append({"id": scheda.id, "title": scheda.titolo, "location": location})
    cambi = find_risposte(raffronto.prima, raffronto.dopo, coppia)
    return {
        "group": coppia.gruppo,
        "old": ends[0],
        "new": ends[1],
        "changes": [cambio_data(confronto, cambio) for cambio in cambi],
    }


def indicators_data(confronto: Confronto, raffronto: Raffronto) -> list[dict[str, Any]]:
    """Every promised indicator of the two plans, once."""
    return [_indicator_data(confronto, riga) for riga in raffronto.indicatori]


def rows_data(raffronto: Raffronto, righe: Iterable[RigaObiettivi]) -> list[dict[str, Any]]:
    """LEPS or macro areas, each with the ids of its objectives."""
    old, new = raffronto.prima.piano.obiettivi, raffronto.dopo.piano.obiettivi
    return [
        {
            "code": riga.codice,
            "title": riga.titolo,
            "state": riga.stato,
            "old": [old[place].id for place in riga.prima],
            "new": [new[place].id for place in riga.dopo],
        }
        for riga in righe
    ]


def _indicator_data(confronto: Confronto, riga: RigaIndicatore) -> dict[str, Any]:
    return {
        "news": [str(novita) for novita in riga.novita],
        "old": _side(confronto.prima, riga.prima, riga.vecchio),
        "new": _side(confronto.dopo, riga.dopo, riga.nuovo),
        "outcome": _outcome(confronto, riga),
    }


def _side(side: Lettura, path: Path | None, one: Indicatore | None) -> dict[str, Any] | None:
    if path is None or one is None:
        return None
    return {
        "id": one.id,
        "name": one.nome,
        "location": place_data(side, path),
        "promised": value_data(one.previsto),
        "unit": one.unita,
        "direction": one.direzione,
    }


def _outcome(confronto: Confronto, riga: RigaIndicatore) -> dict[str, Any] | None:
    if riga.consuntivo is None or riga.raggiunto is None:
        return None
    return {
        "location": place_data(confronto.dopo, riga.consuntivo),
        "promised": value_data(riga.raggiunto.previsto),
        "reached": value_data(riga.raggiunto.realizzato),
    }
