# SPDX-License-Identifier: EUPL-1.2
"""YAML that remembers where every value stood.

A plan is a folder: `piano.yaml` and the files that its `includi:` globs name. Every scalar is delivered as text, so
that codes keep their zeros, `no` stays a word and money is exact; the type of the field decides how it is read.
The files are composed once with libyaml; positions are looked up in the composed nodes, only when asked for.
"""

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

import yaml

from pdz.errors import PdzError, explain_os_error
from pdz.findings import Location, did_you_mean, shorten
from pdz.source._ammissioni import Ammissione, find_ammissioni
from pdz.source._build import REFUSED, Builder
from pdz.source._codes import CODES
from pdz.source._estranei import find_estranei
from pdz.source._files import FileProblem, read_text
from pdz.source._source import ROOT_NAME, Slot, Source
from pdz.source._yaml import MAX_DEPTH, compose, explain_mark, scan, syntax_problem

__all__ = ["CODES", "REFUSED", "ROOT_NAME", "Ammissione", "Source", "find_ammissioni", "find_estranei", "load"]


def load(folder: FilePath) -> Source:
    """Reads all files of the plan in `folder` (or the folder of the `piano.yaml` given).

    Raises PdzError when there is no plan there; everything wrong inside the files becomes a finding.
    """
    if folder.is_file() and folder.name == ROOT_NAME:
        folder = folder.parent
    if not folder.exists():
        raise PdzError(f"la cartella «{folder}» non esiste", "controlla il nome, o creala con: pdz init CARTELLA")
    if not folder.is_dir():
        raise PdzError(f"«{folder}» non è una cartella", f"indica la cartella che contiene {ROOT_NAME}")
    if (folder / ROOT_NAME).is_dir():
        message = f"«{folder / ROOT_NAME}» è una cartella, non un file"
        raise PdzError(message, f"{ROOT_NAME} è il file principale del piano")
    if not (folder / ROOT_NAME).is_file():
        raise PdzError(
            f"in «{folder}» non c'è {ROOT_NAME}",
            "indica la cartella del piano, o creane una con: pdz init CARTELLA",
        )
    source = Source(folder)
    _add_file(source, ROOT_NAME)
    for name in _included(source):
        _add_file(source, name)
    return source


def _included(source: Source) -> Iterator[str]:
    """The names of the included files in order, each once."""
    patterns = source.data.get("includi")
    if not isinstance(patterns, list):
        return
    base = source.folder.resolve()
    seen = {ROOT_NAME}
    for index, pattern in enumerate(patterns):
        if not isinstance(pattern, str):
            continue  # the structure says it
        where = source.locate(("includi", index))
        try:
            names = _expand(source, pattern)
        except FileProblem as problem:
            source.complete = False
            source.report(problem.code, where, problem.message, problem.hint)
            continue
        for name in names:
            if not (source.folder / name).resolve().is_relative_to(base):
                source.complete = False
                hint = "copia il file nella cartella del piano"
                source.report("Y005", where, f"«{name}» è un collegamento che esce dalla cartella del piano", hint)
            elif name not in seen:
                seen.add(name)
                yield name


def _expand(source: Source, pattern: str) -> list[str]:
    """The files that a pattern of `includi` names, sorted; raises FileProblem when it escapes or there are none."""
    shown = f"«{shorten(pattern)}»"
    if pattern.startswith(("/", "\\", "~/")) or ".." in re.split(r"[/\\]", pattern):
        hint = "i file inclusi stanno nella cartella del piano"
        raise FileProblem("Y005", f"{shown} esce dalla cartella del piano", hint)
    if "\\" in pattern:
        raise FileProblem("Y005", f"{shown} non si può usare", "nei percorsi usa la barra «/», mai «\\»")
    if any("**" in part and part != "**" for part in pattern.split("/")):  # Python 3.13 would read it as one asterisk
        raise FileProblem("Y005", f"{shown} non si può usare", "scrivi per esempio esiti/*.yaml")
    try:
        names = _glob(source, pattern)
        others = [] if names else _glob(source, "**/*")
    except OSError as error:
        hint = "controlla i permessi della cartella"
        raise FileProblem("Y001", f"non riesco a leggere {shown}: {explain_os_error(error)}", hint) from error
    except (ValueError, IndexError, NotImplementedError) as error:  # pathlib has no word of its own for it
        raise FileProblem("Y005", f"{shown} non si può usare", "scrivi per esempio esiti/*.yaml") from error
    if not names and (source.folder / pattern).is_dir():
        raise FileProblem("Y005", f"{shown} è una cartella, non un file", f"scrivi {pattern.rstrip('/')}/*.yaml")
    if not names:
        hint = did_you_mean(pattern, (name for name in others if name != ROOT_NAME))
        message = f"{shown} non corrisponde a nessun file .yaml"
        raise FileProblem("Y005", message, hint or "controlla il nome, o togli la riga")
    return names


def _glob(source: Source, pattern: str) -> list[str]:
    """The YAML files that a pattern matches, sorted."""
    found = (path for path in source.folder.glob(pattern) if path.suffix in {".yaml", ".yml"} and path.is_file())
    return sorted(path.relative_to(source.folder).as_posix() for path in found)


def _add_file(source: Source, name: str) -> None:
    """Composes one file and merges its keys into the plan."""
    root = _compose(source, name)
    if root is None:
        source.complete = False
        return
    builder = Builder(source, name)
    for key, node in builder.items(root):
        _merge(source, builder, name, key, node)


def _compose(source: Source, name: str) -> yaml.MappingNode | None:
    """The keys of one file, or None and a finding that says why not."""
    try:
        file = source.files[name] = read_text(source.folder, name)
    except FileProblem as problem:
        source.report(problem.code, problem.at or Location(name, 1, 1, 2), problem.message, problem.hint)
        return None
    deep, marks = scan(file.text)
    first = {word: start for start, word in reversed(marks)}  # each once: there may be thousands
    for word, start in first.items():
        source.report("Y004", file.span(start, len(word)), *explain_mark(word))
    if deep is not None:
        message = f"troppi livelli uno dentro l'altro (più di {MAX_DEPTH})"
        source.report("Y007", file.span(deep, 1), message, "un piano ne ha una decina: controlla i rientri")
        return None
    try:
        root = compose(file.text)
    except yaml.YAMLError as error:
        if not (marks and isinstance(error, yaml.composer.ComposerError)):  # an alias without its anchor
            location, message, hint = syntax_problem(file, error)
            source.report("Y002", location, message, hint)
        return None
    if root is None:
        hint = "scrivi almeno una chiave, o togli il file"
        source.report("Y006", file.span(0, 1), "il file è vuoto", hint)
    elif not isinstance(root, yaml.MappingNode):
        message = "il file deve cominciare con una chiave, come «titolo: …»"
        source.report("Y006", source.span(name, root), message, "scrivi una chiave, due punti e il valore")
    else:
        source.roots[name] = root
        return root
    return None


def _merge(source: Source, builder: Builder, name: str, key: yaml.ScalarNode, node: yaml.Node) -> None:
    """Adds one top-level key: lists of several files join, anything else may stand in one file only."""
    if key.value == "includi" and name != ROOT_NAME:
        hint = f"sposta le righe nell'elenco «includi» di {ROOT_NAME}"
        source.report("Y005", source.span(name, key), f"«includi» si scrive solo in {ROOT_NAME}", hint)
        return
    value = builder.build(node, attach=key.value != "includi")
    slot = source.slots.get(key.value)
    items = [(name, item) for item in node.value] if isinstance(node, yaml.SequenceNode) else []
    if slot is None:
        source.slots[key.value] = Slot(name, key, node, items)
        source.data[key.value] = value
    elif isinstance(value, list) and isinstance(source.data[key.value], list):
        slot.items.extend(items)
        source.data[key.value].extend(value)
    else:
        source.report(
            "Y003",
            source.span(name, key),
            f"la chiave «{key.value}» c'è già in {slot.file}",
            "lascia la chiave in un solo file (si uniscono solo gli elenchi)",
            source.span(slot.file, slot.key),
        )
