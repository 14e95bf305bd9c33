# SPDX-License-Identifier: EUPL-1.2
"""Values, places and changes of a comparison as data for other programs."""

from datetime import date
from decimal import Decimal
from typing import Any

from pdz.cli._compare import file_of, locate
from pdz.cli._compare._valori import format_misura
from pdz.compare import Cambio, compare_words
from pdz.findings import Path
from pdz.model._tipi import Misura, Parte
from pdz.pipeline.compare import Confronto, Lettura


def cambio_data(confronto: Confronto, cambio: Cambio) -> dict[str, Any]:
    """A change with its place in both plans; the words that changed, between two texts."""
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
    return {"location": place_data(side, path), "value": value_data(value)} if path is not None else None


def _render_words(old: str, new: str) -> list[dict[str, Any]]:
    return [{"kind": str(piece.tipo) if piece.tipo else None, "text": piece.testo} for piece in compare_words(old, new)]


def place_data(side: Lettura, path: Path) -> dict[str, Any]:
    """Where a value stands."""
    location = locate(side, path)
    return {
        "file": file_of(side, location),
        "line": location.line,
        "column": location.column,
        "end_column": location.end_column,
    }


def value_data(value: Any) -> Any:
    """A value of a plan: numbers as texts, so that nothing is lost; a part by the keys of the YAML."""
    match value:
        case Misura():
            return format_misura(value)
        case Parte():
            return {key: value_data(getattr(value, key)) for key in value.model_dump(exclude_defaults=True)}
        case dict():
            return {key: value_data(inner) for key, inner in value.items()}
        case tuple():
            return [value_data(inner) for inner in value]
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return value
