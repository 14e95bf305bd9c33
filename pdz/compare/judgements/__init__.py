# SPDX-License-Identifier: EUPL-1.2
"""A difference -> what a person should look at: one judgement per file, documentation, examples and check together.

A judgement yields `Remark`s and knows neither its code nor the files: the runner stamps them. All are silent on plans
of unrelated Ambiti and on trienni that do not follow one another; between two versions of the plan of one triennium
only those run that say `VERSIONS = True`, because there nothing has been reached yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from pdz.compare import Raffronto, argomento_of
from pdz.findings import Path, Severity
from pdz.plugins import Plugins

JUDGEMENTS = Plugins("pdz.compare.judgements", "il giudizio")


@dataclass(frozen=True, slots=True)
class Remark:
    """What a judgement says: the sentence, and its place in the old plan, in the new one, or in both."""

    message: str
    prima: Path | None = None
    dopo: Path | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A remark with its code and severity."""

    code: str
    severity: Severity
    prima: Path | None
    """In the old plan; None when it speaks of something that only the new one has."""
    dopo: Path | None
    """In the new plan; None when it speaks of something that only the old one has."""
    message: str
    hint: str = ""

    @property
    def argomenti(self) -> tuple[str, ...]:
        """The subjects that it is about, on either side."""
        return tuple(argomento_of(path) for path in (self.prima, self.dopo) if path)


class Judge(Protocol):
    """What a module of this package offers."""

    SEVERITY: Severity
    VERSIONS: bool
    """True when it judges two versions of the plan of one triennium too."""

    def check(self, raffronto: Raffronto) -> Iterator[Remark]:
        """What must be looked at in these two plans."""


def code_of(name: str) -> str:
    """The code of the judgement in file `name`: «C001»."""
    return name.partition("_")[0].upper()


def judge(raffronto: Raffronto) -> tuple[Judgement, ...]:
    """All the judgements of two plans, by code; the profile of the new plan may change a severity."""
    versions = raffronto.prima.piano.triennio == raffronto.dopo.piano.triennio
    if not raffronto.stesso_ambito or not (versions or _is_next(raffronto)):
        return ()
    severities = raffronto.dopo.profilo.severita
    found: list[Judgement] = []
    for name, module in JUDGEMENTS.load():
        one, code = cast("Judge", module), code_of(name)
        if one.VERSIONS or not versions:
            severity = Severity(severities.get(code, one.SEVERITY))
            found += [Judgement(code, severity, r.prima, r.dopo, r.message, r.hint) for r in one.check(raffronto)]
    return tuple(found)


def _is_next(raffronto: Raffronto) -> bool:
    """True when the new plan tells the outcomes of the triennium of the old one; without its word, the profile's."""
    dopo = raffronto.dopo
    return raffronto.prima.piano.triennio == (dopo.piano.triennio_precedente or dopo.profilo.precedente)
