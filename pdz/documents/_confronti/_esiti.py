# SPDX-License-Identifier: EUPL-1.2
"""What was promised and what was reached: the outcomes of the old objectives, and whether they are proposed again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from pdz.compare import Sorte
from pdz.compare.consuntivi import Consuntivo
from pdz.doctree import Block, Cell, Column, Row, Table
from pdz.documents._automatici import make_automatic
from pdz.documents._confronti import Pair, listed, named
from pdz.documents._confronti._obiettivi import fate
from pdz.documents._maker import Piece, Wide
from pdz.documents._valori import describe_expected, list_actual
from pdz.model.esiti import Esito, Indicatore

_Told: TypeAlias = tuple[Sorte, Consuntivo]


def outcomes(pair: Pair) -> Iterator[Piece]:
    """The gradi drawn, then what each objective reached; nothing when the new plan tells no outcome.

    Objectives of sistema have no grado: what was done for them stands in a table of its own.
    """
    told = [(sorte, sorte.consuntivo) for sorte in pair.raffronto.legami.sorti if sorte.consuntivo is not None]
    if not told:
        return
    yield from _chart(pair)
    for kind, wanted in (("sistema", True), ("esiti", False)):
        held = [one for one in told if bool(one[1].risultati) is wanted]
        if held:
            table = _table(pair, held, kind)
            yield Wide((table,)) if len(table.columns) > _NARROW else table


_GRADI = "grafico_gradi"
_NARROW = 4
"""Tables with more columns than this go on a landscape page."""


def _chart(pair: Pair) -> Iterator[Block]:
    """The gradi of all the outcomes that the new plan tells, as the plan itself draws them."""
    automatico = pair.dopo.quadro.automatici.get(_GRADI)
    if automatico is not None:
        caption = pair.label("raffronto_didascalia_gradi", prima=pair.titles[0])
        yield replace(make_automatic(pair.dopo, automatico), caption=caption, id="raffronto_gradi")


_COLUMNS: tuple[tuple[str, float, Callable[[Pair, _Told], Cell]], ...] = (
    ("obiettivo", 3, lambda pair, told: _name(pair, told[0])),
    ("esito", 1.2, lambda pair, told: _reached(pair, told[1])),
    ("indicatori", 9, lambda pair, told: listed([_promise(pair, one) for one in told[1].indicatori])),
    ("risultati", 5, lambda pair, told: listed(told[1].risultati)),
    ("riproposto", 1.3, lambda pair, told: _again(pair, told[1])),
    ("sorte", 1.5, lambda pair, told: fate(pair, told[0])),
)
"""Columns of the table: name of the label, width, what they hold; one without anything is left out."""


def _table(pair: Pair, told: list[_Told], kind: str) -> Table:
    cells = [[make(pair, one) for one in told] for _, _, make in _COLUMNS]
    kept = [place for place, column in enumerate(cells) if any(column)]
    rows: list[Row] = []
    for area, held in groupby(range(len(told)), key=lambda place: _area(pair, told[place][1])):
        if area is not None:
            rows.append(Row((_describe_area(pair, area),), "gruppo"))
        rows += [Row(tuple(cells[column][place] or "—" for column in kept)) for place in held]
    head = Row(tuple(pair.label(f"raffronto_{_COLUMNS[place][0]}") for place in kept))
    columns = tuple(Column(_COLUMNS[place][1], header=place == 0) for place in kept)
    caption = pair.label(f"raffronto_didascalia_{kind}", prima=pair.titles[0], dopo=pair.titles[1])
    return Table(columns, tuple(rows), (head,), caption, f"raffronto_{kind}", description=caption)


def _area(pair: Pair, consuntivo: Consuntivo) -> Esito | None:
    """The outcome of the area that tells the objective as one of its actions."""
    return pair.dopo.piano.esiti[int(consuntivo.path[1])] if consuntivo.stato else None


def _describe_area(pair: Pair, esito: Esito) -> str:
    grado, again = pair.dopo.quadro.gradi.get(esito.id), esito.riproposto
    told = esito.titolo
    if grado is not None:
        told = pair.label("raffronto_esito_area", titolo=told, grado=grado.stampa)
    if again is None or again.risposta is None:
        return told
    return pair.label("raffronto_esito_area_riproposta", esito=told, risposta=_answer(pair, again.risposta))


def _name(pair: Pair, sorte: Sorte) -> Cell:
    one = pair.prima.piano.obiettivi[sorte.posto]
    return named(one, one.titolo)


def _reached(pair: Pair, consuntivo: Consuntivo) -> str:
    if consuntivo.grado is not None:
        return consuntivo.grado.stampa
    return pair.label("raffronto_azione", stato=consuntivo.stato) if consuntivo.stato else ""


def _again(pair: Pair, consuntivo: Consuntivo) -> str:
    return "" if consuntivo.riproposto is None else _answer(pair, consuntivo.riproposto)


def _answer(pair: Pair, yes: bool) -> str:
    return pair.label("si" if yes else "no")


def _promise(pair: Pair, indicatore: Indicatore) -> str:
    """«nome: previsto 90%, non rilevabile (manca il dato)», only what the plan says."""
    expected = describe_expected(pair.dopo, indicatore, actual=indicatore.realizzato is not None)
    actual = "; ".join(_list_actual(pair, indicatore))
    if actual and not _is_state(indicatore):
        actual = pair.label("raffronto_realizzato", valore=actual)
    said = [pair.label("raffronto_previsto", valore=expected)] if expected else []
    words = _explain(", ".join([*said, *filter(None, (actual,))]), indicatore)
    return f"{indicatore.nome}: {words or pair.label('raffronto_senza_valori')}"


def describe_reached(pair: Pair, indicatore: Indicatore) -> str:
    """What was reached, with the reasons that the plan gives: «non realizzata (in programma per il prossimo piano)»."""
    return _explain("; ".join(_list_actual(pair, indicatore)), indicatore)


def _list_actual(pair: Pair, indicatore: Indicatore) -> list[str]:
    """The actual values; a yearly mean says that it is one."""
    parts = list_actual(pair.dopo, indicatore)
    if indicatore.periodicita and indicatore.realizzato is not None:
        parts[0] += f" ({indicatore.periodicita})"
    return parts


def _is_state(indicatore: Indicatore) -> bool:
    return indicatore.realizzato is not None and indicatore.realizzato.stato is not None


def _explain(words: str, indicatore: Indicatore) -> str:
    """With reason and note in brackets: a figure without them can say the opposite of what the plan says."""
    extra = ". ".join(text.strip().rstrip(".") for text in (indicatore.motivo, indicatore.nota) if text)
    return f"{words} ({extra})" if words and extra else words or extra
