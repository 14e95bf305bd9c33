# SPDX-License-Identifier: EUPL-1.2
"""Which scheda of the new plan takes the place of which of the old one, and every answer that changed.

In two versions of the plan of one triennium a scheda is the same by its id. Between two trienni ids mean nothing: the
schede of an objective are held against those of the objectives that continue it by a declared tie.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pdz.calc.nomi import fold
from pdz.compare._abbinamenti import match_keys
from pdz.compare._chiavi import pair
from pdz.compare._dichiarati import find_described
from pdz.compare._differenza import find_cambi_of
from pdz.compare._tipi import Cambio, Lato
from pdz.compare.legami import Legami
from pdz.model import Piano
from pdz.model.esiti import Indicatore
from pdz.model.schede import Azione, Risultati, Scheda, SchedaIntegrazione

GRUPPI = ("schede", "schede_integrazione")
"""The lists of the plan that hold forms of objectives."""

_LINKS = {"id", "obiettivo", "area"}
"""Fields that only say where a scheda belongs in its own plan."""

_Cosa = TypeVar("_Cosa", Azione, Indicatore)
_Modulo = TypeVar("_Modulo", Scheda, SchedaIntegrazione)


@dataclass(frozen=True, slots=True)
class CoppiaSchede:
    """A scheda of the old plan and the one that takes its place."""

    gruppo: str
    """`schede` or `schede_integrazione`."""
    prima: int
    """Its place in the list of the old plan."""
    dopo: int
    """Its place in the list of the new plan."""


def find_coppie(prima: Lato, dopo: Lato, legami: Legami) -> tuple[CoppiaSchede, ...]:
    """The schede of the two plans that belong together, in the order of the new plan; each pair once."""
    same = prima.piano.triennio == dopo.piano.triennio
    ties = {} if same else _read_ties(prima, dopo, legami)
    found: dict[CoppiaSchede, None] = {}
    for gruppo in GRUPPI:
        old, new = getattr(prima.piano, gruppo), getattr(dopo.piano, gruppo)
        pairs = _pair_by_id(old, new) if same else _pair_by_ties(prima.piano, dopo.piano, gruppo, ties)
        found.update({CoppiaSchede(gruppo, *pair): None for pair in pairs})
    return tuple(sorted(found, key=lambda coppia: (GRUPPI.index(coppia.gruppo), coppia.dopo, coppia.prima)))


def find_risposte(prima: Lato, dopo: Lato, coppia: CoppiaSchede) -> tuple[Cambio, ...]:
    """Every answer that changed; actions and indicators with the same words are the same, whatever their ids."""
    old = getattr(prima.piano, coppia.gruppo)[coppia.prima]
    new = getattr(dopo.piano, coppia.gruppo)[coppia.dopo]
    if prima.piano.triennio != dopo.piano.triennio:
        new = _lend_ids(old, new)
    ends = (coppia.gruppo, coppia.prima), (coppia.gruppo, coppia.dopo)
    return tuple(cambio for cambio in find_cambi_of(old, new, *ends) if cambio.indirizzo[2] not in _LINKS)


def _pair_by_id(old: Sequence[Scheda], new: Sequence[Scheda]) -> Iterator[tuple[int, int]]:
    ids = ([scheda.id for scheda in side] for side in (old, new))
    yield from ((one, other) for one, other in pair(old, new, *ids) if one is not None and other is not None)


def _read_ties(prima: Lato, dopo: Lato, legami: Legami) -> dict[str, set[str]]:
    """By id of an old objective, the ids of the new ones that continue it for certain."""
    ties: dict[str, set[str]] = {}
    for origine in legami.origini:
        for place in () if origine.probabile else origine.vecchi:
            ties.setdefault(prima.piano.obiettivi[place].id, set()).add(dopo.piano.obiettivi[origine.posto].id)
    return ties


def _pair_by_ties(old: Piano, new: Piano, gruppo: str, ties: dict[str, set[str]]) -> Iterator[tuple[int, int]]:
    """One scheda with one; where an objective has several, those with the same title."""
    before, after = (_group_by_objective(plan, gruppo) for plan in (old, new))
    for one, others in ties.items():
        for other in others:
            left, right = before.get(one, []), after.get(other, [])
            if len(left) == 1 == len(right):
                yield left[0], right[0]
                continue
            sides = (("old", old, left), ("new", new, right))  # ids are of no use here: no two are equal
            keys = match_keys(
                *([(f"{side} {p}", fold(getattr(plan, gruppo)[p].titolo)) for p in at] for side, plan, at in sides)
            )
            yield from ((left[keys[0].index(key)], right[keys[1].index(key)]) for key in set(keys[0]) & set(keys[1]))


def _group_by_objective(piano: Piano, gruppo: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    if gruppo == "schede":
        described = find_described(piano)
    else:
        described = tuple((one.obiettivo,) if one.obiettivo else () for one in piano.schede_integrazione)
    for place, names in enumerate(described):
        for name in names:
            places.setdefault(name, []).append(place)
    return places


def _lend_ids(old: _Modulo, new: _Modulo) -> _Modulo:
    """The new form with the ids of the old one for actions and indicators that have the same words."""
    made: dict[str, object] = {}
    for name in type(new).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if name == "azioni":
            made[name] = _lend(before, after)
        elif isinstance(before, Risultati) and isinstance(after, Risultati):
            made[name] = after.model_copy(update={"indicatori": _lend(before.indicatori, after.indicatori)})
    return new.model_copy(update=made)


def _lend(old: tuple[_Cosa, ...], new: tuple[_Cosa, ...]) -> tuple[_Cosa, ...]:
    before, after = match_keys(*([(one.id, fold(words_of(one))) for one in side] for side in (old, new)), last=True)
    ids = {key: one.id for key, one in zip(before, old, strict=True)}
    return tuple(
        one.model_copy(update={"id": ids[key]}) if key in ids else one for key, one in zip(after, new, strict=True)
    )


def words_of(thing: Azione | Indicatore) -> str:
    """What an action or an indicator is called."""
    return thing.testo if isinstance(thing, Azione) else thing.nome
