# SPDX-License-Identifier: EUPL-1.2
"""Names of Comuni and of the rows of tables: how they are compared, which stand for more than one Comune."""

import re
from functools import lru_cache

_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_ACCENTS = (("à", "a'"), ("è", "e'"), ("é", "e'"), ("ì", "i'"), ("ò", "o'"), ("ù", "u'"))

_TOTAL = re.compile(r"(?:tot(?:al[ei])?\b|complessiv[oi]\b|insieme\b)")
_WIDER = re.compile(
    r"(?:media|valore medio|(?:micro)?ambit[oi]|distretto|zona|territorio|provincia|regione"
    r"|citta'? metropolitana|lombardia|italia|nord|ats|asst)\b"
)
_REST = re.compile(r"(?:altr[aeio]|fuori|senza|non|nessun[oa]?|sconosciut[oi]|n\.?d\.?|estero)\b")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name as it is compared: small letters, single spaces, «Rhò» and «Rho'» alike."""
    plain = " ".join(name.casefold().translate(_QUOTES).split())
    if not plain.isascii():
        for accent, written in _ACCENTS:
            plain = plain.replace(accent, written)
    return plain


def is_total(name: str) -> bool:
    """True for a row that adds up the others: «Totale», «Tot. Ambito»."""
    folded = fold(name)
    return _TOTAL.match(folded) is not None or folded in {"ambito", "tutti", "tutti i comuni"}


def is_rest(name: str) -> bool:
    """True for a row of what belongs to no other: «Altri Comuni», «non indicato»."""
    return _REST.match(fold(name)) is not None


def is_wider(name: str) -> bool:
    """True for a row that holds several Comuni, a mean or a total: «Totale», «Italia», «media d'Ambito»."""
    folded = fold(name)
    return not folded or is_total(folded) or "ambito" in folded or _WIDER.match(folded) is not None
