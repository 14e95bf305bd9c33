# SPDX-License-Identifier: EUPL-1.2
"""Writes files whole or not at all: a temporary file beside each target, then a rename."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
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
    write_together({target: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Puts its data in each file; only when all the data are on the disk the first old file goes away.

    On a failure the old files stay as they were; the message names those whose turn had already come. Raises PdzError.
    """
    staged: dict[Path, str] = {}
    written: list[Path] = []
    try:
        for path, data in files.items():
            check_target(path)
            target = path.resolve()  # through a symbolic link, to the file that it stands for
            with _explain_failure(target, written):
                descriptor, staged[target] = tempfile.mkstemp(".tmp", f".{target.name}.", target.parent)
                _fill(descriptor, data)
                os.chmod(staged[target], _mode_of(target))
        for target in [*staged]:
            with _explain_failure(target, written):
                os.replace(staged[target], target)
            del staged[target]
            written.append(target)
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                os.unlink(temporary)


@contextmanager
def _explain_failure(target: Path, written: Sequence[Path]) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        done = f"; già scritti: {', '.join(map(str, written))}" if written else ""
        raise PdzError(
            f"non riesco a scrivere «{target}»: {explain_os_error(error)}",
            f"il file di prima, se c'era, è rimasto com'era{done}",
        ) from error


def _fill(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mode_of(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would have."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
