# SPDX-License-Identifier: EUPL-1.2
"""Writes a file whole or not at all: a temporary file beside the target, then a rename."""

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pdz.errors import PdzError, explain_os_error


def check_target(target: Path) -> None:
    """Raises PdzError before any work is done when `target` cannot be written."""
    if target.is_dir():
        raise PdzError(f"«{target}» è una cartella", "indica anche il nome del file, per esempio piano.docx")
    if not target.parent.is_dir():
        raise PdzError(f"la cartella «{target.parent}» non esiste", "creala, o scegline un'altra")
    _check_link(target)
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise PdzError(f"«{target}» è protetto da scrittura", "togli la protezione, o scegli un altro nome")


def _check_link(target: Path) -> None:
    """Raises PdzError for a symbolic link that leads to itself."""
    try:
        target.stat()
    except FileNotFoundError:
        return  # a new file, or a link to one
    except OSError as error:
        raise PdzError(f"«{target}»: {explain_os_error(error)}", "scegli un altro nome") from error


def check_not_read(target: Path, read: Iterable[Path], what: str) -> None:
    """Raises PdzError when `target` is one of the files that pdz reads, by whatever name or link."""
    for path in read:
        if path.resolve() == target.resolve() or (target.exists() and path.exists() and path.samefile(target)):
            raise PdzError(f"«{target}» è {what}", "scegli un altro nome")


def write_atomic(target: Path, data: bytes) -> None:
    """Puts `data` in `target`; on any failure the old file stays as it was and nothing is left behind."""
    check_target(target)
    target = target.resolve()  # through a symbolic link, to the file that it stands for
    temporary: str | None = None
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode_of(target))
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        raise PdzError(
            f"non riesco a scrivere «{target}»: {explain_os_error(error)}",
            "il file di prima, se c'era, è rimasto com'era",
        ) from error
    finally:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)


def _mode_of(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would have."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
