# SPDX-License-Identifier: EUPL-1.2
"""Annexes 1, 3 and 4: schede obiettivo, LEPS and reciprocal commitments, integration schede."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from pdz.doctree import Block, Cell, Column, Heading, Items, Paragraph, RichCell, Row, Table, Text
from pdz.documents._forms import make_form
from pdz.documents._maker import Maker, Piece, Wide
from pdz.errors import UnknownName
from pdz.findings import did_you_mean
from pdz.model.schede import ImpegniLeps, Scheda, SchedaIntegrazione


def schede(maker: Maker, only: str | None = None) -> Iterator[Piece]:
    """The schede obiettivo, by area; `only` prints one."""
    if maker.piano.schede:
        yield from maker.frame("schede/apertura")
    titles = {area.id: area.titolo for area in maker.piano.aree}
    found = [scheda for scheda in maker.piano.schede if only in (None, scheda.id)]
    for area, group in groupby(found, key=lambda scheda: scheda.area):
        if area is not None:
            yield Heading(2, titles.get(area, area), f"schede_{area}")
        for scheda in group:
            yield from _scheda(maker, scheda, "scheda_obiettivo", 2 if area is None else 3)


def integration_schede(maker: Maker, only: str | None = None) -> Iterator[Piece]:
    """The schede di integrazione sociosanitaria; `only` prints one."""
    if maker.piano.schede_integrazione:
        yield from maker.frame("schede/integrazione")
    for scheda in maker.piano.schede_integrazione:
        if only in (None, scheda.id):
            yield from _scheda(maker, scheda, "scheda_integrazione", 2)


def _scheda(maker: Maker, scheda: Scheda | SchedaIntegrazione, modulo: str, level: int) -> Iterator[Block]:
    yield Heading(level, maker.label("scheda_titolo", id=scheda.id, titolo=scheda.titolo), scheda.id)
    if isinstance(scheda, Scheda):
        yield from _macroaree(maker, scheda)
    served = [o.titolo for o in maker.piano.obiettivi if scheda.id == o.scheda or scheda.obiettivo == o.id]
    others = [title for title in served if _plain(title) != _plain(scheda.titolo)]
    if len(others) == 1:
        yield Paragraph(maker.label("obiettivo_scheda", titolo=others[0]), "etichetta")
    elif others:
        yield Paragraph(maker.label("obiettivi_scheda"), "etichetta")
        yield Items(tuple((Paragraph(title),) for title in others))
    yield make_form(maker, maker.form(modulo), scheda, maker.label("descrizione_scheda", titolo=scheda.titolo))


def _macroaree(maker: Maker, scheda: Scheda) -> Iterator[Block]:
    """The regional macro areas of a scheda, when they are not those of its area."""
    area = next((area for area in maker.piano.aree if area.id == scheda.area), None)
    if scheda.macroaree and (area is None or set(area.macroaree) != set(scheda.macroaree)):
        names = "; ".join(f"{codice}. {maker.macroaree.get(codice, '')}" for codice in scheda.macroaree)
        yield Paragraph(maker.label("macroaree_area", macroaree=names), "etichetta")


def _plain(title: str) -> str:
    """A title without case and accents: «Équipe» and «Equipe» are the same word."""
    letters = unicodedata.normalize("NFD", title.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def check_scheda(maker: Maker, only: str | None) -> None:
    """Raises UnknownName when no scheda has the id `only`."""
    known = [scheda.id for scheda in (*maker.piano.schede, *maker.piano.schede_integrazione)]
    if only is not None and only not in known:
        raise UnknownName(
            f"nel piano non c'è una scheda «{only}»",
            did_you_mean(only, known) or "schede: " + ", ".join(known),
        )


def commitments(maker: Maker) -> Iterator[Piece]:
    """Annex 3: the LEPS with their areas, then the reciprocal commitments of each."""
    if maker.profilo.leps_prioritari and maker.piano.impegni:
        yield from maker.frame("piano/impegni")
        yield _links_table(maker)
    if maker.piano.impegni:
        titles = {leps.codice: leps.titolo for leps in maker.profilo.leps_prioritari}
        blocks: list[Block] = []
        for impegni in maker.piano.impegni:
            title = f"{impegni.leps}. {titles.get(impegni.leps, '')}"
            blocks += [
                Heading(2, title, f"impegni_{impegni.leps}"),
                *_commitment_blocks(maker, impegni, title),
            ]
        yield Wide(tuple(blocks))


def _links_table(maker: Maker) -> Block:
    areas = {area.codice: area.titolo for area in maker.profilo.aree_tematiche}
    rows = []
    for leps in maker.profilo.leps_prioritari:
        for link in leps.collegamenti:
            themes = RichCell(tuple(Paragraph(f"{codice}: {areas.get(codice, '')}") for codice in link.aree_tematiche))
            title = f"{link.macroarea}. {maker.macroaree.get(link.macroarea, '')}"
            title = f"({title})" if link.tra_parentesi else title
            rows.append(Row((f"{leps.codice}. {leps.titolo}", title, themes)))
    return maker.table("collegamenti_leps", rows, maker.title(maker.official("collegamenti_leps").titolo))


def _commitment_blocks(maker: Maker, impegni: ImpegniLeps, title: str) -> Iterator[Block]:
    if impegni.obiettivi_sistema:
        yield Paragraph((Text(maker.label("obiettivi_di_sistema"), bold=True),))
        yield Items(tuple((Paragraph(obiettivo),) for obiettivo in impegni.obiettivi_sistema), ordered=True)
    official = maker.official("impegni")
    areas = {area.codice: area.titolo for area in maker.profilo.aree_tematiche}
    kept = [column for column in official.colonne if column.campo not in {"leps", "obiettivi_sistema"}]
    rows = []
    for riga in impegni.righe:
        cells: dict[str, Cell] = {
            "macroarea": f"{riga.macroarea}. {maker.macroaree.get(riga.macroarea, '')}" if riga.macroarea else "",
            "area_tematica": f"{riga.area_tematica}: {areas.get(riga.area_tematica, '')}",
            "ats": maker.prose.cell(riga.ats),
            "asst": maker.prose.cell(riga.asst),
            "ambito": maker.prose.cell(riga.ambito),
            "indicatori": maker.prose.cell(riga.indicatori),
        }
        rows.append(Row(tuple(cells.get(column.campo, "") for column in kept)))
    head = (Row(tuple(maker.title(column.etichetta) for column in kept)),)
    caption = maker.label("didascalia_impegni", leps=title)
    columns = tuple(Column(column.peso) for column in kept)
    yield Table(columns, tuple(rows), head, caption, impegni.id, description=caption)
