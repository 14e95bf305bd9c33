# SPDX-License-Identifier: EUPL-1.2
"""A file is written whole or not at all: the old one stays, nothing is left beside it."""

import errno
import os
import resource
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pdz.cli import run
from pdz.cli._write import write_atomic, write_together
from pdz.errors import PdzError

EXAMPLE = Path(__file__).parents[3] / "esempi" / "minimo"
OLD = b"il documento di prima"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A document that was there before."""
    path = tmp_path / "piano.docx"
    path.write_bytes(OLD)
    return path


def is_untouched(target: Path) -> bool:
    return target.read_bytes() == OLD and list(target.parent.iterdir()) == [target]


def raising(error: BaseException) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_new_and_old_files(target: Path) -> None:
    write_atomic(target, b"nuovo")
    write_atomic(target.with_name("altro.docx"), b"altro")
    assert target.read_bytes() == b"nuovo"
    assert target.with_name("altro.docx").read_bytes() == b"altro"
    assert len(list(target.parent.iterdir())) == 2


def test_permissions_are_those_of_the_old_file_or_of_any_new_one(target: Path) -> None:
    target.chmod(0o640)
    other = target.with_name("altro.docx")
    mask = os.umask(0o027)
    try:
        write_atomic(target, b"nuovo")
        write_atomic(other, b"altro")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert stat.S_IMODE(other.stat().st_mode) == 0o640


def test_a_link_is_followed_to_its_file(target: Path) -> None:
    link = target.with_name("ultimo.docx")
    link.symlink_to(target)
    write_atomic(link, b"nuovo")
    assert link.is_symlink()
    assert target.read_bytes() == b"nuovo"


REASONS = {
    errno.ENOSPC: "il disco è pieno",
    errno.EDQUOT: "lo spazio assegnato è finito",
    errno.EACCES: "mancano i permessi",
    errno.EROFS: "il disco è in sola lettura",
    errno.EBUSY: "il file è aperto in un altro programma",
}


@pytest.mark.parametrize("number", REASONS)
@pytest.mark.parametrize("step", ["mkstemp", "fsync", "chmod", "replace"])
def test_whatever_fails_the_old_file_stays(
    step: str, number: int, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile if step == "mkstemp" else os, step, raising(OSError(number, os.strerror(number))))
    with pytest.raises(PdzError) as caught:
        write_atomic(target, b"nuovo")
    assert caught.value.message == f"non riesco a scrivere «{target}»: {REASONS[number]}"
    assert caught.value.hint == "il file di prima, se c'era, è rimasto com'era"
    assert is_untouched(target)


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_an_interruption_leaves_nothing(step: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, step, raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_atomic(target, b"nuovo")
    assert is_untouched(target)


def test_a_file_that_grows_beyond_what_is_allowed(target: Path) -> None:
    """A real write that the kernel stops half way."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, limits[1]))
    try:
        with pytest.raises(PdzError, match="il file sarebbe troppo grande"):
            write_atomic(target, b"x" * 1_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert is_untouched(target)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the system allows to mount one."""
    folder = tmp_path / "disco"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no permission to mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full(tiny_disk: Path) -> None:
    target = tiny_disk / "piano.docx"
    target.write_bytes(OLD)
    with pytest.raises(PdzError, match="il disco è pieno"):
        write_atomic(target, b"x" * 1_000_000)
    assert is_untouched(target)


def test_a_protected_file_is_left_alone(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(PdzError, match="è protetto da scrittura"):
        write_atomic(target, b"nuovo")
    assert is_untouched(target)


def test_a_link_to_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "piano.md"
    target.symlink_to(target)
    assert run(["render", str(EXAMPLE), "-o", str(target)]) == 2
    assert capsys.readouterr().err.startswith(f"errore: «{target}»: il collegamento gira in tondo\n")


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_file_of_the_plan_is_spared_whatever_its_name(
    link: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (EXAMPLE / "piano.yaml").read_text(encoding="utf-8")
    plan, target = tmp_path / "piano.yaml", tmp_path / "altro.md"
    plan.write_text(text, encoding="utf-8")
    getattr(target, link)(plan)
    assert run(["render", str(tmp_path), "-o", str(target)]) == 2
    assert capsys.readouterr().err == f"errore: «{target}» è un file del piano\naiuto: scegli un altro nome\n"
    assert plan.read_text(encoding="utf-8") == text


def test_who_prints_one_scheda_or_markdown_is_not_told_of_the_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options, lines in (
        (["-o", "x.docx"], 2),
        (["-o", "x.md"], 1),
        (["-d", "schede", "--scheda", "S1", "-o", "s.docx"], 1),
    ):
        assert run(["render", str(EXAMPLE), *options[:-1], str(tmp_path / options[-1])]) == 0
        told = [line for line in capsys.readouterr().out.splitlines() if "come tabell" not in line]
        assert len(told) == lines


@pytest.mark.parametrize(
    ("step", "error", "code", "said"),
    [
        ("fsync", OSError(errno.ENOSPC, "No space left on device"), 2, "il disco è pieno"),
        ("replace", PermissionError(errno.EACCES, "Permission denied"), 2, "mancano i permessi"),
        ("fsync", KeyboardInterrupt(), 130, "interrotto: nessun documento è stato cambiato"),
        ("fsync", ZeroDivisionError(), 3, "errore interno di pdz"),
    ],
)
def test_render_never_spoils_a_document(
    step: str,
    error: BaseException,
    code: int,
    said: str,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, step, raising(error))
    assert run(["render", str(EXAMPLE), "-o", str(target)]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert is_untouched(target)


def test_several_files_are_written_all_or_none(target: Path) -> None:
    other = target.with_name("altro.md")
    with pytest.raises(PdzError, match="è una cartella"):
        write_together({target: b"nuovo", other: b"nuovo", target.parent: b"nuovo"})
    assert is_untouched(target)
    write_together({target: b"nuovo", other: b"altro"})
    assert (target.read_bytes(), other.read_bytes()) == (b"nuovo", b"altro")
    assert len(list(target.parent.iterdir())) == 2


def test_when_the_last_step_fails_it_says_what_was_already_written(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = target.with_name("primo.md")
    replace = os.replace

    def fail(source: str, to: Path) -> None:
        if to == target:
            raise OSError(errno.EBUSY, "busy")
        replace(source, to)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(PdzError) as caught:
        write_together({first: b"nuovo", target: b"nuovo"})
    assert caught.value.message == f"non riesco a scrivere «{target}»: il file è aperto in un altro programma"
    assert caught.value.hint == f"il file di prima, se c'era, è rimasto com'era; già scritti: {first}"
    assert target.read_bytes() == OLD
    assert first.read_bytes() == b"nuovo"
    assert len(list(target.parent.iterdir())) == 2
