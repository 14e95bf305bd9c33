# SPDX-License-Identifier: EUPL-1.2
"""What became of the objectives, one by one."""

from collections import Counter
from collections.abc import Iterator

from pdz.cli._compare import place_of
from pdz.cli._compare._cambi import render_cambio
from pdz.compare import Destino, Raffronto, Sorte, find_cambi_of
from pdz.compare.consuntivi import Consuntivo
from pdz.findings import shorten
from pdz.model.obiettivi import Obiettivo
from pdz.numbers import format_number
from pdz.pipeline.compare import Confronto

ORDER = tuple(
    Destino(name)
    for name in (
        "mantenuto",
        "rinominato",
        "spostato",
        "diviso",
        "unito",
        "rinviato",
        "probabile",
        "proseguito",
        "lasciato",
    )
)
_MANY = {
    Destino.MANTENUTO: "mantenuti",
    Destino.RINOMINATO: "rinominati",
    Destino.SPOSTATO: "spostati",
    Destino.DIVISO: "divisi",
    Destino.UNITO: "uniti",
    Destino.RINVIATO: "rinviati",
    Destino.PROBABILE: "probabili",
    Destino.PROSEGUITO: "proseguiti nella loro area",
    Destino.LASCIATO: "lasciati",
}
_SAID = {"id", "gia"}
"""Fields that a tie between trienni already tells."""


def summarize_obiettivi(raffronto: Raffronto) -> str:
    """«14 prima, 12 dopo: 8 mantenuti, 2 lasciati, 3 nuovi»."""
    count = Counter(sorte.destino for sorte in raffronto.legami.sorti)
    parts = [f"{count[kind]} {kind if count[kind] == 1 else _MANY[kind]}" for kind in ORDER if count[kind]]
    new = sum(origine.nuovo for origine in raffronto.legami.origini)
    parts += [f"{new} {'nuovo' if new == 1 else 'nuovi'}"] if new else []
    total = f"{len(raffronto.legami.sorti)} prima, {len(raffronto.legami.origini)} dopo"
    return f"{total}: {', '.join(parts)}" if parts else total


def render_obiettivi(confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    """Those of the old plan by fate, then the new ones, then the ties that lead nowhere."""
    for kind in ORDER:
        for sorte in raffronto.legami.sorti:
            if sorte.destino is kind:
                yield from _render_sorte(confronto, raffronto, sorte)
    for origine in raffronto.legami.origini:
        if not origine.vecchi:
            label = f"continua l'area {', '.join(origine.aree)}" if origine.aree else "nuovo"
            yield f"  {label}: {name_of(raffronto.dopo.piano.obiettivi[origine.posto])}"
            yield f"     {place_of(confronto.dopo, ('obiettivi', origine.posto))}"
    for unknown in raffronto.legami.sconosciuti:
        yield f"  «{unknown.id}» non è un obiettivo dell'altro piano: il legame non vale"
        yield f"     {place_of(confronto.dopo, unknown.path)}"


def name_of(obiettivo: Obiettivo) -> str:
    """«O1 «Titolo»»."""
    return f"{obiettivo.id} «{shorten(obiettivo.titolo)}»"


def _render_sorte(confronto: Confronto, raffronto: Raffronto, sorte: Sorte) -> Iterator[str]:
    one = raffronto.prima.piano.obiettivi[sorte.posto]
    others = [raffronto.dopo.piano.obiettivi[place] for place in sorte.nuovi]
    likely = f" {format_number(sorte.probabilita, 2)}" if sorte.probabilita is not None else ""
    same = len(others) == 1 and (others[0].id, others[0].titolo) == (one.id, one.titolo)
    ahead = "" if same or not others else " -> " + ", ".join(name_of(other) for other in others)
    label = (
        f"probabile{likely}"
        if sorte.destino is Destino.PROBABILE
        else f"{sorte.destino}{likely and ', probabile'}{likely}"
    )
    yield f"  {label}: {name_of(one)}{ahead}"
    places = [place_of(confronto.prima, ("obiettivi", sorte.posto))]
    places += [place_of(confronto.dopo, ("obiettivi", place)) for place in sorte.nuovi]
    yield f"     {' -> '.join([places[0], ', '.join(places[1:])] if sorte.nuovi else places)}"
    if sorte.consuntivo is not None:
        yield f"     {_render_consuntivo(sorte.consuntivo)}: {place_of(confronto.dopo, sorte.consuntivo.path)}"
    if len(others) == 1 and sorte.destino not in {Destino.UNITO, Destino.PROSEGUITO}:
        same_triennium = raffronto.prima.piano.triennio == raffronto.dopo.piano.triennio
        ends = ("obiettivi", sorte.posto), ("obiettivi", sorte.nuovi[0])
        for cambio in find_cambi_of(one, others[0], *ends):
            field = cambio.indirizzo[2]
            if field == "titolo" if sorte.probabilita is not None else same_triennium or field not in _SAID:
                yield from render_cambio(confronto, cambio, "     ", 2)


def _render_consuntivo(consuntivo: Consuntivo) -> str:
    """«grado 80% (buono), da riproporre»."""
    parts = [f"azione {consuntivo.stato}"] if consuntivo.stato else []
    if consuntivo.grado is not None:
        parts.append(f"grado {consuntivo.grado.stampa}")
    if consuntivo.riproposto is not None:
        parts.append("da riproporre" if consuntivo.riproposto else "da non riproporre")
    if consuntivo.risultati:
        number = len(consuntivo.risultati)
        parts.append("1 risultato" if number == 1 else f"{number} risultati")
    return ", ".join(parts) or "esito"
