# SPDX-License-Identifier: EUPL-1.2
"""What a code or an id stands for: «contrasto_poverta» is an area of the plan, «D» a macro area of its profile."""

from collections.abc import Iterable
from typing import Any

from pdz.compare import Lato
from pdz.findings import Path, shorten

_IN_PLAN = {
    "area": ("aree",),
    "ente_capofila": ("enti",),
    "esito": ("esiti",),
    "obiettivo": ("obiettivi",),
    "scheda": ("schede", "schede_integrazione"),
    "tavolo": ("organi",),
}
_IN_PROFILE = {
    "aree_tematiche": "aree_tematiche",
    "area_tematica": "aree_tematiche",
    "fondi": "fondi",
    "fondo": "fondi",
    "leps": "leps_prioritari",
    "macroarea": "macroaree",
    "macroaree": "macroaree",
    "pnrr": "linee_pnrr",
}


def explain_code(lato: Lato, path: Path, value: str) -> str:
    """«D «Domiciliarità»»; empty when the value names nothing, or nothing that the plan or its profile has."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    if field in _IN_PLAN:
        return _find((one for name in _IN_PLAN[field] for one in getattr(lato.piano, name)), "id", value)
    return _find(getattr(lato.profilo, _IN_PROFILE[field]), "codice", value) if field in _IN_PROFILE else ""


def _find(things: Iterable[Any], key: str, value: str) -> str:
    found = next((one for one in things if getattr(one, key) == value), None)
    title = getattr(found, "titolo", None) or getattr(found, "nome", None)
    return f"{value} «{shorten(title)}»" if title else ""
