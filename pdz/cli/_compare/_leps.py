# SPDX-License-Identifier: EUPL-1.2
"""LEPS and macro areas, each with the objectives of the two plans."""

from collections.abc import Iterator

from pdz.cli._compare._righe import wrap_line
from pdz.compare import Raffronto, RigaObiettivi
from pdz.findings import shorten


def summarize_leps(righe: tuple[RigaObiettivi, ...]) -> str:
    """«3 con obiettivi prima, 5 dopo: non più L2»; empty when no objective names any."""
    before, after = sum(bool(riga.prima) for riga in righe), sum(bool(riga.dopo) for riga in righe)
    if not (before or after):
        return ""
    lost = [riga.codice for riga in righe if riga.stato == "uscito"]
    return f"{before} con obiettivi prima, {after} dopo" + (f": non più {', '.join(lost)}" if lost else "")


def has_leps(righe: tuple[RigaObiettivi, ...]) -> bool:
    """True when a LEPS has objectives in one of the two plans only."""
    return any(riga.stato in {"entrato", "uscito"} for riga in righe)


def render_leps(raffronto: Raffronto) -> Iterator[str]:
    """Which objectives cover each LEPS, before and after; nothing when no objective names any."""
    if not summarize_leps(raffronto.leps):
        return
    yield "  obiettivi per LEPS prioritario"
    for riga in raffronto.leps:
        sides = ((raffronto.prima, riga.prima), (raffronto.dopo, riga.dopo))
        was, now = (", ".join(lato.piano.obiettivi[at].id for at in places) for lato, places in sides)
        name = f"{riga.codice} {shorten(riga.titolo, 80)}".strip()
        yield from wrap_line(f"{name}: prima {was or 'nessuno'}; dopo {now or 'nessuno'}", "    ")


def render_macroaree(raffronto: Raffronto) -> Iterator[str]:
    """How many objectives each macro area has, before and after, in the scheme of the new plan."""
    righe = [riga for riga in raffronto.macroaree if riga.stato != "assente"]
    if not righe:
        return
    yield "  obiettivi per macroarea, nello schema del piano di dopo"
    for riga in righe:
        name = f"{riga.codice} {shorten(riga.titolo, 80)}".strip()
        yield f"    {name}: {len(riga.prima)} prima, {len(riga.dopo)} dopo"
