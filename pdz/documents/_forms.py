# SPDX-License-Identifier: EUPL-1.2
"""The official two-column forms: labels and order from the profile, answers from the plan."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from pdz.calc.moduli import is_asked, read_riga
from pdz.doctree import Block, Cell, Column, Items, Paragraph, RichCell, Row, Table, Text
from pdz.documents._maker import Maker
from pdz.documents._markdown import as_runs
from pdz.documents._valori import describe_expected
from pdz.model._tipi import RispostaChiusa
from pdz.model.esiti import Indicatore
from pdz.model.schede import (
    Azione,
    Continuita,
    PersonaleIntegrato,
    RisorsaEconomica,
    RisorseEconomiche,
    Risultati,
    Scheda,
    SchedaIntegrazione,
    TipoObiettivo,
)  # fmt: skip
from pdz.money import format_euro
from pdz.numbers import format_percent
from pdz.profiles._schema import Modulo, RigaModulo

Answer = Callable[[Maker, Any], Cell]
COLUMNS = (Column(35, header=True), Column(65))


def make_form(maker: Maker, modulo: Modulo, thing: Scheda | SchedaIntegrazione, description: str) -> Table:
    """The form of one scheda."""
    values, labels = thing.__dict__, maker.row_labels(modulo)
    rows: list[Row] = []
    for riga, label in zip(modulo.righe, labels, strict=True):
        value = values[riga.campo] if riga.campo in values else read_riga(thing, riga.campo)
        cell: Cell = ""
        if riga.campo in _WITH_NOTE:
            cell = _with_note(maker, value or "", values.get(_WITH_NOTE[riga.campo]))
        elif type(value) is str:  # most answers are one text
            cell = maker.prose.cell(value)
        elif value:
            answer = _ANSWERS.get(type(value))
            cell = answer(maker, value) if answer else maker.prose.cell(str(value))
        rows.append(Row((label, cell or _no_answer(maker, riga, thing))))
    return Table(COLUMNS, tuple(rows), description=description, style="modulo")


_WITH_NOTE = {"titolo": "sottotitolo", "livello": "livello_nota"}
"""Rows of the forms that two fields answer: a word, and the text that explains it."""


def _with_note(maker: Maker, words: str, note: str | None) -> Cell:
    return lead_cell(maker, words[:1].upper() + words[1:], note)


def _no_answer(maker: Maker, riga: RigaModulo, thing: Scheda | SchedaIntegrazione) -> Cell:
    if not is_asked(riga, thing):
        return (Text(maker.label("non_richiesto"), italic=True),)
    return maker.missing(riga.campo, thing.assenti)


def lead_cell(maker: Maker, words: str, text: str | None) -> Cell:
    """Short words followed by a text, in one paragraph when the text begins with one."""
    if not words or not text or not text.strip():
        return words or maker.prose.cell(text)
    head = words.rstrip(".")
    match maker.prose.blocks(text, 6):
        case (Paragraph(content=str() as content),):
            return f"{head}. {content}"
        case (Paragraph(content=content), *rest):
            return RichCell((Paragraph((Text(f"{head}. "), *as_runs(content))), *rest))
        case blocks:
            return RichCell((Paragraph(f"{head}."), *blocks))


def answer_cell(maker: Maker, answer: RispostaChiusa) -> Cell:
    """«SÌ», «NO. Perché…», or the text alone."""
    word = "" if answer.risposta is None else maker.label("si" if answer.risposta else "no")
    return lead_cell(maker, word, answer.testo)


def _continuity(maker: Maker, answer: Continuita) -> Cell:
    if not answer.obiettivi:
        return answer_cell(maker, answer)
    names = ", ".join(maker.passati.get(name, name) for name in answer.obiettivi)
    text = " ".join(filter(None, (answer.testo, maker.label("continua", obiettivi=names))))
    return answer_cell(maker, RispostaChiusa(risposta=answer.risposta, testo=text))


def _actions(maker: Maker, azioni: tuple[Azione, ...]) -> Cell:
    blocks: list[Block] = []
    group: str | None = None
    items: list[tuple[Block, ...]] = []
    for azione in azioni:
        if azione.gruppo != group:
            blocks += [Items(tuple(items), True)] if items else []
            items, group = [], azione.gruppo
            blocks += [Paragraph((Text(group, bold=True),))] if group else []
        items.append(maker.prose.blocks(azione.testo, 6))
    return RichCell((*blocks, Items(tuple(items), True)))


def _money(maker: Maker, risorse: RisorseEconomiche) -> Cell:
    return _with_lines(maker, risorse.testo, [_source_of_money(maker, voce) for voce in risorse.voci])


def _with_lines(maker: Maker, text: str | None, lines: list[str]) -> Cell:
    """A text and then short lines: a list when there is more than one."""
    if not lines:
        return maker.prose.cell(text)
    if not text and len(lines) == 1:
        return lines[0]
    last: Block = Items(tuple((Paragraph(line),) for line in lines)) if len(lines) > 1 else Paragraph(lines[0])
    return RichCell((*maker.prose.blocks(text, 6), last))


def _source_of_money(maker: Maker, voce: RisorsaEconomica) -> str:
    name = voce.nome or maker.fondi.get(voce.fondo or "", voce.fondo or "")
    parts = [part for part in (voce.per, name) if part]
    amounts = [format_euro(voce.importo)] if voce.importo is not None else []
    amounts += [format_percent(voce.quota)] if voce.quota is not None else []
    nature = maker.label("privata" if voce.natura == "privata" else "pubblica")
    amounts += [nature] if nature.casefold() != name.casefold() else []
    return ", ".join([": ".join(parts), *amounts])


def results_cell(maker: Maker, risultati: Risultati) -> Cell:
    """Expected results, then their indicators."""
    cell = _with_lines(maker, None, [_expected(maker, indicatore) for indicatore in risultati.indicatori])
    if not risultati.testo or not cell:
        return cell or maker.prose.cell(risultati.testo)
    title = Paragraph((Text(maker.label("indicatori"), bold=True),))
    below = cell.blocks if isinstance(cell, RichCell) else (Paragraph(str(cell)),)
    return RichCell((*maker.prose.blocks(risultati.testo, 6), title, *below))


def _expected(maker: Maker, indicatore: Indicatore) -> str:
    target = describe_expected(maker, indicatore)
    words = "; ".join(filter(None, (target, indicatore.motivo, indicatore.nota)))
    return f"{indicatore.nome}: {words}" if words else indicatore.nome


def _kind_of_objective(maker: Maker, tipo: TipoObiettivo) -> Cell:
    words = ", ".join(maker.label(f"tipo_{nome}") for nome in tipo.tipi).capitalize()
    return lead_cell(maker, words, tipo.testo)


def _staff(maker: Maker, personale: PersonaleIntegrato) -> Cell:
    blocks: list[Block] = []
    for name, text in (("asst", personale.asst), ("ambiti", personale.ambiti)):
        if text:
            blocks.append(Paragraph((Text(maker.label(f"personale_{name}"), bold=True),)))
            blocks += maker.prose.blocks(text, 6)
    return RichCell(tuple(blocks))


def _names(maker: Maker, names: tuple[Any, ...]) -> Cell:
    if names and isinstance(names[0], Azione):
        return _actions(maker, names)
    return RichCell((Items(tuple((Paragraph(str(name)),) for name in names)),))


def _matrix(maker: Maker, marks: dict[str, tuple[str, ...]]) -> Cell:
    """The matrix AT × LI, marked with X."""
    linee = maker.profilo.linee_intervento
    head = (Row(("", *linee)),)
    rows = tuple(
        Row((f"{area.codice} {area.titolo}", *("X" if linea in marks.get(area.codice, ()) else "" for linea in linee)))
        for area in maker.profilo.aree_tematiche
    )
    columns = (Column(5, header=True), *(Column(1, "centro") for _ in linee))
    marked = ", ".join(f"{area}/{linea}" for area, linee_segnate in marks.items() for linea in linee_segnate)
    description = maker.label("descrizione_matrice", segni=marked)
    return RichCell((Table(columns, rows, head, description=description, style="matrice"),))


_ANSWERS: dict[type, Answer] = {
    str: lambda maker, value: maker.prose.cell(value),
    RispostaChiusa: answer_cell,
    Continuita: _continuity,
    RisorseEconomiche: _money,
    Risultati: results_cell,
    TipoObiettivo: _kind_of_objective,
    PersonaleIntegrato: _staff,
    tuple: _names,
    dict: _matrix,
    Decimal: lambda maker, value: str(value),
}
