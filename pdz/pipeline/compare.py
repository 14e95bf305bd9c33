# SPDX-License-Identifier: EUPL-1.2
"""Reads two plans and compares them: source -> structure -> profile -> calculator, twice, difference, judgements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pdz import calc, compare, source, structure
from pdz.compare import Lato, Raffronto
from pdz.compare.judgements import Judgement, judge
from pdz.errors import PdzError, UnknownName
from pdz.findings import Finding, Severity
from pdz.pipeline._revisioni import open_folder
from pdz.pipeline.catalogue import find_rule
from pdz.profiles import load_profilo
from pdz.source import ROOT_NAME, Source

FAMILY = "C"
"""The letter of the judgements."""


@dataclass(frozen=True, slots=True)
class Lettura:
    """A plan as it was named on the command line; `lato` is None when its shape is wrong."""

    nome: str
    """Its folder, or `REVISION:folder`: to be written before the names of its files."""
    source: Source
    findings: tuple[Finding, ...] = ()
    lato: Lato | None = None


@dataclass(frozen=True, slots=True)
class Confronto:
    """Two plans and what differs; `raffronto` is None when one could not be read."""

    prima: Lettura
    dopo: Lettura
    raffronto: Raffronto | None = None
    giudizi: tuple[Judgement, ...] = ()
    """What must be looked at, by code."""


def compare_plans(old: str, new: str) -> Confronto:
    """Compares two plans, each a folder or `REVISION:folder`; raises PdzError when one is not there."""
    prima, dopo = read_lato(old), read_lato(new)
    if prima.lato is None or dopo.lato is None:
        return Confronto(prima, dopo)
    raffronto = compare.compare(prima.lato, dopo.lato)
    return Confronto(prima, dopo, raffronto, judge(raffronto))


def read_codes(listed: Iterable[str]) -> tuple[str, ...]:
    """The judgements that a person names: «C003,C009», or «C» for all; raises PdzError for any other code."""
    return tuple(_iter_codes(listed))


def _iter_codes(listed: Iterable[str]) -> Iterator[str]:
    for code in (code for text in listed for code in text.upper().replace(",", " ").split()):
        if code[0] != FAMILY:
            hint = f"i giudizi li elenca: pdz rules --family {FAMILY}"
            raise PdzError(f"«{code}» non è un giudizio del raffronto", hint)
        yield code if code == FAMILY else find_rule(code).code


def read_lato(named: str) -> Lettura:
    """One plan, with what is computed from it; its rules are not checked."""
    with open_folder(named) as folder:
        try:
            origin = source.load(folder)
        except PdzError as error:
            shown = error.message.replace(str(folder), named)
            raise PdzError(shown, error.hint) from None
        piano, findings = structure.read(origin)
    named = named.removesuffix(ROOT_NAME) or "."
    if piano is None:
        return Lettura(named, origin, findings)
    try:
        profilo = load_profilo(piano.profilo)
    except UnknownName as error:
        unknown = Finding("M008", Severity.ERROR, origin.locate(("profilo",)), error.message, error.hint)
        return Lettura(named, origin, (*findings, unknown))
    return Lettura(named, origin, findings, Lato(piano, profilo, calc.compute(piano, profilo)))
