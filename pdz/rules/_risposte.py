# SPDX-License-Identifier: EUPL-1.2
"""The closed answers of a plan, as the rules of family L look at them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pdz.findings import Path
from pdz.model._tipi import RispostaChiusa
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
    for modulo in iter_moduli(ctx):
        for riga in modulo.modulo.righe:
            answer = modulo.thing.__dict__.get(riga.campo)
            if isinstance(answer, RispostaChiusa):
                yield Chiusa((*modulo.path, riga.campo), modulo, riga.campo, answer)


def read_leading(text: str | None) -> tuple[bool, int, int] | None:
    """The yes or no with which a text begins, where the word stands and how long it is."""
    match = _LEADING.match(text) if text else None
    if match is None:
        return None
    return match["word"].casefold() != "no", match.start("word"), len(match["word"])
