# SPDX-License-Identifier: EUPL-1.2
"""pydantic's errors in plain Italian, keyed by error type, never by its English wording."""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pdz.findings import Path, Problem, did_you_mean, nearest, shorten
from pdz.model import Piano
from pdz.source import REFUSED
from pdz.structure._rimedi import NUMBER, ask, choose, find_cut_text, list_keys, mend

_OWN = {
    "importo", "numero", "percentuale", "conteggio", "anno", "data", "triennio", "si_no", "misura",
    "scelta",
}  # fmt: skip
_BLOCK = ("qui serve un blocco di chiavi", "scrivi una o più righe «chiave: valore», rientrate")
_SHAPES = {
    "string_type": ("qui serve un testo", "scrivi una frase sola, senza chiavi e senza trattini"),
    "tuple_type": ("qui serve un elenco", "ogni voce sta su una riga che comincia con «- »"),
    "model_type": _BLOCK,
    "dict_type": _BLOCK,
    "model_attributes_type": _BLOCK,
    "too_short": ("l'elenco non può essere vuoto", "scrivi almeno una voce"),
}
_PATTERNS = {
    "id": "un id è fatto di lettere, cifre, «_», «-» e «.», senza spazi",
    "istat": "il codice ISTAT ha sei cifre, con gli zeri davanti",
    "periodo": "un periodo si scrive 2023, 2023-T1, 2023-S1 o 2023-01",
    "anno": "un anno ha quattro cifre, come 2025",
}


def explain_errors(
    error: ValidationError, data: dict[str, Any], in_braces: Callable[[Path], bool]
) -> Iterator[tuple[str, Problem]]:
    """Code and problem of each error; a missing key and the unknown one that resembles it become one.

    `in_braces` tells whether a block of keys is written `{…}`, on one line.
    """
    details = [detail for detail in error.errors(include_url=False) if detail["input"] is not REFUSED]
    missing: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            missing.setdefault(tuple(detail["loc"][:-1]), []).append(str(detail["loc"][-1]))
    for detail in details:
        if detail["type"] == "extra_forbidden":
            path = tuple(detail["loc"])
            cut = find_cut_text(path, keys_at(path[:-1]), data) if in_braces(path[:-1]) else None
            if cut is None:
                yield "M002", _unknown_key(path, missing, data)
            elif cut:
                yield "M002", Problem(path, _say_unknown(path, data), cut, on_key=True)
    for parent, names in missing.items():
        if names:
            yield "M001", _missing_keys(parent, names, data)
    for detail in details:
        if detail["type"] not in {"missing", "extra_forbidden"}:
            path = tuple(detail["loc"])
            code, message, hint = _wrong_value(tuple(step for step, _ in _written(path, data)), path, detail)
            yield code, Problem(path, name_at(path, data) + message, hint)


def _unknown_key(path: Path, missing: dict[Path, list[str]], data: Any) -> Problem:
    name, absent = str(path[-1]), missing.get(path[:-1], [])
    message = _say_unknown(path, data)
    if (close := nearest(name, absent)) is not None:
        absent.remove(close)
        return Problem(path, f"{message}, e manca «{close}»", f"forse intendevi «{close}»?", on_key=True)
    known = keys_at(path[:-1])
    if NUMBER.fullmatch(name):
        hint = 'fra graffe un numero con la virgola va fra virgolette, come "1,5"; un elenco fra quadre, come [1, 2]'
        return Problem(path, message, hint, on_key=True)
    hint = did_you_mean(name, known) or list_keys(path[:-1], known, data)
    return Problem(path, message, hint, on_key=True)


def _say_unknown(path: Path, data: Any) -> str:
    return f"{name_at(path[:-1], data)}chiave sconosciuta «{shorten(str(path[-1]))}»"


def _missing_keys(parent: Path, names: list[str], data: Any) -> Problem:
    where = name_at(parent, data)
    if len(names) == 1:
        return Problem(parent, f"{where}manca la chiave «{names[0]}»", f"aggiungi «{names[0]}: …»", on_key=True)
    listed = ", ".join(f"«{name}»" for name in names)
    return Problem(parent, f"{where}mancano le chiavi {listed}", "aggiungile, una per riga", on_key=True)


def name_at(path: Path, data: Any) -> str:
    """«A1 «Rafforzare…»: » for the innermost thing around `path` that has an id or a title; empty at the root."""
    name = ""
    for _, value in _written(path, data):
        if isinstance(value, dict):
            code = value.get("id")
            title = next((value[key] for key in ("titolo", "nome", "denominazione") if value.get(key)), None)
            words = [shorten(code)] if isinstance(code, str) else []
            words += [f"«{shorten(title)}»"] if isinstance(title, str) else []
            name = " ".join(words) + ": " if words else name
    return name


def _written(path: Path, data: Any) -> Iterator[tuple[str | int, Any]]:
    """The steps that the author wrote, with their values: `riproposto: no` and not `riproposto: {risposta: no}`."""
    for step in path:
        child = _child(data, step)
        if child is not _ABSENT:
            data = child
            yield step, data


_ABSENT = object()


def _child(data: Any, step: str | int) -> Any:
    if isinstance(data, dict):
        return data.get(step, _ABSENT)
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return data[step]
    return _ABSENT


def _wrong_value(path: Path, full: Path, detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, sentence and hint; `full` is the path with the steps that the author left out."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if value is None and path[-1] != key:
        return "M003", f"una voce di «{key}» è vuota", "scrivi la voce, o togli il trattino"
    if value is None:
        return "M003", f"manca il valore di «{key}»", "scrivi il valore, o togli la riga"
    if kind == "numero_ambiguo":
        return "M004", detail["msg"], ask(str(context["kind"]), str(context["whole"]), str(context["rest"]))
    if kind in _OWN:
        return "M003", detail["msg"], mend(kind, value, full, keys_at(full[:-1]))
    if kind in _SHAPES:
        return "M003", *_SHAPES[kind]
    if not isinstance(value, str):
        return "M003", "qui serve una parola sola", f"scrivi «{path[-1]}: …» sulla stessa riga"
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context.get("expected", ""))
        return "M005", f"«{shorten(value)}» non è fra i valori possibili di «{key}»", choose(value, choices, path)
    if kind == "string_pattern_mismatch":
        hint = _PATTERNS.get(key, "controlla come è scritto")
        return "M003", f"«{shorten(value)}» non va bene per «{key}»", hint
    if kind == "string_too_long":
        hint = f"al massimo {context['max_length']} caratteri"
        return "M003", f"«{shorten(value)}» è troppo lungo per «{key}»", hint
    return "M003", f"«{shorten(value)}» non va bene per «{key}»", "controlla come è scritto"


def keys_at(path: Path) -> list[str]:
    """The keys that the model knows at `path`."""
    annotation: Any = Piano
    for step in path:
        model = model_in(annotation)
        if isinstance(step, str) and model is not None and step in model.model_fields:
            annotation = model.model_fields[step].annotation
    model = model_in(annotation)
    return list(model.model_fields) if model is not None else []


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The part of the plan inside `tuple[X, ...]`, `X | None`, `Annotated[X, …]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        arguments = arguments[:1]
    for argument in arguments:
        if (model := model_in(argument)) is not None:
            return model
    return None
