# SPDX-License-Identifier: EUPL-1.2
"""The picture of the cover: there, inside the folder of the plan, and a picture that Word can show."""

from collections.abc import Iterator
from pathlib import Path

from pdz.findings import Problem
from pdz.model import Piano

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def check_logo(piano: Piano, folder: Path) -> Iterator[Problem]:
    """What is wrong with the picture of the cover."""
    if piano.logo is None:
        return
    name = piano.logo.file
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(folder.resolve())
        beginning = b""
        if inside and path.is_file():
            with path.open("rb") as file:
                beginning = file.read(8)
        found = path.is_file()
    except (OSError, RuntimeError, ValueError):  # a name that no file can have, a link to itself, no permission
        inside, found, beginning = True, False, b""
    place = ("logo", "file")
    if not inside:
        message = f"l'immagine della copertina «{name}» sta fuori dalla cartella del piano"
        yield Problem(place, message, "copiala nella cartella del piano, e scrivi il percorso da lì")
    elif not found:
        message = f"non trovo l'immagine della copertina «{name}»"
        yield Problem(place, message, "il percorso parte dalla cartella del piano")
    elif not beginning.startswith(_BEGINNINGS):
        yield Problem(place, f"«{name}» non è un'immagine PNG o JPEG", "convertila in PNG")
