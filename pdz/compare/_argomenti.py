# SPDX-License-Identifier: EUPL-1.2
"""The subjects of a comparison: to which part of the plan a change belongs, in the words of those who ask."""

from pdz.findings import Path

_BY_KEY = {
    "ambito": "ambito", "enti": "ambito",
    "obiettivi": "obiettivi",
    "esiti": "esiti", "esiti_sistema": "esiti", "progetti_premiali": "esiti", "monitoraggi": "indicatori",
    "fondi": "fondi", "finanziamenti": "fondi", "pnrr": "pnrr", "progetti": "progetti",
    "schede": "schede",
    "leps": "leps",
    "impegni": "integrazione", "schede_integrazione": "integrazione",
    "aree": "macroaree", "schemi_macroaree": "macroaree", "schema_esiti": "macroaree", "incroci": "macroaree",
    "rete_offerta": "offerta",
    "organi": "governance",
    "fatti": "contesto", "tabelle": "contesto", "demografia": "contesto", "grafici": "contesto",
    "assistenti_sociali": "contesto", "grafici_automatici": "contesto",
    "testi": "testi",
    "glossario": "glossario",
}  # fmt: skip
_INSIDE = {"azioni", "indicatori"}
_WITH_INSIDE = {"schede", "esiti", "progetti_premiali", "schede_integrazione"}
"""Where actions and indicators are a subject of their own."""

_REST = "piano"

ARGOMENTI = (
    "piano", "ambito", "macroaree", "obiettivi", "azioni", "indicatori", "esiti", "schede", "leps", "integrazione",
    "fondi", "progetti", "pnrr", "offerta", "governance", "contesto", "testi", "glossario",
)  # fmt: skip
"""All the subjects, in the order of the report."""


def argomento_of(path: Path) -> str:
    """The subject of what stands at this path: title, state and the like of the plan itself are `piano`."""
    key = str(path[0])
    if key in _WITH_INSIDE:
        inner = next((step for step in reversed(path[1:]) if step in _INSIDE), None)
        return str(inner or _BY_KEY[key])
    return _BY_KEY.get(key, _REST)
