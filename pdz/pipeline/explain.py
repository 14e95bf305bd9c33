# SPDX-License-Identifier: EUPL-1.2
"""Tells how a result was made."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pdz.calc import Calcolo, Termine, find_giudizio
from pdz.calc.stampa import format_calcolo
from pdz.errors import PdzError, UnknownName
from pdz.findings import did_you_mean
from pdz.numbers import format_number
from pdz.pipeline.check import check_plan
from pdz.profiles import Profilo
from pdz.source import Source


def explain_id(folder: Path, name: str) -> Iterator[str]:
    """How the results called `name` (an id, or a name that texts cite) were made, with their places."""
    checked = check_plan(folder)
    if checked.quadro is None:
        raise PdzError("il piano ha errori che impediscono i calcoli", f"pdz validate {folder.as_posix()}")
    known = checked.quadro.citabili
    found = {key: result for key, result in known.items() if name == key or key.partition(".")[2] == name}
    if not found:
        ids = {*known, *(key.partition(".")[2] for key in known)}
        hint = did_you_mean(name, ids) or "si spiegano, per esempio: " + ", ".join(list(known)[:5])
        raise UnknownName(f"nel piano non c'è un calcolo che si chiama «{name}»", hint if known else "")
    for key, result in sorted(found.items()):
        yield from _explain(checked.source, checked.profilo, key, result)


def _explain(origin: Source, profilo: Profilo | None, key: str, result: Calcolo) -> Iterator[str]:
    yield f"{key}: {result.nome}"
    yield f"  valore: {format_calcolo(result)}"
    if profilo is not None and key.startswith("gradi.") and result.valore is not None:
        giudizio = find_giudizio(result.valore, profilo.scala)
        band = next(fascia.etichetta for fascia in profilo.scala if fascia.giudizio == giudizio)
        yield f"  giudizio: {giudizio}, per la fascia «{band}» del profilo {profilo.id}"
    if result.motivo:
        yield f"  motivo: {result.motivo}"
    if result.formula:
        yield f"  formula: {result.formula}"
    for termine in result.termini:
        value = format_number(termine.valore) if isinstance(termine.valore, Decimal) else termine.valore
        yield f"  - {termine.nome}: {value}  ({_place(origin, profilo, termine)})"


def _place(origin: Source, profilo: Profilo | None, termine: Termine) -> str:
    """Where a number stands: a term without a path comes from the profile."""
    if not termine.path and profilo is not None:
        return f"profilo {profilo.id}"
    place = origin.locate(termine.path)
    return f"{place.file}:{place.line}:{place.column}"
