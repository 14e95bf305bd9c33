# SPDX-License-Identifier: EUPL-1.2
"""Chapters 5 and 6: national LEPS, crossing tables, areas with their themes, objectives by group."""

from collections.abc import Iterator
from itertools import groupby

from pdz.doctree import (
    Block,
    Cell,
    Column,
    Heading,
    Inline,
    Items,
    Paragraph,
    Ref,
    RichCell,
    Row,
    Table,
    Text,
)
from pdz.documents._maker import Maker, Piece, Wide
from pdz.documents._markdown import as_runs
from pdz.model.obiettivi import Area, Incrocio, Obiettivo, QuadroIncroci

LEPS_TABLE = "tabella_leps"


def needs(maker: Maker) -> Iterator[Piece]:
    """Chapter 5: the national LEPS and the crossing tables of the whole plan."""
    if maker.piano.leps:
        yield from maker.frame("piano/bisogni")
        if LEPS_TABLE not in maker.inserted:
            yield make_leps_table(maker)
    for quadro in maker.piano.incroci:
        if quadro.area is None and quadro.id not in maker.inserted:
            yield Wide((crossing_table(maker, quadro),))


def make_leps_table(maker: Maker) -> Table:
    """The national LEPS, with the areas of policy and the law of each."""
    rows: list[Row] = []
    for gruppo, items in groupby(maker.piano.leps, key=lambda leps: leps.gruppo):
        columns = maker.official("leps").colonne
        if gruppo is not None:
            rows.append(Row((RichCell((Paragraph(gruppo),), colspan=len(columns)),), "gruppo"))
        for leps in items:
            cells: dict[str, Cell] = {
                "nome": leps.nome + (f" ({leps.nota})" if leps.nota else ""),
                "aree": _items(leps.aree),
                "normativa": leps.normativa or "—",
                "da_attuare": maker.label("si") if leps.da_attuare else "",
            }
            rows.append(Row(tuple(cells.get(column.campo, "") for column in columns)))
    return maker.table("leps", rows, maker.title(maker.official("leps").titolo))


def crossing_table(maker: Maker, quadro: QuadroIncroci) -> Table:
    """A crossing table; columns that no row fills are left out."""
    official = maker.official("incroci")
    kept = [
        c for c in official.colonne if any(getattr(riga, c.campo) or _own_name(riga, c.campo) for riga in quadro.righe)
    ]
    rows = tuple(Row(tuple(_crossing_cell(maker, riga, column.campo) for column in kept)) for riga in quadro.righe)
    head = (Row(tuple(maker.title(column.etichetta) for column in kept)),)
    columns = tuple(Column(column.peso, header=column.campo == "macroarea") for column in kept)
    return Table(columns, rows, head, quadro.titolo, quadro.id, description=quadro.titolo)


def _own_name(riga: Incrocio, campo: str) -> str | None:
    return riga.denominazione if campo == "macroarea" else None


def _crossing_cell(maker: Maker, riga: Incrocio, campo: str) -> Cell:
    if campo == "macroarea":
        title = riga.denominazione or maker.macroaree.get(riga.macroarea or "", "")
        return f"{riga.macroarea}. {title}" if riga.macroarea else title
    values: tuple[str, ...] = getattr(riga, campo)
    if campo == "tavoli":
        values = tuple(maker.organi.get(name, name) for name in values)
    return _items(values)


def _items(values: tuple[str, ...]) -> Cell:
    if len(values) <= 1:
        return values[0] if values else ""
    return RichCell((Items(tuple((Paragraph(value),) for value in values)),))


def objectives_of_group(maker: Maker, gruppo: str) -> Iterator[Piece]:
    """The objectives of one group of chapter 6 that belong to no area."""
    found = [o for o in maker.piano.obiettivi if o.gruppo == gruppo and (gruppo != "ambito" or o.area is None)]
    if found:
        yield _objectives_list(maker, found)


def areas(maker: Maker) -> Iterator[Piece]:
    """One subsection per area: narrative, themes, objectives, crossing table."""
    yield from objectives_of_group(maker, "ambito")
    for area in maker.piano.aree:
        yield Heading(3, area.titolo, area.id)
        yield from _area_card(maker, area)
        yield from maker.prose.blocks(area.testo, 3)
        for tema in area.temi:
            yield Heading(4, tema.titolo, tema.id)
            if tema.tavolo and tema.tavolo != area.tavolo:
                yield Paragraph(_tavolo(maker, tema.tavolo), "etichetta")
            yield from maker.prose.blocks(tema.testo, 4)
            yield from _labelled(maker, "bisogni_emersi", tema.bisogni)
            yield from _labelled(maker, "proposte", tema.proposte)
        yield from _objectives_of_area(maker, area)
        tables = tuple(crossing_table(maker, quadro) for quadro in maker.piano.incroci if quadro.area == area.id)
        if tables:
            yield Wide(tables)


def _area_card(maker: Maker, area: Area) -> Iterator[Block]:
    parts = []
    if area.macroaree:
        names = "; ".join(f"{codice}. {maker.macroaree.get(codice, '')}" for codice in area.macroaree)
        parts.append(maker.label("macroaree_area", macroaree=names))
    if area.tavolo:
        parts.append(_tavolo(maker, area.tavolo))
    if parts:
        yield Paragraph(" ".join(parts), "etichetta")


def _tavolo(maker: Maker, name: str) -> str:
    return maker.label("tavolo_area", tavolo=maker.organi.get(name, name))


def _labelled(maker: Maker, name: str, items: tuple[str, ...]) -> Iterator[Block]:
    if items:
        yield Paragraph((Text(maker.label(name), bold=True),))
        yield Items(tuple(maker.prose.blocks(item, 6) for item in items))


def _objectives_of_area(maker: Maker, area: Area) -> Iterator[Block]:
    found = [obiettivo for obiettivo in maker.piano.obiettivi if obiettivo.area == area.id]
    if not found:
        return
    yield Heading(4, maker.label("obiettivi_area"), f"obiettivi_{area.id}")
    for sottogruppo, items in groupby(found, key=lambda obiettivo: obiettivo.sottogruppo):
        if sottogruppo:
            yield Paragraph((Text(sottogruppo, bold=True),))
        yield _objectives_list(maker, list(items))


def _objectives_list(maker: Maker, found: list[Obiettivo]) -> Items:
    return Items(tuple(_objective(maker, obiettivo) for obiettivo in found))


def _objective(maker: Maker, obiettivo: Obiettivo) -> tuple[Block, ...]:
    runs: list[Inline] = [Text(obiettivo.titolo, bold=True)]
    if obiettivo.descrizione:
        runs += [Text(". "), *as_runs(maker.prose.content(obiettivo.descrizione))]
    details = _details(maker, obiettivo)
    if details or obiettivo.scheda is not None:
        see = maker.label("vedi") + " " if obiettivo.scheda is not None else ""
        runs.append(Text(f" ({details}{'; ' if details and see else ''}{see}"))
        if obiettivo.scheda is not None:
            runs.append(Ref(obiettivo.scheda, maker.label("scheda", id=obiettivo.scheda)))
        runs.append(Text(")"))
    return (Paragraph(tuple(runs)),)


def _details(maker: Maker, obiettivo: Obiettivo) -> str:
    """What the objective is tied to, in short; macro areas and tavolo when they are not those of its area."""
    area = next((area for area in maker.piano.aree if area.id == obiettivo.area), None)
    macroaree = () if area is not None and area.macroaree == obiettivo.macroaree else obiettivo.macroaree
    fondi = tuple(maker.fondi.get(codice, codice) for codice in obiettivo.fondi)
    found = {
        "macroaree": macroaree,
        "aree_tematiche": obiettivo.aree_tematiche,
        "leps": obiettivo.leps,
        "pnrr": obiettivo.pnrr,
        "fondi": fondi,
    }
    parts = [maker.label(f"obiettivo_{name}", valori=", ".join(values)) for name, values in found.items() if values]
    if obiettivo.tavolo and (area is None or area.tavolo != obiettivo.tavolo):
        parts.append(maker.label("obiettivo_tavolo", valori=maker.organi.get(obiettivo.tavolo, obiettivo.tavolo)))
    if obiettivo.gia:
        past = ", ".join(maker.passati.get(name, name) for name in obiettivo.gia)
        parts.append(maker.label("obiettivo_continua", valori=past))
    parts += [maker.label("integrato_asst")] if obiettivo.integrato_asst and obiettivo.gruppo != "integrazione" else []
    return "; ".join(parts)
