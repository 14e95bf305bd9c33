# SPDX-License-Identifier: EUPL-1.2
"""Plan -> findings: one rule per file, documentation, examples and check together.

A rule yields `Problem`s and knows neither its code nor its file nor its line: the runner stamps them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast, runtime_checkable

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
class Draft:
    """What can be looked at also when the shape of the plan is wrong."""

    data: Mapping[str, Any]
    ids: Mapping[str, tuple[Path, ...]]
    """Every id of the plan and the places where it is given, in the order of reading."""
    texts: tuple[tuple[Path, str], ...]
    """The texts that cite figures."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at."""

    piano: Piano
    profilo: Profilo
    quadro: Quadro
    citabili: Mapping[str, Citabile]
    draft: Draft


class Rule(Protocol):
    """What a module of this package offers."""

    SEVERITY: Severity

    def check(self, ctx: Context) -> Iterator[Problem]:
        """The problems of the plan."""


@runtime_checkable
class DraftRule(Protocol):
    """What a rule offers besides, when it has something to say about a plan whose shape is wrong."""

    SEVERITY: Severity

    def check_draft(self, draft: Draft) -> Iterator[Problem]:
        """The problems that do not depend on the shape."""


def make_draft(source: Source) -> Draft:
    """Gathers what the rules look at when the shape of the plan is wrong."""
    return Draft(source.data, _collect_ids(source.data), tuple(source.iter_expressions()))


def make_context(source: Source, piano: Piano, profilo: Profilo, quadro: Quadro) -> Context:
    """Gathers what the rules look at."""
    return Context(piano, profilo, quadro, collect_citabili(piano, profilo, quadro), make_draft(source))


def check(source: Source, ctx: Context) -> tuple[Finding, ...]:
    """The findings of all rules."""
    findings: list[Finding] = []
    for name, module in RULES.load():
        rule = cast("Rule", module)
        findings += _stamp(source, name, rule.SEVERITY, ctx.profilo, rule.check(ctx))
    return tuple(findings)


def check_draft(source: Source, profilo: Profilo | None) -> tuple[Finding, ...]:
    """The findings of the rules that can judge a plan whose shape is wrong."""
    draft, findings = make_draft(source), list[Finding]()
    for name, module in RULES.load():
        if isinstance(module, DraftRule):
            findings += _stamp(source, name, module.SEVERITY, profilo, module.check_draft(draft))
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
    """What a person calls a part of the plan (or its data), cut to fit a sentence; empty when it has no title."""
    keys = ("titolo", "nome", "denominazione", "tipologia")
    titles = (thing.get(key) if isinstance(thing, dict) else getattr(thing, key, None) for key in keys)
    return next((shorten(title) for title in titles if isinstance(title, str)), "")


def _stamp(
    source: Source, name: str, own: Severity, profilo: Profilo | None, problems: Iterable[Problem]
) -> Iterator[Finding]:
    """Findings with their code, their severity in the profile, their place."""
    code = name.split("_")[0].upper()
    severity = Severity(profilo.severita.get(code, own)) if profilo is not None else own
    for problem in problems:
        if problem.span is None:
            location = source.locate(problem.path, problem.on_key)
        else:
            location = source.locate_text(problem.path, *problem.span)
        related = source.locate(problem.related) if problem.related is not None else None
        yield Finding(code, severity, location, problem.message, problem.hint, related)


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
