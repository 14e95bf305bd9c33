# SPDX-License-Identifier: EUPL-1.2
"""Plan -> findings: one rule per file, documentation, examples and check together.

A rule yields `Problem`s and knows neither its code nor its file nor its line: the runner stamps them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

from pdz.calc import Quadro
from pdz.calc.citazioni import Citabile, collect_citabili
from pdz.findings import Finding, Path, Problem, Severity
from pdz.model import Piano
from pdz.plugins import Plugins
from pdz.profiles import Profilo
from pdz.source import Source

RULES = Plugins("pdz.rules", "la regola")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at."""

    piano: Piano
    profilo: Profilo
    quadro: Quadro
    citabili: Mapping[str, Citabile]
    ids: Mapping[str, tuple[Path, ...]]
    """Every id of the plan and the places where it is given."""
    texts: tuple[tuple[Path, str], ...]
    """The texts that cite figures."""


class Rule(Protocol):
    """What a module of this package offers."""

    SEVERITY: Severity

    def check(self, ctx: Context) -> Iterator[Problem]:
        """The problems of the plan."""


def make_context(source: Source, piano: Piano, profilo: Profilo, quadro: Quadro) -> Context:
    """Gathers what the rules look at."""
    return Context(
        piano,
        profilo,
        quadro,
        collect_citabili(piano, profilo, quadro),
        _collect_ids(source.data),
        tuple(source.iter_expressions()),
    )


def check(source: Source, ctx: Context) -> tuple[Finding, ...]:
    """The findings of all rules."""
    findings: list[Finding] = []
    for name, module in RULES.load():
        rule, code = cast("Rule", module), name.split("_")[0].upper()
        severity = Severity(ctx.profilo.severita.get(code, rule.SEVERITY))
        findings += [_stamp(source, code, severity, problem) for problem in rule.check(ctx)]
    return tuple(findings)


def _stamp(source: Source, code: str, severity: Severity, problem: Problem) -> Finding:
    if problem.span is None:
        location = source.locate(problem.path, problem.on_key)
    else:
        location = source.locate_text(problem.path, *problem.span)
    related = source.locate(problem.related) if problem.related is not None else None
    return Finding(code, severity, location, problem.message, problem.hint, related)


def _collect_ids(data: Any) -> Mapping[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    stack: list[tuple[Path, Any]] = [((), data)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            if isinstance(value.get("id"), str):
                found.setdefault(value["id"], []).append((*path, "id"))
            stack.extend(((*path, key), item) for key, item in value.items() if isinstance(item, (dict, list)))
        elif isinstance(value, list):
            stack.extend(((*path, index), item) for index, item in enumerate(value) if isinstance(item, (dict, list)))
    return {name: tuple(sorted(paths, key=str)) for name, paths in found.items()}
