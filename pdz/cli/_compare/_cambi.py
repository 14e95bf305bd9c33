# SPDX-License-Identifier: EUPL-1.2
"""The changes one by one, under the name of the thing in which they happened, with their places in both plans.

Many things that come in or go out together, and have nothing to say but their names, are told in one sentence.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from pdz.cli._compare import place_of
from pdz.cli._compare._nomi import explain_code
from pdz.cli._compare._righe import render_lines, render_list
from pdz.cli._compare._valori import format_value, format_words
from pdz.compare import Cambio, Lato, Tipo, campo_at, name_at
from pdz.findings import Path
from pdz.model._tipi import Parte
from pdz.pipeline.compare import Confronto

_VERBS = {Tipo.ENTRATO: "entra", Tipo.USCITO: "esce", Tipo.MODIFICATO: "cambia"}
_MANY = {Tipo.ENTRATO: "entrano", Tipo.USCITO: "escono"}
_TOGETHER = 4
"""From so many on, things are told together."""
_NAMED = 60
"""So many of them are named; all the lines where they stand are given."""
_PLURALS = {"glossario": "sigle", "pnrr": "linee del PNRR", "finanziamenti": "fondi descritti", "fondi": "prospetti"}
"""Keys of the plan that do not read as the name of many things."""


def render_cambi(confronto: Confronto, cambi: Iterable[Cambio], indent: str = "  ") -> Iterator[str]:
    """Grouped by the thing of the plan to which they belong."""
    groups = [(key, list(group)) for key, group in groupby(cambi, _thing)]
    for whole, things in groupby(groups, lambda group: _is_whole(*group)):
        if whole:
            yield from _render_run([cambio for _, held in things for cambio in held], confronto, indent, 0)
            continue
        for key, held in things:
            yield f"{indent}{_name(confronto, held[0], key)}"
            yield from _render_run(held, confronto, f"{indent}  ", len(key))


def render_cambio(confronto: Confronto, cambio: Cambio, indent: str, skip: int) -> Iterator[str]:
    """What happened, then where; `skip`: the steps of its address that the heading already says."""
    path = cambio.dopo or cambio.prima or ()
    campo = campo_at(path)
    genere = campo.genere if campo is not None else ""
    said = _describe(confronto, cambio, genere) if cambio.tipo is Tipo.MODIFICATO else _say(confronto, cambio, genere)
    where = _where(cambio, path, skip)
    yield f"{indent}{_VERBS[cambio.tipo]} {where}: {said}" if where else f"{indent}{_VERBS[cambio.tipo]} {said}"
    yield f"{indent}   {render_places(confronto, cambio)}"


def render_places(confronto: Confronto, cambio: Cambio) -> str:
    """«a/piano.yaml:12:5 -> b/piano.yaml:14:5», or the one place it has."""
    places = []
    if cambio.prima is not None:
        places.append(place_of(confronto.prima, cambio.prima))
    if cambio.dopo is not None:
        places.append(place_of(confronto.dopo, cambio.dopo))
    return " -> ".join(places)


def _render_run(cambi: Sequence[Cambio], confronto: Confronto, indent: str, skip: int) -> Iterator[str]:
    for _, group in groupby(cambi, lambda cambio: _list_of(cambio)):
        held = list(group)
        if len(held) < _TOGETHER or _list_of(held[0]) is None:
            for cambio in held:
                yield from render_cambio(confronto, cambio, indent, skip)
            continue
        first = held[0]
        where = _where(first, first.dopo or first.prima or (), skip)
        names = [_say(confronto, cambio, "") for cambio in held[:_NAMED]]
        names += [f"e altri {len(held) - _NAMED}"] if len(held) > _NAMED else []
        yield from render_list(f"{_MANY[first.tipo]} {_PLURALS.get(where, where)} ({len(held)})", names, indent)
        side = confronto.prima if first.tipo is Tipo.USCITO else confronto.dopo
        yield from render_lines(side, [cambio.dopo or cambio.prima or () for cambio in held], f"{indent}   ")


def _list_of(cambio: Cambio) -> tuple[Tipo, tuple[str, ...]] | None:
    """The list in which a thing came or from which it went; None for a change of value."""
    path = cambio.dopo or cambio.prima or ()
    return (cambio.tipo, cambio.indirizzo[:-1]) if isinstance(path[-1], int) else None


def _say(confronto: Confronto, cambio: Cambio, genere: str) -> str:
    """The thing that came or went, by its name or its value."""
    value = cambio.nuovo if cambio.tipo is Tipo.ENTRATO else cambio.vecchio
    path = cambio.dopo or cambio.prima or ()
    if isinstance(value, Parte) and isinstance(path[-1], int) and cambio.nome:
        return cambio.nome
    return _format(_side(confronto, cambio.tipo is Tipo.USCITO), path, value, genere)


def _describe(confronto: Confronto, cambio: Cambio, genere: str) -> str:
    old, new = cambio.vecchio, cambio.nuovo
    if isinstance(old, str) and isinstance(new, str) and (" " in old.strip() and " " in new.strip()):
        return format_words(old, new)
    was = _format(_side(confronto, True), cambio.prima or (), old, genere)
    return f"{was} -> {_format(_side(confronto, False), cambio.dopo or (), new, genere)}"


def _format(lato: Lato, path: Path, value: Any, genere: str) -> str:
    return (explain_code(lato, path, value) if isinstance(value, str) else "") or format_value(value, genere)


def _side(confronto: Confronto, old: bool) -> Lato:
    assert confronto.raffronto is not None
    return confronto.raffronto.prima if old else confronto.raffronto.dopo


def _where(cambio: Cambio, path: Path, skip: int) -> str:
    """The address: keys as words, ids as they are; without the item that the sentence names."""
    steps = [
        name.replace("_", " ") if isinstance(step, str) else name
        for name, step in zip(cambio.indirizzo, path, strict=True)
    ]
    return " › ".join(steps[skip : None if isinstance(path[-1], str) else -1])


def _thing(cambio: Cambio) -> tuple[str, ...]:
    path = cambio.dopo or cambio.prima or ()
    return cambio.indirizzo[: 2 if len(path) > 1 and isinstance(path[1], int) else 1]


def _is_whole(key: tuple[str, ...], held: Sequence[Cambio]) -> bool:
    return len(held) == 1 and len(held[0].indirizzo) == len(key)


def _name(confronto: Confronto, cambio: Cambio, key: tuple[str, ...]) -> str:
    """The thing as the new plan calls it; as the old one did too, when its title changed."""
    old, new = (
        name_at(_side(confronto, side).piano, path[: len(key)]) if path else ""
        for side, path in ((True, cambio.prima), (False, cambio.dopo))
    )
    kind = key[0].replace("_", " ")
    if not (old or new):
        return " ".join(key).replace("_", " ")
    return f"{kind} {new or old}" + (f" (prima {old})" if old and new and old != new else "")
