# SPDX-License-Identifier: EUPL-1.2
"""What the rules know about the Comuni of the Ambito: which exist on a day, which tables have a row for each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pdz.calc.nomi import fold, is_rest, is_wider
from pdz.findings import Path, shorten
from pdz.model import Piano
from pdz.model.ambito import Comune


class Elenco(NamedTuple):
    """A table, or the demographic counts, with a row for each Comune."""

    path: Path
    nome: str
    """id and title."""
    righe: tuple[str, ...]
    chiave: str
    dal: date | None
    """First and last day to which the data refer; None when they are not dated."""
    al: date | None
    testi: str
    """The words around the data: a Comune that they name is not forgotten."""


def iter_elenchi(piano: Piano) -> Iterator[Elenco]:
    """The tables per Comune that have rows, in the order of the plan."""
    for index, tabella in enumerate(piano.tabelle):
        if fold(tabella.chiave) == "comune" and tabella.dati:
            words = (tabella.titolo, tabella.nota, tabella.fonte.nota if tabella.fonte else None)
            yield Elenco(
                ("tabelle", index),
                f"{tabella.id} «{shorten(tabella.titolo)}»",
                tuple((row.get(tabella.chiave) or "").strip() for row in tabella.dati),
                tabella.chiave,
                *find_days(tabella.al, tabella.anno),
                " ".join(word for word in words if word),
            )
    demografia = piano.demografia
    if demografia is not None and demografia.dati:
        rows = tuple((row.get("comune") or "").strip() for row in demografia.dati)
        note = demografia.fonte.nota if demografia.fonte is not None and demografia.fonte.nota else ""
        name = f"{demografia.id} «{shorten(demografia.titolo)}»"
        yield Elenco(("demografia",), name, rows, "comune", demografia.al, demografia.al, note)


def find_days(al: date | None, anno: str | None) -> tuple[date | None, date | None]:
    """The first and the last day to which a datum refers."""
    if al is not None or anno is None or not (len(anno) == 4 and anno.isascii() and anno.isdigit() and anno > "0000"):
        return al, al
    return date(int(anno), 1, 1), date(int(anno), 12, 31)


def is_alive(comune: Comune, first: date | None, last: date | None) -> bool:
    """True when a Comune exists on some of those days; without a day, when it exists now."""
    if first is None or last is None:
        return comune.al is None
    return (comune.dal is None or comune.dal <= last) and (comune.al is None or first <= comune.al)


def is_whole(piano: Piano) -> bool:
    """True when the plan lists all its Comuni, not some of them."""
    ambito = piano.ambito
    listed = sum(comune.al is None for comune in ambito.comuni)
    return bool(ambito.comuni) and (ambito.numero_comuni is None or ambito.numero_comuni <= listed)


def list_wider(piano: Piano) -> frozenset[str]:
    """The names, folded, that the plan itself gives to territories of several Comuni."""
    ambito = piano.ambito
    own = {fold(comune.nome) for comune in ambito.comuni}
    names: Sequence[str | None] = (
        ambito.nome,
        ambito.distretto,
        ambito.ats,
        ambito.asst,
        *(tabella.riga_ambito for tabella in piano.tabelle),
    )
    return frozenset(fold(name) for name in names if name) - own


def list_own(piano: Piano) -> Mapping[str, Comune]:
    """The Comuni by folded name."""
    return {fold(comune.nome): comune for comune in piano.ambito.comuni}


def is_comune(name: str, wider: frozenset[str], own: Mapping[str, Comune]) -> bool:
    """True for a row that should be a Comune: not a total, a wider territory, a remainder, the Ambito's own row."""
    folded = fold(name)
    return folded in own or not (folded in wider or is_wider(name) or is_rest(name))


def list_missing(piano: Piano, elenco: Elenco) -> list[Comune]:
    """The Comuni of the Ambito that have no row and existed on the day of the data."""
    rows = {fold(name) for name in elenco.righe}
    return [
        comune
        for comune in piano.ambito.comuni
        if fold(comune.nome) not in rows and is_alive(comune, elenco.dal, elenco.al)
    ]
