# SPDX-License-Identifier: EUPL-1.2
"""pydantic's errors in plain Italian, keyed by error type, never by its English wording."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pdz.findings import Path, Problem, did_you_mean, nearest
from pdz.model import Piano

_OWN = {
    "importo", "numero", "percentuale", "conteggio", "anno", "data", "triennio", "si_no", "misura",
}  # fmt: skip
_SHAPES = {
    "string_type": "qui serve un testo",
    "tuple_type": "qui serve un elenco: ogni voce su una riga che comincia con «- »",
    "model_type": "qui serve un blocco di chiavi",
    "dict_type": "qui serve un blocco di chiavi",
    "model_attributes_type": "qui serve un blocco di chiavi",
    "too_short": "l'elenco non può essere vuoto",
}


def explain_errors(error: ValidationError, data: dict[str, Any]) -> Iterator[tuple[str, Problem]]:
    """Code and problem of each error; a missing key and the unknown one that resembles it become one."""
    details = error.errors(include_url=False)
    missing: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            missing.setdefault(tuple(detail["loc"][:-1]), []).append(str(detail["loc"][-1]))
    for detail in details:
        if detail["type"] == "extra_forbidden":
            yield "M002", _unknown_key(tuple(detail["loc"]), missing)
    for parent, names in missing.items():
        if names:
            yield "M001", _missing_keys(parent, names, data)
    for detail in details:
        if detail["type"] not in {"missing", "extra_forbidden"}:
            yield _wrong_value(detail)


def _unknown_key(path: Path, missing: dict[Path, list[str]]) -> Problem:
    name, absent = str(path[-1]), missing.get(path[:-1], [])
    if (close := nearest(name, absent)) is not None:
        absent.remove(close)
        return Problem(
            path,
            f"chiave sconosciuta «{name}», e manca «{close}»",
            f"forse intendevi «{close}»?",
            on_key=True,
        )
    known = _keys_at(path[:-1])
    hint = did_you_mean(name, known) or ("chiavi possibili: " + ", ".join(known) if len(known) <= 12 else "")
    return Problem(path, f"chiave sconosciuta «{name}»", hint, on_key=True)


def _missing_keys(parent: Path, names: list[str], data: Any) -> Problem:
    where = _title_at(parent, data)
    if len(names) == 1:
        return Problem(parent, f"manca la chiave «{names[0]}»{where}", f"aggiungi «{names[0]}: …»", on_key=True)
    listed = ", ".join(f"«{name}»" for name in names)
    return Problem(parent, f"mancano le chiavi {listed}{where}", "aggiungile", on_key=True)


def _title_at(path: Path, data: Any) -> str:
    """« in A1 «Rafforzare…»» for a thing that has an id or a title."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return ""
    if not isinstance(data, dict):
        return ""
    title = data.get("titolo") or data.get("nome")
    words = [str(data["id"])] if data.get("id") else []
    words += [f"«{title}»"] if isinstance(title, str) else []
    return " in " + " ".join(words) if words else ""


def _wrong_value(detail: ErrorDetails) -> tuple[str, Problem]:
    path, kind, value = tuple(detail["loc"]), detail["type"], detail["input"]
    if kind == "numero_ambiguo":
        return "M004", Problem(
            path, detail["msg"], "pdz non indovina: un punto e tre cifre possono essere migliaia o decimali"
        )
    if kind in _OWN:
        return "M003", Problem(path, "manca il valore" if value is None else detail["msg"])
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", detail.get("ctx", {}).get("expected", ""))
        hint = did_you_mean(str(value), choices) or "valori possibili: " + ", ".join(choices)
        return "M005", Problem(path, f"«{value}» non è fra i valori possibili", hint)
    if kind == "string_pattern_mismatch":
        hint = _PATTERNS.get(str(path[-1]), "controlla come è scritto")
        return "M003", Problem(path, f"«{value}» non va bene per «{path[-1]}»", hint)
    if kind in _SHAPES:
        return "M003", Problem(path, "manca il valore" if value is None else _SHAPES[kind])
    return "M003", Problem(path, f"valore non valido: «{value}»")


_PATTERNS = {
    "id": "un id è fatto di lettere, cifre, «_», «-» e «.», senza spazi",
    "istat": "il codice ISTAT ha sei cifre, con gli zeri davanti",
    "periodo": "un periodo si scrive 2023, 2023-T1, 2023-S1 o 2023-01",
    "anno": "un anno ha quattro cifre",
}


def _keys_at(path: Path) -> list[str]:
    """The keys that the model knows at `path`."""
    annotation: Any = Piano
    for step in path:
        model = _model_in(annotation)
        if isinstance(step, str) and model is not None and step in model.model_fields:
            annotation = model.model_fields[step].annotation
    model = _model_in(annotation)
    return list(model.model_fields) if model is not None else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The part of the plan inside `tuple[X, ...]`, `X | None`, `Annotated[X, …]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        arguments = arguments[:1]
    for argument in arguments:
        if (model := _model_in(argument)) is not None:
            return model
    return None
