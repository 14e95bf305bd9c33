# SPDX-License-Identifier: EUPL-1.2
"""La nota di un dato parla di un anno che non è quello del dato.

Che cosa controlla:
    Quando una frase della nota di un dato, o della sua fonte, dice soltanto a che anno i dati si riferiscono («I dati
    riferiti al 2024 sono provvisori»), l'anno è quello della data del dato. Il primo gennaio e il 31 dicembre valgono
    anche per l'anno prima e per quello dopo. Non si segnala se il titolo, il nome o la nota dicono anche l'anno giusto
    o se l'altro anno è anche nel titolo o nelle intestazioni; né se la fonte è stata consultata prima (D020).

Perché:
    La nota è rimasta dalla tabella di un altro anno: chi legge non sa più di quando sono le cifre.

Segnala:
    fatti:
      - id: vecchiaia
        nome: Indice di vecchiaia
        valore: 172
        al: 2020-01-01
        fonte: {nome: ISTAT, nota: I dati riferiti al 2024 sono provvisori}  # D029

Accetta:
    fatti:
      - id: vecchiaia
        nome: Indice di vecchiaia
        valore: 172
        al: 2024-01-01
        fonte: {nome: ISTAT, nota: I dati riferiti al 2024 sono provvisori}

Rimedio:
    Correggi la nota o la data del dato.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): ogni dato di contesto con fonte e data.
"""

import re
from collections.abc import Iterator
from datetime import date

from pdz.findings import Path, Problem, Severity
from pdz.model import Piano
from pdz.rules import Context
from pdz.rules._comuni import find_days
from pdz.rules._dati import Dato, iter_dati
from pdz.rules._fondi import find_years

SEVERITY = Severity.WARNING
_SAYS_YEAR = re.compile(
    r"(?:\A|(?<=[.;]))\s*(?:(?:i|tutti i|il) )?dat[oi](?: \w+){0,2} (?:riferit|relativ)[oi] "
    r"(?:al|all'anno|all'1|all’anno)(?: [0-9]{1,2}[/.][0-9]{1,2}[/.]| [0-9]{1,2}°? \w+)? ?(?P<year>(?:19|20)[0-9]{2})"
    r"(?: (?:sono |è )?(?:provvisor|definitiv)[io])?\s*(?=[.;]|\Z)",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Problem]:
    """Notes on the year of a datum that its date denies."""
    for dato in iter_dati(ctx.piano):
        first, last = find_days(dato.al, dato.anno)
        if first is None or last is None or _is_told(dato, first):
            continue
        for path, nota in _iter_notes(ctx.piano, dato):
            match = _SAYS_YEAR.search(nota) if "dat" in nota.casefold() else None
            if match is not None and _is_other(int(match["year"]), dato, first, last):
                when = "al" if dato.al is not None else "anno"
                message = f"{dato.nome}: la nota parla dei dati del {match['year']}, ma il dato è del {first.year}"
                span = (match.start("year"), len(match["year"]))
                yield Problem(path, message, "correggi la nota o la data", span=span, related=(*dato.path, when))


def _is_told(dato: Dato, first: date) -> bool:
    seen = dato.fonte.consultata if dato.fonte is not None else None
    return seen is not None and first > seen


def _iter_notes(piano: Piano, dato: Dato) -> Iterator[tuple[Path, str]]:
    """The notes of a datum and of its source."""
    if dato.fonte is not None and dato.fonte.nota:
        yield (*dato.path, "fonte", "nota"), dato.fonte.nota
    if dato.path[0] in ("fatti", "tabelle"):
        nota = getattr(piano, str(dato.path[0]))[dato.path[1]].nota
        if nota:
            yield (*dato.path, "nota"), nota


def _is_other(year: int, dato: Dato, first: date, last: date) -> bool:
    """True when the year is not that of the datum, and its words say neither that both are there."""
    own = {first.year, last.year}
    if first == last and (first.month, first.day) == (1, 1):
        own.add(first.year - 1)
    if first == last and (first.month, first.day) == (12, 31):
        own.add(first.year + 1)
    said = find_years(dato.testi)
    return year not in own and own.isdisjoint(said) and said.count(year) == 1
