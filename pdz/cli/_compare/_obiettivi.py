# SPDX-License-Identifier: EUPL-1.2
"""What became of the objectives, one by one."""

from collections import Counter
from collections.abc import Iterator

from pdz.cli._compare import place_of
from pdz.cli._compare._cambi import render_cambio
from pdz.cli._compare._consuntivi import render_consuntivo
from pdz.cli._compare._righe import render_lines, wrap_line
from pdz.compare import Destino, Raffronto, Sorte, find_cambi_of
from pdz.findings import Path, shorten
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
_UNTOLD = "senza seguito dichiarato"
"""What is told of an objective that no new one says to continue: nobody knows that it was dropped."""
_MANY = {
    Destino.MANTENUTO: "mantenuti",
    Destino.RINOMINATO: "rinominati",
    Destino.SPOSTATO: "spostati",
    Destino.DIVISO: "divisi",
    Destino.UNITO: "uniti",
    Destino.RINVIATO: "rinviati",
    Destino.PROBABILE: "probabili",
    Destino.PROSEGUITO: "proseguiti nella loro area",
    Destino.LASCIATO: _UNTOLD,
}
_SAID = {"id", "gia", "scheda"}
"""Fields that a tie between trienni already tells."""
_TITLE = 160
_TOGETHER = 4
"""From so many on, new objectives are told together."""


def summarize_obiettivi(raffronto: Raffronto) -> str:
    """«14 prima, 12 dopo: 8 mantenuti, 2 senza seguito dichiarato, 3 nuovi»; no fate when a plan tells no objective."""
    legami = raffronto.legami
    count = Counter(sorte.destino for sorte in legami.sorti)
    parts = [f"{count[kind]} {_name_of(kind, count[kind])}" for kind in ORDER if count[kind]]
    new = sum(origine.nuovo for origine in legami.origini)
    parts += [f"{new} {'nuovo' if new == 1 else 'nuovi'}"] if new else []
    total = f"{len(legami.sorti) or 'nessuno'} prima, {len(legami.origini) or 'nessuno'} dopo"
    return f"{total}: {', '.join(parts)}" if legami.sorti and legami.origini else total


def render_obiettivi(confronto: Confronto, raffronto: Raffronto) -> Iterator[str]:
    """Those of the old plan by fate, then the new ones, then the ties that lead nowhere."""
    for kind in ORDER:
        for sorte in raffronto.legami.sorti:
            if sorte.destino is kind:
                yield from _render_sorte(confronto, raffronto, sorte)
    new: dict[tuple[str, ...], list[int]] = {(): []}
    for origine in raffronto.legami.origini:
        if not origine.vecchi:
            new.setdefault(origine.aree, []).append(origine.posto)
    for aree, places in new.items():
        yield from _render_new(confronto, raffronto, aree, places)
    for unknown in raffronto.legami.sconosciuti:
        yield f"  «{unknown.id}» non è un obiettivo dell'altro piano: il legame non vale"
        yield f"     {place_of(confronto.dopo, unknown.path)}"


def name_of(obiettivo: Obiettivo, width: int = 60) -> str:
    """«O1 «Titolo»»."""
    return f"{obiettivo.id} «{shorten(obiettivo.titolo, width)}»"


def _render_new(confronto: Confronto, raffronto: Raffronto, aree: tuple[str, ...], places: list[int]) -> Iterator[str]:
    """New objectives one by one; when they are many, their places together."""
    names = [name_of(raffronto.dopo.piano.obiettivi[place], _TITLE) for place in places]
    paths: list[Path] = [("obiettivi", place) for place in places]
    area = f" l'area {', '.join(aree)}" if aree else ""
    unknown = "" if raffronto.legami.sorti else "nel piano di dopo"
    if len(names) >= _TOGETHER:
        yield f"  {f'continuano{area}' if aree else unknown or 'nuovi'} ({len(names)})"
        for name in names:
            yield from wrap_line(name, "    ")
        yield from render_lines(confronto.dopo, paths, "     ")
        return
    for name, path in zip(names, paths, strict=True):
        yield from wrap_line(f"{f'continua{area}' if aree else unknown or 'nuovo'}: {name}", "  ")
        yield f"     {place_of(confronto.dopo, path)}"


def _render_sorte(confronto: Confronto, raffronto: Raffronto, sorte: Sorte) -> Iterator[str]:
    one = raffronto.prima.piano.obiettivi[sorte.posto]
    others = [raffronto.dopo.piano.obiettivi[place] for place in sorte.nuovi]
    yield from wrap_line(f"{_label(sorte)}: {name_of(one, _TITLE)}{_ahead(one, others, sorte)}", "  ")
    places = [place_of(confronto.prima, ("obiettivi", sorte.posto))]
    if sorte.destino is not Destino.PROSEGUITO:  # those that go on an area are told further down
        places += [place_of(confronto.dopo, ("obiettivi", place)) for place in sorte.nuovi]
    yield f"     {' -> '.join([places[0], ', '.join(places[1:])] if places[1:] else places)}"
    if sorte.destino is Destino.SPOSTATO:
        yield f"     macroarea: {_say_areas(raffronto, sorte)}"
    if sorte.consuntivo is not None:
        yield from render_consuntivo(confronto, sorte.consuntivo)
    if len(others) == 1 and sorte.destino not in {Destino.UNITO, Destino.PROSEGUITO}:
        yield from _render_fields(confronto, raffronto, sorte, others[0])


def _render_fields(confronto: Confronto, raffronto: Raffronto, sorte: Sorte, other: Obiettivo) -> Iterator[str]:
    """What changed in the objective itself; of a likely tie, the title alone."""
    one = raffronto.prima.piano.obiettivi[sorte.posto]
    same_triennium = raffronto.prima.piano.triennio == raffronto.dopo.piano.triennio
    for cambio in find_cambi_of(one, other, ("obiettivi", sorte.posto), ("obiettivi", sorte.nuovi[0])):
        field = cambio.indirizzo[2]
        if field == "macroaree" and sorte.destino is Destino.SPOSTATO:
            continue
        if field == "titolo" if sorte.probabilita is not None else same_triennium or field not in _SAID:
            yield from render_cambio(confronto, cambio, "     ", 2)


def _label(sorte: Sorte) -> str:
    if sorte.probabilita is None:
        return _name_of(sorte.destino)
    likely = f"probabile {format_number(sorte.probabilita, 2)}"
    return likely if sorte.destino is Destino.PROBABILE else f"{sorte.destino}, {likely}"


def _ahead(one: Obiettivo, others: list[Obiettivo], sorte: Sorte) -> str:
    """« -> O1 «Titolo»»; the id alone when the title is the same, nothing when the id is too."""
    if sorte.destino is Destino.PROSEGUITO:
        return " -> " + ", ".join(other.id for other in others)
    if len(others) == 1 and others[0].titolo == one.titolo:
        return "" if others[0].id == one.id else f" -> {others[0].id}"
    return " -> " + ", ".join(name_of(other, _TITLE) for other in others) if others else ""


def _name_of(destino: Destino, number: int = 1) -> str:
    one = _UNTOLD if destino is Destino.LASCIATO else str(destino)
    return one if number == 1 else _MANY[destino]


def _say_areas(raffronto: Raffronto, sorte: Sorte) -> str:
    """«E Anziani -> D Domiciliarità», in the scheme of the new plan."""
    rows = raffronto.macroaree
    was = [row for row in rows if sorte.posto in row.prima]
    now = [row for row in rows if sorte.nuovi[0] in row.dopo]
    return " -> ".join(", ".join(f"{row.codice} «{shorten(row.titolo)}»" for row in side) for side in (was, now))
