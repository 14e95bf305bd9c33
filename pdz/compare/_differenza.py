# SPDX-License-Identifier: EUPL-1.2
"""The complete difference of two plans: one walk over the model, every field of every part."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pdz.calc.grafici import find_categorie
from pdz.calc.nomi import fold
from pdz.compare._argomenti import argomento_of
from pdz.compare._chiavi import key_of, name_of, pair
from pdz.compare._forme import Campo, Forma, campi_of
from pdz.compare._ordine import sort_cambi
from pdz.compare._tipi import Cambio, Tipo
from pdz.findings import Path, shorten
from pdz.model import Piano
from pdz.model._tipi import Parte
from pdz.model.contesto import Tabella
from pdz.model.grafici import Grafico

_DEMOGRAPHY_KEY = "comune"


@dataclass(frozen=True, slots=True)
class _Posto:
    """The same place in the two plans."""

    prima: Path = ()
    dopo: Path = ()
    indirizzo: tuple[str, ...] = ()
    nome_prima: str = ""
    nome_dopo: str = ""

    def at(self, step: str) -> "_Posto":
        """A field or key below."""
        return replace(self, prima=(*self.prima, step), dopo=(*self.dopo, step), indirizzo=(*self.indirizzo, step))


def find_cambi(old: Piano, new: Piano) -> tuple[Cambio, ...]:
    """Every change from one plan to the other, in the order of the new one; empty when nothing differs."""
    return sort_cambi(_walk_part(old, new, _Posto()))


def find_cambi_of(old: Parte, new: Parte, prima: Path, dopo: Path) -> tuple[Cambio, ...]:
    """The changes between two parts of two plans that a person holds to be the same thing, whatever their ids."""
    indirizzo = (*map(str, dopo[:-1]), *key_of(new))
    return sort_cambi(_walk_part(old, new, _Posto(prima, dopo, indirizzo)))


def _walk_part(old: Parte, new: Parte, here: _Posto) -> Iterator[Cambio]:
    here = replace(here, nome_prima=name_of(old) or here.nome_prima, nome_dopo=name_of(new) or here.nome_dopo)
    for campo in campi_of(type(old)):
        before, after = getattr(old, campo.nome), getattr(new, campo.nome)
        if before is not after and before != after:
            yield from _walk_field(campo, before, after, here, (old, new))


def _walk_field(campo: Campo, old: Any, new: Any, here: _Posto, owners: tuple[Parte, Parte]) -> Iterator[Cambio]:
    there = here.at(campo.nome)
    match campo.forma:
        case Forma.PARTE if old is not None and new is not None:
            yield from _walk_part(old, new, there)
        case Forma.VALORE | Forma.PARTE:
            yield _compare_value(old, new, there, here)
        case Forma.VOCI:
            yield from _walk_list(old, new, there)
        case Forma.INSIEME:
            yield from _walk_set(old, new, there)
        case Forma.MATRICE:
            yield from _walk_matrix(old, new, there)
        case Forma.RIGHE:
            yield from _walk_rows(old, new, there, owners)


def _compare_value(old: Any, new: Any, there: _Posto, holder: _Posto) -> Cambio:
    """A value that stands below a part or row of both plans."""
    if old is None:
        return _make(Tipo.ENTRATO, there, None, new, holder.prima)
    if new is None:
        return _make(Tipo.USCITO, there, old, None, holder.dopo)
    return _make(Tipo.MODIFICATO, there, old, new)


def _walk_list(old: tuple[Parte, ...], new: tuple[Parte, ...], there: _Posto) -> Iterator[Cambio]:
    for before, after in pair(old, new, *([key_of(part) for part in side] for side in (old, new))):
        if before is not None and after is not None:
            if old[before] != new[after]:
                yield from _walk_part(old[before], new[after], _item(there, before, after, key_of(old[before])))
        else:
            part = old[before] if before is not None else new[after or 0]
            yield _one_sided(part, before, after, _named(_item(there, before, after, key_of(part)), part), there)


def _walk_set(old: tuple[Any, ...], new: tuple[Any, ...], there: _Posto) -> Iterator[Cambio]:
    for before, after in pair(old, new, old, new):
        if before is None or after is None:
            value = old[before] if before is not None else new[after or 0]
            yield _one_sided(value, before, after, _item(there, before, after, (str(value),)), there)


def _walk_matrix(old: dict[str, Any], new: dict[str, Any], there: _Posto) -> Iterator[Cambio]:
    for row in {**old, **new}:
        if row in old and row in new:
            yield from _walk_set(old[row], new[row], there.at(row))
        else:
            yield _compare_value(old.get(row), new.get(row), there.at(row), there)


def _walk_rows(
    old: tuple[dict[str, Any], ...], new: tuple[dict[str, Any], ...], there: _Posto, owners: tuple[Parte, Parte]
) -> Iterator[Cambio]:
    left_key, right_key = _row_keys(old, new, owners)

    def name(place: str, row: dict[str, Any], column: str) -> str:
        return f"{place}, «{shorten(row.get(column) or '')}»"

    left = [fold(row.get(left_key) or "") for row in old]
    right = [fold(row.get(right_key) or "") for row in new]
    for before, after in pair(old, new, left, right):
        was, now = old[before] if before is not None else {}, new[after] if after is not None else {}
        place = _item(there, before, after, (left[before] if before is not None else right[after or 0],))
        names = name(there.nome_prima, was or now, left_key), name(there.nome_dopo, now or was, right_key)
        place = replace(place, nome_prima=names[0], nome_dopo=names[1])
        if before is None or after is None:
            yield _one_sided(was or now, before, after, place, there)
            continue
        for column in {**was, **now}:
            if was.get(column) != now.get(column):
                yield _compare_value(was.get(column), now.get(column), place.at(column), place)


def _row_keys(old: tuple[dict[str, Any], ...], new: tuple[dict[str, Any], ...], owners: Any) -> tuple[str, str]:
    """The column by which rows are the same on each side: one for both, when every row has it."""
    own = [_row_key(owner) for owner in owners]
    common = (name for name in sorted(set(own)) if all(row.get(name) for row in (*old, *new)))
    shared = next(common, None)
    return (shared, shared) if shared is not None else (own[0], own[1])


def _row_key(owner: Parte) -> str:
    if isinstance(owner, Grafico):
        return find_categorie(owner) or _DEMOGRAPHY_KEY
    return owner.chiave if isinstance(owner, Tabella) else _DEMOGRAPHY_KEY


def _item(there: _Posto, before: int | None, after: int | None, key: tuple[str, ...]) -> _Posto:
    """An item of a list; on the side where it is not, the list itself."""
    return replace(
        there,
        prima=there.prima if before is None else (*there.prima, before),
        dopo=there.dopo if after is None else (*there.dopo, after),
        indirizzo=(*there.indirizzo, " ".join(filter(None, key))),
    )


def _named(place: _Posto, part: Parte) -> _Posto:
    name = name_of(part)
    return replace(place, nome_prima=name or place.nome_prima, nome_dopo=name or place.nome_dopo)


def _one_sided(value: Any, before: int | None, after: int | None, place: _Posto, there: _Posto) -> Cambio:
    if before is None:
        return _make(Tipo.ENTRATO, place, None, value, there.prima)
    return _make(Tipo.USCITO, place, value, None, there.dopo)


def _make(tipo: Tipo, place: _Posto, old: Any, new: Any, dentro: Path = ()) -> Cambio:
    return Cambio(
        tipo,
        argomento_of(place.dopo if tipo is Tipo.ENTRATO else place.prima),
        place.indirizzo,
        None if tipo is Tipo.ENTRATO else place.prima,
        None if tipo is Tipo.USCITO else place.dopo,
        dentro,
        old,
        new,
        place.nome_prima,
        place.nome_dopo,
    )
