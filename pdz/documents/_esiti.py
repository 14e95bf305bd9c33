# SPDX-License-Identifier: EUPL-1.2
"""Chapter 1: the «grado di raggiungimento» tables, objectives of sistema, projects of the quota premiale, series."""

from collections.abc import Iterator
from itertools import groupby

from pdz.calc._esatto import count_decimals
from pdz.calc.gradi import count_azioni
from pdz.calc.stampa import NON_CALCOLABILE, format_calcolo
from pdz.doctree import Block, Cell, Column, Heading, Paragraph, RichCell, Row, Table, Text
from pdz.documents._automatici import automatic_charts
from pdz.documents._forms import answer_cell, lead_cell
from pdz.documents._maker import Maker, Piece
from pdz.documents._sistema import series_table
from pdz.documents._valori import describe_indicatore, format_misura
from pdz.model._tipi import RispostaChiusa
from pdz.model.esiti import Esito, Indicatore, Riproposta
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent
from pdz.profiles._schema import Modulo, RigaModulo

COLUMNS = (Column(34, header=True), Column(33), Column(33))


def outcomes(maker: Maker) -> Iterator[Piece]:
    """The outcomes of the past triennium, by macro area."""
    if maker.piano.esiti:
        yield from maker.frame("piano/esiti")
        yield from _count(maker)
        yield from automatic_charts(maker, "esiti")
    titles = maker.past_titles()
    for codice, group in groupby(maker.piano.esiti, key=lambda esito: esito.macroarea):
        if codice is not None:
            yield Heading(
                3,
                maker.label("macroarea", codice=codice, titolo=titles.get(codice, "")),
                f"macroarea_{codice}",
            )
        for esito in group:
            yield from outcome(maker, esito, 3 if codice is None else 4)


def _count(maker: Maker) -> Iterator[Block]:
    count = maker.quadro.conteggi.get("")
    if count is not None and count.totale and count.calcolabili < count.totale:
        missing = count.totale - count.calcolabili
        yield Paragraph(maker.label("conteggio_indicatori", mancanti=missing, totale=count.totale), "fonte")


def outcome(maker: Maker, esito: Esito, level: int) -> Iterator[Piece]:
    """Heading, narrative, form and actions of one outcome."""
    number = maker.label("obiettivo_numero", numero=esito.numero) if esito.numero else ""
    label = maker.label("area_prioritaria") if esito.tipo == "area" else number
    yield Heading(level, f"{label}{esito.titolo}", esito.id, number="")
    yield from maker.prose.blocks(esito.testo, level)
    modulo = maker.form(esito.modulo or maker.piano.modulo_esiti or maker.profilo.modulo_esiti)
    yield make_outcome_form(maker, modulo, esito)
    if esito.azioni is not None and esito.azioni.elenco:
        yield _actions(maker, esito)
    for monitoraggio in maker.piano.monitoraggi:
        if monitoraggio.esito == esito.id and monitoraggio.id not in maker.inserted:
            yield series_table(maker, monitoraggio)
            yield from automatic_charts(maker, monitoraggio.id)


def make_outcome_form(maker: Maker, modulo: Modulo, esito: Esito) -> Table:
    """The official table of one outcome."""
    rows: list[Row] = []
    for riga, label in zip(modulo.righe, maker.row_labels(modulo), strict=True):
        rows.append(Row((label, _span(_answer(maker, riga, esito)))))
        if riga.campo == "grado" and esito.indicatori is not None:
            rows += _indicators(maker, modulo, esito)
    left, right = modulo.intestazioni[:2] if len(modulo.intestazioni) >= 2 else ("", "")
    head = (Row((left, RichCell((Paragraph(right),), colspan=2, header=True))),) if left else ()
    return Table(
        COLUMNS,
        tuple(rows),
        head,
        description=maker.label("descrizione_esito", titolo=esito.titolo),
        style="modulo",
    )


def _span(cell: Cell) -> RichCell:
    if isinstance(cell, RichCell):
        return RichCell(cell.blocks, colspan=2)
    return RichCell((Paragraph(cell if isinstance(cell, (str, tuple)) else (cell,)),), colspan=2)


def _answer(maker: Maker, riga: RigaModulo, esito: Esito) -> Cell:
    missing = maker.missing(riga.campo, esito.assenti)
    match riga.campo:
        case "grado":
            return _grado(maker, esito)
        case "valutazione_utenti":
            return _users(maker, esito) or missing
        case "adeguatezza_risorse":
            return _adequacy(maker, esito) or missing
        case "risorse":
            return _coincidence(maker, esito) or missing
        case "criticita":
            return maker.prose.cell(esito.criticita) or missing
        case "riproposto":
            return _continues(maker, esito.riproposto) if esito.riproposto else missing
        case _:
            value = getattr(esito, riga.campo, None)
            return answer_cell(maker, value) if isinstance(value, RispostaChiusa) else missing


def _grado(maker: Maker, esito: Esito) -> Cell:
    blocks: list[Block] = []
    grado = maker.quadro.gradi.get(esito.id)
    if grado is not None and grado.calcolo.valore is not None:
        blocks.append(Paragraph((Text(grado.stampa, bold=True), Text(_from_actions(maker, esito)))))
    elif grado is not None and esito.azioni is not None and not _is_absent("grado", esito):
        blocks.append(Paragraph((Text(f"{NON_CALCOLABILE}: {grado.calcolo.motivo}", italic=True),)))
    else:
        blocks.append(Paragraph(maker.missing("grado", esito.assenti)))
    blocks += maker.prose.blocks(esito.attuazione, 6)
    if esito.indicatori is not None:
        blocks += maker.prose.blocks(esito.indicatori.nota, 6)
    return RichCell(tuple(blocks))


def _is_absent(campo: str, esito: Esito) -> bool:
    return any(assenza.campo == campo for assenza in esito.assenti)


def _from_actions(maker: Maker, esito: Esito) -> str:
    """« — 4 azioni realizzate su 5 programmate», empty when the grado is declared."""
    azioni = count_azioni(esito.azioni, ())
    if isinstance(azioni, str):
        return ""
    done, planned = azioni.realizzate, azioni.programmate
    words = {
        "realizzate": maker.label("azione_realizzata")
        if done == 1
        else maker.label("azioni_realizzate", numero=format_number(done, count_decimals(done))),
        "programmate": maker.label("azione_programmata")
        if planned == 1
        else maker.label("azioni_programmate", numero=format_number(planned)),
    }
    return f" — {maker.label('azioni_su', **words)}"


def _indicators(maker: Maker, modulo: Modulo, esito: Esito) -> Iterator[Row]:
    expected, actual = (*modulo.intestazioni_indicatori, "", "")[:2]
    for name, title in modulo.gruppi_indicatori.items():
        group: tuple[Indicatore, ...] = getattr(esito.indicatori, name, ())
        if not group:
            continue
        yield Row((title, expected, actual), "gruppo")
        for indicatore in group:
            previsto, realizzato = describe_indicatore(maker, indicatore)
            yield Row((indicatore.nome, previsto or "—", maker.prose.cell(realizzato) or "—"))


def _users(maker: Maker, esito: Esito) -> Cell:
    value = esito.valutazione_utenti
    if value is None:
        return ""
    parts = [value.stato.capitalize()] if value.stato else []
    if value.punteggio is not None:
        scale = maker.label("scala_punteggio", scala=value.scala) if value.scala else ""
        parts.append(maker.label("punteggio", punteggio=format(value.punteggio, "f").replace(".", ",")) + scale)
    if value.percentuale is not None:
        parts.append(format_percent(value.percentuale))
    return lead_cell(maker, ". ".join(parts), value.testo)


def _adequacy(maker: Maker, esito: Esito) -> Cell:
    value = esito.adeguatezza_risorse
    if value is None:
        return ""
    words = value.giudizio or ""
    if value.percentuale is not None:
        words = format_misura(value.percentuale) + (f" ({words})" if words else "")
    return lead_cell(maker, words[:1].upper() + words[1:], value.nota)


def _coincidence(maker: Maker, esito: Esito) -> Cell:
    value = maker.quadro.coincidenze.get(esito.id)
    if value is None or esito.risorse is None:
        return ""
    parts = [format_calcolo(value) if value.valore is not None else f"{NON_CALCOLABILE}: {value.motivo}"]
    if esito.risorse.preventivato is not None and esito.risorse.pagato is not None:
        amounts = {
            "pagato": format_euro(esito.risorse.pagato),
            "preventivato": format_euro(esito.risorse.preventivato),
        }
        parts.append(maker.label("pagato_su_preventivato", **amounts))
    return lead_cell(maker, ". ".join(parts), esito.risorse.nota)


def _continues(maker: Maker, answer: Riproposta) -> Cell:
    titles = {obiettivo.id: f"«{obiettivo.titolo}»" for obiettivo in maker.piano.obiettivi}
    if not answer.come:
        return answer_cell(maker, answer)
    names = maker.label("riproposto_come", obiettivi=", ".join(titles.get(name, name) for name in answer.come))
    text = " ".join(filter(None, (answer.testo, names)))
    return answer_cell(maker, RispostaChiusa(risposta=answer.risposta, testo=text))


def _actions(maker: Maker, esito: Esito) -> Table:
    assert esito.azioni is not None
    rows = []
    for azione in esito.azioni.elenco:
        state = maker.label("stato_azione", stato=azione.stato)
        result = maker.prose.blocks(azione.risultati, 6)
        rows.append(
            Row(
                (
                    azione.nome,
                    maker.prose.cell(azione.descrizione),
                    RichCell((Paragraph((Text(state, bold=True),)), *result)),
                )
            )
        )
    return maker.table("esiti_area", rows, maker.label("didascalia_azioni", titolo=esito.titolo), f"azioni_{esito.id}")
