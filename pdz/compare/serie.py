# SPDX-License-Identifier: EUPL-1.2
"""Several plans side by side, one column each: the trienni of an Ambito, or the Ambiti of a triennio.

Every figure is one that a plan holds or that pdz computes from it; where a plan does not say, the cell is empty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pdz.calc import Grado
from pdz.calc.gradi import compute_gradi_complessivi
from pdz.calc.nomi import fold
from pdz.compare import is_related
from pdz.compare._tipi import Lato
from pdz.compare.comuni import count_comuni
from pdz.compare.fili import Filo, find_fili
from pdz.compare.fondi import compare_fondi


@dataclass(frozen=True, slots=True)
class RigaSerie:
    """A figure in every plan."""

    argomento: str
    """The subject, one of `pdz.compare.ARGOMENTI`."""
    voce: str
    """Which figure: the name of a label (`comuni`, `fondo`…)."""
    nome: str
    """What distinguishes it from the others of its kind: a fund, a macro area; empty when it is alone."""
    valori: tuple[Decimal | None, ...]
    """One for each plan; None where the plan does not say."""
    genere: str = "numero"
    """`numero`, `euro` or `percento`."""
    decimali: int | None = None
    """Digits with which the plans print it; None when they do not say."""


@dataclass(frozen=True, slots=True)
class Serie:
    """Several plans side by side."""

    lati: tuple[Lato, ...]
    righe: tuple[RigaSerie, ...]
    fili: tuple[Filo, ...]
    """The objectives of consecutive trienni that continue one another; none for plans of different Ambiti."""

    @property
    def in_disordine(self) -> bool:
        """True for plans of one Ambito and of several trienni that do not stand in the order of time."""
        trienni = [lato.piano.triennio for lato in self.lati]
        one = all(is_related(prima, dopo) for prima, dopo in pairwise(self.lati))
        return one and len(set(trienni)) == len(trienni) and trienni != sorted(trienni)


def compare_many(lati: Sequence[Lato]) -> Serie:
    """The plans in the order given, which for trienni should be that of time."""
    sides = tuple(lati)
    rows = (row for read in _READERS for row in read(sides))
    told = tuple(row for row in rows if any(value is not None for value in row.valori))
    return Serie(sides, told, find_fili(sides))


def _read_ambito(lati: tuple[Lato, ...]) -> Iterator[RigaSerie]:
    yield RigaSerie("ambito", "comuni", "", tuple(_decimal(count_comuni(one.piano)) for one in lati))
    rapporti = (one.quadro.assistenti.get("rapporto") for one in lati)
    yield RigaSerie("contesto", "assistenti", "", tuple(None if one is None else one.valore for one in rapporti))


def _read_obiettivi(lati: tuple[Lato, ...]) -> Iterator[RigaSerie]:
    """How many, then by macro area: areas of different schemes are the same when their titles are."""
    yield _count("obiettivi", "obiettivi", [len(one.piano.obiettivi) for one in lati])
    names: dict[str, str] = {}
    counts: list[dict[str, int]] = []
    for lato in lati:
        titles = {area.codice: area.titolo for area in lato.profilo.macroaree}
        count: dict[str, int] = {}
        for obiettivo in lato.piano.obiettivi:
            for code in obiettivo.macroaree:
                title = titles.get(code, code)
                names.setdefault(fold(title), title)
                count[fold(title)] = count.get(fold(title), 0) + 1
        counts.append(count)
    for key, name in sorted(names.items(), key=lambda item: item[1]):
        # a plan that gives its objectives no macro area says nothing of any
        values = tuple(_decimal(count.get(key, 0)) if count else None for count in counts)
        yield RigaSerie("obiettivi", "obiettivi_macroarea", name, values)
    yield _count("schede", "schede", [len(one.piano.schede) + len(one.piano.schede_integrazione) for one in lati])
    yield _count("progetti", "progetti", [len(one.piano.progetti) for one in lati])


def _read_esiti(lati: tuple[Lato, ...]) -> Iterator[RigaSerie]:
    """How many outcomes have each judgement, of the triennio whose outcomes the plan tells."""
    names = dict.fromkeys(fascia.giudizio for one in lati for fascia in reversed(one.profilo.scala))
    for name in (*names, ""):
        counts = [sum(grado.giudizio == name for grado in one.quadro.gradi.values()) for one in lati]
        if any(counts):  # a judgement that no outcome has needs no row
            told = (count if one.quadro.gradi else None for count, one in zip(counts, lati, strict=True))
            yield RigaSerie("esiti", "giudizio" if name else "giudizio_nc", name, tuple(map(_decimal, told)))


def _read_gradi(lati: tuple[Lato, ...]) -> Iterator[RigaSerie]:
    """The overall grado of all outcomes, then of those of each macro area of the triennio that they tell."""
    found = [compute_gradi_complessivi(one.piano, one.profilo) for one in lati]
    yield RigaSerie("esiti", "grado", "", tuple(_grado(one, "complessivo") for one in found), "percento")
    titles = [_past_titles(one) for one in lati]
    names = {fold(title): title for column in reversed(titles) for title in column.values()}
    for key, name in names.items():
        codes = [next((code for code, title in column.items() if fold(title) == key), "") for column in titles]
        values = tuple(_grado(gradi, f"macroarea.{code}") for gradi, code in zip(found, codes, strict=True))
        yield RigaSerie("esiti", "grado_macroarea", name, values, "percento")


def _past_titles(lato: Lato) -> dict[str, str]:
    """The macro areas of the outcomes by their letter; in the words of the Region when they are one of its own."""
    regional = {one.codice: one.titolo for one in lato.profilo.macroaree}
    scheme = next((one for one in lato.piano.schemi_macroaree if one.id == lato.piano.schema_esiti), None)
    if scheme is None:
        return regional
    own = ((one, one.regionale[0] if len(one.regionale) == 1 else "") for one in scheme.macroaree)
    return {one.codice: regional.get(code, one.titolo) for one, code in own}


def _grado(gradi: dict[str, Grado], name: str) -> Decimal | None:
    return gradi[name].calcolo.valore if name in gradi else None


def _read_fondi(lati: tuple[Lato, ...]) -> Iterator[RigaSerie]:
    """The total, then by level and by fund; a fund is called as in the last plan, which knows the older names."""
    read = [compare_fondi(lato, lati[-1]) for lato in lati]
    yield RigaSerie("fondi", "fondi", "", tuple(one.totale.prima for one in read), "euro")
    for voce in ("livello", "fondo"):
        divided = [one.per_livello if voce == "livello" else one.per_fondo for one in read]
        names = {row.chiave: row.nome for rows in divided for row in rows if row.voci_prima}
        amounts = [{row.chiave: row.prima for row in rows} for rows in divided]
        for key, name in names.items():
            own = key if voce == "livello" else name
            yield RigaSerie("fondi", voce, own, tuple(column.get(key) for column in amounts), "euro")


def _read_fatti(lati: tuple[Lato, ...]) -> Iterator[RigaSerie]:
    """The facts that at least two plans tell under the same id."""
    told = [{fatto.id: fatto for fatto in one.piano.fatti} for one in lati]
    for key, fatto in {key: fatto for facts in reversed(told) for key, fatto in facts.items()}.items():
        found = [one.quadro.fatti.get(key) for one in lati]
        if sum(one is not None and one.valore is not None for one in found) > 1:
            kinds = {one.tipo for one in found if one is not None}
            values = tuple(None if one is None else one.valore for one in found)
            if len(kinds) == 1:
                digits = next((one.decimali for one in reversed(found) if one is not None), None)
                yield RigaSerie("contesto", "fatto", fatto.nome, values, kinds.pop(), digits)


def _count(argomento: str, voce: str, counts: Sequence[int], name: str = "") -> RigaSerie:
    """A count; a plan that has none of them says nothing of them."""
    return RigaSerie(argomento, voce, name, tuple(_decimal(count or None) for count in counts))


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


_READERS = (_read_ambito, _read_obiettivi, _read_gradi, _read_esiti, _read_fondi, _read_fatti)
"""The groups of figures, in the order of the report."""
