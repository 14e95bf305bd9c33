# SPDX-License-Identifier: EUPL-1.2
"""Broken plans, each beside the exact set of findings that it must give.

Every folder here is a plan with `attesi.txt`: one line per finding, `file:line:column:end code message`. To write the
expected lines of a new folder, run this file and read the difference: `python tests/errori/test_errori.py`.
"""

from pathlib import Path

import pytest

from pdz.findings import Finding
from pdz.pipeline.check import check_plan

HERE = Path(__file__).parent
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "piano.yaml").exists())


def line_of(finding: Finding) -> str:
    place = finding.location
    return f"{place.file}:{place.line}:{place.column}:{place.end_column} {finding.code} {finding.message}"


def lines_of(folder: Path) -> list[str]:
    """What stays, then what the plan admits with its reason."""
    checked = check_plan(folder)
    admitted = [f"ammesso: {line_of(ammesso.finding)} (perché {ammesso.reason})" for ammesso in checked.ammessi]
    return [line_of(finding) for finding in checked.findings] + admitted


@pytest.mark.parametrize("name", FOLDERS)
def test_broken_plan_gives_exactly_its_findings(name: str) -> None:
    assert lines_of(HERE / name) == (HERE / name / "attesi.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", FOLDERS)
def test_every_finding_says_how_to_mend_it(name: str) -> None:
    findings = check_plan(HERE / name).findings
    assert findings
    assert [line_of(finding) for finding in findings if not finding.hint] == []


@pytest.mark.parametrize("name", FOLDERS)
def test_every_finding_stands_inside_its_file(name: str) -> None:
    checked = check_plan(HERE / name)
    for finding in checked.findings:
        for place in filter(None, (finding.location, finding.related)):
            text = (HERE / name / place.file).read_text(encoding="utf-8").split("\n")
            assert 1 <= place.line <= len(text)
            assert 1 <= place.column < place.end_column <= len(text[place.line - 1]) + 2


if __name__ == "__main__":
    for name in FOLDERS:
        lines = "".join(f"{line}\n" for line in lines_of(HERE / name))
        (HERE / name / "attesi.txt").write_text(lines, encoding="utf-8")
