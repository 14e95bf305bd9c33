# SPDX-License-Identifier: EUPL-1.2
"""The thin layer over libyaml: compose without resolving, syntax errors in Italian."""

import re
from collections.abc import Callable, Iterator

import yaml
from yaml._yaml import CParser

from pdz.findings import Location
from pdz.source._files import SourceFile

_SCALAR, _SEQUENCE, _MAPPING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"
TAGS = frozenset({_SCALAR, _SEQUENCE, _MAPPING, "!"})
"""The tags that a node may carry: those given to every node without one."""


class _Composer(CParser):
    """libyaml's composer without the guesses of YAML 1.1: every scalar is text."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        if kind is yaml.ScalarNode:
            return _SCALAR
        return _SEQUENCE if kind is yaml.SequenceNode else _MAPPING

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing to resolve by path."""

    def ascend_resolver(self) -> None:
        """Nothing to resolve by path."""


MAX_NESTING = 1000
"""libyaml's composer recurses in C: far deeper than this it would bring the process down."""

MAX_OPENERS = 10_000
"""With fewer brackets than this the nesting cannot be dangerous, however they are hidden."""

_BRACKET = re.compile(r"[\[{\]}]")
_COMPACT = re.compile(r"(?:[-?][ \t]+){100}")


def nested_too_deep(text: str) -> int | None:
    """Index where nesting becomes dangerous for libyaml, None for any sane text.

    Block nesting needs indentation, so the size of the file bounds it; brackets and «- - -» do not.
    """
    if compact := _COMPACT.search(text):
        return compact.start()
    depth = 0
    for match in _BRACKET.finditer(text):
        depth = depth + 1 if match[0] in "[{" else max(depth - 1, 0)
        if depth > MAX_NESTING:
            return match.start()
    if text.count("[") + text.count("{") > MAX_OPENERS:
        return _exact_nesting(text)
    return None


def _exact_nesting(text: str) -> int | None:
    """The same question, answered by libyaml's events: brackets inside quotes may have hidden the nesting."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_NESTING:
                return int(event.start_mark.index)  # type: ignore[union-attr]
    except yaml.YAMLError:
        return None
    return None


def compose(text: str) -> yaml.Node | None:
    """The root node of a one-document stream, None when it is empty; raises yaml.YAMLError."""
    composer = _Composer(text)
    try:
        node: yaml.Node | None = composer.get_single_node()
        return node
    finally:
        composer.dispose()


def alias_positions(text: str) -> list[tuple[int, int]]:
    """Index and length of every alias (`*name`) of a stream that composes."""
    return [
        (event.start_mark.index, event.end_mark.index - event.start_mark.index)  # type: ignore[union-attr]
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.AliasEvent)
    ]


Refuse = Callable[..., None]


def mapping_items(node: yaml.MappingNode, refuse: Refuse) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Keys and values of a mapping; a key that is not a word or comes twice is refused and left out."""
    seen: dict[str, yaml.ScalarNode] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            refuse(key, "Y002", "qui serve una chiave semplice, una parola seguita da due punti")
        elif key.value in seen:
            first = seen[key.value]
            line = first.start_mark.line + 1
            refuse(
                key,
                "Y003",
                f"la chiave «{key.value}» c'è già alla riga {line}",
                "togline una delle due",
                first,
            )
        else:
            seen[key.value] = key
            yield key, value


_ITALIAN = (
    (
        "cannot start any token",
        "questo carattere non può stare qui",
        "in YAML i rientri si fanno con spazi, mai con tabulazioni; un testo che comincia con @ ` % va fra virgolette",
    ),
    (
        "could not find expected ':'",
        "dopo la chiave mancano i due punti",
        "scrivi «chiave: valore», con uno spazio dopo i due punti",
    ),
    (
        "mapping values are not allowed",
        "qui i due punti non possono stare",
        "controlla il rientro, o metti il testo fra virgolette",
    ),
    ("did not find expected key", "il rientro non torna", "allinea la riga a quelle dello stesso blocco"),
    (
        "did not find expected '-' indicator",
        "l'elenco si interrompe",
        "ogni voce dell'elenco comincia con «- », alla stessa colonna",
    ),
    (
        "did not find expected ',' or '}'",
        "la parentesi graffa non è chiusa",
        "separa le voci con la virgola e chiudi con }",
    ),
    (
        "did not find expected ',' or ']'",
        "la parentesi quadra non è chiusa",
        "separa le voci con la virgola e chiudi con ]",
    ),
    ("unexpected end of stream", "le virgolette non sono chiuse", "chiudi le virgolette aperte qui"),
    (
        "found undefined alias",
        "un testo che comincia con * va fra virgolette",
        "in YAML l'asterisco ha un significato suo",
    ),
    ("expected a single document", "il file contiene più di un documento", "togli la riga «---» in mezzo al file"),
    ("but found another document", "il file contiene più di un documento", "togli la riga «---» in mezzo al file"),
    ("did not find expected alphabetic", "un testo che comincia con & o * va fra virgolette", "aggiungi le virgolette"),
    (
        "block sequence entries are not allowed",
        "qui un elenco non può cominciare",
        "metti il trattino a capo, sotto la chiave",
    ),
    ("control characters", "c'è un carattere di controllo, che non si vede", "cancellalo e riscrivi la parola"),
    ("did not find the expected node", "qui manca un valore", "controlla la riga"),
    (
        "found unknown escape",
        "la barra rovesciata fra virgolette doppie ha un significato suo",
        "usa gli apici semplici",
    ),
    ("exceeded max", "troppi livelli uno dentro l'altro", "un piano non ha bisogno di tanti livelli"),
)


def syntax_problem(file: SourceFile, error: yaml.YAMLError) -> tuple[Location, str, str]:
    """Place, sentence and hint for what libyaml refused."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "unexpected end of stream" in problem and getattr(error, "context_mark", None):
        mark = error.context_mark  # type: ignore[attr-defined]
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        place = file.span(min(int(getattr(error, "position", 0) or 0), max(len(file.text) - 1, 0)), 1)
        line, column = place.line, place.column
    if "\t" in file.line(line)[: column + 1] and "token" in problem:
        return (
            Location(file.name, line, column, column + 1),
            "c'è una tabulazione nel rientro",
            "usa gli spazi, mai il tasto Tab",
        )
    for english, message, hint in _ITALIAN:
        if english in problem:
            return Location(file.name, line, column, column + 1), message, hint
    return (
        Location(file.name, line, column, column + 1),
        "qui il file non è YAML valido",
        f"libyaml dice: {problem}",
    )
