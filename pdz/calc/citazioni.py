# SPDX-License-Identifier: EUPL-1.2
"""The little language with which a text cites figures: `{{ fatti.stranieri | numero }}`, `{{ rif("tabella_1") }}`.

It is closed: a name, or one of the functions, then filters. Nothing is executed, so there is nothing to escape from.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pdz.calc._tipi import Calcolo, Quadro
from pdz.model import Piano
from pdz.profiles import Profilo

FILTERS = {"numero": 1, "euro": 0, "percento": 1, "data": 0, "data_estesa": 0}
"""Filters and how many numbers each may take (the decimals)."""

FUNCTIONS = {
    "rif": "rimanda a una tabella, scheda o sezione per id",
    "tabella": "stampa qui la tabella con questo id (da sola su una riga)",
}

Citabile: TypeAlias = Calcolo | str | date

_EXPRESSION = re.compile(r"\{\{(?P<body>.*?)\}\}|\{%.*?%\}|\{\{|\{%", re.DOTALL)
_NAME = re.compile(r"[^\W\d]\w*(?:\.[\w+\-]+)*\Z")
_CALL = re.compile(r"(?P<function>[^\W\d]\w*)\(\s*[\"'“”](?P<argument>[^\"'“”]*)[\"'“”]\s*\)\Z")
_FILTER = re.compile(r"(?P<name>[^\W\d]\w*)(?:\(\s*(?P<argument>\d*)\s*\))?\Z")


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
    return Citazione(
        start, length, error=f'«{term}» non si capisce: scrivi un nome, come fatti.popolazione, o rif("id")'
    )


def collect_citabili(piano: Piano, profilo: Profilo, quadro: Quadro) -> Mapping[str, Citabile]:
    """Everything that a text may name."""
    names: dict[str, Citabile] = {
        "piano.titolo": piano.titolo,
        "piano.triennio": piano.triennio,
        "piano.triennio_precedente": piano.triennio_precedente or profilo.precedente,
        "piano.stato": piano.stato,
        "ambito.nome": piano.ambito.nome,
        **quadro.citabili,
    }
    if piano.approvazione is not None and piano.approvazione.data is not None:
        names["piano.approvazione.data"] = piano.approvazione.data
    for fatto in piano.fatti:
        if fatto.al is not None:
            names[f"fatti.{fatto.id}.al"] = fatto.al
    return names
