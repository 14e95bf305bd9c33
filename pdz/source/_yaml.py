# SPDX-License-Identifier: EUPL-1.2
"""The thin layer over libyaml: compose without resolving, nothing that a plan does not say aloud, errors in Italian."""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml._yaml import CParser

from pdz.findings import Location
from pdz.source._files import CONTROL_HINT, CONTROL_MESSAGE, SourceFile

_SCALAR, _SEQUENCE, _MAPPING = "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"

MAX_DEPTH = 40
"""A plan is about ten levels deep; forty is a slip or an attack, and libyaml's composer recurses in C."""


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


def compose(text: str) -> yaml.Node | None:
    """The root node of a one-document stream, None when it is empty; raises yaml.YAMLError.

    The nesting must have been looked at first, with `scan`.
    """
    composer = _Composer(text)
    try:
        node: yaml.Node | None = composer.get_single_node()
        return node
    finally:
        composer.dispose()


def scan(text: str) -> tuple[int | None, list[tuple[int, str]]]:
    """Index where the nesting passes MAX_DEPTH (None for a sane text); anchors, aliases and tags with their index.

    A syntax error ends the scan in silence: composing says it.
    """
    depth, marks = 0, list[tuple[int, str]]()
    next_event: Callable[[], Any] = CParser(text).get_event
    try:
        while (event := next_event()) is not None:
            kind = type(event)  # faster than isinstance, and there is one for every scalar of the plan
            if kind in _OPENING:
                depth += 1
                if depth > MAX_DEPTH:
                    return _index(event), marks
            elif kind in _CLOSING:
                depth -= 1
                continue
            elif kind not in _LEAVES:
                continue
            if event.anchor is not None or (kind is not yaml.AliasEvent and event.tag is not None):
                marks.append((_index(event), _word_at(text, _index(event))))
    except yaml.YAMLError:
        pass
    return None, marks


_OPENING = {yaml.SequenceStartEvent, yaml.MappingStartEvent}
_CLOSING = {yaml.SequenceEndEvent, yaml.MappingEndEvent}
_LEAVES = {yaml.ScalarEvent, yaml.AliasEvent}


def _index(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.index if mark is not None else 0


_WORD = re.compile(r"\S[^\s,\]}]*")


def _word_at(text: str, start: int) -> str:
    match = _WORD.match(text, start)
    return match[0] if match else text[start : start + 1]


_SIGNS = {"&": "un'àncora", "*": "un rimando", "!": "un'etichetta"}


def explain_mark(word: str) -> tuple[str, str]:
    """Sentence and hint for an anchor, alias or tag: a plan says every value in full."""
    what = _SIGNS.get(word[:1], "un segno")
    return (
        f"«{word}»: in YAML un valore che comincia con «{word[:1]}» è {what}, che un piano non ammette",
        "se è un testo, mettilo fra virgolette; altrimenti scrivi il valore per esteso",
    )


_TAB = ("c'è una tabulazione nel rientro", "usa gli spazi, mai il tasto Tab")
_QUOTES = ("le virgolette aperte qui non sono chiuse", "chiudi le virgolette")
_TWO = ("il file contiene più di un documento", "togli la riga «---» in mezzo al file")
_SIGN = ("un valore che comincia con questo segno va fra virgolette", 'scrivi, per esempio, chiave: "testo"')
_ESCAPE = ("fra virgolette doppie la barra «\\» ha un significato suo", "usa gli apici semplici, o scrivi «\\\\»")
_NO_VALUE = ("qui manca un valore", "controlla questa riga e quella prima")
_AFTER_QUOTES = (
    "dopo le virgolette chiuse il testo continua",
    "metti tutto il testo fra virgolette; un apostrofo fra apici si scrive due volte",
)
_OPEN_END = ("il file finisce, ma qualcosa è ancora aperto", "chiudi la parentesi quadra o graffa che hai aperto")
_PERCENT = ("una riga non può cominciare con «%»", "metti il testo fra virgolette, o scrivi # per un commento")
_ITALIAN = (
    ("tab character", *_TAB),
    ("cannot start any token", *_SIGN),
    ("could not find expected ':'", "dopo la chiave mancano i due punti",
     "scrivi «chiave: valore», con uno spazio dopo i due punti"),
    ("mapping values are not allowed", "qui i due punti non possono stare",
     "controlla il rientro; un testo che contiene due punti va fra virgolette"),
    ("mapping keys are not allowed", "qui il punto interrogativo non può stare", "metti il testo fra virgolette"),
    ("block sequence entries are not allowed", "qui un elenco non può cominciare",
     "metti il trattino a capo, sotto la chiave"),
    ("did not find expected key", "il rientro di questa riga non torna", "allineala alle righe dello stesso blocco"),
    ("did not find expected '-' indicator", "qui l'elenco si interrompe",
     "allinea la riga alle chiavi della voce sopra, o falla cominciare con «- »"),
    ("did not find expected ',' or '}'", "la parentesi graffa non è chiusa",
     "separa le voci con la virgola e chiudi con }"),
    ("did not find expected ',' or ']'", "la parentesi quadra non è chiusa",
     "separa le voci con la virgola e chiudi con ]"),
    ("unexpected end of stream", *_QUOTES),
    ("unexpected document indicator", *_QUOTES),
    ("a single document", *_TWO),
    ("found another document", *_TWO),
    ("expected <document start>", "qui il file dovrebbe essere finito", "controlla il rientro di questa riga"),
    ("expected alphabetic or numeric", *_SIGN),
    ("undefined tag handle", *_SIGN),
    ("tag URI", *_SIGN),
    ("URI escaped", *_SIGN),
    ("expected '>'", *_SIGN),
    ("expected '!'", *_SIGN),
    ("duplicate anchor", *_SIGN),
    ("node content", *_NO_VALUE),
    ("unknown escape", *_ESCAPE),
    ("hexdecimal", *_ESCAPE),
    ("invalid Unicode", *_ESCAPE),
    ("indentation indicator", "dopo «|» o «>» può stare solo un numero da 1 a 9", "scrivi solo «|», e il testo a capo"),
    ("comment or line break", "qui la riga doveva finire", "metti il testo a capo, o fra virgolette"),
    ("directive", *_PERCENT),
    ("incompatible YAML document", *_PERCENT),
    ("version number", *_PERCENT),
    ("digit or '.'", *_PERCENT),
    ("non-alphabetical character", *_PERCENT),
    ("expected whitespace", *_SIGN),
    ("control characters", CONTROL_MESSAGE, CONTROL_HINT),
)  # fmt: skip
"""What libyaml says (its messages have no code), in the words of whoever writes a plan."""

_OPENED = ("could not find expected ':'", "end of stream", "document indicator")


def syntax_problem(file: SourceFile, error: yaml.YAMLError) -> tuple[Location, str, str]:
    """Place, sentence and hint for what libyaml refused."""
    problem = str(getattr(error, "problem", None) or error)
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None:
        mark = opened
    elif opened is not None and (
        any(words in problem for words in _OPENED) or ("expected ','" in problem and opened.line != mark.line)
    ):
        mark = opened  # where it was opened, not where libyaml gave up
    if (quote := _find_unclosed(file.text, getattr(error, "problem_mark", None))) is not None:
        return file.span(quote, 1), *_QUOTES
    index = mark.index if mark is not None else 0
    at = file.span(index, 1)
    if "\t" in file.line(at.line)[: at.column] and "token" in problem:
        return at, *_TAB
    if "expected key" in problem and file.text[:index].rstrip().endswith(('"', "'")):
        return at, *_AFTER_QUOTES
    if "node content" in problem and not file.text[index:].strip():
        return file.span(len(file.text.rstrip()) - 1, 1), *_OPEN_END
    for english, message, hint in _ITALIAN:
        if english in problem:
            return at, message, hint
    return at, "qui il file non è YAML valido", f"controlla questa riga e quella prima (libyaml dice: {problem})"


def _find_unclosed(text: str, mark: Any) -> int | None:
    """The quotes that were left open, when what libyaml took for their end was meant to open other ones."""
    before = text[: mark.index].rstrip() if mark is not None else ""
    if not before.endswith('"') or not before[:-1].rstrip().endswith((":", ",", "[", "{")):
        return None
    opened = before.rfind('"', 0, -1)
    return opened if opened >= 0 else None
