# SPDX-License-Identifier: EUPL-1.2
"""The «quadro di raffronto» of two plans: what the Assemblea reads to know what changed."""

from collections.abc import Callable, Iterator
from itertools import chain

from pdz.compare import Raffronto
from pdz.compare.judgements import Judgement
from pdz.doctree import Cover, Document, Heading, ListOfCharts, ListOfTables, Section, TableOfContents
from pdz.documents._confronti import Pair, make_pair
from pdz.documents._confronti._altro import other_changes
from pdz.documents._confronti._breve import summary
from pdz.documents._confronti._esiti import outcomes
from pdz.documents._confronti._fondi import funds
from pdz.documents._confronti._guardare import to_look_at
from pdz.documents._confronti._indicatori import indicators
from pdz.documents._confronti._obiettivi import objectives
from pdz.documents._frame import Frame
from pdz.documents._maker import Flow, Piece
from pdz.model import Piano

_CHAPTERS: tuple[tuple[str, tuple[str, ...], Callable[[Pair], Iterator[Piece]]], ...] = (
    ("obiettivi", ("obiettivi", "leps", "macroaree"), objectives),
    ("esiti", ("esiti", "obiettivi", "indicatori"), lambda pair: chain(outcomes(pair), indicators(pair))),
    ("fondi", ("fondi", "pnrr", "progetti"), funds),
    ("altro", (), other_changes),
    ("guardare", (), to_look_at),
)
"""Chapters in order: name of the label, subjects that ask for it (none: always), content."""


def build(
    raffronto: Raffronto, giudizi: tuple[Judgement, ...], frame: Frame, argomenti: tuple[str, ...] = ()
) -> Document:
    """Cover, a page in short, objectives side by side, outcomes, funds, what else changed, what to look at."""
    pair, flow = make_pair(raffronto, giudizi, frame, argomenti), Flow()
    flow.add((Heading(1, pair.label("raffronto_breve"), "breve", "1"), *summary(pair)))
    number = 1
    for name, subjects, content in _CHAPTERS:
        pieces = [*content(pair)] if not subjects or pair.wants(*subjects) else []
        if pieces:
            number += 1
            flow.new_page()
            flow.add((Heading(1, pair.label(f"raffronto_{name}"), name, str(number)), *pieces))
    front = Section((TableOfContents(2), ListOfTables(), ListOfCharts()))
    title = pair.label("raffronto_titolo")
    subject = pair.label("raffronto_oggetto", prima=pair.titles[0], dopo=pair.titles[1])
    return Document(title, (front, *flow.finish()), _cover(pair, title), _author(pair), subject)


def _cover(pair: Pair, title: str) -> Cover:
    one, other = pair.prima.piano, pair.dopo.piano
    plans = tuple(_plan(piano) for piano in (one, other))
    names = dict.fromkeys((one.ambito.nome, other.ambito.nome))
    bodies = tuple(pair.label("copertina_ambito", nome=name) for name in reversed(names))
    between = pair.label("raffronto_tra", prima=plans[0], dopo=plans[1])
    versions = pair.label("raffronto_versioni", piano=plans[1])
    return Cover(title, versions if plans[0] == plans[1] else between, bodies)


def _plan(piano: Piano) -> str:
    """The title of a plan, with its triennio when the title does not say it."""
    said = all(year in piano.titolo for year in piano.triennio.split("-"))
    return piano.titolo if said else f"{piano.titolo}, {piano.triennio}"


def _author(pair: Pair) -> str:
    return pair.dopo.piano.autore or pair.dopo.capofila() or pair.dopo.piano.ambito.nome
