# SPDX-License-Identifier: EUPL-1.2
"""The changes one by one, under the name of the thing in which they happened, with their places in both plans."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pdz.cli._compare import place_of
from pdz.cli._compare._valori import format_value, format_words
from pdz.compare import Cambio, Tipo, campo_at, name_at
from pdz.findings import Path
from pdz.model._tipi import Parte
from pdz.pipeline.compare import Confronto

_VERBS = {Tipo.ENTRATO: "entra", Tipo.USCITO: "esce", Tipo.MODIFICATO: "cambia"}


def render_cambi(confronto: Confronto, cambi: Iterable[Cambio], indent: str = "  ") -> Iterator[str]:
    """Grouped by the thing of the plan to which they belong."""
    for key, group in groupby(cambi, _thing):
        held = list(group)
        whole = len(held) == 1 and len(held[0].indirizzo) == len(key)
        if not whole:
            yield f"{indent}{_name(confronto, held[0], key)}"
        for cambio in held:
            yield from render_cambio(confronto, cambio, indent if whole else f"{indent}  ", 0 if whole else len(key))


def render_cambio(confronto: Confronto, cambio: Cambio, indent: str, skip: int) -> Iterator[str]:
    """What happened, then where; `skip`: the steps of its address that the heading already says."""
    path = cambio.dopo or cambio.prima or ()
    campo = campo_at(path)
    genere = campo.genere if campo is not None else ""
    if cambio.tipo is Tipo.MODIFICATO:
        said = _describe(cambio, genere)
    else:
        value = cambio.nuovo if cambio.tipo is Tipo.ENTRATO else cambio.vecchio
        own = isinstance(value, Parte) and isinstance(path[-1], int)
        said = cambio.nome if own and cambio.nome else format_value(value, genere)
    where = " › ".join(_steps(cambio.indirizzo, path)[skip : None if isinstance(path[-1], str) else -1])
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


def _steps(indirizzo: tuple[str, ...], path: Path) -> list[str]:
    """The steps of an address: keys as words, ids as they are."""
    return [
        name.replace("_", " ") if isinstance(step, str) else name for name, step in zip(indirizzo, path, strict=True)
    ]


def _describe(cambio: Cambio, genere: str) -> str:
    old, new = cambio.vecchio, cambio.nuovo
    if isinstance(old, str) and isinstance(new, str) and (" " in old.strip() and " " in new.strip()):
        return format_words(old, new)
    return f"{format_value(old, genere)} -> {format_value(new, genere)}"


def _thing(cambio: Cambio) -> tuple[str, ...]:
    path = cambio.dopo or cambio.prima or ()
    return cambio.indirizzo[: 2 if len(path) > 1 and isinstance(path[1], int) else 1]


def _name(confronto: Confronto, cambio: Cambio, key: tuple[str, ...]) -> str:
    assert confronto.raffronto is not None
    piano = (confronto.raffronto.dopo if cambio.dopo is not None else confronto.raffronto.prima).piano
    name = name_at(piano, (cambio.dopo or cambio.prima or ())[: len(key)])
    return f"{key[0].replace('_', ' ')} {name}" if name else " ".join(key).replace("_", " ")
