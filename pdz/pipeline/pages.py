# SPDX-License-Identifier: EUPL-1.2
"""On which page each bookmark of a Word file stands: LibreOffice lays it out as PDF, pypdf reads the PDF."""

import os
import re
import signal
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from pdz.errors import PdzError

_FORMAT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_SECONDS = 180
"""How long LibreOffice may take: a plan of 100 pages takes it three."""
_ROUNDS = 4
_NAME = re.compile(r"/?(?:_|#?5F)([A-Z][a-z]+\d+)")
"""A bookmark of ours in the PDF, where LibreOffice writes `_Toc000001` as `5FToc000001`."""
_INSTALL = ".venv/bin/pip install -c .constraints.txt '.[pagine]'"
_WITHOUT = "o togli --pagine"

_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "1"),
    *(
        ("org.openoffice.Inet/Settings", f"ooInet{protocol}Proxy{name}", value)
        for protocol in ("HTTP", "HTTPS")
        for name, value in (("Name", "127.0.0.1"), ("Port", "9"))
    ),
)
"""No network: the headed paper of an office may link to pictures elsewhere. Nobody answers at port 9."""


def write_numbered(write: Callable[[Mapping[str, int]], bytes]) -> bytes:
    """The Word file that `write` makes of the pages of its bookmarks, with the pages of that very file.

    Numbers can change the lines of an index and so move what follows: pages are counted until they stay where they
    are, mostly twice. Raises PdzError when LibreOffice or pypdf is missing or fails.
    """
    soffice = _find_soffice()
    pages: dict[str, int] = {}
    with TemporaryDirectory(prefix="pdz-pagine-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write_profile(folder)
        for _ in range(_ROUNDS):
            data = write(pages)
            (folder / "piano.docx").write_bytes(data)
            counted = read_pages(_convert(soffice, folder))
            if counted == pages:
                return data
            pages = counted
    raise PdzError("LibreOffice conta ogni volta pagine diverse", "togli --pagine e aggiorna gli indici con Word")


def read_pages(pdf: Path) -> dict[str, int]:
    """The page of each bookmark, the first is 1; raises PdzError when `pdf` does not say it."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(pdf)
        numbers = {
            f"_{match[1]}": reader.get_destination_page_number(destination)
            for name, destination in reader.named_destinations.items()
            if (match := _NAME.fullmatch(name))
        }
    except (PyPdfError, OSError) as error:
        raise _failure() from error
    pages = {name: number + 1 for name, number in numbers.items() if number is not None}
    if not pages:
        raise PdzError("nel documento LibreOffice non trova titoli da contare", "togli --pagine")
    return pages


def _find_soffice() -> str:
    soffice = which("soffice") or which("libreoffice")
    if soffice is None:
        raise PdzError(
            "per contare le pagine serve LibreOffice, che non è installato",
            f"installalo (sudo apt-get install libreoffice-writer), {_WITHOUT}",
        )
    if find_spec("pypdf") is None:
        raise PdzError(
            "per contare le pagine serve la libreria pypdf, che non è installata",
            f"installala, nella cartella del progetto ({_INSTALL}), {_WITHOUT}",
        )
    return soffice


def _write_profile(folder: Path) -> None:
    """A profile of its own: it neither waits for a LibreOffice that is open nor reads what a person set there."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    target = folder / "profilo" / "user" / "registrymodifications.xcu"
    target.parent.mkdir(parents=True)
    target.write_text(f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>', "utf-8")


def _convert(soffice: str, folder: Path) -> Path:
    """The PDF of piano.docx in `folder`."""
    target = folder / "piano.pdf"
    target.unlink(missing_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profilo').as_uri()}"
    command = [soffice, profile, "--headless", "--norestore", "--convert-to", _FORMAT, "--outdir", str(folder)]
    try:
        _run([*command, str(folder / "piano.docx")])
    except subprocess.TimeoutExpired as error:
        raise PdzError(
            f"LibreOffice non ha finito di contare le pagine in {_SECONDS} secondi", f"riprova, {_WITHOUT}"
        ) from error
    except OSError as error:
        raise _failure() from error
    if not target.is_file():  # its exit code is 0 even when it could not convert
        raise _failure()
    return target


def _run(command: list[str]) -> None:
    """Runs LibreOffice in silence; when time or patience is over, ends it with the processes that it started."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(_SECONDS)
        except BaseException:
            with suppress(ProcessLookupError):
                if hasattr(os, "killpg"):
                    os.killpg(process.pid, signal.SIGKILL)
                else:  # Windows
                    process.kill()
            raise


def _failure() -> PdzError:
    return PdzError(
        "LibreOffice non è riuscito a contare le pagine", f"prova ad aprire il documento con LibreOffice, {_WITHOUT}"
    )
