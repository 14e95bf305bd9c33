# SPDX-License-Identifier: EUPL-1.2
"""Telling a reference to this plan from one to another document: «allegato 1 alla DGR…», «pag. 12 del Rapporto»."""

import re

_DOCUMENT = (
    r"(?:\bD\.? ?G\.? ?R\b|\bD\.?P\.?C\.?M|\bD\.?P\.?R\b|\b[Dd]\.?\s?[Ll]gs|\bD\.?[LM]\.?\b|\bL\.?\s?R\.?\b|\bL\. ?\d"
    r"|[Ll]egg[ei]|[Dd]ecret[oi]"
    r"|[Dd]eliber|[Rr]egolament|[Rr]apport[oi]|\b[Rr]eport"
    r"|[Ll]inee (?:guida|di indirizzo)|[Gg]azzetta|\bBURL?\b|[Aa]ccord[oi]"
    r"|[Cc]onvenzion|[Pp]rotocoll|\b[Bb]and[oi]\b|[Aa]vvis[oi]|[Bb]ilanci|ISTAT|[Cc]ircolar|[Aa]tlante|[Ll]ibro|[Vv]olume"
    r"|[Dd]ocumento [A-Z]|[Pp]iano (?:[\w-]+ ){0,2}(?:[Nn]azional|[Rr]egional|[Ss]ocio-?\s?sanitari)"
    r"|\bPS[LS]R?\b|[Mm]anuale|[Cc]odice|[Aa]rt\.|[Rr]elazione)"
)
_TO = r"(?:al|alla|allo|all['’]|ai|agli|alle|del|dello|della|dell['’]|dei|degli|delle|di)"

# as strings: they are compiled only when a reference is found
_CITED_BEFORE = rf"{_DOCUMENT}[^;:\n]{{0,50}}[,(–-]\s*(?:\w{{1,6}}[.’']?\s*){{0,2}}\Z"
_BELONGS = rf"\s*[,(]?\s*(?:allegat[ao]\s+)?{_TO}(?<=['’])|\s*[,(]?\s*(?:allegat[ao]\s+)?{_TO}\s+"
_BELONGS_TO_DOCUMENT = rf"\s*[,(]?\s*(?:[^.;:\n]{{0,40}}?\b)?{_TO}\s*[^.;:\n]{{0,40}}?{_DOCUMENT}"
_OURS = (
    r"(?:presente|questo|nostro|medesimo|suddetto|documento|testo|Ambito)\b"
    r"|(?:presente\s+|nostro\s+)?[Pp]iano\b(?!\s+(?:(?:[\w-]+\s+){0,2}(?:[Nn]azional|[Rr]egional)|precedent|[Oo]perativ"
    r"|[Ss]ocio-?\s?sanitari|[Ss]anitari|[Pp]overt|di\s+(?![Zz]ona\b)|del(?:la|le|l['’]\s?(?!Ambito))\b"
    r"|per\s+(?:la|le|l['’]|gli|i)\b))"
)
_YEARS = r"[^.;\n]{0,40}?(?P<triennio>20\d\d\s*[-–/]\s*20\d\d)"
_CITED_YEARS = r"(?P<triennio>20\d\d\s*[-–/]\s*20\d\d)[^.;\n]{0,12}[,(]\s*\Z"


def is_caption(text: str, start: int, end: int) -> bool:
    """True when the line begins with what stands between `start` and `end`, and a title follows: «Grafico 3 – …»."""
    head = text[text.rfind("\n", 0, start) + 1 : start]
    return not head.strip(" *_#>") and re.match(r"[*_]*\s*[-–—:.]\s*[*_]*\S", text[end:]) is not None


def is_elsewhere(text: str, start: int, end: int, triennio: str, *, strict: bool = False) -> bool:
    """True when what is named between `start` and `end` belongs, for what the sentence says, to another document.

    `strict`: the other document must be recognised; without it, any owner that is not this plan is another document.
    """
    before, after = text[max(0, start - 90) : start], text[end : end + 90]
    if re.search(_CITED_BEFORE, before) or _names_other_years(re.search(_CITED_YEARS, before), triennio):
        return True
    if strict:
        return re.match(_BELONGS_TO_DOCUMENT, after) is not None
    owner = re.match(_BELONGS, after)
    if owner is None:
        return False
    ours = re.match(_OURS, after[owner.end() :])
    return ours is None or _names_other_years(re.match(_YEARS, after[owner.end() + ours.end() :]), triennio)


def _names_other_years(match: re.Match[str] | None, triennio: str) -> bool:
    return match is not None and re.sub(r"\s*[-–/]\s*", "-", match["triennio"]) != triennio
