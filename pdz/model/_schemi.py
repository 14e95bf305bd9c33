# SPDX-License-Identifier: EUPL-1.2
"""How the scalars of a plan look to an editor: the patterns of the JSON Schema, which say what the readers accept.

They mirror `pdz.numbers`, `pdz.money`, `pdz.dates` and `pdz.model._letture`; a test compares the two on generated
plans. What YAML turns into a number before the schema sees it (`16.523` without quotes) only pdz can refuse.
"""

import re
from collections.abc import Iterable
from typing import Any

from pydantic import WithJsonSchema

_SIGN = r"[+\-−]?\s*"
_SPACED = r"[0-9]{1,3}(?:\s[0-9]{3})+(?:,{decimals})?"
_MACHINE = r"(?![1-9][0-9]{{0,2}}\.[0-9]{{3}}(?![0-9.,]))[0-9]+(?:\.{decimals})?"
_ITALIAN = r"(?:[0-9]{{1,3}}(?:\.[0-9]{{3}})+|[0-9]+),{decimals}"
_THOUSANDS = r"[0-9]{1,3}(?:\.[0-9]{3}){2,}"
_EURO = r"(?:€|[Ee][Uu][Rr][Oo]?)"
_SEPARATOR = r"\s*[-–/]\s*"


def _number(decimals: str) -> str:
    """A number, machine style or plainly Italian, with these decimals; never one that could be either."""
    ways = (
        _SPACED.replace("{decimals}", decimals),
        _ITALIAN.format(decimals=decimals),
        _THOUSANDS,
        _MACHINE.format(decimals=decimals),
    )
    return f"{_SIGN}(?:{'|'.join(ways)})"


def _any_case(text: str) -> str:
    """A pattern for a text in capitals or not, whatever the spaces."""
    letters = (f"[{c.lower()}{c.upper()}]" if c.lower() != c.upper() else re.escape(c) for c in text if c != " ")
    words = iter(letters)
    return r"\s+".join("".join(next(words) for _ in word) for word in text.split(" "))


def _scalar(pattern: str, example: str, **number: Any) -> WithJsonSchema:
    """Text of this pattern, or a number of YAML."""
    schema = {"type": ["number", "string"], "pattern": rf"^\s*(?:{pattern})\s*$", **number}
    return WithJsonSchema({**schema, "examples": [example]})


IMPORTO = _scalar(f"{_EURO}\\s*{_number('[0-9]{1,2}')}|{_number('[0-9]{1,2}')}(?:\\s*{_EURO})?", "599821.54")
NUMERO = _scalar(_number("[0-9]+"), "96.6")
NUMERO_O_VUOTO = WithJsonSchema(
    {"anyOf": [_scalar(f"{_number('[0-9]+')}|[Nn]\\.[Dd]\\.", "96.6").json_schema, {"enum": [None, ""]}]}
)
PERCENTUALE = _scalar(f"{_number('[0-9]+')}\\s*%?", "80%")
CONTEGGIO = _scalar(_number("0+").replace(_SIGN, r"\+?\s*"), "957", multipleOf=1, minimum=0)
DECIMALI = _scalar(r"\+?\s*[0-6](?:[.,]0+)?", "2", multipleOf=1, minimum=0, maximum=6)
ANNO_SCRITTO = WithJsonSchema(
    {"type": ["string", "number"], "pattern": r"^(19|20)\d\d$", "multipleOf": 1, "minimum": 1900, "maximum": 2099}
)
ANNO = _scalar("(?:19|20)[0-9]{2}", "2025", multipleOf=1, minimum=1900, maximum=2099)

DATA = WithJsonSchema(
    {
        "type": "string",
        "pattern": (
            r"^\s*(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
            r"|(?:0?[1-9]|[12][0-9]|3[01])([/.])(?:0?[1-9]|1[0-2])\1[0-9]{4})\s*$"
        ),
        "examples": ["2024-12-31"],
    }
)

_YES_OR_NO = f"[Ss](?:[Ii]['’]?|[ÌìÍí])|{'|'.join(map(_any_case, ('no', 'true', 'false')))}"
SI_NO = WithJsonSchema(
    {
        "anyOf": [
            {"enum": ["sì", "no"]},  # what the editor proposes
            {"type": ["string", "boolean"], "pattern": rf"^\s*(?:{_YES_OR_NO})\s*$"},
        ]
    }
)

SCELTA = WithJsonSchema({"anyOf": [SI_NO.json_schema, {"type": "array", "items": {"type": "string"}}]})
"""Yes, no, or a list of ids."""


def _triennio() -> str:
    """Two years that are two apart, written with backward references: the tens change when the units are 8 or 9."""
    ways = [f"{last}{_SEPARATOR}(?:\\1){last + 2}" for last in range(8)]
    carries = [f"{ten}{last}{_SEPARATOR}(?:\\2){ten + 1}{last - 8}" for ten in range(9) for last in (8, 9)]
    turns = [f"{year}{_SEPARATOR}{year + 2}" for year in (1998, 1999)]
    return rf"^\s*(?:([0-9]{{3}})(?:{'|'.join(ways)})|([0-9]{{2}})(?:{'|'.join(carries)})|{'|'.join(turns)})\s*$"


TRIENNIO = WithJsonSchema({"type": "string", "pattern": _triennio()})


def make_valore(states: Iterable[str], operators: Iterable[str]) -> WithJsonSchema:
    """A measured value: a number with its operator, a percentage, or the state that says why there is none."""
    operator = "|".join(sorted((_any_case(word) for word in operators), key=len, reverse=True))
    plain = _number("[0-9]+").replace(_SIGN, r"[+\-]?").replace(_SPACED.replace("{decimals}", "[0-9]+") + "|", "")
    measure = rf"(?:{operator})?\s*{plain}\s*%?"
    return _scalar(f"{'|'.join(_any_case(state) for state in states)}|{measure}", "100%")
