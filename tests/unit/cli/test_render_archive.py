# SPDX-License-Identifier: EUPL-1.2
"""`pdz render --archive`."""

from pathlib import Path

import pytest
from pikepdf import Pdf

from pdz.cli import run

MINIMO = str(Path(__file__).parents[3] / "esempi" / "minimo")


@pytest.mark.parametrize(("option", "part"), [([], None), (["--archive"], "2")])
def test_a_pdf_and_one_for_the_archive(option: list[str], part: str | None, tmp_path: Path) -> None:
    target = tmp_path / "piano.pdf"
    assert run(["render", MINIMO, "-o", str(target), *option]) == 0
    with Pdf.open(target) as file, file.open_metadata() as metadata:
        assert metadata.get("pdfaid:part") == part


def test_only_for_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "piano.docx"
    assert run(["render", MINIMO, "-o", str(target), "--archive"]) == 2
    assert capsys.readouterr().err == (
        "errore: --archive vale solo per un PDF\naiuto: scrivi un file .pdf, o togli --archive\n"
    )
    assert not target.exists()
