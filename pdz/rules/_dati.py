# SPDX-License-Identifier: EUPL-1.2
"""The data of context of a plan, each with its source and its date: facts, tables, charts, counts."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from pdz.calc._misure import find_tipo
from pdz.calc.grafici import owns_figures
from pdz.findings import Path, shorten
from pdz.model import Piano
from pdz.model._tipi import Provenienza
from pdz.model.contesto import Fatto, Tabella
from pdz.model.grafici import Grafico

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Dato(NamedTuple):
    """A datum, or a table of them."""

    path: Path
    nome: str
    """id and title, or what it is: it begins a sentence."""
    fonte: Provenienza | None
    al: date | None
    anno: str | None
    testi: str
    """Its titles and notes."""
    fatto: bool = False
    denaro: bool = False
    """It is an amount in euro."""
    definizioni: str = ""
    """What its columns mean."""

    @property
    def datato(self) -> bool:
        """True when it has a day or a year, or when its titles and notes say one."""
        return self.al is not None or bool(self.anno) or any(map(_YEAR.search, (self.testi, self.definizioni)))

    @property
    def posto(self) -> Path:
        """Where to say that something is missing."""
        return self.path if self.path in {("rete_offerta",), ("assistenti_sociali",)} else (*self.path, "id")

    @property
    def chiave_fonte(self) -> str:
        """The name by which sources are compared; empty without one."""
        return " ".join(self.fonte.nome.casefold().split()) if self.fonte is not None else ""


def iter_dati(piano: Piano) -> Iterator[Dato]:
    """Every datum that has a source of its own: not the facts that are made from other data."""
    for index, fatto in enumerate(piano.fatti):
        if fatto.rapporto is None and fatto.primato is None:
            yield _of_fatto(("fatti", index), fatto)
    for index, tabella in enumerate(piano.tabelle):
        if any(colonna.tipo != "testo" for colonna in tabella.colonne):
            yield _of_tabella(("tabelle", index), tabella)
    for index, grafico in enumerate(piano.grafici):
        if owns_figures(grafico):  # the others draw data that have a source where they stand
            yield _of_grafico(("grafici", index), grafico)
    if (demografia := piano.demografia) is not None and demografia.dati:
        name = f"{demografia.id} «{shorten(demografia.titolo)}»"
        words = _join(demografia.fonte, demografia.titolo)
        yield Dato(("demografia",), name, demografia.fonte, demografia.al, None, words)
    if (rete := piano.rete_offerta) is not None and (rete.voci or rete.totale is not None):
        yield Dato(("rete_offerta",), "le unità d'offerta", rete.fonte, rete.al, None, _join(rete.fonte))
    if (lavoro := piano.assistenti_sociali) is not None:
        words = _join(lavoro.fonte)
        yield Dato(("assistenti_sociali",), "gli assistenti sociali", lavoro.fonte, lavoro.al, None, words)


def _of_fatto(path: Path, fatto: Fatto) -> Dato:
    words = _join(fatto.fonte, fatto.nome, fatto.nota)
    return Dato(
        path,
        f"{fatto.id} «{shorten(fatto.nome)}»",
        fatto.fonte,
        fatto.al,
        fatto.anno,
        words,
        True,
        find_tipo(fatto.unita, False) == "euro",
    )


def _of_tabella(path: Path, tabella: Tabella) -> Dato:
    heads = (colonna.titolo for colonna in tabella.colonne)
    meanings = _join(None, *(colonna.definizione for colonna in tabella.colonne))
    rows = (row.get(tabella.chiave) for row in tabella.dati) if tabella.chiave != "comune" else ()
    words = _join(tabella.fonte, tabella.titolo, tabella.nota, *heads, *rows)
    name = f"{tabella.id} «{shorten(tabella.titolo)}»"
    return Dato(path, name, tabella.fonte, tabella.al, tabella.anno, words, definizioni=meanings)


def _of_grafico(path: Path, grafico: Grafico) -> Dato:
    series = (serie.nome for serie in grafico.serie)
    words = _join(grafico.fonte, grafico.titolo, *grafico.categorie, *series)
    return Dato(path, f"{grafico.id} «{shorten(grafico.titolo)}»", grafico.fonte, grafico.al, grafico.anno, words)


def _join(fonte: Provenienza | None, *words: str | None) -> str:
    source: Iterable[str | None] = (fonte.nome, fonte.nota) if fonte is not None else ()
    return " ".join(word for word in (*words, *source) if word)
