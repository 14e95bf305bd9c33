# SPDX-License-Identifier: EUPL-1.2
"""Codes of the profile for who knows only what they stand for: the one whose title was written, or all of them."""

from collections.abc import Mapping

from pdz.findings import shorten
from pdz.profiles import Profilo

_FEW = 15
"""More codes than these are told without their titles."""


def list_codes(profilo: Profilo, kind: str, name: str) -> str:
    """How to choose a code of this kind in place of `name`; empty for what is not in the profile."""
    titles = _titles_of(profilo, kind)
    wanted = " ".join(name.casefold().split())
    same = [code for code, title in titles.items() if len(wanted) > 2 and wanted in title.casefold()]
    if len(same) == 1:
        return f"scrivi il codice: {same[0]} ({titles[same[0]]})"
    few = len(titles) <= _FEW
    listed = [f"{code} ({shorten(title)})" if few else code for code, title in sorted(titles.items())]
    return "codici possibili: " + ", ".join(listed) if listed else ""


def _titles_of(profilo: Profilo, kind: str) -> Mapping[str, str]:
    match kind:
        case "il fondo":
            return {fondo.codice: fondo.nome for fondo in profilo.fondi if not fondo.storico}
        case "la macroarea":
            return {macroarea.codice: macroarea.titolo for macroarea in profilo.macroaree}
        case "il LEPS":
            return {leps.codice: leps.titolo for leps in profilo.leps_prioritari}
        case "l'area tematica":
            return {area.codice: area.titolo for area in profilo.aree_tematiche}
        case "la linea PNRR":
            return {linea.codice: linea.titolo for linea in profilo.linee_pnrr}
        case _:
            return {}
