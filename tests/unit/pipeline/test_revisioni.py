# SPDX-License-Identifier: EUPL-1.2
"""A plan at a revision of git: which folder it is, what comes out, and what is said when there is none."""

import subprocess
from pathlib import Path

import pytest

from pdz.errors import PdzError
from pdz.pipeline._revisioni import open_folder

WHO = ("-c", "user.name=Prova", "-c", "user.email=prova@example.org", "-c", "commit.gpgsign=false")


def git(*arguments: str) -> None:
    subprocess.run(("git", *WHO, *arguments), check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two commits: the second changes the plan and adds a file; another change is not committed."""
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    plan = tmp_path / "un piano" / "testi"
    plan.mkdir(parents=True)
    (plan.parent / "piano.yaml").write_text("uno", encoding="utf-8")
    (plan / "perché.md").write_bytes(b"\xc3\xa8\r\n")
    (tmp_path / ".gitattributes").write_text("*.md export-ignore\n", encoding="utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "uno")
    git("tag", "prima")
    (plan.parent / "piano.yaml").write_text("due", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "due")
    (plan.parent / "piano.yaml").write_text("tre", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("named", "text"),
    [
        ("un piano", "tre"),
        ("HEAD:un piano", "due"),
        ("HEAD:un piano/", "due"),
        ("HEAD:./un piano", "due"),
        ("main:un piano/testi/..", "due"),
        ("HEAD~1:un piano", "uno"),
        ("prima:un piano", "uno"),
        ("HEAD^{/uno}:un piano", "uno"),
    ],
)
def test_the_folder_of_a_revision(repository: Path, named: str, text: str) -> None:
    with open_folder(named) as folder:
        assert (folder / "piano.yaml").read_text(encoding="utf-8") == text
    assert folder.exists() == (named == "un piano")


def test_every_file_comes_out_as_it_was_committed(repository: Path) -> None:
    with open_folder("prima:un piano") as folder:
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert found == {"piano.yaml": b"uno", "testi/perché.md": b"\xc3\xa8\r\n"}


def test_the_folder_is_seen_from_where_the_command_runs(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "un piano")
    for named in ("prima:.", "prima:", "prima:../un piano"):
        with open_folder(named) as folder:
            assert (folder / "piano.yaml").read_text(encoding="utf-8") == "uno"


def test_a_folder_with_a_colon_in_its_name_is_a_folder(repository: Path) -> None:
    (repository / "HEAD:strana").mkdir()
    with open_folder("HEAD:strana") as folder:
        assert folder == Path("HEAD:strana")


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("ieri:un piano", "la revisione «ieri» non esiste"),
        ("--all:un piano", "la revisione «--all» non esiste"),
        ("HEAD:altro", "nella revisione «HEAD» non c'è la cartella «altro»"),
        ("HEAD:un piano/piano.yaml", "nella revisione «HEAD» non c'è la cartella «un piano/piano.yaml»"),
        ("HEAD:../fuori", "«../fuori» è fuori dalla cartella che git conosce"),
    ],
)
def test_what_is_not_there(repository: Path, named: str, message: str) -> None:
    with pytest.raises(PdzError) as raised, open_folder(named):
        pass
    assert raised.value.message == message
    assert raised.value.hint


def test_outside_git_and_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PdzError, match="non sei in una cartella che git conosce"), open_folder("HEAD:piano"):
        pass
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PdzError, match="serve git, che qui non c'è"), open_folder("HEAD:piano"):
        pass
