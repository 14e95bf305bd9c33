# SPDX-License-Identifier: EUPL-1.2
"""Files of the plan's folder that are not part of the plan: someone wrote them, and nobody will ever read them."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from pdz.findings import Finding, Severity
from pdz.source._source import ROOT_NAME, Source

_SUFFIXES = frozenset({".yaml", ".yml", ".md", ".csv"})
_ABOUT = frozenset({"readme", "leggimi", "changelog", "contributing", "license", "licenza"})
"""What a .md file may say of the folder itself."""
_NOT_OURS = (".", "_")
"""Names that begin so belong to other programs, or are put aside on purpose."""
_SHOWN = 5


def find_estranei(source: Source) -> tuple[Finding, ...]:
    """One warning that lists the files; none while something cannot be read, which may be what names them."""
    includi = source.data.get("includi", [])
    if source.findings or not source.complete or not isinstance(includi, list):
        return ()
    used = {(source.folder / name).resolve() for name in source.files}
    names = [name for name in _walk(source) if (source.folder / name).resolve() not in used]
    if not names:
        return ()
    many = f"{len(names)} file della cartella non fanno parte del piano"
    message = many if len(names) > 1 else "un file della cartella non fa parte del piano"
    listed = ", ".join(names[:_SHOWN]) + (f" e altri {len(names) - _SHOWN}" if len(names) > _SHOWN else "")
    where = source.locate(("includi",), on_key=True)
    return (Finding("Y012", Severity.WARNING, where, f"{message}: {listed}", _make_hint(names)),)


def _walk(source: Source) -> Iterator[str]:
    """The files that could belong to the plan, sorted; a folder with a plan of its own is not looked at."""
    for folder, folders, files in os.walk(source.folder):
        inner = os.path.relpath(folder, source.folder)
        if inner != "." and ROOT_NAME in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(_NOT_OURS))
        for name in sorted(files):
            path = PurePosixPath(name)
            about = path.suffix.lower() == ".md" and path.stem.lower() in _ABOUT
            if path.suffix.lower() in _SUFFIXES and not about and not name.startswith(_NOT_OURS):
                yield name if inner == "." else (PurePosixPath(*inner.split(os.sep)) / name).as_posix()


def _glob(parent: str, end: str) -> str:
    return f'"{"" if parent == "." else f"{parent}/"}*{end}"'


def _make_hint(names: Iterable[str]) -> str:
    """What to write so that they belong; the folder of several YAML files is named at once."""
    folders = defaultdict[tuple[str, str], list[str]](list)
    attached = ""
    for name in names:
        path = PurePosixPath(name)
        if path.suffix.lower() in {".yaml", ".yml"}:
            folders[path.parent.as_posix(), path.suffix].append(name)
        elif not attached:
            attached = f"testo: {name}" if path.suffix.lower() == ".md" else f"dati: {name}"
    wanted = [found[0] if len(found) == 1 else _glob(parent, end) for (parent, end), found in folders.items()]
    ways = [f"aggiungi a «includi»: {', '.join(wanted[:_SHOWN])}"] if wanted else []
    ways += [f"scrivi dove serve, per esempio, «{attached}»"] if attached else []
    return "; ".join([*ways, "quel che non serve toglilo, o fai cominciare il suo nome con «_»"])
