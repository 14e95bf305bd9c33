# SPDX-License-Identifier: EUPL-1.2
"""Indicators of objectives that go on: promised in the old schede, told in the outcomes, promised again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pdz.calc._misure import NumeroLetto, read_target
from pdz.calc.nomi import fold
from pdz.compare import Raffronto, Sorte
from pdz.compare._raggiunti import complete, is_missed
from pdz.compare.judgements._legami import find_esito
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.esiti import Indicatore

__all__ = ["Posto", "complete", "is_missed", "list_promised", "pair_told", "read_comparable", "say_target"]


@dataclass(frozen=True, slots=True)
class Posto:
    """An indicator and where it stands in its plan."""

    indicatore: Indicatore
    path: Path

    @property
    def target_path(self) -> Path:
        """Where its target is written."""
        return (*self.path, "previsto") if self.indicatore.previsto is not None else self.path


def list_promised(piano: Piano, schede: Iterable[int]) -> list[Posto]:
    """The indicators of some schede, by place."""
    return [
        Posto(indicatore, ("schede", place, field, "indicatori", index))
        for place in schede
        for field in ("risultati", "impatto")
        if (part := getattr(piano.schede[place], field)) is not None
        for index, indicatore in enumerate(part.indicatori)
    ]


def pair_told(raffronto: Raffronto, sorte: Sorte, promised: list[Posto]) -> Iterator[tuple[Posto, Posto | None]]:
    """Each indicator of the outcome of an old objective, with the promise that it answers: same id, or same name."""
    found = find_esito(raffronto, sorte)
    if found is None or found[1].indicatori is None:
        return
    by_id = {one.indicatore.id: one for one in promised}
    by_name = {fold(one.indicatore.nome): one for one in promised}
    for group in ("risultato", "processo", "impatto"):
        for index, indicatore in enumerate(getattr(found[1].indicatori, group)):
            told = Posto(indicatore, (*found[0], "indicatori", group, index))
            yield told, by_id.get(indicatore.id) or by_name.get(fold(indicatore.nome))


def read_comparable(one: Indicatore, other: Indicatore) -> tuple[NumeroLetto, NumeroLetto] | None:
    """Their targets as numbers; None when they measure different things, or one has no exact target."""
    units = {fold(text) for indicatore in (one, other) if (text := indicatore.unita)}
    times = {fold(indicatore.periodicita or "") for indicatore in (one, other)}
    if len(units) > 1 or len(times) > 1 or one.direzione != other.direzione:
        return None
    left, right = read_target(one, ()), read_target(other, ())
    if isinstance(left, str) or isinstance(right, str) or left.percento != right.percento:
        return None
    return None if "circa" in {left.operatore, right.operatore} else (left, right)


def say_target(target: NumeroLetto) -> str:
    """«50%», «1.200»."""
    return f"{target.scritto}%" if target.percento else target.scritto
