# SPDX-License-Identifier: EUPL-1.2
"""Several plans side by side: a column for each triennio, or for each Ambito."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from pdz.calc.gradi import find_giudizio, format_grado
from pdz.calc.nomi import fold
from pdz.compare import ARGOMENTI
from pdz.compare.serie import RigaSerie, Serie
from pdz.doctree import (
    Block,
    Cell,
    Chart,
    Column,
    Cover,
    Document,
    Euro,
    Heading,
    ListOfCharts,
    ListOfTables,
    Number,
    Paragraph,
    Percent,
    Row,
    Section,
    Series,
    Table,
    TableOfContents,
)  # fmt: skip
from pdz.documents._confronti import listed, make_side, named
from pdz.documents._frame import Frame
from pdz.documents._maker import Flow, Maker, Wide
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent

_LABELLED = {"livello": "fondi_livello_"}
"""Figures whose name is the end of a label, by what comes before it."""
_PORTRAIT = 5
"""Plans that fit side by side on a portrait page."""


def build(serie: Serie, frame: Frame, argomenti: tuple[str, ...] = ()) -> Document:
    """Cover, a table for each subject, the threads of objectives."""
    makers, flow = [make_side(lato, frame) for lato in serie.lati], Flow()
    label, titles = makers[-1].label, column_titles(serie)
    wanted = _wanted(serie, argomenti)
    blocks: list[Block] = [Heading(1, label("serie_cifre"), "cifre", "1"), Paragraph(label("serie_apertura"))]
    if serie.in_disordine:
        blocks.append(Paragraph(label("serie_disordine")))
    for argomento, rows in groupby(wanted, key=lambda row: row.argomento):
        blocks += [_table(makers[-1], argomento, list(rows), titles)]
    blocks += _funds_chart(makers[-1], wanted, titles)
    flow.add([Wide(tuple(blocks))] if len(titles) > _PORTRAIT else blocks)
    if serie.fili and (not argomenti or "obiettivi" in argomenti):
        flow.add([Wide(tuple(_threads(makers, serie, titles)))])
    front = Section((TableOfContents(2), ListOfTables(), ListOfCharts()))
    subject = " – ".join(titles)
    newest = makers[-1].piano
    names = dict.fromkeys(lato.piano.ambito.nome for lato in serie.lati)
    bodies = tuple(label("copertina_ambito", nome=name) for name in names)
    title = label("serie_titolo")
    author = newest.autore or makers[-1].capofila() or newest.ambito.nome
    return Document(title, (front, *flow.finish()), Cover(title, subject, bodies), author, subject)


@dataclass(frozen=True, slots=True)
class RigaStampata:
    """A figure in words."""

    titolo: str
    """The subject."""
    nome: str
    celle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SerieStampata:
    """A series in words, for a terminal."""

    titoli: tuple[str, ...]
    righe: tuple[RigaStampata, ...]
    fili: bool
    titolo_fili: str
    avvertenza: str = ""
    """What a reader must know first; empty when nothing."""


def print_rows(serie: Serie, argomenti: tuple[str, ...] = ()) -> SerieStampata:
    """The figures of the document, in the same words."""
    maker = make_side(serie.lati[-1], Frame())
    rows = tuple(
        RigaStampata(
            maker.label(f"argomento_{row.argomento}"),
            name_of(maker, row),
            tuple(_words(_cell(maker, row, value)) for value in row.valori),
        )
        for row in _wanted(serie, argomenti)
    )
    threads = not argomenti or "obiettivi" in argomenti
    caution = maker.label("serie_disordine") if serie.in_disordine else ""
    return SerieStampata(column_titles(serie), rows, threads, maker.label("serie_fili"), caution)


def _wanted(serie: Serie, argomenti: tuple[str, ...]) -> list[RigaSerie]:
    rows = [row for row in serie.righe if not argomenti or row.argomento in argomenti]
    return sorted(rows, key=lambda row: ARGOMENTI.index(row.argomento))


def _words(cell: str | Euro | Percent | Number) -> str:
    match cell:
        case Euro(amount):
            return format_euro(amount)
        case Percent(value, decimals):
            return format_percent(value, decimals)
        case Number(value, decimals):
            return format_number(value, decimals)
        case _:
            return cell


def column_titles(serie: Serie) -> tuple[str, ...]:
    """By triennio when the Ambito is one, by Ambito when the triennio is one, else by both."""
    piani = [lato.piano for lato in serie.lati]
    trienni = [piano.triennio for piano in piani]
    names = [piano.ambito.nome for piano in piani]
    if len({*map(fold, names)}) == 1 and len(set(trienni)) == len(trienni):
        return tuple(trienni)
    if len(set(trienni)) == 1 and len(set(names)) == len(names):
        return tuple(names)
    return tuple(f"{name} {triennio}" for name, triennio in zip(names, trienni, strict=True))


def _table(maker: Maker, argomento: str, rows: list[RigaSerie], titles: tuple[str, ...]) -> Table:
    caption = maker.label(f"argomento_{argomento}")
    body = tuple(Row((name_of(maker, row), *(_cell(maker, row, value) for value in row.valori))) for row in rows)
    columns = (Column(3, header=True), *(Column(1.2, "destra") for _ in titles))
    head = Row((maker.label("dato"), *titles))
    return Table(columns, body, (head,), caption, f"serie_{argomento}", description=caption)


def name_of(maker: Maker, riga: RigaSerie) -> str:
    """«Fondi assegnati», «Obiettivi: Politiche abitative»."""
    name = maker.label(f"{_LABELLED[riga.voce]}{riga.nome or 'non_indicato'}") if riga.voce in _LABELLED else riga.nome
    return maker.label(f"serie_{riga.voce}", nome=name) if name else maker.label(f"serie_{riga.voce}")


def _cell(maker: Maker, riga: RigaSerie, value: Decimal | None) -> str | Euro | Percent | Number:
    if value is None:
        return "—"
    if riga.voce.startswith("grado"):  # cut to an integer, never rounded up into the next band
        return f"{format_grado(Fraction(value))} ({find_giudizio(value, maker.profilo.scala)})"
    match riga.genere:
        case "euro":
            return Euro(value)
        case "percento":
            return Percent(value, 2 if riga.decimali is None else riga.decimali)
        case _:
            return Number(value, riga.decimali)


def _funds_chart(maker: Maker, rows: list[RigaSerie], titles: tuple[str, ...]) -> Iterator[Block]:
    """The funds by level, stacked, when at least two plans tell them."""
    levels = [row for row in rows if row.voce == "livello"]
    total = next((row for row in rows if row.voce == "fondi"), None)
    if total is None or sum(value is not None for value in total.valori) < 2:
        return
    caption = maker.label("serie_grafico_livelli")
    said = "; ".join(f"{title} {maker.label('serie_somma', valore=value)}" for title, value in _amounts(total, titles))
    series = tuple(Series(name_of(maker, row), row.valori) for row in levels)
    yield Chart(
        "barre", titles, series, caption, "serie_livelli", description=f"{caption}: {said}.", unit="euro",
        measure="euro", stacked=True,
    )  # fmt: skip


def _amounts(total: RigaSerie, titles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for title, value in zip(titles, total.valori, strict=True):
        if value is not None:
            yield title, format_euro(value)


def _threads(makers: list[Maker], serie: Serie, titles: tuple[str, ...]) -> Iterator[Block]:
    """The objectives that continue one another, one thread for each row."""
    label = makers[-1].label
    yield Heading(1, label("serie_fili"), "fili", "2")
    yield Paragraph(label("serie_fili_apertura"))
    rows = tuple(
        Row(tuple(_objectives(maker, places) for maker, places in zip(makers, filo, strict=True)))
        for filo in serie.fili
    )
    caption = label("serie_fili")
    yield Table(tuple(Column() for _ in titles), rows, (Row(titles),), caption, "serie_fili", description=caption)


def _objectives(maker: Maker, places: tuple[int, ...]) -> Cell:
    return listed([named(one, one.titolo) for one in map(maker.piano.obiettivi.__getitem__, places)]) or "—"
