# SPDX-License-Identifier: EUPL-1.2
"""Plan -> findings: one rule per file, documentation, examples and check together.

A rule yields `Problem`s and knows neither its code nor its file nor its line: the runner stamps them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast, runtime_checkable

from pdz.calc import Quadro
from pdz.calc.citazioni import Citabile, collect_citabili
from pdz.calc.indicatori import iter_indicatori
from pdz.findings import Finding, Path, Problem, Severity, shorten
from pdz.model import Piano
from pdz.model._tipi import Voce
from pdz.model.esiti import Indicatore
from pdz.plugins import Plugins
from pdz.profiles import Profilo
from pdz.rules._draft import Draft, Passage, address_of, make_draft
from pdz.source import Source

__all__ = [
    "RULES",
    "TUTTE",
    "Context",
    "Draft",
    "DraftRule",
    "Passage",
    "Rule",
    "Selezione",
    "check",
    "check_draft",
    "code_of",
    "make_context",
    "name_at",
    "title_of",
]

RULES = Plugins("pdz.rules", "la regola")


@dataclass(frozen=True, slots=True)
class Selezione:
    """Which rules to run: by code («F001») or family («F»); nothing in `select` means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """True when the rule `code` runs."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


TUTTE = Selezione()
"""All the rules."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at."""

    piano: Piano
    profilo: Profilo
    quadro: Quadro
    citabili: Mapping[str, Citabile]
    draft: Draft
    indicatori: tuple[tuple[str | None, Indicatore, Path], ...]
    """Every indicator with its outcome and path, as `iter_indicatori` gives them: gathered once for all rules."""


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


def make_context(source: Source, piano: Piano, profilo: Profilo, quadro: Quadro) -> Context:
    """Gathers what the rules look at."""
    draft = make_draft(source.data)
    citabili = collect_citabili(piano, profilo, quadro, (text for _, text in draft.texts))
    return Context(piano, profilo, quadro, citabili, draft, tuple(iter_indicatori(piano)))


def code_of(name: str) -> str:
    """The code of the rule in file `name`: «F001»."""
    return name.partition("_")[0].upper()


def check(source: Source, ctx: Context, selezione: Selezione = TUTTE) -> tuple[Finding, ...]:
    """The findings of the wanted rules."""
    findings: list[Finding] = []
    for name, module in RULES.load(lambda name: selezione.wants(code_of(name))):
        rule = cast("Rule", module)
        findings += _stamp(source, name, rule.SEVERITY, ctx.profilo, rule.check(ctx))
    return tuple(findings)


def check_draft(source: Source, profilo: Profilo | None, selezione: Selezione = TUTTE) -> tuple[Finding, ...]:
    """The findings of the wanted rules that can judge a plan whose shape is wrong."""
    draft, findings = make_draft(source.data), list[Finding]()
    for name, module in RULES.load(lambda name: selezione.wants(code_of(name))):
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
    code = code_of(name)
    severity = Severity(profilo.severita.get(code, own)) if profilo is not None else own
    for problem in problems:
        if problem.span is None:
            location = source.locate(problem.path, problem.on_key)
        else:
            location = source.locate_text(problem.path, *problem.span)
        related = source.locate(problem.related) if problem.related is not None else None
        address = address_of(source.data, problem.path)
        yield Finding(code, severity, location, problem.message, problem.hint, related, address)
