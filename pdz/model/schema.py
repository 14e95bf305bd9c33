# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schema 2020-12 of the plan, for editors and for whoever checks YAML without pdz."""

import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from pdz.model.piano import Piano

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORDS_OF_ONE_KEY = {
    "Provenienza": "nome", "RispostaChiusa": "risposta", "Riproposta": "risposta", "Continuita": "risposta",
    "Adeguatezza": "giudizio", "RisorseEsito": "coincidenza", "RisorseEconomiche": "testo", "Risultati": "testo",
    "ValutazioneUtenti": "testo",
}  # fmt: skip
"""Parts that may be written as one word (`from_scalar`), and the key that the word fills."""


_TEXT = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A text field: YAML takes an unquoted 2025 for a number, pdz reads it as the text it is."""

_CODE = {"type": ["string", "number"]}
"""A text of a certain form, which may look like a number: 098001."""

_NOTHING = {"enum": [None, ""]}
"""A value that is not there: nothing after the colon, or empty quotes."""


def schema_of_piano() -> dict[str, Any]:
    """The schema: an included file holds some of the keys, so none is required at the root."""
    schema = Piano.model_json_schema(schema_generator=_Generator)
    schema.pop("required", None)
    definitions: dict[str, Any] = schema["$defs"]
    for part in definitions.values():
        part.pop("description", None)  # the docstring of the class, in English
    for name, key in _WORDS_OF_ONE_KEY.items():
        definitions[name] = {"anyOf": [_without_text(definitions[name]["properties"][key]), definitions[name]]}
    azioni = definitions["AzioniEsito"]
    definitions["AzioniEsito"] = {"anyOf": [_without_text(azioni["properties"]["elenco"]), azioni]}
    definitions["SerieGrafico"] = {"anyOf": [{"type": "string"}, definitions["SerieGrafico"]]}
    categorie = definitions["Grafico"]["properties"]["categorie"]
    categorie["anyOf"] = [{"type": "string"}, {key: categorie.pop(key) for key in ("type", "items")}]
    for name in ("Tabella", "Demografia", "Grafico"):
        _allow_csv(definitions[name]["properties"]["dati"])
    head = {"$schema": DIALECT, "$id": "pdz-piano-1", "title": "Piano di Zona"}
    about = {"description": "Un file del piano: piano.yaml, o uno dei file che nomina in «includi»."}
    return {**head, **_relax({**schema, **about})}


class _Generator(GenerateJsonSchema):
    """pydantic's generator without defaults, which say nothing to the author of a plan."""

    def default_schema(self, schema: Any) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])


def _without_text(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in {"title", "description"}}


def _allow_csv(dati: dict[str, Any]) -> None:
    rows = {key: dati.pop(key) for key in ("type", "items") if key in dati}
    dati["anyOf"] = [{"type": "string", "pattern": r"\.csv$"}, rows]


def _relax(value: Any, in_properties: bool = False) -> Any:
    """Drops the titles made from Python names; lets a plain text be written without quotes."""
    if isinstance(value, list):
        return [_relax(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _relax(item, key in {"properties", "$defs"})
        for key, item in value.items()
        if in_properties or key != "title"
    }
    if in_properties:
        return kept
    if kept.get("type") == "string" and _may_be_number(kept):
        kept = {**kept, **(_CODE if "pattern" in kept else _TEXT)}
    if {"type": "null"} in kept.get("anyOf", ()):
        kept["anyOf"] = [_NOTHING if part == {"type": "null"} else part for part in kept["anyOf"]]
    return kept


def _may_be_number(text: dict[str, Any]) -> bool:
    """True when a number without quotes may fill a text field: a year, a code."""
    pattern = text.get("pattern")
    if pattern is not None:
        return any(re.search(pattern, number) for number in ("2025", "015146"))
    return not text.keys() & {"format", "enum", "const"}
