# SPDX-License-Identifier: EUPL-1.2
"""The folder of texts that a user gives with --templates: which files it may hold, and how they are read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pdz.errors import PdzError
from pdz.findings import did_you_mean
from pdz.resources import resource_folder
from pdz.source._files import FileProblem, SourceFile, read_text

LABELS_FILE = "etichette.yaml"


def shipped_names() -> tuple[str, ...]:
    """The texts that a user may override, as paths inside the folder: the labels, then a folder for each kind."""
    folder = resource_folder("templates")
    names = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.md") if path.parent.name != "init")
    return (LABELS_FILE, *names)


def check_folder(folder: Path, names: Iterable[str]) -> None:
    """Raises PdzError when `folder` is none, or holds a file that would be ignored because its name is wrong."""
    if not folder.is_dir():
        raise PdzError(f"«{folder}» non è una cartella", "indica la cartella con i tuoi modelli di testo")
    known = tuple(names)
    for name in _walk(folder):
        if name not in known:
            hint = _same_name(name, known) or did_you_mean(name, known) or "i modelli sono: " + ", ".join(known)
            raise PdzError(f"«{folder / name}» non prende il posto di nessun modello di pdz", hint)


def read_file(folder: Path, name: str) -> SourceFile:
    """One file of the folder; raises PdzError when it is no UTF-8 text."""
    path = (folder / name).resolve()  # a link out of the folder is the user's own
    try:
        return read_text(path.parent, path.name)
    except FileProblem as problem:
        line = f", riga {problem.at.line}" if problem.at is not None else ""
        raise PdzError(f"«{folder / name}»{line}: {problem.message}", problem.hint) from problem


def _walk(folder: Path) -> Iterator[str]:
    """The files of the folder in order, without hidden ones."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield (Path(root) / name).relative_to(folder).as_posix()


def _same_name(name: str, known: Iterable[str]) -> str:
    """The hint for a file with a right name in a wrong folder."""
    close = [other for other in known if other.rpartition("/")[2] == name.rpartition("/")[2]]
    return "forse intendevi " + " o ".join(f"«{other}»" for other in close) + "?" if close else ""
