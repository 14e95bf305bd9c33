# SPDX-License-Identifier: EUPL-1.2
"""The texts of the frame: jinja2 (sandboxed) over `templates/`, which a folder of the user overrides.

`templates/etichette.yaml` holds the short labels, `templates/<kind>/<name>.md` the sentences that open a section.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pdz.dates import format_date, format_long_date
from pdz.errors import PdzError
from pdz.findings import did_you_mean
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent
from pdz.resources import resource_folder

LABELS_FILE = "etichette.yaml"


class Frame:
    """Labels and sentences of the frame, in the folders given, first match first."""

    def __init__(self, override: Path | None = None) -> None:
        folders = [resource_folder("templates")]
        if override is not None:
            if not override.is_dir():
                raise PdzError(f"«{override}» non è una cartella", "indica la cartella con i tuoi modelli di testo")
            folders.insert(0, override)
        self._folders = folders
        self._labels = self._read_labels()
        self._env = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._env.filters.update(
            numero=format_number,
            euro=format_euro,
            percento=format_percent,
            data=format_date,
            data_estesa=format_long_date,
        )

    def label(self, name: str, **values: object) -> str:
        """The label `name` with its {placeholders} filled."""
        try:
            return self._labels[name].format(**values) if values else self._labels[name]
        except KeyError as error:
            raise PdzError(f"nell'etichetta «{name}» manca {error}", f"controlla {LABELS_FILE}") from error

    def text(self, name: str, **values: object) -> str:
        """The Markdown of template `name` («piano/esiti»); empty when there is no such template."""
        try:
            return self._env.get_template(f"{name}.md").render(**values).strip()
        except TemplateNotFound:
            return ""
        except TemplateError as error:
            line = getattr(error, "lineno", None)
            where = f"{name}.md" + (f", riga {line}" if line else "")
            raise PdzError(
                f"il modello di testo {where} non funziona: {error.message}", "correggi il modello"
            ) from error

    def _read_labels(self) -> Mapping[str, str]:
        labels: dict[str, str] = {}
        for folder in reversed(self._folders):
            path = folder / LABELS_FILE
            if not path.is_file():
                continue
            data: Any = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
            if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
                raise PdzError(f"«{path}» deve contenere righe «nome: testo»")
            if labels and (unknown := set(data) - set(labels)):
                name = sorted(unknown)[0]
                raise PdzError(f"in «{path}» l'etichetta «{name}» non esiste", did_you_mean(name, labels))
            labels.update(data)
        return labels
