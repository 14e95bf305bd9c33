# SPDX-License-Identifier: EUPL-1.2
"""What holds for the difference of any two plans: empty on itself, mirrored, enough to make the new from the old."""

import random
from pathlib import Path
from typing import Any

from _generati import Maker
from hypothesis import given
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from pdz.compare import apply, find_cambi, invert
from pdz.compare._chiavi import normalize
from pdz.compare._forme import ORDERED
from pdz.model import Piano

EXAMPLES = Path(__file__).parents[2] / "esempi"
CHARTS = {name for _, name in ORDERED}

chances = st.randoms(use_true_random=False)


class GoodMaker(Maker):
    """Data that the model reads: good values, many repeated ids."""

    def _field(self, name: str, field: FieldInfo) -> Any:
        return self._pick(("0", "2")) if name == "decimali" else super()._field(name, field)

    def _pick(self, pool: tuple[Any, ...]) -> str:
        return super()._pick(tuple(value for value in pool if value != "1 250"))  # not for a measure


def make(chance: random.Random) -> dict[str, Any]:
    return GoodMaker(chance, wild=0).plan()


def shuffle(value: Any, chance: random.Random, key: str = "") -> Any:
    """The same data with keys and lists in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {name: shuffle(value[name], chance, name) for name in keys}
    if isinstance(value, list) and key not in CHARTS:
        items = [shuffle(item, chance) for item in value]
        chance.shuffle(items)
        return items
    return value


def change(value: Any, chance: random.Random) -> Any:
    """The same data with some lists shortened or doubled and some values replaced by their neighbours."""
    if isinstance(value, dict):
        return {name: change(inner, chance) for name, inner in value.items()}
    if isinstance(value, list) and value:
        items = [change(item, chance) for item in value]
        match chance.randint(0, 5):
            case 0:
                items.pop(chance.randrange(len(items)))
            case 1:
                items.append(change(chance.choice(value), chance))
        return items
    return value


@given(chances)
def test_a_plan_does_not_differ_from_itself_in_another_order(chance: random.Random) -> None:
    data = make(chance)
    one, other = Piano.model_validate(data), Piano.model_validate(shuffle(data, chance))
    assert find_cambi(one, one) == ()
    assert find_cambi(one, other) == ()


@given(chances, st.booleans())
def test_applying_the_difference_gives_the_new_plan_and_inverting_it_the_old(
    chance: random.Random, related: bool
) -> None:
    data = make(chance)
    other = change(data, chance) if related else make(chance)
    old, new = Piano.model_validate(data), Piano.model_validate(shuffle(other, chance))
    cambi = find_cambi(old, new)
    assert normalize(apply(cambi, old)) == normalize(new)
    assert find_cambi(apply(cambi, old), new) == ()
    assert invert(cambi) == find_cambi(new, old)
    assert normalize(apply(invert(cambi), new)) == normalize(old)
    assert (cambi == ()) == (normalize(old) == normalize(new))
