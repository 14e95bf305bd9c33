# SPDX-License-Identifier: EUPL-1.2
"""Files that stand in the folder of a plan and that nothing names."""

from pathlib import Path

import pytest

from pdz.findings import Severity
from pdz.source import find_estranei, load

TEXT = "{sezione: introduzione, testo: testi/uno.md}"


def write(folder: Path, *names: str, includi: str = "") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("prova: 1\n", encoding="utf-8")
    (folder / "testi").mkdir(exist_ok=True)
    (folder / "testi/uno.md").write_text("Un testo.\n", encoding="utf-8")
    (folder / "piano.yaml").write_text(f"formato: 1\n{includi}testi: [{TEXT}]\n", encoding="utf-8")


def test_the_files_are_listed_once_on_includi(tmp_path: Path) -> None:
    write(tmp_path, "fondi.yaml", "esiti/a.yaml", "esiti/b.yaml", "dati/x.csv", "c.yaml", includi="includi: [c.yaml]\n")
    (finding,) = find_estranei(load(tmp_path))
    place = finding.location
    assert (finding.code, finding.severity, place.line, place.column) == ("Y012", Severity.WARNING, 2, 1)
    assert finding.message == (
        "4 file della cartella non fanno parte del piano: fondi.yaml, dati/x.csv, esiti/a.yaml, esiti/b.yaml"
    )
    assert finding.hint.startswith('aggiungi a «includi»: fondi.yaml, "esiti/*.yaml"; scrivi dove serve')
    assert "«dati: dati/x.csv»" in finding.hint


def test_without_includi_the_place_is_the_beginning_of_the_plan(tmp_path: Path) -> None:
    write(tmp_path, "testi/due.md")
    (finding,) = find_estranei(load(tmp_path))
    assert (finding.location.file, finding.location.line) == ("piano.yaml", 1)
    assert finding.message == "un file della cartella non fa parte del piano: testi/due.md"
    assert "«testo: testi/due.md»" in finding.hint


def test_a_long_list_is_cut(tmp_path: Path) -> None:
    write(tmp_path, *(f"f{number}.yaml" for number in range(8)))
    (finding,) = find_estranei(load(tmp_path))
    assert finding.message.startswith("8 file")
    assert finding.message.endswith("f4.yaml e altri 3")


@pytest.mark.parametrize(
    "name",
    [
        "README.md", "testi/Leggimi.md", "piano.schema.json", ".gitlab-ci.yml", ".github/workflows/piano.yml",
        "_appunti.md", "_bozze/esiti.yaml", "foto.png", "prova.txt", "altro/piano.yaml",
    ],
)  # fmt: skip
def test_what_is_not_of_the_plan_on_purpose(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert find_estranei(load(tmp_path)) == ()


def test_a_folder_with_another_plan_is_not_looked_at(tmp_path: Path) -> None:
    write(tmp_path, "altro/piano.yaml", "altro/esiti.yaml", "altro/esiti/a.yaml")
    assert find_estranei(load(tmp_path)) == ()


@pytest.mark.parametrize("includi", ["includi: [manca.yaml]\n", "includi: fondi.yaml\n", "includi: [rotto.yaml]\n"])
def test_what_cannot_be_read_may_be_what_names_the_file(tmp_path: Path, includi: str) -> None:
    write(tmp_path, "fondi.yaml", includi=includi)
    (tmp_path / "rotto.yaml").write_text("a: [\n", encoding="utf-8")
    assert find_estranei(load(tmp_path)) == ()


def test_a_path_may_be_written_in_another_way(tmp_path: Path) -> None:
    write(tmp_path, "esiti/a.yaml", includi='includi: ["./esiti/a.yaml", "**/a.yaml"]\n')
    text = (tmp_path / "piano.yaml").read_text(encoding="utf-8").replace("testi/uno.md", "./testi/uno.md")
    (tmp_path / "piano.yaml").write_text(text, encoding="utf-8")
    assert find_estranei(load(tmp_path)) == ()
