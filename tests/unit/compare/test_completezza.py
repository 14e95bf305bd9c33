# SPDX-License-Identifier: EUPL-1.2
"""Every field of the model is compared: changed one at a time, each gives exactly one change, where it stands."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pdz.compare import ARGOMENTI, Tipo, apply, find_cambi, invert
from pdz.compare._argomenti import argomento_of
from pdz.compare._chiavi import normalize
from pdz.compare._forme import NOT_COMPARED, Forma, campi_of, key_fields
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Misura, Parte

with pytest.MonkeyPatch.context() as patch:
    patch.syspath_prepend(FilePath(__file__).parents[2] / "property")
    from _generati import HEAD, Maker


class FullMaker(Maker):
    """Data with every field of every part, one item in each list, every id different."""

    _made = 0

    def _field(self, name: str, field: FieldInfo) -> Any:
        if name == "decimali":
            return "2"
        while not (made := super()._field(name, field)):
            pass
        return made[:1] if isinstance(made, list) else made

    def _pick(self, pool: tuple[Any, ...]) -> str:
        return super()._pick(tuple(value for value in pool if value != "1 250"))

    def _annotated(self, name: str, annotation: Any) -> Any:
        inner = annotation.__origin__
        is_part = isinstance(inner, type) and issubclass(inner, BaseModel) and inner is not Misura
        return self.part(inner) if is_part else super()._annotated(name, annotation)

    def _mapping(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        return {"AT2": ["LI5"]} if name == "matrice" else {"comune": "Uno", "persone": "3"}

    def part(self, model: type[BaseModel]) -> dict[str, Any]:
        made = {name: self._field(name, field) for name, field in model.model_fields.items()}
        if "id" in made:
            self._made += 1
            made["id"] = f"x{self._made}"
        return made


def make_full() -> Piano:
    made = FullMaker(random.Random(4), wild=0).part(Piano)
    fixed = {key: HEAD[key] for key in ("formato", "profilo", "triennio")}
    return Piano.model_validate({**made, **fixed})


PIANO = make_full()


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, type[Parte], str, Any]]:
    """Path, part, field and value of every field of every part."""
    if isinstance(value, Parte) and not isinstance(value, Misura):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            yield (*path, name), type(value), name, inner
            yield from walk(inner, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))


def put(value: Any, path: Path, new: Any) -> Any:
    """A copy with another value at `path`; made without the code under test."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, Parte):
        return value.model_copy(update={str(step): put(getattr(value, str(step)), rest, new)})
    return tuple(put(item, rest, new) if index == step else item for index, item in enumerate(value))


def alter(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return value + 1
        case date():
            return value + timedelta(days=1)
        case str():
            return f"{value} altro"
        case Misura():
            return Misura(numero=Decimal(7), percento=value.percento is False)
    raise AssertionError(type(value))


FIELDS = [(path, part, name, value) for path, part, name, value in walk(PIANO) if (part, name) not in NOT_COMPARED]
FORMS = {(part, campo.nome): campo.forma for _, part, _, _ in FIELDS for campo in campi_of(part)}


def test_the_full_plan_has_every_field_of_every_part() -> None:
    assert [path for path, _, _, value in FIELDS if value is None or value == () or value == {}] == []
    assert len({(part, name) for _, part, name, _ in FIELDS}) > 290


@pytest.mark.parametrize(("path", "part", "name", "value"), FIELDS, ids=[".".join(map(str, f[0])) for f in FIELDS])
def test_each_field_changed_alone_gives_one_change(path: Path, part: type[Parte], name: str, value: Any) -> None:
    form = FORMS[part, name]
    expected: tuple[Tipo, Path] = (Tipo.MODIFICATO, path)
    match form:
        case Forma.VALORE:
            new = (*value, value[0]) if isinstance(value, tuple) else alter(value)
        case Forma.PARTE:
            new, expected = None, (Tipo.USCITO, path)
        case Forma.VOCI:
            new, expected = (), (Tipo.USCITO, (*path, 0))
        case Forma.INSIEME:
            new, expected = (*value, value[0]), (Tipo.ENTRATO, (*path, 1))
        case Forma.RIGHE:
            new, expected = ({**value[0], "nuova": "1"},), (Tipo.ENTRATO, (*path, 0, "nuova"))
        case Forma.MATRICE:
            new, expected = {**value, "AT7": ("LI1",)}, (Tipo.ENTRATO, (*path, "AT7"))
    other = put(PIANO, path, new)
    cambi = find_cambi(PIANO, other)
    if name in key_fields(part) and isinstance(path[-2], int):
        assert {cambio.tipo for cambio in cambi} == {Tipo.ENTRATO, Tipo.USCITO}
        assert [cambio.dopo for cambio in cambi if cambio.dopo] == [path[:-1]]
        assert len(cambi) == 2
    else:
        assert [(cambio.tipo, cambio.dopo or cambio.prima) for cambio in cambi] == [expected]
    assert normalize(apply(cambi, PIANO)) == normalize(other)
    assert invert(cambi) == find_cambi(other, PIANO)


def test_every_list_of_parts_has_a_key() -> None:
    parts = {campo.classe for _, part, _, _ in FIELDS for campo in campi_of(part) if campo.forma is Forma.VOCI}
    assert [part.__name__ for part in parts if part is not None and not key_fields(part)] == []


def test_every_key_of_the_plan_has_its_subject() -> None:
    subjects = {argomento_of((name,)) for name in Piano.model_fields}
    assert subjects | {"azioni"} == set(ARGOMENTI)
    own = {name for name in Piano.model_fields if argomento_of((name,)) == "piano"}
    assert own == {
        "formato", "profilo", "includi", "titolo", "triennio", "triennio_precedente", "stato", "approvazione", "logo",
        "autore", "modulo_esiti",
    }  # fmt: skip
