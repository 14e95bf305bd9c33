# SPDX-License-Identifier: EUPL-1.2
import pytest

from pdz.cli import run


def test_the_explanations_of_arguments_stand_one_under_the_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["compare", "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Uso: pdz compare [OPZIONI] VECCHIO NUOVO [ALTRI]...\n")
    assert shown.partition("Argomenti:\n")[2].partition("\n\n")[0].splitlines() == [
        "  VECCHIO      Cartella del piano di prima, o REVISIONE:CARTELLA di git.",
        "               [obbligatorio]",
        "  NUOVO        Cartella del piano di dopo, o REVISIONE:CARTELLA.",
        "               [obbligatorio]",
        "  ALTRI        Altri piani: una colonna per triennio, o per Ambito.",
    ]
