# SPDX-License-Identifier: EUPL-1.2
"""What a person must look at: the judgements, with what each means and how to mend it."""

from collections import Counter
from collections.abc import Iterator

from pdz.doctree import Block, Column, Paragraph, Row, Table, Text
from pdz.documents._confronti import Pair
from pdz.findings import Severity


def to_look_at(pair: Pair) -> Iterator[Block]:
    """One table: code and severity, what was found, what to do; nothing when there is nothing to look at."""
    if not pair.giudizi:
        return
    yield Paragraph(pair.label("raffronto_guardare_apertura"))
    rows = tuple(
        Row(
            (
                (Text(one.code, bold=True), Text(f" {pair.label(f'raffronto_{one.severity}')}")),
                _sentence(one.message),
                _sentence(one.hint),
            )
        )
        for one in pair.giudizi
    )
    names = ("raffronto_codice", "raffronto_trovato", "raffronto_rimedio")
    head = Row(tuple(pair.label(name) for name in names))
    caption = pair.label("raffronto_didascalia_guardare")
    columns = (Column(1.4, header=True), Column(5), Column(4))
    yield Table(columns, rows, (head,), caption, "raffronto_guardare", description=caption)


def count_to_look_at(pair: Pair) -> str:
    """«1 errore, 4 avvertimenti»; empty without any."""
    count = Counter(one.severity for one in pair.giudizi)
    parts = []
    for severity in Severity:
        if number := count[severity]:
            parts.append(pair.label(f"raffronto_{severity}_{'uno' if number == 1 else 'molti'}", numero=number))
    return ", ".join(parts)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
