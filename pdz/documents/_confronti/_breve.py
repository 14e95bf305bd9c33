# SPDX-License-Identifier: EUPL-1.2
"""The page in short: how many objectives, what became of them, how much money, how many Comuni."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pdz.compare import Destino
from pdz.compare.comuni import count_comuni
from pdz.doctree import Block, Column, Number, Paragraph, Row, Table
from pdz.documents._confronti import Pair
from pdz.documents._confronti._guardare import count_to_look_at
from pdz.documents._confronti._importi import COLUMNS, count_cells, head_cells, is_comparable, money_cells

_NEW = "nuovo"


def summary(pair: Pair) -> Iterator[Block]:
    """The first page."""
    yield from _cautions(pair)
    if not pair.raffronto.cambi:
        yield Paragraph(pair.label("raffronto_uguali"))
    yield _totals(pair)
    if pair.wants("obiettivi"):
        yield from _fates(pair)
    if pair.wants("esiti", "obiettivi"):
        yield from _gradi(pair)
    if pair.giudizi:
        yield Paragraph(pair.label("raffronto_quanti_guardare", quanti=count_to_look_at(pair)))


def _cautions(pair: Pair) -> Iterator[Block]:
    """What a reader must know before trusting the rest."""
    one, other = pair.prima.piano, pair.dopo.piano
    if one.triennio != other.triennio:
        yield Paragraph(pair.label("raffronto_avvertenza"))
    if not pair.raffronto.stesso_ambito:
        yield Paragraph(pair.label("raffronto_ambiti_diversi", prima=one.ambito.nome, dopo=other.ambito.nome))
    if one.triennio > other.triennio:
        yield Paragraph(pair.label("raffronto_scambiati"))
    told = other.triennio_precedente
    if one.triennio < other.triennio and told not in {None, one.triennio}:
        yield Paragraph(pair.label("raffronto_altri_esiti", dati=told, prima=one.triennio))
    if pair.prima.profilo.schema_macroaree != pair.dopo.profilo.schema_macroaree:
        yield Paragraph(pair.label("raffronto_schemi_diversi"))


def _totals(pair: Pair) -> Table:
    raffronto, rows = pair.raffronto, []
    if pair.wants("obiettivi"):
        counts = len(raffronto.legami.sorti) or None, len(raffronto.legami.origini) or None
        rows.append(Row((pair.label("raffronto_quanti_obiettivi"), *count_cells(*counts))))
    if pair.wants("ambito"):
        counts_ = (count_comuni(side.piano) for side in (raffronto.prima, raffronto.dopo))
        rows.append(Row((pair.label("raffronto_quanti_comuni"), *count_cells(*counts_))))
    if pair.wants("fondi"):
        total = raffronto.fondi.totale
        amounts = money_cells(total, comparable=is_comparable(total))
        rows.append(Row((pair.label("raffronto_quanti_fondi"), *amounts)))
    caption = pair.label("raffronto_didascalia_breve")
    return Table(COLUMNS, tuple(rows), (Row(head_cells(pair, pair.label("dato"))),), caption, description=caption)


def _fates(pair: Pair) -> Iterator[Block]:
    """How many objectives had each fate; a fate that none had is not named, and there is none without two plans."""
    legami = pair.raffronto.legami
    if not (legami.sorti and legami.origini):
        silent = "prima" if legami.origini else "dopo"
        if legami.sorti or legami.origini:
            yield Paragraph(pair.label(f"raffronto_senza_obiettivi_{silent}"))
        return
    count = Counter(str(sorte.destino) for sorte in legami.sorti)
    count[_NEW] = sum(origine.nuovo for origine in legami.origini)
    rows = tuple(
        Row((pair.label(f"raffronto_{name}"), Number(Decimal(count[name]), 0), pair.label(f"raffronto_che_{name}")))
        for name in (*map(str, Destino), _NEW)
        if count[name]
    )
    titles = (pair.label("raffronto_sorte"), pair.label("raffronto_quanti"), pair.label("raffronto_significato"))
    caption = pair.label("raffronto_didascalia_sorti", prima=pair.titles[0])
    columns = (Column(1.5, header=True), Column(0.8, "destra"), Column(4))
    yield Table(columns, rows, (Row(titles),), caption, description=caption)


def _gradi(pair: Pair) -> Iterator[Block]:
    """«Gradi di raggiungimento: 7 «ottimo», 5 «buono», 2 n.c.», in the order of the scale."""
    gradi = [sorte.consuntivo.grado for sorte in pair.raffronto.legami.sorti if sorte.consuntivo is not None]
    count = Counter(grado.giudizio for grado in gradi if grado is not None)
    order = [fascia.giudizio for fascia in reversed(pair.dopo.profilo.scala)]
    parts = [f"{count[name]} «{name}»" for name in order if count[name]]
    parts += [pair.label("raffronto_gradi_nc", numero=count[""])] if count[""] else []
    if parts:
        yield Paragraph(pair.label("raffronto_gradi", prima=pair.titles[0], conteggi=", ".join(parts)))
