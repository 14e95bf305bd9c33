# SPDX-License-Identifier: EUPL-1.2
"""How each field of the model is compared: read from its type, so that a new field is compared without being listed.

Three tables say what a type cannot: the key by which parts without an id are the same part, the lists whose order means
something, the fields that say how a plan is divided into files and nothing about what it says.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from pdz.model._schemi import IMPORTO, PERCENTUALE
from pdz.model._tipi import Assenza, Misura, Parte, Voce
from pdz.model.ambito import Comune
from pdz.model.contesto import Addendo, Colonna, Sigla
from pdz.model.esiti import Conteggiato, Rilevazione, Tappa
from pdz.model.fondi import Avanzamento, GruppoIntervento, QuotaAnnualita, VoceBudget
from pdz.model.grafici import Grafico, SerieGrafico
from pdz.model.piano import Macroarea, Piano, Testo
from pdz.model.schede import AltraRisposta, RisorsaEconomica

KEYS: dict[type[Parte], tuple[str, ...]] = {
    Addendo: ("nome",),
    AltraRisposta: ("campo",),
    Assenza: ("campo",),
    Avanzamento: ("anno",),
    Colonna: ("campo",),
    Comune: ("nome",),
    Conteggiato: ("nome",),
    GruppoIntervento: ("area",),
    Macroarea: ("codice",),
    QuotaAnnualita: ("annualita",),
    Rilevazione: ("periodo",),
    RisorsaEconomica: ("fondo", "nome"),
    SerieGrafico: ("nome", "colonna"),
    Sigla: ("sigla",),
    Tappa: ("anno",),
    Testo: ("sezione",),
    VoceBudget: ("nome",),
}
"""The fields that make a part without an id the same part in two plans."""

ORDERED = {(Grafico, "categorie"), (SerieGrafico, "valori"), (SerieGrafico, "cita")}
"""The lists whose order means something: each value of a chart belongs to the category in its place.

All the others are sets for whoever reads the plan: members of an organ, needs, codes, annualità. The order in which
they are printed can change without anything having changed; so can the order of columns, rows and things with an id.
"""

NOT_COMPARED = {(Piano, "includi")}
"""How the plan is divided into files; what the files say is compared. The file of the logo is compared by name."""


class Forma(Enum):
    """How the values of a field are compared."""

    VALORE = auto()
    """Equal or not."""
    PARTE = auto()
    """Field by field."""
    VOCI = auto()
    """Parts matched by id or natural key."""
    INSIEME = auto()
    """Plain values without order, each as many times as it occurs."""
    RIGHE = auto()
    """Rows of data matched by their key column."""
    MATRICE = auto()
    """Sets of marks by row of the matrix."""


@dataclass(frozen=True, slots=True)
class Campo:
    """A field of a part: its place in the model, and how it is compared."""

    nome: str
    posto: int
    forma: Forma
    classe: type[Parte] | None = None
    """The part it holds, when it holds parts."""
    genere: str = ""
    """`euro` or `percento` for numbers that are; empty for the others."""


@cache
def campi_of(model: type[Parte]) -> tuple[Campo, ...]:
    """The fields of a part that are compared, in the order of the model."""
    return tuple(
        Campo(name, place, *_read(model, name, field.annotation), _read_genere(field))
        for place, (name, field) in enumerate(model.model_fields.items())
        if (model, name) not in NOT_COMPARED
    )


@cache
def campo_of(model: type[Parte], name: str) -> Campo:
    """One field of a part."""
    return next(campo for campo in campi_of(model) if campo.nome == name)


def key_fields(model: type[Parte]) -> tuple[str, ...]:
    """The fields by which two parts are the same; empty when only equal parts are."""
    return ("id",) if issubclass(model, Voce) else KEYS.get(model, ())


def _read(model: type[Parte], name: str, annotation: Any) -> tuple[Forma, type[Parte] | None]:
    kind = _strip(annotation)
    if get_origin(kind) is tuple:
        item = _strip(get_args(kind)[0])
        if _is_part(item):
            return Forma.VOCI, item
        if get_origin(item) is dict:
            return Forma.RIGHE, None
        return (Forma.VALORE if (model, name) in ORDERED else Forma.INSIEME), None
    if get_origin(kind) is dict:
        return Forma.MATRICE, None
    return (Forma.PARTE, kind) if _is_part(kind) and kind is not Misura else (Forma.VALORE, None)


def _read_genere(field: FieldInfo) -> str:
    """What kind of number it is, as the model declares it."""
    marks = (*field.metadata, *(mark for part in get_args(field.annotation) for mark in get_args(part)))
    return "euro" if IMPORTO in marks else "percento" if PERCENTUALE in marks else ""


def _strip(annotation: Any) -> Any:
    """The type without `Annotated[…]` and `… | None`."""
    if get_origin(annotation) is Annotated:
        return _strip(get_args(annotation)[0])
    if get_origin(annotation) in {Union, UnionType}:
        (kind,) = (part for part in get_args(annotation) if part is not NoneType)
        return _strip(kind)
    return annotation


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Parte)
