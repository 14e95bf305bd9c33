# SPDX-License-Identifier: EUPL-1.2
"""Two or more plans -> Document: the «quadro di raffronto» of two, the series of several."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pdz.compare import Lato, Raffronto
from pdz.compare.judgements import Judgement
from pdz.doctree import Cell, Content, Items, Paragraph, RichCell, Text
from pdz.documents import Request
from pdz.documents._frame import Frame
from pdz.documents._maker import Maker
from pdz.model._tipi import Voce


@dataclass(frozen=True, slots=True)
class Pair:
    """Two compared plans and the tools to print what each says."""

    raffronto: Raffronto
    prima: Maker
    dopo: Maker
    giudizi: tuple[Judgement, ...] = ()
    """What must be looked at."""
    argomenti: tuple[str, ...] = ()
    """The subjects wanted; all when empty."""

    @property
    def titles(self) -> tuple[str, str]:
        """How the two plans are called above a column: by triennio, by Ambito, or as versions of one plan."""
        one, other = self.prima.piano, self.dopo.piano
        if one.triennio != other.triennio:
            return one.triennio, other.triennio
        if not self.raffronto.stesso_ambito:
            return one.ambito.nome, other.ambito.nome
        return self.label("raffronto_versione_prima"), self.label("raffronto_versione_dopo")

    def label(self, name: str, **values: object) -> str:
        """A label of the frame."""
        return self.dopo.label(name, **values)

    def wants(self, *argomenti: str) -> bool:
        """True when one of these subjects must be told."""
        return not self.argomenti or any(name in self.argomenti for name in argomenti)


def make_pair(
    raffronto: Raffronto, giudizi: tuple[Judgement, ...], frame: Frame, argomenti: tuple[str, ...] = ()
) -> Pair:
    """The two plans with the labels of one frame."""
    wanted = tuple(one for one in giudizi if not argomenti or not set(argomenti).isdisjoint(one.argomenti))
    return Pair(raffronto, make_side(raffronto.prima, frame), make_side(raffronto.dopo, frame), wanted, argomenti)


def make_side(lato: Lato, frame: Frame) -> Maker:
    """The tools of one plan; its texts are not printed here, so nothing is cited."""
    return Maker(Request(lato.piano, lato.profilo, lato.quadro, {}, frame, Path()), lambda *_: ())


def named(voce: Voce, title: str) -> Content:
    """A thing as a comparison prints it: its title, then its id, by which the two plans are searched."""
    return (Text(f"{title} "), Text(voce.id, italic=True))


def listed(contents: Sequence[Content]) -> Cell:
    """A cell with one text, or with a list of several; empty without any."""
    if len(contents) < 2:
        return contents[0] if contents else ""
    return RichCell((Items(tuple((Paragraph(content),) for content in contents)),))
