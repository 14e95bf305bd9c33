# SPDX-License-Identifier: EUPL-1.2
"""How the values of a plan are written in a report for people."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from pdz.compare import Brano, Tipo, compare_words
from pdz.dates import format_date
from pdz.findings import shorten
from pdz.model._tipi import Misura, Parte
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent

_WIDTH = 90
_AROUND = 30
"""Characters kept of the words beside a change."""

_LONG = 40
"""Words from which a text is long enough to be told by its length."""

_KEPT = 2
"""When less than one word in so many of the longer text is left, the text was written anew."""

_PIECES = 8
"""Changes of one text that are shown."""


def format_value(value: Any, genere: str = "", width: int = _WIDTH) -> str:
    """A value on one line; a part by its fields."""
    match value:
        case None:
            return "niente"
        case bool():
            return "sì" if value else "no"
        case date():
            return format_date(value)
        case Decimal():
            return _format_decimal(value, genere)
        case Misura():
            return format_misura(value)
        case Parte() | dict():
            return shorten("; ".join(_fields(value)), width)
        case tuple():
            return shorten(", ".join(format_value(item, genere) for item in value), width) or "niente"
        case _:
            text = str(value)
            words = len(text.split()) if len(text) > width else 0
            return f"{shorten(text, width)} ({format_number(words)} parole)" if words >= _LONG else shorten(text, width)


def format_misura(misura: Misura) -> str:
    """«> 100%», «circa 50», «non rilevabile»."""
    if misura.numero is None:
        return misura.stato or "niente"
    number = format_percent(misura.numero) if misura.percento else format_number(misura.numero)
    return f"{misura.operatore} {number}" if misura.operatore else number


def format_words(old: str, new: str) -> str:
    """What changed inside a text: «… i servizi [-di prossimità-] {+domiciliari+} per …».

    A long text of which little is left is told by its length; of one with many changes the first are told.
    """
    pieces = compare_words(old, new)
    before, after = len(old.split()), len(new.split())
    kept = sum(len(piece.testo.split()) for piece in pieces if piece.tipo is None)
    if max(before, after) >= _LONG and kept * _KEPT < max(before, after):
        return f"riscritto per intero: da {format_number(before)} a {format_number(after)} parole"
    changed = [number for number, piece in enumerate(pieces) if piece.tipo is not None and piece.testo.strip()]
    if not changed:
        return "cambiano soltanto gli spazi"
    if len(changed) <= _PIECES:
        return _show(pieces)
    rest = len(changed) - _PIECES
    return f"{_show(pieces[: changed[_PIECES]])} e altre {rest} modifiche ({before} parole prima, {after} dopo)"


def _show(pieces: Sequence[Brano]) -> str:
    shown = []
    for number, piece in enumerate(pieces):
        text = " ".join(piece.testo.split())
        if piece.tipo is None:
            shown.append(_trim(text, number > 0, number < len(pieces) - 1))
        elif text:
            shown.append(f"[-{shorten(text)}-]" if piece.tipo is Tipo.USCITO else f"{{+{shorten(text)}+}}")
    return " ".join(filter(None, shown))


def _trim(text: str, after: bool, before: bool) -> str:
    """The words of an equal passage that stand beside a change."""
    if len(text) <= 2 * _AROUND:
        return text
    left = text[:_AROUND].rpartition(" ")[0] + " " if after else ""
    right = " " + text[-_AROUND:].partition(" ")[2] if before else ""
    return f"{left}…{right}".strip()


def _format_decimal(value: Decimal, genere: str) -> str:
    if genere == "euro":
        return format_euro(value)
    return format_percent(value) if genere == "percento" else format_number(value)


def _fields(value: Any) -> Iterator[str]:
    given = value.model_dump(exclude_defaults=True) if isinstance(value, Parte) else value
    for name in given:
        inner = getattr(value, name) if isinstance(value, Parte) else value[name]
        if inner is not None:
            yield f"{name.replace('_', ' ')} {format_value(inner)}"
