# SPDX-License-Identifier: EUPL-1.2
"""Reads two plans and compares them: source -> structure -> profile -> calculator, twice -> difference."""

from dataclasses import dataclass

from pdz import calc, compare, source, structure
from pdz.compare import Lato, Raffronto
from pdz.errors import PdzError, UnknownName
from pdz.findings import Finding, Severity
from pdz.pipeline._revisioni import open_folder
from pdz.profiles import load_profilo
from pdz.source import ROOT_NAME, Source


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


def compare_plans(old: str, new: str) -> Confronto:
    """Compares two plans, each a folder or `REVISION:folder`; raises PdzError when one is not there."""
    prima, dopo = read_lato(old), read_lato(new)
    if prima.lato is None or dopo.lato is None:
        return Confronto(prima, dopo)
    return Confronto(prima, dopo, compare.compare(prima.lato, dopo.lato))


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
