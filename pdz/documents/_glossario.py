# SPDX-License-Identifier: EUPL-1.2
"""The glossary of acronyms."""

from collections.abc import Iterator

from pdz.doctree import Column, Heading, Row, Table
from pdz.documents._maker import Maker, Piece


def glossary(maker: Maker) -> Iterator[Piece]:
    """Acronyms in alphabetical order."""
    yield Heading(1, maker.label("glossario"), "glossario", number="")
    rows = []
    for sigla in sorted(maker.piano.glossario, key=lambda s: s.sigla.casefold()):
        rows.append(Row((sigla.sigla, maker.prose.cell(". ".join(filter(None, (sigla.significato, sigla.nota)))))))
    head = (Row((maker.label("sigla"), maker.label("significato"))),)
    yield Table((Column(1, header=True), Column(4)), tuple(rows), head, description=maker.label("glossario"))
