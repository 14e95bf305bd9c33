# SPDX-License-Identifier: EUPL-1.2
"""Whatever is found, every format says the same places, codes and severities."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote
from xml.etree import ElementTree as Xml

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pdz.cli._report import REPORTS, ReportOptions, Verdict
from pdz.findings import Finding, Location, Severity
from pdz.pipeline.catalogue import load_catalogue
from pdz.pipeline.check import Checked
from pdz.source import Source
from pdz.source._files import SourceFile

SCHEMA = json.loads((Path(__file__).parents[2] / "schemas" / "segnalazioni.schema.json").read_text(encoding="utf-8"))

Said: TypeAlias = tuple[str, int, int, str, Severity]
"""File, line, column, code, severity: what all formats have in common."""

NAMES = ("piano.yaml", "esiti/a 1.yaml", "testi/più, di: così%.md")
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, **{str(kind): kind for kind in Severity}}

places = st.builds(
    lambda name, line, column, width: Location(name, line, column, column + width),
    st.sampled_from(NAMES),
    st.integers(1, 30),
    st.integers(1, 40),
    st.integers(1, 20),
)
findings = st.builds(
    Finding,
    st.sampled_from(sorted(load_catalogue())),
    st.sampled_from(list(Severity)),
    places,
    st.text(min_size=1).filter(str.strip),
    st.text(),
    st.none() | places,
    st.sampled_from(["", "esiti/H1/giudizio"]),
)


def make_verdict(found: list[Finding]) -> Verdict:
    text = "\n".join(f"{number:04} {'abcdefgh' * 8}" for number in range(1, 31))
    source = Source(Path("un piano"), files={name: SourceFile(name, text) for name in NAMES})
    return Verdict("un piano", Checked(source, tuple(found)))


def report(name: str, found: list[Finding], **options: bool) -> str:
    text: str = REPORTS.get(name).render([make_verdict(found)], ReportOptions(**options))
    return text


def expected(found: list[Finding]) -> Counter[Said]:
    return Counter(
        (f"un piano/{f.location.file}", f.location.line, f.location.column, f.code, f.severity) for f in found
    )


def in_text(text: str) -> Counter[Said]:
    lines = re.findall(r"^(un piano/.*?):(\d+):(\d+): (errore|avviso) ([A-Z]\d{3}) ", text, re.MULTILINE)
    return Counter((file, int(line), int(column), code, Severity(kind)) for file, line, column, kind, code in lines)


def in_json(text: str) -> Counter[Said]:
    listed = [finding for plan in json.loads(text)["plans"] for finding in plan["findings"]]
    return Counter(
        (f["location"]["file"], f["location"]["line"], f["location"]["column"], f["code"], Severity(f["severity"]))
        for f in listed
    )


def in_sarif(text: str) -> Counter[Said]:
    results = json.loads(text)["runs"][0]["results"]
    physical = [(result, result["locations"][0]["physicalLocation"]) for result in results]
    return Counter(
        (
            unquote(place["artifactLocation"]["uri"]),
            place["region"]["startLine"],
            place["region"]["startColumn"],
            result["ruleId"],
            SEVERITIES[result["level"]],
        )
        for result, place in physical
    )


def in_junit(text: str) -> Counter[Said]:
    said = Counter[Said]()
    for case in Xml.fromstring(text).iter("testcase"):
        for outcome in case:
            assert outcome.text is not None
            match = re.match(r"(un piano/.*?):(\d+):(\d+)-\d+: (errore|avviso) ([A-Z]\d{3}) ", outcome.text)
            assert match is not None
            assert (match[1], match[2]) == (case.get("file"), case.get("line"))
            said[match[1], int(match[2]), int(match[3]), match[5], Severity(match[4])] += 1
    return said


def in_github(text: str) -> Counter[Said]:
    said = in_text(text)
    for kind, listed, title in re.findall(r"^::(error|warning) (.*?),title=(.*?)::", text, re.MULTILINE):
        named = dict(part.split("=", 1) for part in listed.split(","))
        file = named["file"].replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        said[file, int(named["line"]), int(named["col"]), title[:4], SEVERITIES[kind]] += 1
    return said


@given(st.lists(findings, max_size=40))
def test_places_are_the_same_in_all_formats(found: list[Finding]) -> None:
    wanted = expected(found)
    assert in_text(report("text", found, every=True)) == wanted
    assert in_json(report("json", found)) == wanted
    assert in_sarif(report("sarif", found)) == wanted
    assert in_junit(report("junit", found)) == wanted
    assert in_junit(report("junit", found, strict=True)) == wanted
    assert in_github(report("github", found)) == wanted


@given(st.lists(findings, max_size=40))
def test_json_has_the_published_shape(found: list[Finding]) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(report("json", found)))


@given(st.lists(findings, max_size=60))
def test_github_gets_ten_annotations_of_each_kind_at_most(found: list[Finding]) -> None:
    text = report("github", found)
    for command, severity in (("error", Severity.ERROR), ("warning", Severity.WARNING)):
        annotations = [line for line in text.splitlines() if line.startswith(f"::{command} ")]
        assert len(annotations) == min(10, sum(finding.severity is severity for finding in found))
    assert all(line.startswith(("::error ", "::warning ", "un piano")) for line in text.split("\n") if line)


@given(st.lists(findings, max_size=40))
def test_five_of_a_kind_are_shown_and_the_others_counted(found: list[Finding]) -> None:
    text = report("text", found)
    codes = Counter(finding.code for finding in found)
    shown = Counter(code for *_, code, _ in in_text(text).elements())
    assert shown == Counter({code: min(5, number) for code, number in codes.items()})
    rolled = dict(re.findall(r"^\+ (\d+) altr[oi] ([A-Z]\d{3}): ", text, re.MULTILINE))
    assert {code: int(number) for number, code in rolled.items()} == {c: n - 5 for c, n in codes.items() if n > 5}


@given(st.lists(findings, min_size=1, max_size=20), st.data())
def test_a_fingerprint_does_not_depend_on_the_other_findings_nor_on_the_line(
    found: list[Finding], data: st.DataObject
) -> None:
    marks = [f["fingerprint"] for f in json.loads(report("json", found))["plans"][0]["findings"]]
    assert len(set(marks)) == len(marks)
    alone = data.draw(st.sampled_from(found))
    first = next(index for index, other in enumerate(found) if other == alone)
    same = [f for f in found[:first] if (f.code, f.address) == (alone.code, alone.address)]
    if not same:
        (mark,) = [f["fingerprint"] for f in json.loads(report("json", [alone]))["plans"][0]["findings"]]
        assert mark == marks[first]
