# SPDX-License-Identifier: EUPL-1.2
"""Codes and official titles of the regional catalogues, as they meet in a text: «AT5 Prevenzione e promozione…»."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from pdz.profiles import Profilo
from pdz.profiles._schema import LepsPrioritario
from pdz.rules._moduli import plain_words

Words: TypeAlias = tuple[str, ...]

_ENOUGH = 18
"""Letters of the beginning of a title that make it recognisable: «servizi sociali» could be anything."""
_END_OF_LABEL = re.compile(r"[.;:,()«»\"“”|/]|\n(?=\s*(?:\n|[-*+#>]|[0-9]+[.)]\s))| [–—-] ")
_SEPARATOR = re.compile(r"[ \t:.–—\-«\"“(]*")
_FIRST_OF_LINE = re.compile(r"(?:\A|\n)[\s\-*•>|#]*(?:leps|linea|area tematica)?[ \t]*\Z", re.IGNORECASE)
"""What stands before the code of a heading or of a row: elsewhere the full stop after a code ends a sentence."""
_ALIKE = 0.75
"""Words more alike than this are two forms of one word: «famigliare», «familiare»."""
_SMALL = frozenset(
    "a ai al alla alle da dal dalla dei degli del dell della delle dello di gli i il in l la le lo nei nel nell nella "
    "nelle nello per".split()
)
"""Articles and prepositions: «nel setting» for «nei setting» is a slip, not another title."""
_GENERIC = frozenset("servizi servizio sociali sociale operatori incremento e di del della dell per le la i il".split())


@dataclass(frozen=True, slots=True)
class Catalogo:
    """One kind of code: what it is called in a sentence, its titles as words, how to find a code in a text."""

    nome: str
    titoli: Mapping[str, str]
    parole: Mapping[str, Words]
    """The words of each title before a parenthesis or a colon."""


class Etichetta(NamedTuple):
    """A code beside a label that is not its own."""

    codice: str
    start: int
    length: int
    right: str
    """The code whose title that is; the same code when its own title was altered."""


class LepsNames:
    """The words by which a text names a LEPS prioritario: its acronyms, two words in a row of its title."""

    def __init__(self, profilo: Profilo) -> None:
        self.titoli = {leps.codice: leps.titolo for leps in profilo.leps_prioritari}
        self._marks = {leps.codice: _marks(leps) for leps in profilo.leps_prioritari}

    def find_in(self, text: str) -> tuple[str, ...]:
        """The codes of the LEPS that a text names in words: «dimissioni protette», «PUA», «P.I.P.P.I.»."""
        words = plain_words(text.replace(".", ""))
        found = {*words, *pairwise(words)}
        return tuple(codice for codice, marks in self._marks.items() if found & marks)


def make_catalogo(nome: str, titoli: Mapping[str, str]) -> Catalogo:
    """A catalogue from codes and titles."""
    parole = {codice: plain_words(re.split(r"[(:]", titolo)[0]) for codice, titolo in titoli.items()}
    return Catalogo(nome, dict(titoli), parole)


def make_cataloghi(profilo: Profilo) -> tuple[Catalogo, ...]:
    """LEPS, thematic areas and lines of the PNRR, whose codes are recognised wherever they stand."""
    return (
        make_catalogo("il LEPS", {leps.codice: leps.titolo for leps in profilo.leps_prioritari}),
        make_catalogo("l'area tematica", {area.codice: area.titolo for area in profilo.aree_tematiche}),
        make_catalogo("la linea PNRR", {linea.codice: linea.titolo for linea in profilo.linee_pnrr}),
    )


def make_macroaree(profilo: Profilo) -> Catalogo:
    """The macro areas of the region, whose letters mean something only after the word «macroarea»."""
    return make_catalogo("la macroarea", {m.codice: m.titolo for m in profilo.macroaree})


def find_title(catalogo: Catalogo, label: str, own: str) -> str | None:
    """The code whose title a label is, when it is certainly not that of the code `own`; None otherwise."""
    words = plain_words(_END_OF_LABEL.split(label, maxsplit=1)[0])
    if not words or own not in catalogo.parole or _begins(words, catalogo.parole[own]):
        return None
    found = [codice for codice, title in catalogo.parole.items() if codice != own and _begins(words, title)]
    if len(found) == 1:
        return found[0]
    return own if not found and _is_altered(words, catalogo.parole[own]) else None


def find_etichette(catalogo: Catalogo, text: str, codes: Iterator[re.Match[str]]) -> Iterator[Etichetta]:
    """The codes of a text (each the group `code` of a match) that have the title of another, or their own altered."""
    for match in codes:
        codice = match["code"].replace(" ", "").upper()
        start = _begin_of_label(text, match.end("code"))
        before = text[max(0, match.start("code") - 200) : match.start("code")]
        separator, label = text[match.end("code") : start], text[start : start + 160]
        right = find_title(catalogo, label, codice)
        # the title of the code itself, with one word changed, cannot be the beginning of the next sentence
        if "." in separator and right != codice and not _FIRST_OF_LINE.search(before):
            continue
        if right is not None and not _follows_its_title(catalogo, codice, before):
            length = match.end("code") - match.start("code")
            yield Etichetta(codice, match.start("code"), length, right)


def _begin_of_label(text: str, position: int) -> int:
    separator = _SEPARATOR.match(text, position)
    return separator.end() if separator is not None else position


def code_pattern(codes: Iterable[str]) -> str:
    """A pattern for any of the codes; «AT 5» is «AT5»."""
    return "|".join(re.sub(r"(?<=[A-Z])(?=\d)", " ?", re.escape(code)) for code in sorted(codes, key=len, reverse=True))


def _marks(leps: LepsPrioritario) -> set[str | tuple[str, str]]:
    """The acronyms of a title, and its pairs of words that are not generic."""
    text = leps.titolo.replace(".", "")
    acronyms = {word.casefold() for word in re.findall(r"\b[A-Z]{3,}\b", text)}
    words = plain_words(text)
    pairs = {(a, b) for a, b in pairwise(words) if not {a, b} & _GENERIC}
    return {*acronyms, *(pair for pair in pairs if not set(pair) & acronyms)}


def _begins(words: Words, title: Words) -> bool:
    """True when a label is a title, goes on after it, or is a good part of its beginning."""
    if words[: len(title)] == title:
        return True
    return len(words) >= 2 and title[: len(words)] == words and len("".join(words)) + len(words) > _ENOUGH


def _is_altered(words: Words, title: Words) -> bool:
    """True when one word of a title, and one only, was replaced by quite another: «abbandono» for «allontanamento»."""
    if len(title) < 3 or len(words) < len(title):
        return False
    others = [(a, b) for a, b in zip(words, title, strict=False) if a != b and not {a, b} <= _SMALL]
    return len(others) == 1 and SequenceMatcher(None, *others[0]).ratio() < _ALIKE


def _follows_its_title(catalogo: Catalogo, codice: str, before: str) -> bool:
    """True for a code written after its title: «Cure domiciliari AT3, …»."""
    title = catalogo.parole.get(codice, ())
    return bool(title) and plain_words(before)[-len(title) :] == title
