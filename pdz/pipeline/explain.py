# SPDX-License-Identifier: EUPL-1.2
"""Tells what a rule checks and how a result was made."""

import inspect
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pdz import rules
from pdz.calc import Calcolo
from pdz.calc.stampa import format_calcolo
from pdz.errors import PdzError, UnknownName
from pdz.findings import did_you_mean
from pdz.numbers import format_number
from pdz.pipeline.check import check_plan
from pdz.source import Source


def explain_rule(code: str) -> Iterator[str]:
    """The documentation of the rule `code`; raises UnknownName with the nearest."""
    names = {name.split("_")[0].upper(): name for name in rules.RULES.names()}
    if code.upper() not in names:
        hint = did_you_mean(code.upper(), names) or "per spiegare un numero del piano aggiungi --plan PIANO"
        raise UnknownName(f"nessuna regola ha il codice «{code}»", hint)
    module = rules.RULES.get(names[code.upper()])
    yield f"{code.upper()} ({module.SEVERITY}) {inspect.cleandoc(module.__doc__ or '')}"


def explain_id(folder: Path, name: str) -> Iterator[str]:
    """How the results called `name` (an id, or a name that texts cite) were made, with their places."""
    checked = check_plan(folder)
    if checked.quadro is None:
        raise PdzError("il piano ha errori che impediscono i calcoli", f"pdz validate {folder.as_posix()}")
    known = checked.quadro.citabili
    found = {key: result for key, result in known.items() if name == key or key.partition(".")[2] == name}
    if not found:
        ids = {*known, *(key.partition(".")[2] for key in known)}
        raise UnknownName(f"nel piano non c'è un calcolo che si chiama «{name}»", did_you_mean(name, ids))
    for key, result in sorted(found.items()):
        yield from _explain(checked.source, key, result)


def _explain(origin: Source, key: str, result: Calcolo) -> Iterator[str]:
    yield f"{key}: {result.nome}"
    yield f"  valore: {format_calcolo(result)}"
    if result.motivo:
        yield f"  motivo: {result.motivo}"
    if result.formula:
        yield f"  formula: {result.formula}"
    for termine in result.termini:
        place = origin.locate(termine.path)
        value = format_number(termine.valore) if isinstance(termine.valore, Decimal) else termine.valore
        yield f"  - {termine.nome}: {value}  ({place.file}:{place.line}:{place.column})"
