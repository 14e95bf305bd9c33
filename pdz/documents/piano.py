# SPDX-License-Identifier: EUPL-1.2
"""The whole Piano di Zona: chapters and annexes of the profile, in order."""

from collections.abc import Callable, Iterator

from pdz.doctree import Document, Heading, Paragraph
from pdz.documents import Request
from pdz.documents._contesto import make_maker, section_data
from pdz.documents._cover import make_document
from pdz.documents._esiti import outcomes
from pdz.documents._fatti import facts
from pdz.documents._fogli import make_sheets
from pdz.documents._fondi import funds
from pdz.documents._glossario import glossary
from pdz.documents._governance import ambito_table, organs
from pdz.documents._integrazione import commitments, integration_schede, schede
from pdz.documents._maker import Flow, Maker, Piece
from pdz.documents._obiettivi import areas, needs, objectives_of_group
from pdz.documents._offerta import supply
from pdz.documents._sistema import bonus_projects, system_outcomes
from pdz.profiles._schema import Capitolo, SezioneCapitolo

LABEL = "il Piano di Zona intero"

_CONTENT: dict[str, Callable[[Maker], Iterator[Piece]]] = {
    "esiti_sistema": system_outcomes,
    "progetti_premiali": bonus_projects,
    "esiti": outcomes,
    "contesto": lambda maker: section_data(maker, None),
    "unita_offerta": supply,
    "organi": organs,
    "bisogni": needs,
    "obiettivi_leps": lambda maker: objectives_of_group(maker, "leps"),
    "obiettivi_integrazione": lambda maker: objectives_of_group(maker, "integrazione"),
    "obiettivi_ambito": areas,
    "schede": schede,
    "fondi": funds,
    "impegni": commitments,
    "schede_integrazione": integration_schede,
}


def build(request: Request) -> Document:
    """The document of the plan."""
    maker, flow = make_maker(request), Flow()
    empty = False
    for capitolo in maker.profilo.capitoli:
        empty = _add_chapter(maker, flow, capitolo, capitolo.numero, empty)
    for capitolo in maker.profilo.allegati:
        empty = _add_chapter(maker, flow, capitolo, maker.label("allegato", numero=capitolo.numero), empty)
    if maker.piano.glossario:
        flow.new_page()
        flow.add(glossary(maker))
    if sources := [*facts(maker)]:
        flow.new_page()
        flow.add(sources)
    sheets = make_sheets(maker, "piano")
    return make_document(maker, maker.piano.titolo, maker.piano.ambito.nome, flow.finish(), sheets=sheets)


def _add_chapter(maker: Maker, flow: Flow, capitolo: Capitolo, number: str, after_empty: bool) -> bool:
    """Adds a chapter; True when it is empty. Empty chapters follow one another on the same page."""
    pieces = [*_body(maker, capitolo, 1)]
    for sezione in capitolo.sezioni:
        inner = [*_body(maker, sezione, 2)]
        if inner:
            pieces += [Heading(2, _title(maker, sezione), sezione.id), *inner]
    empty = not pieces
    if empty and not capitolo.obbligatorio:
        return after_empty
    if empty:
        pieces.append(Paragraph(maker.label("capitolo_vuoto")))
    if not (empty and after_empty):
        flow.new_page()
    flow.add((Heading(1, _title(maker, capitolo), capitolo.id, number), *pieces))
    return empty


def _title(maker: Maker, part: Capitolo | SezioneCapitolo) -> str:
    own = next((testo.titolo for testo in maker.piano.testi if testo.sezione == part.id and testo.titolo), None)
    return maker.title(own or part.titolo)


def _body(maker: Maker, part: Capitolo | SezioneCapitolo, level: int) -> Iterator[Piece]:
    if part.contenuto == "organi":  # before a narrative with headings of its own
        yield from ambito_table(maker)
    for testo in maker.piano.testi:
        if testo.sezione == part.id:
            yield from maker.prose.blocks(testo.testo, level)
    if part.contenuto:
        yield from _CONTENT[part.contenuto](maker)
    yield from section_data(maker, part.id)
