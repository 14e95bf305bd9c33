# SPDX-License-Identifier: EUPL-1.2
"""The closed answers of a plan, as the rules of family L look at them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pdz.findings import Path
from pdz.model._tipi import Parte, RispostaChiusa
from pdz.rules import Context
from pdz.rules._moduli import Compilato, iter_moduli

_LEADING = re.compile(
    r"[\s«\"“*_>-]*(?P<word>sì|si['’]?|sí|no)(?=\s*(?:[,;:!/]|\.(?!\s*\d)|\n\s*\n|\Z))", re.IGNORECASE
)
"""«Sì, …» and «No. …», not «Si prevede» nor «No. 5»."""


class Chiusa(NamedTuple):
    """A closed answer and where it stands."""

    path: Path
    modulo: Compilato
    campo: str
    risposta: RispostaChiusa


def iter_chiuse(ctx: Context) -> Iterator[Chiusa]:
    """The answers to the closed rows of all forms."""
    asked: dict[int, list[str]] = {}
    for modulo in iter_moduli(ctx):
        key = id(modulo.modulo)
        if key not in asked:
            rows = {riga.campo for riga in modulo.modulo.righe}
            asked[key] = [campo for campo in _closed_rows(type(modulo.thing)) if campo in rows]
        values = modulo.thing.__dict__
        for campo in asked[key]:
            answer = values[campo]
            if answer is not None:
                yield Chiusa((*modulo.path, campo), modulo, campo, answer)


@cache
def _closed_rows(kind: type[Parte]) -> tuple[str, ...]:
    """The fields that hold a closed answer."""
    return tuple(name for name, field in kind.model_fields.items() if any(_closed_in(field.annotation)))


def _closed_in(annotation: Any) -> Iterator[bool]:
    if isinstance(annotation, type) and issubclass(annotation, RispostaChiusa):
        yield True
    for argument in get_args(annotation):
        yield from _closed_in(argument)


def read_leading(text: str | None) -> tuple[bool, int, int] | None:
    """The yes or no with which a text begins, where the word stands and how long it is."""
    match = _LEADING.match(text) if text else None
    if match is None:
        return None
    return match["word"].casefold() != "no", match.start("word"), len(match["word"])
