# SPDX-License-Identifier: EUPL-1.2
"""What the blank forms print, which must not be left in place of an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pdz.findings import Path
from pdz.profiles._schema import Modulo
from pdz.rules import Context
from pdz.rules._moduli import iter_moduli, plain_words

_YES_OR_NO = re.compile(r"\W*s[iì]\W{0,3}/\W{0,3}(?:no\b|\Z)", re.IGNORECASE)
"""The two answers still to choose from, whole or half cancelled: «SI/NO», «Si/»."""
_SPECIFY = re.compile(r"\W*s[iì]\W{0,3}/\W{0,3}no\b\W*\((?P<what>[^()]+)\)", re.IGNORECASE)
"""«SI/NO (se sì, quali…)»: whoever answers may leave the part in brackets."""
_FEW, _SOME = 3, 4
"""The words that make the beginning of a hint, and of a label, recognisable."""
MARKS = ' \n*_>-«"“('
"""Marks of Markdown and quotation marks that may stand before a text."""
HEAD = 6
"""Letters by which most texts are told from the blank form at once: a plan has tens of thousands of texts."""

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bianco:
    """A blank form: its hints, its labels by field, the letters with which they begin."""

    hints: set[Words] = field(default_factory=set)
    labels: dict[str, tuple[Words, ...]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)

    def holds(self, campo: str, text: str) -> bool:
        """True when a text is what the blank form prints in or beside the row `campo`."""
        if _YES_OR_NO.match(text):
            return True
        words = plain_words(text[:400])
        for label in self.labels.get(campo, ()):
            if words == label or (len(label) >= _SOME and words[: len(label)] == label):
                return True
        return any(words == hint or (len(hint) >= _FEW and words[:_FEW] == hint[:_FEW]) for hint in self.hints)


def blank_forms(ctx: Context) -> Mapping[Path, Bianco]:
    """The blank form of every form that the plan fills, by the path of the latter."""
    made: dict[int, Bianco] = {}
    forms: dict[Path, Bianco] = {}
    for compilato in iter_moduli(ctx):
        key = id(compilato.modulo)
        if key not in made:
            made[key] = make_blank(compilato.modulo)
        forms[compilato.path] = made[key]
    return forms


def make_blank(modulo: Modulo) -> Bianco:
    """What a form prints when it is blank."""
    blank = Bianco()
    for riga in modulo.righe:
        blank.labels[riga.campo] = tuple(plain_words(text) for text in (riga.etichetta, riga.nota) if text)
        if riga.suggerimento:
            blank.hints.add(plain_words(riga.suggerimento))
            if (inner := _SPECIFY.match(riga.suggerimento)) is not None:
                blank.hints.add(plain_words(inner["what"]))
                for head in (head_of(inner["what"]), head_of(inner["what"]).replace("si", "sì")):
                    blank.heads.update((head, head.capitalize()))
        for text in filter(None, (riga.suggerimento, riga.nota, riga.etichetta)):
            for head in (head_of(text), " ".join(plain_words(text))[:HEAD]):
                blank.heads.update((head, head.upper(), head.capitalize()))
    return blank


def head_of(text: str) -> str:
    """The first letters of a text, without the marks of Markdown."""
    return text.lstrip(MARKS)[:HEAD].casefold()
