# SPDX-License-Identifier: EUPL-1.2
"""What the rules on privacy know: which numbers count persons, and which rows are of one small place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pdz.calc._celle import parse_cell
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import Colonna, Tabella

HIDDEN = "(*)"
"""The sign with which ISTAT hides a small count."""

_PERSONS = tuple(
    "person utent minor bambin ragazz alunn student adult anzian over donn femmin uomin masch disabil invalid stranier "
    "cittadin abitant resident popolazion famigli nucle richiedent beneficiar assistit ospit vittim detenut neonat "
    "nati giovan padri madri genitor caregiver pazient disoccupat inoccupat occupat individu iscritt dimess inserit "
    "seguit certificat msna neet".split()
)
_THINGS = tuple(
    "post unit struttur serviz domand pratic giorn progett intervent assistent operator educator dipendent volontar "
    "consiglier sindac psicolog mediator tirocin laborator incontr allogg appartament nido nidi centr scuol spes cost "
    "import euro contribut fond voucher bon misur indic tass quot percent rapport media reddit superfic densit "
    "cooperativ associazion colloqu access segnalazion ricover buon patt".split()
)
_STAFF = tuple(
    "personale assistent operator educator dipendent volontar consiglier sindac psicolog mediator medic pediatr "
    "infermier insegnant docent professionist pedagogist impiegat funzionar".split()
)
"""Who works in the services, whose number tells nothing of who uses them."""
_WHOLE = {"caso": True, "casi": True, "ore": False, "ente": False, "enti": False, "comune": False, "comuni": False}
"""Words that count only whole: «casi», not «casa»; «comuni», not «comunità»."""
_PLACES = tuple("comune comuni frazion quartier località localita scuol pless istitut struttur parrocchi".split())
_TOTALS = tuple("total ambito distretto complessiv tutt".split())


def counts_persons(title: str, unit: str | None = None) -> bool | None:
    """True when a number counts persons or families, False when it counts something else, None when nobody says.

    The unit decides; without it the first noun that counts: «Minori seguiti dal servizio», not «Servizi per minori».
    «Persone» may be the unit of who works there too: then the title decides.
    """
    if unit is not None and counts_staff(title):
        return False
    if unit is None and ":" in title and counts_persons(title.partition(":")[2]):
        return True
    for word in re.findall(r"[^\W\d_]+", (unit if unit is not None else title).casefold()):
        if word in _WHOLE:
            return _WHOLE[word]
        if word.startswith(_THINGS):
            return False
        if word.startswith(_PERSONS):
            return True
    return None if unit is None else False


def counts_staff(title: str) -> bool:
    """True when the first noun that counts persons is of who works: «Educatori in servizio», not «Utenti seguiti»."""
    for word in re.findall(r"[^\W\d_]+", title.casefold()):
        if word.startswith(_STAFF):
            return True
        if word.startswith(_PERSONS):
            return False
    return False


def is_place(name: str) -> bool:
    """True when the rows of a table with this key are of one small place each."""
    return name.strip().casefold().startswith(_PLACES)


def is_total(name: str) -> bool:
    """True when a row or a column is the sum of the others."""
    return name.strip().casefold().startswith(_TOTALS)


def names_comuni(piano: Piano) -> frozenset[str]:
    """The names of the Comuni of the Ambito, for comparison."""
    return frozenset(comune.nome.strip().casefold() for comune in piano.ambito.comuni)


@dataclass(frozen=True, slots=True)
class Conteggi:
    """A table whose columns count persons."""

    path: Path
    tabella: Tabella
    colonne: tuple[Colonna, ...]
    """The columns that are printed, count persons and are of a place, or stand in a table whose rows are."""

    def cells(self) -> Iterator[tuple[Path, str, Colonna, str]]:
        """Place, name of the row, column and text of each cell, without the rows of the totals."""
        for number, row in enumerate(self.tabella.dati):
            name = (row.get(self.tabella.chiave) or "").strip()
            if not is_total(name):
                for colonna in self.colonne:
                    text = (row.get(colonna.campo) or "").strip()
                    yield (*self.path, "dati", number, colonna.campo), name, colonna, text


def iter_conteggi(piano: Piano) -> Iterator[Conteggi]:
    """The tables that count persons place by place."""
    comuni = names_comuni(piano)
    for index, tabella in enumerate(piano.tabelle):
        by_row = is_place(tabella.chiave) or is_place(tabella.intestazione_chiave)
        if not by_row and comuni:
            by_row = any((row.get(tabella.chiave) or "").strip().casefold() in comuni for row in tabella.dati)
        persons, staff = counts_persons(tabella.titolo), counts_staff(tabella.titolo)
        colonne = tuple(
            colonna
            for colonna in tabella.colonne
            if colonna.tipo == "numero" and colonna.stampa and not colonna.decimali and colonna.denominatore is None
            if by_row or colonna.titolo.strip().casefold() in comuni
            if _counts(colonna, persons, comuni) and not (staff and counts_persons(colonna.titolo) is not True)
        )
        if colonne:
            yield Conteggi(("tabelle", index), tabella, colonne)


def _counts(colonna: Colonna, persons: bool | None, comuni: frozenset[str]) -> bool:
    own = None if colonna.titolo.strip().casefold() in comuni else counts_persons(colonna.titolo, colonna.unita)
    return bool(persons if own is None else own)


def read_count(text: str) -> int | None:
    """The whole number of a cell, if it is one."""
    value = parse_cell(text)
    if value is None or isinstance(value, str) or not value.is_finite() or abs(value) >= 10**12:
        return None
    return int(value) if value == int(value) else None
