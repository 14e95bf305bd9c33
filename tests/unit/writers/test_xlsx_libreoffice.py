# SPDX-License-Identifier: EUPL-1.2
"""LibreOffice opens the workbooks of the examples, works everything out anew and finds what the calculator says."""

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from pdz.pipeline.check import check_plan
from pdz.pipeline.render import RenderOptions, find_writer, render

ROOT = Path(__file__).parents[3]
PLANS = ("san-giuliano-milanese-2025-2027", "lodi-2025-2027", "lodi-2006-2008", "minimo")
ALWAYS = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>0</value></prop></item></oor:items>"
)
"""Formulas are worked out at every opening, whatever value they carry."""


def strip_values(source: Path, target: Path) -> int:
    """A copy whose formulas carry no value at all, so that none can be read back unworked; how many they are."""
    count = 0
    with ZipFile(source) as archive, ZipFile(target, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data, found = re.subn(rb"</f><v>[^<]*</v>", b"</f>", data)
                count += found
            copy.writestr(name, data)
    return count


def formulas(book: Workbook) -> list[tuple[str, str]]:
    return [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


@pytest.fixture(scope="module")
def worked_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the workbooks, and under `nudi/rifatti` what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp("cartelle")
    bare = folder / "nudi"
    bare.mkdir()
    user = folder / "profilo" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    for name in PLANS:
        data, _ = render(check_plan(ROOT / "esempi" / name), find_writer(".xlsx"), RenderOptions())
        (folder / f"{name}.xlsx").write_bytes(data)
        strip_values(folder / f"{name}.xlsx", bare / f"{name}.xlsx")
    user_folder = f"-env:UserInstallation={(folder / 'profilo').as_uri()}"
    command = ["soffice", user_folder, "--headless", "--convert-to", "xlsx"]
    files = [str(bare / f"{name}.xlsx") for name in PLANS]
    subprocess.run([*command, "--outdir", str(bare / "rifatti"), *files], check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.skipif(shutil.which("soffice") is None, reason="serve LibreOffice")
@pytest.mark.parametrize("name", PLANS)
def test_the_same_totals_and_gradi(worked_out: Path, name: str) -> None:
    ours = load_workbook(worked_out / f"{name}.xlsx", data_only=True)
    theirs = load_workbook(worked_out / "nudi" / "rifatti" / f"{name}.xlsx", data_only=True)
    places = formulas(load_workbook(worked_out / f"{name}.xlsx"))
    assert len(places) > 5
    for sheet, place in places:
        said, found = ours[sheet][place].value, theirs[sheet][place].value
        if isinstance(said, str):
            assert found == said, f"{sheet}!{place}"
        else:
            assert isinstance(said, int | float)
            assert isinstance(found, int | float), f"{sheet}!{place}: {found!r}"
            cents = 2 if "€" in ours[sheet][place].number_format else 12
            assert round(found, cents) == round(said, cents), f"{sheet}!{place}"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="serve LibreOffice")
def test_the_totals_that_are_right_and_must_stay_so(worked_out: Path) -> None:
    book = load_workbook(worked_out / "nudi" / "rifatti" / "san-giuliano-milanese-2025-2027.xlsx", data_only=True)
    found = {
        (row[0], row[1]): round(float(str(row[2])), 2)
        for row in book["Totali"].iter_rows(min_row=2, max_col=3, values_only=True)
    }
    assert {
        ("Prospetto", "Fondi strutturali"): 3_703_379.74,
        ("Prospetto", "Fondi Progetti e interventi"): 1_182_449.82,
        ("Progetti", "Totale"): 3_359_447.95,
        ("Ruolo", "capofila"): 2_672_364.00,
        ("Ruolo", "partner"): 687_083.95,
        ("PNRR", "Importo ammesso"): 2_157_200.00,
    }.items() <= found.items()
