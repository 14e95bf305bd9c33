# SPDX-License-Identifier: EUPL-1.2
"""Where a table may stand in a text, and the findings that do not need the shape of the plan."""

from pathlib import Path

import pytest

from pdz.calc.citazioni import iter_citazioni
from pdz.pipeline.check import check_plan
from pdz.rules._testi import is_alone

TABLE = '{{ tabella("t") }}'
HEAD = """formato: 1
profilo: lombardia/2025-2027
titolo: Piano
triennio: 2025-2027
ambito: {nome: Prova, ente_capofila: c}
enti: [{id: c, nome: C}]
"""


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        f"Prima.\n\n{TABLE}\n\nDopo.",
        f"Prima.\n\n  {TABLE}  \n",
        f"## Titolo\n{TABLE}",
        f"{TABLE}\n## Titolo",
        f"- uno\n- {TABLE}\n- tre",
        f"> {TABLE}",
    ],
)
def test_alone(text: str) -> None:
    (citazione,) = iter_citazioni(text)
    assert is_alone(text, citazione)


@pytest.mark.parametrize(
    "text", [f"Vedi {TABLE}", f"{TABLE}.", f"Prima.\n{TABLE}", f"{TABLE}\nDopo.", f"| {TABLE} |", f"    {TABLE}"]
)
def test_not_alone(text: str) -> None:
    (citazione,) = iter_citazioni(text)
    assert not is_alone(text, citazione)


def test_a_cover_without_its_picture_does_not_hide_the_other_errors(tmp_path: Path) -> None:
    text = HEAD.replace("ente_capofila: c", "ente_capofila: nessuno")
    (tmp_path / "piano.yaml").write_text(f"{text}logo: {{file: no.png, testo_alternativo: S}}\n", encoding="utf-8")
    assert [finding.code for finding in check_plan(tmp_path).findings] == ["R002", "M009"]


@pytest.mark.parametrize("name", ["loop.png", "a" * 300 + ".png", "."])
def test_a_picture_that_cannot_be_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop.png").symlink_to("loop.png")
    (tmp_path / "piano.yaml").write_text(f"{HEAD}logo: {{file: {name}, testo_alternativo: S}}\n", encoding="utf-8")
    assert [finding.code for finding in check_plan(tmp_path).findings] == ["M009"]


def test_a_picture_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(8))
    (tmp_path / "piano.yaml").write_text(f"{HEAD}logo: {{file: logo.png, testo_alternativo: S}}\n", encoding="utf-8")
    assert check_plan(tmp_path).findings == ()


def test_a_plan_in_another_format_is_not_judged(tmp_path: Path) -> None:
    text = HEAD.replace("formato: 1", "formato: 9") + 'testi: [{sezione: introduzione, testo: "{{ boh(1) }}"}]\n'
    (tmp_path / "piano.yaml").write_text(text, encoding="utf-8")
    assert [finding.code for finding in check_plan(tmp_path).findings] == ["M006"]
