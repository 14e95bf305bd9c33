# SPDX-License-Identifier: EUPL-1.2
"""What the rules know about the texts of a plan: where a table may stand, what a filter may print."""

import re
from datetime import date
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pdz.calc import Calcolo
from pdz.calc.citazioni import FILTERS, MAX_DECIMALS, Citabile, Citazione
from pdz.findings import Path
from pdz.model import Piano

_DATES = frozenset({"data", "data_estesa"})
_LIST_MARK = re.compile(r" {0,3}(?:(?:[-+*>]|\d+[.)])\s{1,3})?\Z")
_BEGINS_OR_ENDS = re.compile(r"\s*\Z|\s*(?:#{1,6}\s|[-+*>]\s|\d+[.)]\s)")
_JOINED = frozenset({"glossario", "riproposto", "in_continuita"})
"""Texts that are printed in one line with other words: a table would be lost."""


def is_alone(text: str, citazione: Citazione) -> bool:
    """True when a citation is a paragraph of its own, as a table wants."""
    end = citazione.start + citazione.length
    before, _, lead = text[: citazione.start].rpartition("\n")
    rest, _, after = text[end:].partition("\n")
    if rest.strip() or _LIST_MARK.match(lead) is None:
        return False
    above = not before or not before.rpartition("\n")[2].strip() or before.rpartition("\n")[2].lstrip().startswith("#")
    return (above or bool(lead.strip())) and _BEGINS_OR_ENDS.match(after.partition("\n")[0]) is not None


def may_hold_table(piano: Piano, path: Path) -> bool:
    """True when the text at `path` is narrative, in which a table has a place."""
    if _JOINED & set(path) or (path[:1] == ("obiettivi",) and path[-1] == "descrizione"):
        return False
    thing: Any = piano
    field: FieldInfo | None = None
    for step in path:
        if isinstance(step, str) and isinstance(thing, BaseModel):
            field = type(thing).model_fields.get(step)
        try:
            thing = getattr(thing, "elenco", thing)[step] if isinstance(step, int) else getattr(thing, step)
        except (AttributeError, IndexError, TypeError):
            return False
    if isinstance(thing, BaseModel):  # one word in place of a part: it is the text of the part
        field = type(thing).model_fields.get("testo")
        return field is not None and bool(getattr(thing, "testo", None)) and _is_prosa(field)
    return field is not None and isinstance(path[-1], str) and _is_prosa(field)


def _is_prosa(field: FieldInfo) -> bool:
    """True when a field holds `Prosa`, alone or as one of its types."""
    if isinstance(field.json_schema_extra, dict) and "markdownDescription" in field.json_schema_extra:
        return True
    return any(
        get_origin(part) is Annotated
        and any(
            isinstance(note, FieldInfo)
            and isinstance(note.json_schema_extra, dict)
            and "markdownDescription" in note.json_schema_extra
            for note in get_args(part)[1:]
        )
        for part in get_args(field.annotation)
    )


def explain_filter(name: str, argument: int | None) -> tuple[str, str] | None:
    """What is wrong with a filter whatever it is given, and how to mend it."""
    if argument is not None and FILTERS[name] == 0:
        return f"il filtro «{name}» non vuole un numero", f"scrivi {{{{ … | {name} }}}}"
    if argument is not None and argument > MAX_DECIMALS:
        return f"il filtro «{name}» stampa al massimo {MAX_DECIMALS} decimali", f"scrivi {name}({MAX_DECIMALS})"
    return None


def explain_value(name: str, value: Citabile) -> tuple[str, str] | None:
    """Why a filter would print the wrong thing for a value, and how to mend it."""
    if isinstance(value, str):
        return f"il filtro «{name}» non vale per un testo", "togli il filtro"
    if isinstance(value, date):
        return None if name in _DATES else (f"il filtro «{name}» non vale per una data", "usa data o data_estesa")
    if name in _DATES:
        return f"il filtro «{name}» vale per le date, e «{value.nome}» è un numero", "togli il filtro"
    wanted = {"euro": "euro", "percento": "percento"}.get(name)
    if wanted is None or value.valore is None or wanted in {value.tipo, value.unita.strip().casefold()}:
        return None
    return f"il filtro «{name}» non vale per «{value.nome}», che {_unit(value)}", "togli il filtro, o usa numero"


def _unit(value: Calcolo) -> str:
    if value.tipo == "numero":
        return f"si misura in {value.unita}" if value.unita else "è un numero"
    return "è in euro" if value.tipo == "euro" else "è una percentuale"
