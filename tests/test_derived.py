# SPDX-License-Identifier: EUPL-1.2
"""What is made from something else is not stale: the schema for editors, the glossary of the README."""

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from pdz.model import Piano
from pdz.model._tipi import Parte
from pdz.pipeline.start import make_schema

ROOT = Path(__file__).parent.parent
STORED = ROOT / "schemas" / "piano.schema.json"
SCHEMA: dict[str, Any] = json.loads(make_schema())
PLANS = sorted(path for path in (ROOT / "esempi").rglob("*.yaml"))
START = sorted(path for path in (ROOT / "templates" / "init").rglob("*.yaml"))


def test_the_stored_schema_is_what_the_command_prints() -> None:
    assert STORED.read_text(encoding="utf-8") == make_schema(), "riscrivilo: pdz schema -o schemas/piano.schema.json"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def iter_properties(part: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of every object of the schema."""
    if isinstance(part, list):
        for item in part:
            yield from iter_properties(item, name)
    elif isinstance(part, dict):
        for key, value in part.get("properties", {}).items():
            yield f"{name}.{key}", value
            yield from iter_properties(value, f"{name}.{key}")
        for key, value in part.get("$defs", {}).items():
            yield from iter_properties(value, key)
        for key in ("anyOf", "items", "additionalProperties"):
            yield from iter_properties(part.get(key), name)


ENGLISH = re.compile(r"\b(the|of|and|with|which|when|what|is|are|for|one|how|from|an)\b")


def test_every_key_says_in_italian_what_it_is() -> None:
    properties = list(iter_properties(SCHEMA))
    assert len(properties) > 250
    assert [name for name, value in properties if not value.get("description")] == []
    assert [name for name, value in properties if ENGLISH.search(value["description"])] == []


def test_nothing_else_in_the_schema_is_english() -> None:
    def texts(part: Any) -> Iterator[str]:
        if isinstance(part, dict):
            for key, value in part.items():
                if key in {"description", "title", "markdownDescription"} and isinstance(value, str):
                    yield value
                else:
                    yield from texts(value)
        elif isinstance(part, list):
            for item in part:
                yield from texts(item)

    assert [text for text in texts(SCHEMA) if ENGLISH.search(text)] == []


def parts_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The parts of the plan named in an annotation."""
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)


def all_parts(found: dict[str, type[BaseModel]], part: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Every part of the plan, found through the fields."""
    if part.__name__ not in found:
        found[part.__name__] = part
        for field in part.model_fields.values():
            for child in parts_in(field.annotation):
                all_parts(found, child)
    return found


PARTS = all_parts({}, Piano)


def test_every_part_of_the_model_is_in_the_plan_and_in_the_schema() -> None:
    def children(part: type[BaseModel]) -> Iterator[type[BaseModel]]:
        for child in part.__subclasses__():
            yield child
            yield from children(child)

    abstract = {"Voce"}
    assert {part.__name__ for part in children(Parte)} - abstract == set(PARTS)
    inside = set(PARTS) - {"Piano", "Misura"}  # a measure is written as one word
    assert inside - set(SCHEMA["$defs"]) == set()


def as_editor(node: yaml.Node) -> Any:
    """The data as an editor sees them: YAML 1.2, where a plain scalar may be a number, a truth value or nothing."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: as_editor(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [as_editor(item) for item in node.value]
    text: str = node.value
    if node.style is not None:
        return text
    if text in {"", "~", "null", "Null", "NULL"}:
        return None
    if text in {"true", "True", "TRUE", "false", "False", "FALSE"}:
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", [*PLANS, *START], ids=name_of)
def test_what_pdz_accepts_the_editor_accepts_too(path: Path) -> None:
    data = as_editor(yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    errors = Draft202012Validator(SCHEMA).iter_errors(data)
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


def errors_in(text: str) -> int:
    data = as_editor(yaml.compose(text, Loader=yaml.BaseLoader))
    return len(list(Draft202012Validator(SCHEMA).iter_errors(data)))


@pytest.mark.parametrize(
    "text",
    [
        f"fondi: [{{id: f, titolo: F, classe: strutturali, totale: {amount}, voci: []}}]"
        for amount in ("599821.54", '"599.821,54"', "'599.821,54 €'", "'€ 1.250,00'", "1250 euro", "-3", "Euro 1250.00")
    ]
    + [
        f"leps: [{{id: l, nome: L, da_attuare: {answer}}}]"
        for answer in ("sì", "si", "SI", "no", "NO", "\"SI'\"", "Sì", "true", "si’", "SÌ")
    ]
    + [
        "approvazione: {organo: Assemblea, data: 31/12/2024, numero: 12}",
        "approvazione: {organo: Assemblea, data: 2024-12-31}",
        "triennio: 2025/2027",
        "triennio: 2025-2027",
        "ambito: {nome: N, ente_capofila: 12, comuni: [{nome: Uno, istat: '098001'}, {nome: Due, istat: 098001}]}",
        "fatti: [{id: 12, nome: 2024, valore: circa 50, anno: 2024, fonte: ISTAT}]",
        "fatti: [{id: a, nome: A, valore: 80%, rapporto: {di: b, su: c}}]",
        "esiti: [{id: E1, titolo: E, grado: 80%, azioni: [{id: a, nome: A, stato: realizzata}], riproposto: no}]",
        "esiti: [{id: E1, titolo: E, grado: 80, azioni: {programmate: 5, realizzate: 4}, valutazione_utenti: buona}]",
        "schede: [{id: S1, titolo: S, risultati: a.md, trasversale: {risposta: sì, testo: x}, nuovo_servizio: si}]",
        "tabelle: [{id: t, titolo: T, colonne: [], dati: dati.csv}]",
        "tabelle: [{id: t, titolo: T, colonne: [], dati: [{comune: Uno, n: 1, m: 2.5, k: }]}]",
        "autore: 2025",
        "autore:",
        "schede_integrazione: [{id: s, titolo: S, matrice: {AT2: [LI5]}, anno_avvio: 2025, nel_piano: sì}]",
        "progetti: []",
        "obiettivi: [{id: O, titolo: O, gruppo: leps, leps: [L1], macroaree: [A, L], fondi: [FSE+, L162]}]",
        "obiettivi: [{id: O, titolo: O, gruppo: ambito, pnrr: [1.2, '1.2', 1.1.3], aree_tematiche: [AT7]}]",
        "pnrr: [{id: p, linea: 1.2, titolo: P, leps: [L5]}]",
        "esiti: [{id: E1, titolo: E, macroarea: C, modulo: sette_righe, assenti: [{campo: grado, motivo: m}]}]",
        "schemi_macroaree: [{id: s, triennio: 2021-2023, macroaree: [{codice: Z, titolo: Z, regionale: [A]}]}]",
        "incroci: [{id: q, titolo: Q, righe: [{id: r, macroarea: , leps: [ADI], pnrr: [1.3.1 Housing first]}]}]",
        "testi: [{sezione: valutazione, testo: T}]",
        "schede: [{id: S1, titolo: S, risorse_economiche: {voci: [{fondo: }]}}]",
        "profilo: lombardia/2021-2023",
    ],
)  # fmt: skip
def test_ways_of_writing_that_the_editor_must_not_underline(text: str) -> None:
    assert errors_in(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "obietivi: []",
        "fatti: [{id: a}]",
        "fatti: [{id: a, nome: A, valor: 1}]",
        "stato: quasi",
        "organi: [{id: a, nome: A, tipo: riunione}]",
        "fatti: {id: a, nome: A}",
        "leps: [{id: l, nome: L, da_attuare: forse}]",
        "fatti: [{id: due parole, nome: A}]",
        "triennio: 2025",
        "fondi: [{id: f, titolo: F, classe: strutturali, voci: [{id: v, denominazione: D, assegnato: molto}]}]",
        "ambito: {nome: N, ente_capofila: c, comuni: [{nome: Uno, istat: '98001'}]}",
        "enti:",
        "approvazione: {organo: Assemblea, data: 31-12-2024}",
        "profilo: lombardia/2025-2028",
        "modulo_esiti: scheda_obiettivo",
        "obiettivi: [{id: O, titolo: O, gruppo: leps, leps: [L9]}]",
        "obiettivi: [{id: O, titolo: O, gruppo: ambito, macroaree: [C]}]",
        "obiettivi: [{id: O, titolo: O, gruppo: ambito, fondi: [FNPSS]}]",
        "obiettivi: [{id: O, titolo: O, gruppo: ambito, pnrr: [1.3]}]",
        "obiettivi: [{id: O, titolo: O, gruppo: ambito, aree_tematiche: [ATS]}]",
        "aree: [{id: a, titolo: A, macroaree: [a]}]",
        "incroci: [{id: q, titolo: Q, righe: [{id: r, macroarea: C}]}]",
        "impegni: [{id: i, leps: L6, righe: []}]",
        "impegni: [{id: i, leps: L1, righe: [{id: r, area_tematica: AT8}]}]",
        "pnrr: [{id: p, linea: 1.1.2, titolo: P}]",
        "schede_integrazione: [{id: s, titolo: S, matrice: {AT8: [LI5]}}]",
        "schede_integrazione: [{id: s, titolo: S, matrice: {AT2: [LI7]}}]",
        "schede: [{id: S1, titolo: S, assenti: [{campo: personal, motivo: m}]}]",
        "testi: [{sezione: valutazioni, testo: T}]",
    ],
)
def test_ways_of_writing_that_the_editor_must_underline(text: str) -> None:
    assert errors_in(text) == 1


@pytest.mark.parametrize(
    ("profilo", "leps", "errors"),
    [("lombardia/2025-2027", "[L1]", 0), ("lombardia/2021-2023", "[L1]", 1), ("lombardia/2021-2023", "[]", 0)],
)
def test_the_schema_of_one_profile_knows_its_codes_only(profilo: str, leps: str, errors: int) -> None:
    schema = json.loads(make_schema(profilo))
    Draft202012Validator.check_schema(schema)
    plan = {
        "profilo": profilo,
        "obiettivi": [{"id": "O", "titolo": "O", "gruppo": "leps", "leps": yaml.safe_load(leps)}],
    }
    assert len(list(Draft202012Validator(schema).iter_errors(plan))) == errors
    other = {"profilo": "lombardia/2021-2023" if profilo.endswith("2027") else "lombardia/2025-2027"}
    assert len(list(Draft202012Validator(schema).iter_errors(other))) == 1


def test_every_code_of_the_schema_has_its_title() -> None:
    macroaree = SCHEMA["$defs"]["Obiettivo"]["properties"]["macroaree"]["items"]
    assert dict(zip(macroaree["enum"], macroaree["enumDescriptions"], strict=True))["E"] == "Anziani"


def test_the_pieces_of_plan_of_the_readme_are_what_the_schema_says() -> None:
    texts = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    nodes = [node for text in texts if (node := yaml.compose(text)) is not None]
    pieces = [piece for node in nodes if set(piece := as_editor(node)) <= set(Piano.model_fields)]
    assert [next(iter(piece)) for piece in pieces] == ["formato", "esiti", "grafici"]
    validator = Draft202012Validator(SCHEMA)
    assert [error.message for piece in pieces for error in validator.iter_errors(piece)] == []


def glossary() -> list[tuple[str, str]]:
    """Header and cell of every word in `code` in the table under «Glossario»; empty when the README has none."""
    section = re.search(
        r"^#+ Glossario$(.*?)(^#+ |\Z)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    rows = [line.strip("| ").split("|") for line in section[1].splitlines() if line.startswith("|")] if section else []
    if len(rows) < 3:
        return []
    heads = [cell.strip() for cell in rows[0]]
    return [
        (head, word)
        for row in rows[2:]
        for head, cell in zip(heads, row, strict=True)
        for word in re.findall(r"`([^`]+)`", cell)
    ]


@pytest.mark.parametrize(("head", "word"), glossary())
def test_the_glossary_names_only_what_there_is(head: str, word: str) -> None:
    if head == "Classe":
        assert word in PARTS
    elif head.startswith("Chiave"):
        part: type[BaseModel] | None = Piano
        for key in word.split("."):
            assert part is not None
            assert key in part.model_fields
            part = next(parts_in(part.model_fields[key].annotation), None)
