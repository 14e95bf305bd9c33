# SPDX-License-Identifier: EUPL-1.2
"""The `gia:` lines that would make the likely ties certain: a person reads them, and adds those that are true."""

from collections.abc import Iterator

from pdz.cli._compare import place_of
from pdz.cli._compare._obiettivi import name_of
from pdz.compare import Raffronto
from pdz.errors import PdzError
from pdz.numbers import format_number
from pdz.pipeline.compare import Confronto


def render_link(confronto: Confronto) -> str:
    """For each likely tie, where the line goes and what to write there; raises PdzError inside one triennium."""
    raffronto = confronto.raffronto
    assert raffronto is not None
    if raffronto.prima.piano.triennio == raffronto.dopo.piano.triennio:
        message = "i due piani sono dello stesso triennio: «gia» lega al triennio passato"
        raise PdzError(message, "qui gli obiettivi si riconoscono dall'id: togli --link")
    lines = list(_lines(confronto, raffronto)) or ["nessun legame probabile da proporre"]
    return "".join(f"{line}\n" for line in lines)


def _lines(confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    likely = [sorte for sorte in raffronto.legami.sorti if sorte.probabilita is not None]
    if likely:
        yield "legami probabili: aggiungi all'obiettivo la riga «gia», se è vero che lo continua"
    for sorte in sorted(likely, key=lambda sorte: sorte.nuovi):
        old, new = raffronto.prima.piano.obiettivi[sorte.posto], raffronto.dopo.piano.obiettivi[sorte.nuovi[0]]
        yield ""
        yield f"{place_of(confronto.dopo, ('obiettivi', sorte.nuovi[0]))}: {name_of(new)}"
        names = ", ".join((*new.gia, old.id))
        yield f"    gia: [{names}]  # probabile {format_number(sorte.probabilita or 0, 2)}: {name_of(old)}"
