# SPDX-License-Identifier: EUPL-1.2
"""Small plans for the tests of the rules."""

from pathlib import Path

from pdz.pipeline.check import check_plan

HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
enti: [{id: c, nome: Comune capofila}]
ambito: {nome: Prova, ente_capofila: c, comuni: [{nome: Prova}, {nome: Borgo Basso}]}
"""


def found(folder: Path, body: str, *codes: str) -> list[str]:
    """«line code message» of the findings with these codes; the first line of `body` is line 1."""
    (folder / "piano.yaml").write_text(f"{body.rstrip()}\n{HEAD}", encoding="utf-8")
    findings = check_plan(folder).findings
    unreadable = [finding for finding in findings if finding.code[0] in "YM"]
    assert unreadable == []
    chosen = (finding for finding in findings if finding.code in codes)
    return [f"{finding.location.line} {finding.code} {finding.message}" for finding in chosen]


def found_in_text(folder: Path, text: str, *codes: str) -> list[str]:
    """What the findings with these codes say of a text; without line and code."""
    lines = "\n".join(f"      {line}" for line in text.split("\n"))
    body = f"testi:\n  - sezione: introduzione\n    testo: |\n{lines}\n"
    return [line.split(" ", 2)[2] for line in found(folder, body, *codes)]
