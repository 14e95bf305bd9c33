# SPDX-License-Identifier: EUPL-1.2
"""The texts of the frame: jinja2 (sandboxed) over `templates/`, which a folder of the user overrides.

`templates/etichette.yaml` holds the short labels, `templates/<kind>/<name>.md` the sentences that open a section.
"""

from collections.abc import Callable
from pathlib import Path

from jinja2 import FunctionLoader, TemplateNotFound

from pdz.dates import format_date, format_long_date
from pdz.documents._folder import check_folder, read_file, shipped_names
from pdz.documents._labels import read_labels
from pdz.documents._sandbox import Sandbox, explain
from pdz.errors import PdzError
from pdz.money import format_euro
from pdz.numbers import format_number, format_percent
from pdz.resources import resource_folder


class Frame:
    """Labels and sentences of the frame: those of pdz, and before them those of the folder `override`.

    Raises PdzError, here and in `text`, for whatever is wrong in that folder.
    """

    def __init__(self, override: Path | None = None) -> None:
        self._names = shipped_names()
        if override is not None:
            check_folder(override, self._names)
        self._override = override
        self._labels = read_labels(override)
        self._env = Sandbox(FunctionLoader(self._load))
        self._env.filters.update(
            numero=format_number,
            euro=format_euro,
            percento=format_percent,
            data=format_date,
            data_estesa=format_long_date,
        )

    def label(self, name: str, **values: object) -> str:
        """The label `name` with its {placeholders} filled."""
        return self._labels[name].format(**values) if values else self._labels[name]

    def text(self, name: str, **values: object) -> str:
        """The Markdown of template `name` («piano/esiti»); empty when there is no such template."""
        file = f"{name}.md"
        if file not in self._names:
            return ""
        try:
            return self._env.render(file, values).strip()
        except PdzError:
            raise
        except Exception as error:
            if self._override is None or (isinstance(error, OSError) and not isinstance(error, TemplateNotFound)):
                raise  # ours, or of the system
            raise explain(error, file, values, self._env) from error

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """Source, file name and freshness of a template, as jinja asks for them."""
        if name not in self._names:
            return None
        override = self._override
        folder = override if override is not None and (override / name).is_file() else resource_folder("templates")
        return read_file(folder, name).text, name, lambda: True
