# SPDX-License-Identifier: EUPL-1.2
"""Cover, table of contents, properties: what every document begins with."""

from pdz.dates import format_long_date
from pdz.doctree import Block, Cover, Document, ListOfCharts, ListOfTables, Picture, Section, Sheet, TableOfContents
from pdz.documents._maker import Maker
from pdz.errors import PdzError


def make_cover(maker: Maker, subtitle: str) -> Cover:
    """The first page: logo, title, bodies, triennio, act of approval."""
    piano = maker.piano
    bodies = tuple(comune.nome for comune in piano.ambito.comuni if comune.al is None)
    said = all(year in piano.titolo for year in piano.triennio.split("-"))
    lines = [] if said else [maker.label("copertina_triennio", triennio=piano.triennio)]
    lines.append(maker.label("copertina_ambito", nome=piano.ambito.nome))
    capofila = maker.capofila()
    lines += [maker.label("copertina_capofila", nome=capofila)] if capofila else []
    atto = piano.approvazione
    if atto is not None:
        number = maker.label("atto_numero", numero=atto.numero) if atto.numero else ""
        day = maker.label("atto_data", data=format_long_date(atto.data)) if atto.data else ""
        lines.append(maker.label("atto", tipo=atto.tipo.capitalize(), organo=atto.organo) + number + day)
    else:
        lines.append(maker.label(f"stato_{piano.stato}"))
    return Cover(piano.titolo, subtitle, bodies, tuple(lines), _logo(maker))


def _logo(maker: Maker) -> Picture | None:
    logo = maker.piano.logo
    if logo is None:
        return None
    path = maker.request.folder / logo.file
    if not path.resolve().is_relative_to(maker.request.folder.resolve()) or not path.is_file():
        raise PdzError(
            f"non trovo l'immagine della copertina «{logo.file}»",
            "il percorso parte dalla cartella del piano",
        )
    data = path.read_bytes()
    if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise PdzError(f"«{logo.file}» non è un'immagine PNG o JPEG", "convertila in PNG")
    return Picture(data, logo.testo_alternativo, 5.0)


def make_document(
    maker: Maker,
    title: str,
    subtitle: str,
    sections: tuple[Section, ...],
    indexes: bool = True,
    sheets: tuple[Sheet, ...] = (),
) -> Document:
    """A document with cover, indexes and properties."""
    front: list[Block] = []
    if indexes:
        front += [TableOfContents(3), ListOfTables(), ListOfCharts()]
    opening = (Section(tuple(front)),) if front else ()
    author = maker.piano.autore or maker.capofila() or maker.piano.ambito.nome
    subject = maker.label("oggetto", ambito=maker.piano.ambito.nome, triennio=maker.piano.triennio)
    return Document(title, (*opening, *sections), make_cover(maker, subtitle), author, subject, sheets=sheets)
