# SPDX-License-Identifier: EUPL-1.2
"""LEPS and macro areas: how many objectives each had, and has."""

from collections.abc import Iterator

from pdz.compare import RigaObiettivi
from pdz.doctree import Block, Cell, Column, Row, Table
from pdz.documents._confronti import Pair, listed, named
from pdz.documents._confronti._importi import count_cells


def coverage(pair: Pair) -> Iterator[Block]:
    """A table of the LEPS with their objectives, one of the macro areas with how many they are."""
    if pair.wants("leps", "obiettivi") and any(riga.prima or riga.dopo for riga in pair.raffronto.leps):
        yield _table(pair, "leps", [(_name(riga), _objectives(pair, riga)) for riga in pair.raffronto.leps])
    told = [riga for riga in pair.raffronto.macroaree if riga.prima or riga.dopo]
    if pair.wants("macroaree", "obiettivi") and told:
        rows = [(_name(riga), _counts(pair, riga)) for riga in told]
        yield _table(pair, "macroaree", rows, pair.label("raffronto_differenza"))


def _counts(pair: Pair, riga: RigaObiettivi) -> tuple[Cell, ...]:
    """Before, after, difference; a dash for the plan that tells no objective at all."""
    legami = pair.raffronto.legami
    before = len(riga.prima) if legami.sorti else None
    return count_cells(before, len(riga.dopo) if legami.origini else None)[:3]


def _name(riga: RigaObiettivi) -> str:
    return f"{riga.codice} {riga.titolo}".strip()


def _objectives(pair: Pair, riga: RigaObiettivi) -> tuple[Cell, ...]:
    """The objectives of both plans by title; a LEPS that nobody covers has a dash."""
    sides = ((pair.prima.piano, riga.prima), (pair.dopo.piano, riga.dopo))
    return tuple(
        listed([named(one, one.titolo) for one in map(piano.obiettivi.__getitem__, at)]) or "—" for piano, at in sides
    )


def _table(pair: Pair, kind: str, rows: list[tuple[str, tuple[Cell, ...]]], *more: str) -> Table:
    caption = pair.label(f"raffronto_didascalia_{kind}")
    head = (pair.label(f"argomento_{kind}"), *pair.titles, *more)
    columns = (
        Column(3, header=True),
        *(Column(1.5 if more else 4, "destra" if more else "sinistra") for _ in head[1:]),
    )
    body = tuple(Row((name, *cells)) for name, cells in rows)
    return Table(columns, body, (Row(head),), caption, f"raffronto_{kind}", description=caption)
