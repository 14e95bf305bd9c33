# SPDX-License-Identifier: EUPL-1.2
"""The rows of the official forms: which field answers a row, whether it is answered, whether it is asked at all."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pdz.model._tipi import RispostaChiusa
from pdz.model.schede import AltraRisposta
from pdz.profiles._schema import RigaModulo

_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "grado": ("grado", "azioni"),
    "anni": ("anno_avvio", "anno_fine"),
    "livello": ("livello", "livello_nota"),
}
"""Rows that more than one field can answer."""


_WHOLE = frozenset((bool, int, Decimal, date))
"""Types of values that have no parts."""


def read_riga(thing: Any, campo: str) -> Any:
    """The answer to a row: a field of the model, the years of a scheda, or one of its `altre_risposte`."""
    values = thing.__dict__
    if campo in values:
        return values[campo]
    if campo == "anni":
        years = [str(year) for year in (thing.anno_avvio, thing.anno_fine) if year is not None]
        return " – ".join(years)
    altre: tuple[AltraRisposta, ...] = values.get("altre_risposte", ())
    return next((altra.risposta for altra in altre if altra.campo == campo), None)


def is_answered(thing: Any, campo: str) -> bool:
    """True when a row has some content."""
    fields = _TOGETHER.get(campo)
    if fields is None:
        values = thing.__dict__
        return _has_content(values[campo] if campo in values else read_riga(thing, campo))
    return any(_has_content(thing.__dict__.get(field)) for field in fields)


def is_asked(riga: RigaModulo, thing: Any) -> bool:
    """False for a row that is asked only after a NO, when there is no NO."""
    return not riga.solo_se_no or any(
        isinstance(answer, RispostaChiusa) and answer.risposta is False
        for answer in (read_riga(thing, campo) for campo in riga.solo_se_no)
    )


def _has_content(value: Any) -> bool:
    kind = type(value)  # by exact type: a plan has tens of thousands of rows, and asking a model what it is takes long
    if kind is str:
        return bool(value) and not value.isspace()
    if value is None or kind in _WHOLE:
        return value is not None
    if kind is tuple:
        return any(map(_has_content, value))
    return any(map(_has_content, value.values() if kind is dict else value.__dict__.values()))
