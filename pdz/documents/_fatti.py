# SPDX-License-Identifier: EUPL-1.2
"""The end of the document: the sources of the facts that texts cite, and the facts that no text cites."""

from collections.abc import Iterator

from pdz.calc.citazioni import iter_citazioni
from pdz.dates import format_date
from pdz.doctree import Cell, Column, Heading, Note, Paragraph, RichCell, Row, Table, Text
from pdz.documents._maker import Maker, Piece, explained
from pdz.model import Piano
from pdz.model._tipi import Provenienza
from pdz.model.contesto import Fatto
from pdz.numbers import format_number

_COLUMNS = (Column(4.6, header=True), Column(1.1, "destra"), Column(1.3), Column(1.1))
_HEAD = ("dato", "valore", "unita", "riferito_al")


def facts(maker: Maker) -> Iterator[Piece]:
    """Every fact of which a text does not say all there is to say, those of one source together."""
    cited = _cited(maker.piano)
    shown = [fatto for fatto in maker.piano.fatti if fatto.id not in cited or _has_more(fatto)]
    if not shown:
        return
    yield Heading(1, maker.label("altri_dati"), "altri_dati", number="")
    yield Paragraph(maker.label("altri_dati_apertura"))
    sources: dict[Provenienza | None, list[Fatto]] = {}
    for fatto in shown:
        sources.setdefault(fatto.fonte, []).append(fatto)
    rows = []
    for fonte, group in sorted(sources.items(), key=lambda pair: pair[0] is None):
        title = maker.source(fonte) or maker.label("fonte_non_indicata")
        rows.append(Row((RichCell((Paragraph(title),), colspan=len(_COLUMNS)),), "gruppo"))
        rows += [_row(maker, fatto) for fatto in group]
    head = (Row(tuple(maker.label(name) for name in _HEAD)),)
    caption = maker.label("altri_dati")
    yield Table(_COLUMNS, tuple(rows), head, caption, "tabella_altri_dati", description=caption)


def _cited(piano: Piano) -> set[str]:
    """The facts whose value a text prints: one that is cited only for its day (`.al`) is not among them."""
    if not piano.fatti:
        return set()
    text = piano.model_dump_json(exclude={"fatti", "tabelle"})
    return {citazione.name.removeprefix("fatti.") for citazione in iter_citazioni(text)}


def _has_more(fatto: Fatto) -> bool:
    """True when the fact has something that its bare value in a text does not say."""
    return any((fatto.fonte, fatto.al, fatto.anno, fatto.nota, fatto.parti, fatto.denominatore))


def _row(maker: Maker, fatto: Fatto) -> Row:
    when = format_date(fatto.al) if fatto.al else fatto.anno or "—"
    note = _note(maker, fatto)
    words = fatto.nome
    if fatto.comune and fatto.comune.casefold() not in words.casefold():
        words = f"{words} ({fatto.comune})"
    name: Cell = (Text(words), Note(note)) if note else words
    return Row((name, explained(maker.quadro.fatti.get(fatto.id)), fatto.unita or "", when))


def _note(maker: Maker, fatto: Fatto) -> str:
    """What there is to know about a fact: its parts, its two terms, the warning of the author."""
    notes = []
    if fatto.parti:
        parts = ", ".join(f"{parte.nome} ({format_number(parte.valore)})" for parte in fatto.parti)
        notes.append(maker.label("somma_di", parti=parts))
    elif fatto.numeratore is not None and fatto.denominatore is not None:
        terms = {"di": format_number(fatto.numeratore), "totale": format_number(fatto.denominatore)}
        notes.append(maker.label("su", **terms))
    notes += [fatto.nota] if fatto.nota else []
    return " ".join(f"{note[:1].upper()}{note[1:].rstrip('.')}." for note in notes)
