# SPDX-License-Identifier: EUPL-1.2
"""Names of Comuni and of the rows of tables: how they are compared, which stand for more than one Comune."""

import re
from collections.abc import Iterable

_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_ACCENTS = (("à", "a'"), ("è", "e'"), ("é", "e'"), ("ì", "i'"), ("ò", "o'"), ("ù", "u'"))

_WIDER = re.compile(
    r"(?:(?:sub)?totali?|tot|complessivo|media|valore medio|(?:sub|micro)?ambito|distretto|zona|territorio|provincia"
    r"|regione|citt[aà]'? metropolitana|lombardia|italia|nord|altr[eio]|fuori|ats|asst"
    r"|non (?:noto|indicat[oi]|rilevat[oi]|residenti|disponibile))\b",
    re.IGNORECASE,
)
"""How the name begins of a row that is a total, a wider territory, a remainder."""


def fold(name: str) -> str:
    """A name as it is compared: small letters, single spaces, «Rhò» and «Rho'» alike."""
    plain = " ".join(name.casefold().translate(_QUOTES).split())
    if not plain.isascii():
        for accent, written in _ACCENTS:
            plain = plain.replace(accent, written)
    return plain


def is_wider(name: str, known: Iterable[str] = ()) -> bool:
    """True for a row that holds several Comuni, «Totale» or «Italia», and for the (folded) names in `known`."""
    folded = fold(name)
    return not folded or _WIDER.match(folded) is not None or "ambito" in folded or folded in known
