# SPDX-License-Identifier: EUPL-1.2
"""Citations that are well formed, or nearly, and would spoil the print: single braces, a sign printed twice."""

import re
from collections.abc import Collection, Iterator, Mapping

from pdz.calc import Calcolo
from pdz.calc.citazioni import FUNCTIONS, Citabile, Citazione
from pdz.calc.stampa import format_calcolo
from pdz.findings import Problem
from pdz.rules import Passage

_SINGLE = re.compile(r"\{\s*(?P<name>[^\W\d]\w*(?:\.[\w+\-]+)*)\s*(?P<call>\([^(){}]*\))?\s*(?:\|[^{}]*)?\}")
_AFTER = {
    "%": re.compile(r"\s?(%|per\s?cento\b)", re.IGNORECASE),
    "€": re.compile(r"\s?(€|euro\b|eur\b)", re.IGNORECASE),
}
_BEFORE = re.compile(r"€\s?\Z")
_SIGNS = {"percento": "%", "euro": "€", "numero": ""}


def find_single(passages: Collection[Passage], citabili: Mapping[str, Citabile]) -> Iterator[Problem]:
    """Names in single braces, which print as they are written."""
    for path, _, bare in passages:
        if "{" not in bare:
            continue
        for match in _SINGLE.finditer(bare):
            if match["name"] in (FUNCTIONS if match["call"] else citabili):
                written = " ".join(match[0].strip("{}").split())
                message = f"«{match[0]}» si stampa così com'è: una citazione ha doppie graffe"
                span = (match.start(), len(match[0]))
                yield Problem(path, message, f"scrivi {{{{ {written} }}}}", span=span)


def explain_sign(text: str, citazione: Citazione, value: Citabile) -> tuple[str, str] | None:
    """Why the sign beside a citation would be printed twice, and how to mend it."""
    sign = _sign_of(citazione, value)
    if not sign:
        return None
    match = _AFTER[sign].match(text, citazione.start + citazione.length)
    if match is None and not (sign == "€" and _BEFORE.search(text, 0, citazione.start)):
        return None
    written = match[1] if match else sign
    return f"la citazione stampa già «{sign}»: con «{written}» accanto sarebbe detto due volte", f"togli «{written}»"


def _sign_of(citazione: Citazione, value: Citabile) -> str:
    if not isinstance(value, Calcolo) or value.valore is None:
        return ""
    if citazione.filters:
        return _SIGNS.get(citazione.filters[-1][0], "")
    last = format_calcolo(value)[-1]
    return last if last in _AFTER else ""
