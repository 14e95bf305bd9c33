# SPDX-License-Identifier: EUPL-1.2
"""`pdz render --pagine` where it cannot be done."""

from pathlib import Path

import pytest

from pdz.cli import run

MINIMO = str(Path(__file__).parents[3] / "esempi" / "minimo")


def test_without_libreoffice_it_says_what_to_install_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    target = tmp_path / "piano.docx"
    target.write_bytes(b"quello di prima")
    assert run(["render", MINIMO, "-o", str(target), "--pagine"]) == 2
    assert capsys.readouterr() == (
        "",
        "errore: per contare le pagine serve LibreOffice, che non è installato\n"
        "aiuto: installalo (sudo apt-get install libreoffice-writer), o togli --pagine\n",
    )
    assert target.read_bytes() == b"quello di prima"
    assert run(["render", MINIMO, "-o", str(target)]) == 0


def test_only_for_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "piano.md"
    assert run(["render", MINIMO, "-o", str(target), "--pagine"]) == 2
    assert capsys.readouterr().err == (
        "errore: --pagine vale solo per un documento Word\naiuto: scrivi un file .docx, o togli --pagine\n"
    )
    assert not target.exists()
