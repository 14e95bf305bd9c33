# SPDX-License-Identifier: EUPL-1.2
"""Un titolo non ha testo sotto di sé.

Che cosa controlla:
    Nei testi Markdown, sotto un titolo (# …) c'è qualcosa prima di un altro titolo dello stesso livello o più alto, e
    prima della fine; un sottotitolo basta. Un testo non è fatto soltanto di un commento <!-- … -->. Nessuna voce di un
    elenco puntato è vuota.

Perché:
    Un titolo senza testo si stampa: nel documento è una pagina promessa e non scritta.

Segnala:
    testi:
      - sezione: introduzione
        testo: "# Il percorso"  # T012

Accetta:
    testi:
      - sezione: introduzione
        testo: "I tavoli si sono riuniti da maggio a ottobre."

Rimedio:
    Scrivi il testo della sezione, oppure togli il titolo.

Riferimenti:
    L. 4/2004 e linee guida AgID: titoli che annunciano il loro contenuto.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity, shorten
from pdz.rules import Context, name_at
from pdz.rules._lettura import read_brani

SEVERITY = Severity.WARNING

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>.*)$", re.MULTILINE)
_EMPTY_ITEM = re.compile(r"^ *[-*+][ \t]*$(?!\n {2,}\S)", re.MULTILINE)
_FENCES = ("```", "~~~")

Fault = tuple[int, int, str]
"""Where in the text, how long, what is wrong."""


def check(ctx: Context) -> Iterator[Problem]:
    """Headings without text, texts that are only a comment, list items without words."""
    written = read_brani(ctx.draft).holding("#", "\n")
    commented = [passage for passage in ctx.draft.passages if passage.text is not passage.bare]
    for passage in {id(passage): passage for passage in (*written, *commented)}.values():
        if any(fence in passage.text for fence in _FENCES):
            continue
        for start, length, what in _find(passage.text):
            message = f"{name_at(ctx.piano, passage.path)}{what}"
            yield Problem(passage.path, message, "scrivi il testo che manca, o togli la riga", span=(start, length))


def _find(text: str) -> Iterator[Fault]:
    shown = text
    if "<!--" in text:
        shown = _COMMENT.sub(lambda match: " " * len(match[0]), text)
        if not shown.strip():
            yield 0, len(text.rstrip()), "il testo è soltanto un commento: nel documento non c'è niente"
            return
    yield from _find_headings(shown)
    for match in _EMPTY_ITEM.finditer(shown):
        if _is_item(shown, match.start()):
            yield match.start(), max(1, len(match[0])), "una voce dell'elenco è vuota"


def _find_headings(text: str) -> Iterator[Fault]:
    headings = list(_HEADING.finditer(text))
    for index, heading in enumerate(headings):
        after = headings[index + 1] if index + 1 < len(headings) else None
        between = text[heading.end() : after.start() if after is not None else len(text)]
        deeper = after is not None and len(after["marks"]) > len(heading["marks"])
        if not between.strip() and not deeper:
            title = shorten(heading["title"].strip())
            yield heading.start(), len(heading[0].rstrip()), f"sotto il titolo «{title}» non c'è testo"


def _is_item(text: str, start: int) -> bool:
    """True when a lone mark stands in a list: another item is on the line before or after."""
    before = text[:start].rstrip().rpartition("\n")[2]
    after = text[start:].partition("\n")[2].lstrip().partition("\n")[0]
    return any(line.lstrip()[:2] in {"- ", "* ", "+ "} for line in (before, after))
