# SPDX-License-Identifier: EUPL-1.2
"""What became of every promised indicator: target raised or lowered, dropped reached or not, redefined.

The promises are the indicators of schede and of schede di integrazione. What was reached is what the outcomes of the
new plan say of the indicator with that id, or with that name under its objective. Raised and lowered speak of the
number alone, also for what must fall.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pdz.calc._misure import NumeroLetto, read_target
from pdz.calc.indicatori import iter_indicatori
from pdz.calc.nomi import fold
from pdz.compare._abbinamenti import match_keys
from pdz.compare._chiavi import normalize, pair
from pdz.compare._dichiarati import find_described
from pdz.compare._raggiunti import complete, is_missed, is_reached
from pdz.compare._tipi import Lato
from pdz.compare.schede import GRUPPI, CoppiaSchede
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.esiti import Indicatore


class Novita(StrEnum):
    """What happened to an indicator."""

    NUOVO = "nuovo"
    TOLTO_RAGGIUNTO = "tolto, raggiunto"
    TOLTO_NON_RAGGIUNTO = "tolto senza essere raggiunto"
    TOLTO = "tolto"
    """Nothing says whether it was reached, or it cannot be computed."""
    ALZATO = "valore atteso alzato"
    ABBASSATO = "valore atteso abbassato"
    ATTESO_AGGIUNTO = "ora ha un valore atteso"
    ATTESO_TOLTO = "non ha più un valore atteso"
    UNITA = "unità cambiata"
    RIDEFINITO = "ridefinito"
    """It measures something else, or in another way: name, direction, period, «at least» become «about».

    A new starting value is none of this: every triennio starts from where it is.
    """


@dataclass(frozen=True, slots=True)
class RigaIndicatore:
    """A promised indicator in the two plans."""

    prima: Path | None
    """In the old plan; None for a new one."""
    dopo: Path | None
    """In the new plan; None for one that was dropped."""
    vecchio: Indicatore | None
    nuovo: Indicatore | None
    novita: tuple[Novita, ...] = ()
    """Empty when it is the same."""
    consuntivo: Path | None = None
    """In the new plan, what it says of the old indicator; None when it says nothing."""
    raggiunto: Indicatore | None = None
    """The indicator of the outcome."""


def compare_indicatori(prima: Lato, dopo: Lato, coppie: tuple[CoppiaSchede, ...]) -> tuple[RigaIndicatore, ...]:
    """Every promised indicator of the two plans once: those of the new plan in its order, then those dropped."""
    old, new = _read_promises(prima.piano), _read_promises(dopo.piano)
    same_triennium = prima.piano.triennio == dopo.piano.triennio
    outcomes = {} if same_triennium else _find_outcomes(prima.piano, dopo.piano, old)
    same = _match(coppie, old, new, by_words=not same_triennium)
    kept = set(same.values())
    rows = [_make_riga(same.get(path), path, old, new, outcomes) for path in new]
    return (*rows, *(_make_riga(path, None, old, new, outcomes) for path in old if path not in kept))


_Esito = tuple[Path, Indicatore]


def _make_riga(
    prima: Path | None,
    dopo: Path | None,
    old: dict[Path, Indicatore],
    new: dict[Path, Indicatore],
    outcomes: dict[Path, _Esito],
) -> RigaIndicatore:
    before = old[prima] if prima is not None else None
    after = new[dopo] if dopo is not None else None
    found = outcomes.get(prima) if prima is not None else None
    path, told = found if found is not None else (None, None)
    return RigaIndicatore(prima, dopo, before, after, _find_novita(before, after, found), path, told)


def _read_promises(piano: Piano) -> dict[Path, Indicatore]:
    return {path: one for _, one, path in iter_indicatori(piano) if path[0] in GRUPPI}


def _find_outcomes(old: Piano, new: Piano, promises: dict[Path, Indicatore]) -> dict[Path, _Esito]:
    """By old promise, what the outcomes of the past triennium say of it: same id, or same name and objective."""
    told = [(esito, one, path) for esito, one, path in iter_indicatori(new) if path[0] == "esiti"]
    by_id = {one.id: (path, one) for _, one, path in told}
    by_name = {(esito, fold(one.nome)): (path, one) for esito, one, path in told}
    named = [(one.obiettivo,) if one.obiettivo else () for one in old.schede_integrazione]
    objectives = dict(zip(GRUPPI, (find_described(old), named), strict=True))
    found: dict[Path, _Esito] = {}
    for path, promise in promises.items():
        ids = objectives[str(path[0])][int(path[1])]
        likely = (by_name.get((name, fold(promise.nome))) for name in ids)
        outcome = by_id.get(promise.id) or next(filter(None, likely), None)
        if outcome is not None:
            found[path] = outcome
    return found


def _match(
    coppie: tuple[CoppiaSchede, ...], old: dict[Path, Indicatore], new: dict[Path, Indicatore], by_words: bool
) -> dict[Path, Path]:
    """By path in the new plan, the path in the old one; each of the two once."""
    before, after = (_group_by_form(side) for side in (old, new))
    found: dict[Path, Path] = {}
    taken = set[Path]()
    for coppia in coppie:
        left = [path for path in before.get((coppia.gruppo, coppia.prima), []) if path not in taken]
        right = [path for path in after.get((coppia.gruppo, coppia.dopo), []) if path not in found]
        sides = [old[path] for path in left], [new[path] for path in right]
        for i, j in _match_words(*sides) if by_words else _match_ids(*sides):
            found[right[j]] = left[i]
            taken.add(left[i])
    return found


def _match_ids(old: list[Indicatore], new: list[Indicatore]) -> Iterator[tuple[int, int]]:
    ids = ([one.id for one in side] for side in (old, new))
    yield from ((i, j) for i, j in pair(old, new, *ids) if i is not None and j is not None)


def _match_words(old: list[Indicatore], new: list[Indicatore]) -> Iterator[tuple[int, int]]:
    """By name, then by id, between two trienni; of those with the same id only the first."""
    before, after = match_keys(*([(one.id, fold(one.nome)) for one in side] for side in (old, new)), last=True)
    places = {key: i for i, key in reversed(list(enumerate(before)))}
    for j, key in enumerate(after):
        if key in places:
            yield places.pop(key), j


def _group_by_form(side: dict[Path, Indicatore]) -> dict[tuple[str | int, ...], list[Path]]:
    groups: dict[tuple[str | int, ...], list[Path]] = {}
    for path in side:
        groups.setdefault(path[:2], []).append(path)
    return groups


def _find_novita(old: Indicatore | None, new: Indicatore | None, outcome: _Esito | None) -> tuple[Novita, ...]:
    if old is None:
        return (Novita.NUOVO,)
    if new is None:
        return (_judge_dropped(old, outcome),)
    if is_same(old, new):
        return ()
    return tuple(_compare(_take_target(old, outcome), new))


def is_same(old: Indicatore, new: Indicatore) -> bool:
    """True when only the id, or the order of steps and periods, changed."""
    return old == new or normalize(old) == normalize(new.model_copy(update={"id": old.id}))


def _take_target(old: Indicatore, outcome: _Esito | None) -> Indicatore:
    """The old indicator; the target that it does not say is the one that its outcome reports."""
    if outcome is None or old.previsto is not None or old.tappe:
        return old
    return old.model_copy(update={"previsto": outcome[1].previsto})


def _compare(old: Indicatore, new: Indicatore) -> Iterator[Novita]:
    was, now = read_target(old, ()), read_target(new, ())
    units = fold(old.unita or "") != fold(new.unita or "")
    if isinstance(was, NumeroLetto) and isinstance(now, NumeroLetto):
        units = units or was.percento != now.percento
        if not units and was.valore != now.valore:
            yield Novita.ALZATO if now.valore > was.valore else Novita.ABBASSATO
    elif isinstance(was, NumeroLetto) or isinstance(now, NumeroLetto):
        yield Novita.ATTESO_AGGIUNTO if isinstance(now, NumeroLetto) else Novita.ATTESO_TOLTO
    if units:
        yield Novita.UNITA
    if _read_definition(old) != _read_definition(new):
        yield Novita.RIDEFINITO


def _read_definition(one: Indicatore) -> tuple[object, ...]:
    """What it measures and how; not how much."""
    operator = one.previsto.operatore if one.previsto is not None else None
    return fold(one.nome), one.direzione, fold(one.periodicita or ""), operator


def _judge_dropped(old: Indicatore, outcome: _Esito | None) -> Novita:
    if outcome is None:
        return Novita.TOLTO
    told = complete(outcome[1], old)
    if is_missed(told):
        return Novita.TOLTO_NON_RAGGIUNTO
    return Novita.TOLTO_RAGGIUNTO if is_reached(told) else Novita.TOLTO
