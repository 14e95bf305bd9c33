# SPDX-License-Identifier: EUPL-1.2
"""The report for people: each finding with its frame, repeated ones rolled up, a line for each plan."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pdz.cli._report import ReportOptions, Verdict, count_codes, summarize
from pdz.cli._report._frame import make_visible, render_one
from pdz.cli._report._places import place_of
from pdz.findings import Finding
from pdz.pipeline.catalogue import find_rule
from pdz.source import Source

LABEL = "da leggere"

SHOWN = 5
"""Findings with the same code that are shown whole, in one plan."""


def render(verdicts: Sequence[Verdict], options: ReportOptions) -> str:
    """The findings of each plan, then its summary."""
    lines = [line for verdict in verdicts for line in _render_plan(verdict, options)]
    if options.statistics:
        lines += ["", *_render_statistics(verdicts)]
    return "".join(f"{line}\n" for line in lines)


def render_findings(source: Source, findings: Sequence[Finding], base: str = "", every: bool = True) -> Iterator[str]:
    """The lines of the findings of one plan; `base` is the folder to print before file names."""
    seen = Counter[str]()
    rest: dict[str, list[Finding]] = {}
    for finding in findings:
        seen[finding.code] += 1
        if every or seen[finding.code] <= SHOWN:
            yield from render_one(source, finding, base)
            yield ""
        else:
            rest.setdefault(finding.code, []).append(finding)
    for code, others in rest.items():
        shown = ", ".join(place_of(finding.location, base) for finding in others[:3])
        more = ", …" if len(others) > 3 else ""
        yield f"+ {len(others)} {'altro' if len(others) == 1 else 'altri'} {code}: {shown}{more}"
    if rest:
        yield "   per vederli tutti: --all"
        yield ""


def _render_plan(verdict: Verdict, options: ReportOptions) -> Iterator[str]:
    checked = verdict.checked
    yield from render_findings(checked.source, checked.findings, verdict.base, options.every)
    if options.every and checked.ammessi:
        yield from _render_ammessi(verdict)
        yield ""
    yield summarize(checked.findings, verdict.plan, len(checked.ammessi))


def _render_ammessi(verdict: Verdict) -> Iterator[str]:
    """A line for each finding that the plan admits: whoever reads the plan again judges the reasons."""
    for ammesso in verdict.checked.ammessi:
        place = place_of(ammesso.finding.location, verdict.base)
        yield make_visible(f"{place}: ammesso {ammesso.finding.code} perché {ammesso.reason}")


def _render_statistics(verdicts: Sequence[Verdict]) -> Iterator[str]:
    rows = count_codes(verdicts)
    width = max((len(str(number)) for _, _, number in rows), default=1)
    for code, severity, number in rows:
        yield f"{number:>{width}} {code} {severity}: {find_rule(code).title}"
