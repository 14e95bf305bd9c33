# SPDX-License-Identifier: EUPL-1.2
"""The files that `pdz render` is asked for: all of them are checked before any work is done."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pdz.cli._write import check_not_read, check_target
from pdz.errors import PdzError
from pdz.pipeline.check import Checked
from pdz.pipeline.render import RenderOptions, find_writer
from pdz.writers import Writer

_FORMAT_OF = {
    "--style": (".docx", "un documento Word"),
    "--pagine": (".docx", "un documento Word"),
    "--archive": (".pdf", "un PDF"),
}
"""The options that one format alone understands."""


class Output(NamedTuple):
    """A file to write, and what writes it."""

    path: Path
    writer: Writer

    def is_of(self, extension: str) -> bool:
        """Whether this is the format of `extension`."""
        return extension in self.writer.EXTENSIONS


def find_outputs(paths: Sequence[Path]) -> tuple[Output, ...]:
    """The outputs in the order in which they were asked; raises PdzError when one of them cannot be."""
    outputs: dict[str, Output] = {}
    for path in paths:
        check_target(path)
        output = Output(path, find_writer(path.suffix))
        same = outputs.setdefault(os.path.normcase(path.resolve()), output)
        if same is not output:
            names = f"«{path}»" if path == same.path else f"«{same.path}» e «{path}» sono lo stesso file, che"
            raise PdzError(f"{names} è indicato due volte", "togline una, o scegli un altro nome")
    return tuple(outputs.values())


def check_options(given: Iterable[str], outputs: Sequence[Output]) -> None:
    """Raises PdzError when an option is of a format that nobody asked for."""
    for option in given:
        extension, what = _FORMAT_OF[option]
        if not any(output.is_of(extension) for output in outputs):
            raise PdzError(f"{option} vale solo per {what}", f"scrivi un file {extension}, o togli {option}")


def spare_sources(outputs: Sequence[Output], checked: Checked, options: RenderOptions) -> None:
    """Raises PdzError when a document would take the place of something that it is made from."""
    from pdz.documents._folder import shipped_names

    folder, logo = checked.source.folder, checked.piano.logo if checked.piano is not None else None
    files = [folder / name for name in (*checked.source.files, *([logo.file] if logo is not None else []))]
    styles = [options.style] if options.style is not None else []
    texts = [options.templates / name for name in shipped_names()] if options.templates is not None else []
    for output in outputs:
        check_not_read(output.path, files, "un file del piano")
        check_not_read(output.path, styles, "il documento di stile")
        check_not_read(output.path, texts, "uno dei tuoi modelli di testo")
