# SPDX-License-Identifier: EUPL-1.2
"""What else changed: the Comuni of the Ambito, then every subject with how much of it came in, went out, changed."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pdz.compare import ARGOMENTI, Tipo
from pdz.compare.comuni import compare_comuni
from pdz.dates import format_date
from pdz.doctree import Block, Cell, Column, Heading, Items, Number, Paragraph, Row, Table
from pdz.documents._confronti import Pair
from pdz.model.ambito import Comune

_TOLD = "obiettivi"
"""The subject that has its own chapter: a tied objective would count here as one that came and one that went."""


def other_changes(pair: Pair) -> Iterator[Block]:
    """Comuni one by one; the other subjects counted, because all their changes would fill a book."""
    if pair.wants("ambito"):
        yield from _comuni(pair)
    counts = Counter((c.argomento, c.tipo) for c in pair.raffronto.cambi if pair.wants(c.argomento))
    subjects = [name for name in ARGOMENTI if name != _TOLD and any(counts[name, tipo] for tipo in Tipo)]
    if not subjects:
        return
    yield Heading(2, pair.label("raffronto_conteggi"), "conteggi")
    yield Paragraph(pair.label("raffronto_conteggi_apertura"))
    rows = tuple(
        Row((pair.label(f"argomento_{name}"), *(_count(counts[name, tipo]) for tipo in Tipo))) for name in subjects
    )
    head = Row((pair.label("raffronto_argomento"), *(pair.label(f"raffronto_{tipo}") for tipo in Tipo)))
    columns = (Column(3, header=True), *(Column(1, "destra") for _ in Tipo))
    caption = pair.label("raffronto_didascalia_conteggi")
    yield Table(columns, rows, (head,), caption, "raffronto_conteggi", description=caption)


def _count(number: int) -> Cell:
    return Number(Decimal(number), 0) if number else "—"


def _comuni(pair: Pair) -> Iterator[Block]:
    found = compare_comuni(pair.raffronto.prima, pair.raffronto.dopo)
    if not any(found.elencati):
        return
    yield Heading(2, pair.label("raffronto_comuni"), "comuni")
    if not all(found.elencati):
        yield Paragraph(pair.label("raffronto_comuni_un_solo_piano"))
    elif not found.entrati and not found.usciti:
        yield Paragraph(pair.label("raffronto_comuni_uguali"))
    for name, comuni, tell in (("entrati", found.entrati, _came), ("usciti", found.usciti, _left)):
        if comuni:
            yield Paragraph(pair.label(f"raffronto_comuni_{name}"))
            yield Items(tuple((Paragraph(tell(pair, comune)),) for comune in comuni))


def _came(pair: Pair, comune: Comune) -> str:
    return comune.nome + (pair.label("raffronto_dal", data=format_date(comune.dal)) if comune.dal else "")


def _left(pair: Pair, comune: Comune) -> str:
    ended = pair.label("raffronto_al", data=format_date(comune.al)) if comune.al else ""
    merged = pair.label("raffronto_confluito", nome=comune.confluito_in) if comune.confluito_in else ""
    return comune.nome + merged + ended
