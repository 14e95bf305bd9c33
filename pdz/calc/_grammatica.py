# SPDX-License-Identifier: EUPL-1.2
"""The little language with which a text cites figures: `{{ fatti.stranieri | numero }}`, `{{ rif("tabella_1") }}`.

It is closed: a name, or one of the functions, then filters. Nothing is executed, so there is nothing to escape from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FILTERS = {"numero": 1, "euro": 0, "percento": 1, "data": 0, "data_estesa": 0}
"""Filters and how many numbers each may take (the decimals)."""

MAX_DECIMALS = 6
"""More digits than this are a slip of the keyboard."""

FUNCTIONS = {
    "rif": "rimanda a una tabella, scheda o sezione per id",
    "tabella": "stampa qui la tabella con questo id (da sola su una riga)",
    "grafico": "stampa qui il grafico con questo id (da solo su una riga)",
}

INSERTS = frozenset({"tabella", "grafico"})
"""The functions that stand for a whole block."""

_EXPRESSION = re.compile(r"\{\{(?P<body>(?:(?!\{\{).)*?)\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_NAME = re.compile(r"[^\W\d]\w*(?:\.[\w+\-]+)*\Z")
_CALL = re.compile(r"(?P<function>[^\W\d]\w*)\(\s*[\"'“”](?P<argument>[^\"'“”]*)[\"'“”]\s*\)\Z")
_BARE = re.compile(rf"(?P<function>{'|'.join(FUNCTIONS)})\(\s*(?P<argument>[\w.\-]+)\s*\)\Z")
"""A function whose quotation marks were forgotten."""
_FILTER = re.compile(r"(?P<name>[^\W\d]\w*)(?:\(\s*(?P<argument>[0-9]{0,9})\s*\))?\Z")


@dataclass(frozen=True, slots=True)
class Citazione:
    """One `{{ … }}` of a text; `error` says what is wrong with its form."""

    start: int
    length: int
    name: str = ""
    function: str = ""
    argument: str = ""
    filters: tuple[tuple[str, int | None], ...] = ()
    error: str = ""
    remedy: str = ""
    """How it is written, where the text itself tells."""


def iter_citazioni(text: str) -> Iterator[Citazione]:
    """All citations of a text, in order."""
    for match in _EXPRESSION.finditer(text):
        start, length = match.start(), len(match[0])
        body = match["body"]
        if body is None:
            error = (
                "in un testo si citano figure con {{ nome }}, non si programma"
                if "%" in match[0]
                else "manca }} alla fine"
            )
            yield Citazione(start, length, error=error)
        else:
            yield _parse(start, length, body)


def _parse(start: int, length: int, body: str) -> Citazione:
    term, *pipes = (part.strip() for part in body.split("|"))
    filters: list[tuple[str, int | None]] = []
    for pipe in pipes:
        match = _FILTER.match(pipe)
        if match is None:
            return Citazione(start, length, error=f"il filtro «{pipe}» non si capisce")
        filters.append((match["name"], int(match["argument"]) if match["argument"] else None))
    if _NAME.match(term):
        return Citazione(start, length, name=term, filters=tuple(filters))
    if call := _CALL.match(term):
        return Citazione(start, length, function=call["function"], argument=call["argument"], filters=tuple(filters))
    if bare := _BARE.match(term):
        quoted = f'{bare["function"]}("{bare["argument"]}")'
        return Citazione(start, length, error="l'id va fra virgolette", remedy=f"scrivi {{{{ {quoted} }}}}")
    return Citazione(
        start, length, error=f'«{term}» non si capisce: scrivi un nome, come fatti.popolazione, o rif("id")'
    )
