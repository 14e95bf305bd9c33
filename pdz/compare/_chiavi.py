# SPDX-License-Identifier: EUPL-1.2
"""Which things of two plans are the same: by key, then by value, whatever their order."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from pdz.calc.nomi import fold
from pdz.compare._forme import Forma, campi_of, key_fields
from pdz.findings import shorten
from pdz.model._tipi import Parte, Voce

Coppia = tuple[int | None, int | None]
"""Positions of a thing in the old and in the new list; None where it is not."""


def key_of(part: Parte) -> tuple[str, ...]:
    """The key of a part in its list; names are the same whatever their capitals and accents, ids are not."""
    if isinstance(part, Voce):
        return (part.id,)
    return tuple(fold(str(getattr(part, name) or "")) for name in key_fields(type(part)))


def name_of(part: Parte) -> str:
    """«A1 «Titolo»», or the key alone; empty for a part that has neither."""
    code = getattr(part, "id", None)
    fields: tuple[str, ...] = ("titolo", "nome", "denominazione", "tipologia")
    if code is not None:
        fields = (*fields, "testo")  # an action has no other name
    title = next((text for name in fields if (text := getattr(part, name, None))), None)
    if title is None and code is None:
        key = " ".join(str(value) for name in key_fields(type(part)) if (value := getattr(part, name)))
        return f"«{shorten(key)}»" if key else ""
    words = [code] if code else []
    return " ".join([*words, f"«{shorten(title)}»"] if title else words)


def pair(
    old: Sequence[Any], new: Sequence[Any], old_keys: Sequence[Hashable], new_keys: Sequence[Hashable]
) -> Iterator[Coppia]:
    """Each thing of the two lists once: those with the same key together, equal ones first, then by place."""
    groups: dict[Hashable, tuple[list[int], list[int]]] = {}
    for side, keys in enumerate((old_keys, new_keys)):
        for index, key in enumerate(keys):
            groups.setdefault(key, ([], []))[side].append(index)
    for before, after in groups.values():
        if len(before) == 1 == len(after):
            yield before[0], after[0]
        elif before and after:
            yield from _pair_group(old, new, before, after)
        else:
            yield from ((index, None) for index in before)
            yield from ((None, index) for index in after)


def _pair_group(old: Sequence[Any], new: Sequence[Any], before: list[int], after: list[int]) -> Iterator[Coppia]:
    equal: dict[Hashable, list[int]] = {}
    for index in reversed(after):
        equal.setdefault(normalize(new[index]), []).append(index)
    left, used = [], set()
    for index in before:
        if twins := equal.get(normalize(old[index])):
            used.add(twins[-1])
            yield index, twins.pop()
        else:
            left.append(index)
    right = [index for index in after if index not in used]
    yield from zip(left, right, strict=False)
    yield from ((index, None) for index in left[len(right) :])
    yield from ((None, index) for index in right[len(left) :])


def normalize(value: Any) -> Hashable:
    """The same for two values that do not differ, whatever the order of their lists; different for any others."""
    if isinstance(value, Parte):
        fields = ((campo.forma, getattr(value, campo.nome)) for campo in campi_of(type(value)))
        return (type(value), *(inner if form is Forma.VALORE else normalize(inner) for form, inner in fields))
    if isinstance(value, dict):
        return frozenset((key, normalize(inner)) for key, inner in value.items() if inner is not None)
    if isinstance(value, tuple):
        return frozenset(Counter(map(normalize, value)).items())
    hashed: Hashable = value
    return hashed
