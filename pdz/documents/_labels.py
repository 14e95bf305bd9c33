# SPDX-License-Identifier: EUPL-1.2
"""The short labels of the frame: those of pdz, then those of the user, which must ask for the same values."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import yaml

from pdz.documents._folder import LABELS_FILE, read_file
from pdz.errors import PdzError
from pdz.findings import did_you_mean
from pdz.resources import resource_folder
from pdz.source._yaml import compose, explain_mark, scan, syntax_problem

_SHAPE = ("deve contenere solo righe «nome: testo»", "le etichette si ridefiniscono una per riga: totale: Totale")


class _Label(NamedTuple):
    line: int
    name: str
    text: str


def read_labels(override: Path | None) -> Mapping[str, str]:
    """The labels by name; raises PdzError for a file of the user that is wrong, with its line."""
    labels = {label.name: label.text for label in _iter_labels(resource_folder("templates"))}
    if override is None or not (override / LABELS_FILE).is_file():
        return labels
    theirs: dict[str, str] = {}
    for label in _iter_labels(override):
        where = f"«{override / LABELS_FILE}», riga {label.line}"
        if label.name in theirs:
            raise PdzError(f"{where}: l'etichetta «{label.name}» c'è già", "lascia una riga sola")
        if label.name not in labels:
            raise PdzError(f"{where}: l'etichetta «{label.name}» non esiste", did_you_mean(label.name, labels))
        _check_places(where, label, labels[label.name])
        theirs[label.name] = label.text
    return labels | theirs


def _iter_labels(folder: Path) -> Iterator[_Label]:
    file = read_file(folder, LABELS_FILE)
    where = f"«{folder / LABELS_FILE}»"
    deep, marks = scan(file.text)
    if marks:
        start, word = marks[0]
        message, hint = explain_mark(word)
        raise PdzError(f"{where}, riga {file.span(start, 1).line}: {message}", hint)
    try:
        root = compose(file.text) if deep is None else None
    except yaml.YAMLError as error:
        at, message, hint = syntax_problem(file, error)
        raise PdzError(f"{where}, riga {at.line}: {message}", hint) from error
    if root is None and deep is None:
        return  # an empty file changes nothing
    if not isinstance(root, yaml.MappingNode):
        raise PdzError(f"{where} {_SHAPE[0]}", _SHAPE[1])
    for key, value in root.value:
        line = key.start_mark.line + 1
        if not (isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)):
            raise PdzError(f"{where}, riga {line}: {_SHAPE[0]}", _SHAPE[1])
        yield _Label(line, key.value, value.value)


def _check_places(where: str, label: _Label, ours: str) -> None:
    """Raises PdzError when a label asks for a value that pdz has not for it."""
    known = set(_places(ours))
    listed = "i valori possibili sono: " + ", ".join(f"{{{name}}}" for name in sorted(known))
    hint = listed if known else "questa etichetta non ha valori fra graffe"
    try:
        wanted = list(_places(label.text))
    except ValueError as error:
        message = f"{where}: nell'etichetta «{label.name}» le parentesi graffe non si chiudono bene"
        raise PdzError(message, hint) from error
    for name in wanted:
        if name not in known:
            message = f"{where}: l'etichetta «{label.name}» chiede il valore {{{name}}}, che non c'è"
            raise PdzError(message, did_you_mean(name, known) or hint)


def _places(text: str) -> Iterator[str]:
    """What stands between the braces; raises ValueError for braces that do not match."""
    for _, name, spec, conversion in Formatter().parse(text):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
