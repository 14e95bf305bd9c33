# SPDX-License-Identifier: EUPL-1.2
"""Reads a plan and checks it: source -> structure -> profile -> calculator -> rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pdz import calc, rules, source, structure
from pdz.calc import Quadro
from pdz.calc.citazioni import Citabile
from pdz.errors import PdzError, UnknownName
from pdz.findings import Finding, Severity
from pdz.model import Piano
from pdz.pipeline._ammissioni import Ammesso, admit
from pdz.pipeline._progress import Progress, silent
from pdz.pipeline.catalogue import FAMILIES, find_rule, load_catalogue
from pdz.profiles import Profilo, load_profilo
from pdz.rules import TUTTE, Selezione
from pdz.source import Source


@dataclass(frozen=True, slots=True)
class Checked:
    """A plan that was read and checked; `piano` is None when its shape is wrong."""

    source: Source
    findings: tuple[Finding, ...]
    piano: Piano | None = None
    profilo: Profilo | None = None
    quadro: Quadro | None = None
    citabili: Mapping[str, Citabile] | None = None
    ammessi: tuple[Ammesso, ...] = ()
    """The findings that the plan itself admits, each with its reason."""

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)


def check_plan(folder: Path, selezione: Selezione = TUTTE, progress: Progress = silent) -> Checked:
    """Reads and checks the plan in `folder` with the wanted rules; raises PdzError when there is none."""
    progress("leggo il piano")
    origin = source.load(folder)
    piano, shape = structure.read(origin)
    findings = (*shape, *source.find_estranei(origin))
    profilo, unknown = _find_profilo(origin)
    progress("controllo il piano")
    if piano is None or profilo is None:
        other_format = any(finding.code == "M006" for finding in findings)
        found = () if other_format else rules.check_draft(origin, profilo, selezione)
        kept, ammessi = admit(origin, (*findings, *unknown, *found), None)
        return Checked(origin, _sort(origin, kept), ammessi=ammessi)
    quadro = calc.compute(piano, profilo)
    ctx = rules.make_context(origin, piano, profilo, quadro)
    found = rules.check(origin, ctx, selezione)
    kept, ammessi = admit(origin, (*findings, *found), selezione)
    return Checked(origin, _sort(origin, kept), piano, profilo, quadro, ctx.citabili, ammessi)


def make_selezione(select: Iterable[str], ignore: Iterable[str]) -> Selezione:
    """The rules that a person names: «F,G001»; raises PdzError for a code that is not a rule."""
    return Selezione(tuple(_read_codes(select)), tuple(_read_codes(ignore)))


def _read_codes(listed: Iterable[str]) -> Iterator[str]:
    for code in (code for text in listed for code in text.upper().replace(",", " ").split()):
        if code[0] in "YM" and (code in FAMILIES or code in load_catalogue()):
            chosen = ", ".join(family for family in FAMILIES if family not in "YMC")
            message = f"«{code}» non si sceglie e non si esclude: la forma dei file si controlla sempre"
            raise PdzError(message, f"si scelgono le regole delle famiglie {chosen}: le elenca pdz rules")
        if code[0] == "C" and (code in FAMILIES or code in load_catalogue()):
            raise PdzError(f"«{code}» non riguarda un piano solo", "lo giudica: pdz compare VECCHIO NUOVO")
        yield code if code in FAMILIES else find_rule(code).code


def _find_profilo(origin: Source) -> tuple[Profilo | None, tuple[Finding, ...]]:
    name = origin.data.get("profilo")
    if not isinstance(name, str):
        return None, ()
    try:
        return load_profilo(name), ()
    except UnknownName as error:
        return None, (Finding("M008", Severity.ERROR, origin.locate(("profilo",)), error.message, error.hint),)


def _sort(origin: Source, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """By file in the order of reading, then by line, column, code."""
    order = {name: index for index, name in enumerate(origin.files)}
    return tuple(
        sorted(
            findings,
            key=lambda f: (
                order.get(f.location.file, len(order)),
                f.location.line,
                f.location.column,
                f.code,
                f.message,
            ),
        )
    )
