# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of the profiles in the JSON Schema of the plan, which the model alone cannot know.

With several profiles a field takes the codes of all: the schema does not know which of them a plan names.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from pdz.model.schede import Scheda
from pdz.profiles import Profilo
from pdz.profiles._schema import Capitolo, SezioneCapitolo

Codici: TypeAlias = Mapping[str, str]
"""Codes with their titles."""

_NUMBER = re.compile(r"\d+(\.\d+)?")
_ROOT = "Piano"
_SCHEDA = "scheda_obiettivo"

_FIELDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "profilo": {_ROOT: ("profilo",)},
    "modulo_esiti": {_ROOT: ("modulo_esiti",), "Esito": ("modulo",)},
    "riga": {"Assenza": ("campo",)},
    "altra_riga": {"AltraRisposta": ("campo",)},
    "sezione": dict.fromkeys(("Testo", "Tabella", "Grafico", "Monitoraggio", "Demografia"), ("sezione",)),
    "macroarea": {
        "Area": ("macroaree",), "Obiettivo": ("macroaree",), "Scheda": ("macroaree",), "Incrocio": ("macroarea",),
        "Impegno": ("macroarea",), "Macroarea": ("regionale",),
    },
    "leps": {"Obiettivo": ("leps",), "ImpegniLeps": ("leps",), "LineaPnrr": ("leps",)},
    "area_tematica": {"Obiettivo": ("aree_tematiche",), "Impegno": ("area_tematica",)},
    "linea_pnrr": {"Obiettivo": ("pnrr",), "LineaPnrr": ("linea",)},
    "fondo": {
        "Obiettivo": ("fondi",), "RisorsaEconomica": ("fondo",), "Finanziamento": ("fondo",),
        "Assegnazione": ("fondo",), "Progetto": ("fondo",),
    },
}  # fmt: skip
"""The fields that hold a code of the profile: kind of code, part of the plan, keys. The letters of the outcomes are
not here: they may be those of a local scheme."""


def close_lists(schema: dict[str, Any], profili: Iterable[Profilo]) -> dict[str, Any]:
    """The schema of a plan, changed in place, with the codes of the profiles in the fields that hold one."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for profilo in profili:
        for kind, codici in _codes_of(profilo).items():
            for codice, titolo in codici.items():
                known[kind].setdefault(codice, titolo)
    parts = {_ROOT: schema, **schema["$defs"]}
    for kind, owners in _FIELDS.items():
        for part, keys in owners.items():
            for key in keys:
                _close(parts[part]["properties"][key], known[kind])
    matrice = parts["SchedaIntegrazione"]["properties"]["matrice"]
    matrice["propertyNames"] = _listed(known["area_tematica"])
    _close(matrice["additionalProperties"], known["linea_intervento"])
    return schema


def _codes_of(profilo: Profilo) -> Mapping[str, Codici]:
    """The codes of one profile, by kind."""
    parts: list[Capitolo | SezioneCapitolo] = []
    for chapter in (*profilo.capitoli, *profilo.allegati):
        parts += (chapter, *chapter.sezioni)
    forms = profilo.moduli.items()
    return {
        "profilo": {profilo.id: profilo.nome},
        "modulo_esiti": {n: m.titolo for n, m in forms if any(riga.campo == "grado" for riga in m.righe)},
        "riga": {riga.campo: riga.etichetta for _, modulo in forms for riga in modulo.righe},
        "altra_riga": {
            riga.campo: riga.etichetta
            for riga in (profilo.moduli[_SCHEDA].righe if _SCHEDA in profilo.moduli else ())
            if riga.campo not in Scheda.model_fields
        },
        "sezione": {part.id: part.titolo for part in parts},
        "macroarea": {macroarea.codice: macroarea.titolo for macroarea in profilo.macroaree},
        "leps": {leps.codice: leps.titolo for leps in profilo.leps_prioritari},
        "area_tematica": {area.codice: area.titolo for area in profilo.aree_tematiche},
        "linea_intervento": dict.fromkeys(profilo.linee_intervento, ""),
        "linea_pnrr": {linea.codice: linea.titolo for linea in profilo.linee_pnrr},
        "fondo": {fondo.codice: fondo.nome for fondo in profilo.fondi},
    }


def _close(field: dict[str, Any], codici: Codici) -> None:
    """Puts the codes in a field: a list of texts, a text, a text that may be empty."""
    if field.get("type") == "array":
        field["items"] = _listed(codici)
    elif "anyOf" in field:
        field["anyOf"][0] = _listed(codici)
    else:
        field.pop("type", None)
        field.update(_listed(codici))


def _listed(codici: Codici) -> dict[str, Any]:
    """The codes as a schema; a code that YAML reads as a number («1.2») is welcome as such too."""
    if not codici:
        return {"not": {}}
    values: list[tuple[str | float, str]] = list(codici.items())
    values += [(float(codice), titolo) for codice, titolo in codici.items() if _NUMBER.fullmatch(codice)]
    listed: dict[str, Any] = {"enum": [codice for codice, _ in values]}
    if any(codici.values()):
        listed["enumDescriptions"] = [titolo for _, titolo in values]
    return listed
