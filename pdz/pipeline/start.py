# SPDX-License-Identifier: EUPL-1.2
"""What one needs before there is a plan: the starting plan and the schema for editors."""

import json
from collections.abc import Iterator
from pathlib import Path

from pdz.errors import PdzError
from pdz.resources import resource_folder


def make_schema(profilo: str | None = None) -> str:
    """The JSON Schema 2020-12 of a plan file, as text, with the codes of one profile or of all.

    Raises UnknownName when there is no such profile.
    """
    from pdz.model.schema import schema_of_piano
    from pdz.pipeline._cataloghi import close_lists
    from pdz.profiles import load_profilo, profile_names

    names = (profilo,) if profilo is not None else tuple(reversed(profile_names()))  # the newest titles come first
    schema = close_lists(schema_of_piano(), [load_profilo(name) for name in names])
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def create_plan(folder: Path) -> Iterator[Path]:
    """Writes the starting plan into a new or empty `folder`; raises PdzError when it holds something."""
    if folder.is_file():
        raise PdzError(f"«{folder}» è un file, non una cartella", "scegli il nome di una cartella nuova")
    if folder.exists() and any(folder.iterdir()):
        raise PdzError(f"«{folder}» esiste già e non è vuota", "scegli il nome di una cartella nuova")
    origin = resource_folder("templates") / "init"
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(origin.rglob("*")):
        target = folder / path.relative_to(origin)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            target.write_bytes(path.read_bytes())
            yield target
    schema = folder / "piano.schema.json"
    schema.write_text(make_schema(), encoding="utf-8")
    yield schema
