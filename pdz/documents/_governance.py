# SPDX-License-Identifier: EUPL-1.2
"""Chapter 4: the Ambito in short, organs of governance and tavoli."""

from collections.abc import Iterator

from pdz.calc.rimandi import DATI_AMBITO
from pdz.doctree import Block, Cell, Column, Heading, Items, Paragraph, RichCell, Row, Table
from pdz.documents._maker import Maker, Piece
from pdz.model.ambito import Organo
from pdz.numbers import format_number

_LISTS = ("composizione", "componenti_variabili", "invitati", "funzioni", "tematiche")
_TEXTS = ("convocazione", "regolamento")
_COLUMNS = (Column(28, header=True), Column(72))


def organs(maker: Maker) -> Iterator[Piece]:
    """Each organ with its composition, functions and frequency."""
    if maker.piano.organi:
        yield from maker.frame("piano/governance")
    for livello in ("ambito", "distretto", "asst", "ats"):
        found = [organo for organo in maker.piano.organi if organo.livello == livello]
        if found:
            yield Heading(2, maker.label(f"livello_{livello}"), f"organi_{livello}")
        for organo in found:
            yield Heading(3, organo.nome, organo.id)
            table = _table(maker, organo)
            yield from maker.prose.blocks(organo.descrizione, 3)
            if table is not None:
                yield table
            elif not organo.descrizione:
                yield Paragraph(maker.label("organo_senza_dati"))


def ambito_table(maker: Maker) -> Iterator[Block]:
    """What the plan says of the Ambito, when it says more than its name and lead body."""
    ambito = maker.piano.ambito
    values = {name: getattr(ambito, name) for name in DATI_AMBITO}
    if not any(value is not None for value in values.values()):
        return
    capofila = maker.capofila()
    rows = [Row((maker.label("ambito_capofila"), capofila))] if capofila else []
    for name, value in values.items():
        if value is not None:
            words = value if isinstance(value, str) else format_number(value)
            rows.append(Row((maker.label(f"ambito_{name}"), words)))
    caption = maker.label("didascalia_ambito")
    yield Table(_COLUMNS, tuple(rows), (), caption, "tabella_ambito", description=caption, style="modulo")


def _table(maker: Maker, organo: Organo) -> Block | None:
    rows: list[Row] = []
    for name in _LISTS:
        items: tuple[str, ...] = getattr(organo, name)
        if items:
            rows.append(Row((maker.label(f"organo_{name}"), _list(items))))
    for name in _TEXTS:
        if text := getattr(organo, name):
            rows.append(Row((maker.label(f"organo_{name}"), text)))
    if not rows:
        return None
    return Table(_COLUMNS, tuple(rows), description=organo.nome, style="modulo")


def _list(items: tuple[str, ...]) -> Cell:
    return items[0] if len(items) == 1 else RichCell((Items(tuple((Paragraph(item),) for item in items)),))
