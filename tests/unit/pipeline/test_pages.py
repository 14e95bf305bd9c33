# SPDX-License-Identifier: EUPL-1.2
"""The pages that LibreOffice counts: a stand-in for it in most tests, the true one in the last."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pypdf import PdfReader, PdfWriter

from pdz.errors import PdzError
from pdz.pipeline import pages
from pdz.pipeline.check import check_plan
from pdz.pipeline.pages import read_pages, write_numbered
from pdz.pipeline.render import RenderOptions, find_writer, render

ROOT = Path(__file__).parents[3]
MINIMO = ROOT / "esempi" / "minimo"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def make_pdf(path: Path, names: Mapping[str, int], count: int = 9) -> Path:
    """A PDF of empty pages with named destinations, as LibreOffice writes them."""
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(width=595, height=842)
    for name, page in names.items():
        writer.add_named_destination(title=name, page_number=page - 1)
    writer.write(path)
    return path


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `soffice` of our own: a shell script that finds the folder of the output in $out."""
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\nfor last; do :; done\nout=$(dirname "$last")\n{script}\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def write_nothing(_pages: Mapping[str, int]) -> bytes:
    return b"piano"


@pytest.mark.parametrize("name", ["/5FToc000001", "5FToc000001", "_Toc000001", "/_Toc000001", "#5FToc000001"])
def test_the_name_of_a_bookmark_however_the_pdf_writes_it(name: str, tmp_path: Path) -> None:
    assert read_pages(make_pdf(tmp_path / "a.pdf", {name: 4, "altro": 2})) == {"_Toc000001": 4}


def test_a_pdf_that_names_nothing(tmp_path: Path) -> None:
    with pytest.raises(PdzError, match="nel documento LibreOffice non trova titoli da contare"):
        read_pages(make_pdf(tmp_path / "a.pdf", {}))


def test_pages_are_counted_until_they_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, page in enumerate((5, 6, 6)):
        make_pdf(tmp_path / f"{number}.pdf", {"/5FToc000001": page})
    stand_in(tmp_path, f'cp {tmp_path}/"$(cat "$last")".pdf "$out"/piano.pdf', monkeypatch)
    seen: list[dict[str, int]] = []

    def write(found: Mapping[str, int]) -> bytes:
        seen.append(dict(found))
        return str(len(seen) - 1).encode()

    assert write_numbered(write) == b"2"
    assert seen == [{}, {"_Toc000001": 5}, {"_Toc000001": 6}]


def test_pages_that_never_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in (5, 6):
        make_pdf(tmp_path / f"{page}.pdf", {"/5FToc000001": page})
    stand_in(tmp_path, f'cp {tmp_path}/"$(cat "$last")".pdf "$out"/piano.pdf', monkeypatch)
    with pytest.raises(PdzError, match="LibreOffice conta ogni volta pagine diverse"):
        write_numbered(lambda found: b"6" if found.get("_Toc000001") == 5 else b"5")


def test_how_libreoffice_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_pdf(tmp_path / "a.pdf", {"/5FToc000001": 2})
    stand_in(tmp_path, f'''printf '%s\\n' "$@" >{tmp_path}/said
        cat "$out"/profilo/user/registrymodifications.xcu >{tmp_path}/profile
        cp {tmp_path}/a.pdf "$out"/piano.pdf''', monkeypatch)  # fmt: skip
    assert write_numbered(write_nothing) == b"piano"
    profile, *options, target, source = (tmp_path / "said").read_text(encoding="utf-8").splitlines()
    assert options == [
        "--headless",
        "--norestore",
        "--convert-to",
        'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}',
        "--outdir",
    ]
    assert profile == f"-env:UserInstallation={Path(target, 'profilo').as_uri()}"
    assert source == f"{target}/piano.docx"
    assert not Path(target).exists()
    settings = etree.parse(tmp_path / "profile").getroot()
    values = {
        str(prop.get(f"{{{settings.nsmap['oor']}}}name")): prop.findtext("value") for prop in settings.iter("prop")
    }
    assert values["BlockUntrustedRefererLinks"] == "true"
    assert (values["ooInetProxyType"], values["ooInetHTTPProxyName"], values["ooInetHTTPSProxyPort"]) == (
        "1",
        "127.0.0.1",
        "9",
    )


FAILED = "LibreOffice non è riuscito a contare le pagine"


@pytest.mark.parametrize("script", ["exit 0", "exit 1", 'echo no >"$out"/piano.pdf', ': >"$out"/piano.pdf'])
def test_libreoffice_that_fails(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, script, monkeypatch)
    with pytest.raises(PdzError, match=FAILED) as raised:
        write_numbered(write_nothing)
    assert raised.value.hint == "prova ad aprire il documento con LibreOffice, o togli --pagine"


def test_libreoffice_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "", monkeypatch)
    (tmp_path / "soffice").write_bytes(b"#!/non/esiste\n")
    with pytest.raises(PdzError, match=FAILED):
        write_numbered(write_nothing)


def test_libreoffice_that_never_ends_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "_SECONDS", 1)
    stand_in(tmp_path, f"sleep 60 & echo $! >{tmp_path}/child; wait", monkeypatch)
    with pytest.raises(PdzError, match="LibreOffice non ha finito di contare le pagine in"):
        write_numbered(write_nothing)
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    for _ in range(50):
        if not is_running(child):
            break
        time.sleep(0.1)
    assert not is_running(child)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_without_pypdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "exit 0", monkeypatch)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(PdzError, match="serve la libreria pypdf, che non è installata") as raised:
        write_numbered(write_nothing)
    command = ".venv/bin/pip install -c .constraints.txt '.[pagine]'"
    assert raised.value.hint == f"installala, nella cartella del progetto ({command}), o togli --pagine"
    assert f"`{command}`" in (Path(__file__).parents[3] / "README.md").read_text("utf-8")


def test_pypdf_is_imported_only_where_it_is_used(tmp_path: Path) -> None:
    code = (
        "import sys; from pdz.cli import run; import pdz.pipeline.pages\n"
        f"assert run(['validate', {str(MINIMO)!r}]) == 0\n"
        f"assert not {{'pypdf', 'docx', 'jinja2'}} & set(sys.modules)\n"
        f"assert run(['render', {str(MINIMO)!r}, '-o', {str(tmp_path / 'a.docx')!r}]) == 0\n"
        "assert 'pypdf' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("soffice") is None, reason="serve LibreOffice")
def test_the_number_in_the_index_is_the_page_of_the_heading(tmp_path: Path) -> None:
    checked = check_plan(MINIMO)
    pdfs: list[list[str]] = []
    read = pages.read_pages

    def read_text(pdf: Path) -> dict[str, int]:
        pdfs.append([re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(pdf).pages])
        return read(pdf)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "read_pages", read_text)
        data, _ = render(checked, find_writer(".docx"), RenderOptions(pages=True))
    (tmp_path / "piano.docx").write_bytes(data)
    entries = entries_of(data)
    assert len(entries) > 10
    without, final = pdfs[0], pdfs[-1]
    assert len(without) == len(final)
    for title, number in entries:
        assert title in final[number - 1], f"«{title}» non è a pagina {number}"
        assert "....." not in final[number - 1], f"a pagina {number} c'è l'indice"
        assert re.search(rf"{re.escape(title)} ?\.+ ?{number}\b", " ".join(final)), f"l'indice non stampa «{title}»"
    assert render(checked, find_writer(".docx"), RenderOptions(pages=True))[0] == data


def entries_of(data: bytes) -> list[tuple[str, int]]:
    """Title and printed page of every entry of the indices."""
    with ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    links = [link for link in body.iter(f"{W}hyperlink") if "PAGEREF" in texts_of(link, "instrText")[0]]
    texts = [texts_of(link, "t") for link in links]
    return [("".join(title), int(number)) for *title, number in texts]


def texts_of(element: etree._Element, name: str) -> list[str]:
    return [text.text or "" for text in element.iter(f"{W}{name}")] or [""]
