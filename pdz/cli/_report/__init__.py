# SPDX-License-Identifier: EUPL-1.2
"""What was found in one or more plans, for people and for machines: one format per file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pdz.findings import Finding, Severity
from pdz.pipeline.check import Checked
from pdz.plugins import Plugins

REPORTS = Plugins("pdz.cli._report", "il formato")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plan as it was named on the command line, and what was found in it."""

    plan: str
    checked: Checked

    @property
    def base(self) -> str:
        """The folder to write before the names of its files."""
        return self.checked.source.folder.as_posix()


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a format may be asked for."""

    strict: bool = False
    """Warnings make the check fail too."""
    statistics: bool = False
    """Count the findings by code."""
    every: bool = False
    """Do not roll up repeated findings."""
    summary: str = ""
    """Where GitHub wants the summary of a step; empty elsewhere."""


class Report(Protocol):
    """What a module of this package offers."""

    LABEL: str
    """What it is for, in a few words."""

    def render(self, verdicts: Sequence[Verdict], options: ReportOptions) -> str:
        """The whole report; every line ends with a line feed."""


def count(number: int, one: str, many: str) -> str:
    """«1 errore», «2 errori»."""
    return f"{number} {one if number == 1 else many}"


def count_severities(findings: Iterable[Finding]) -> tuple[int, int]:
    """How many errors, how many warnings."""
    severities = Counter(finding.severity for finding in findings)
    return severities[Severity.ERROR], severities[Severity.WARNING]


def summarize(findings: Sequence[Finding], plan: str, admitted: int = 0) -> str:
    """«piano: nessun problema», «piano: 2 errori, 1 avviso (3 ammessi nel piano)»."""
    errors, warnings = count_severities(findings)
    parts = [count(errors, "errore", "errori")] if errors else []
    parts += [count(warnings, "avviso", "avvisi")] if warnings else []
    said = f" ({count(admitted, 'ammesso', 'ammessi')} nel piano)" if admitted else ""
    return f"{plan}: {', '.join(parts) or 'nessun problema'}{said}"


def count_codes(verdicts: Sequence[Verdict]) -> list[tuple[str, Severity, int]]:
    """Code, severity and number of findings, the most frequent first."""
    found = Counter((f.code, f.severity) for verdict in verdicts for f in verdict.checked.findings)
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [(code, severity, number) for (code, severity), number in ordered]
