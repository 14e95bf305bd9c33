# SPDX-License-Identifier: EUPL-1.2
"""Plan -> findings: one rule per file, documentation, examples and check together.

A rule yields `Problem`s and knows neither its code nor its file nor its line: the runner stamps them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

from pdz.calc import Quadro
from pdz.calc.citazioni import Citabile, collect_citabili
from pdz.findings import Finding, Path, Problem, Severity, shorten
from pdz.model import Piano
from pdz.model._tipi import Voce
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
    """Every id of the plan and the places where it is given, in the order of reading."""
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


def name_at(piano: Piano, path: Path) -> str:
    """«A1 «Rafforzare la capacità…»: » for the innermost thing around `path` that has an id; empty without one."""
    name, thing = "", cast("Any", piano)
    for step in path:
        try:
            thing = getattr(thing, "elenco", thing)[step] if isinstance(step, int) else getattr(thing, step)
        except (AttributeError, IndexError, TypeError):
            break
        if isinstance(thing, Voce):
            title = title_of(thing)
            name = f"{thing.id} «{title}»: " if title else f"{thing.id}: "
    return name


def title_of(thing: object) -> str:
    """What a person calls a part of the plan, cut to fit a sentence; empty when it has no title."""
    titles = (getattr(thing, key, None) for key in ("titolo", "nome", "denominazione", "tipologia"))
    return next((shorten(title) for title in titles if isinstance(title, str)), "")


def _stamp(source: Source, code: str, severity: Severity, problem: Problem) -> Finding:
    if problem.span is None:
        location = source.locate(problem.path, problem.on_key)
    else:
        location = source.locate_text(problem.path, *problem.span)
    related = source.locate(problem.related) if problem.related is not None else None
    return Finding(code, severity, location, problem.message, problem.hint, related)


def _collect_ids(data: Any) -> Mapping[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    for name, path in _iter_ids((), data):
        found.setdefault(name, []).append(path)
    return {name: tuple(paths) for name, paths in found.items()}


def _iter_ids(path: Path, value: Any) -> Iterator[tuple[str, Path]]:
    """Ids in the order in which the plan was read."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"], (*path, "id")
        for key, item in value.items():
            if key != "dati":  # a column of a table may be called id
                yield from _iter_ids((*path, key), item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _iter_ids((*path, index), item)
