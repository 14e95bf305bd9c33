# SPDX-License-Identifier: EUPL-1.2
"""Il titolo di una tabella, di un grafico o di un paragrafo porta un numero scritto a mano, magari usato due volte.

Che cosa controlla:
    I titoli di tabelle, grafici, monitoraggi, incroci, prospetti dei fondi e demografia che cominciano con «Tabella 3»,
    «Grafico n. 47», «Fig. 2», e le didascalie scritte nei testi («Grafico 47 – Posti», all'inizio di una riga): di
    queste un rilievo per testo. Un numero usato due volte ha un rilievo suo. Poi i titoli dentro i testi che
    cominciano con un numero di paragrafo («## 1.2. Valutazione»), uno per testo; «## 1. Accesso» è un elenco.

Perché:
    I numeri li dà pdz quando stampa: con quello scritto a mano la didascalia ne ha due. Un piano pubblicato ha due
    «Grafico 47», e un paragrafo 1.2 senza il paragrafo 1.1.

Segnala:
    grafici:
      - id: posti
        titolo: "Grafico 47 – Posti dei servizi per la prima infanzia"  # R009
        tipo: torta
        categorie: [Asilo nido, Nido famiglia]
        serie: [{nome: Posti, valori: [957, 25]}]
        unita: posti
        anno: 2023
        fonte: {nome: Regione Lombardia, consultata: 2024-11-10}
        testo_alternativo: Quasi tutti i posti sono negli asili nido

Accetta:
    grafici:
      - id: posti
        titolo: Posti dei servizi per la prima infanzia
        tipo: torta
        categorie: [Asilo nido, Nido famiglia]
        serie: [{nome: Posti, valori: [957, 25]}]
        unita: posti
        anno: 2023
        fonte: {nome: Regione Lombardia, consultata: 2024-11-10}
        testo_alternativo: Quasi tutti i posti sono negli asili nido

Rimedio:
    Togli il numero dal titolo. Nei testi scrivi {{ rif("id") }}.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator
from typing import Any

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._altrove import is_caption
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.WARNING

_NUMBERED = re.compile(
    r"(?P<kind>tab|graf|fig)[a-z]*\.?\s*(?:n(?:r|um)?\.?[°º]?\s*)?(?P<number>\d{1,3})(?![\d/%])", re.IGNORECASE
)
_STEMS = ("Tab", "TAB", "Graf", "GRAF", "Fig", "FIG")
_HEADING = re.compile(r"# (?P<number>\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=[ \t]+\S)")
_MARKS = re.compile(r"^ {0,3}#{0,5}\Z", re.MULTILINE)
_GROUPS = ("tabelle", "grafici", "monitoraggi", "incroci", "fondi")

Caption = tuple[Path, re.Match[str]]
"""Where a caption stands, its kind and number."""


def check(ctx: Context) -> Iterator[Problem]:
    """Captions and headings with a number of their own: each title, each text once; each number that comes again."""
    seen: dict[tuple[str, str], Path] = {}
    texts: dict[Path, list[re.Match[str]]] = {}
    for path, match in _titles(ctx):
        first = seen.setdefault(_key(match), path)
        again = f", che è già di {_quote(ctx, first)}" if first != path else ""
        message = f"{name_at(ctx.piano, path)}il titolo porta un numero scritto a mano, «{match[0]}»{again}"
        yield _stamp(path, match, message, first)
    for passage, match in iter_prose(ctx.draft, _NUMBERED, _STEMS):
        if passage.path[-1] != "titolo" and is_caption(passage.bare, *match.span()):
            texts.setdefault(passage.path, []).append(match)
    for path, matches in texts.items():
        others = f" (e altre {len(matches) - 1} nello stesso testo)" if len(matches) > 2 else ""
        message = f"{name_at(ctx.piano, path)}una didascalia è scritta a mano nel testo, «{matches[0][0]}»{others}"
        yield _stamp(path, matches[0], message, path)
        for match in matches:
            if _key(match) in seen:
                message = f"{name_at(ctx.piano, path)}il numero di «{match[0]}» è già di un'altra didascalia"
                yield _stamp(path, match, message, seen[_key(match)])
            seen.setdefault(_key(match), path)
    yield from _headings(ctx)


def _headings(ctx: Context) -> Iterator[Problem]:
    """Headings inside the texts with the number of a paragraph: each text once."""
    texts: dict[Path, list[re.Match[str]]] = {}
    for passage, match in iter_prose(ctx.draft, _HEADING, ("# ",)):
        line = passage.bare.rfind("\n", 0, match.start()) + 1
        if _MARKS.match(passage.bare[line : match.start()]):
            texts.setdefault(passage.path, []).append(match)
    for path, matches in texts.items():
        number, others = matches[0]["number"], len(matches) - 1
        more = f" (e altri {others} nello stesso testo)" if others > 1 else ""
        message = (
            f"{name_at(ctx.piano, path)}il titolo di un paragrafo porta un numero scritto a mano, «{number}»{more}"
        )
        hint = f"togli «{number}»: i capitoli li numera la stampa"
        yield Problem(path, message, hint, span=(matches[0].start("number"), len(number)))


def _titles(ctx: Context) -> Iterator[Caption]:
    things: list[tuple[Path, Any]] = [
        ((group, index), thing) for group in _GROUPS for index, thing in enumerate(getattr(ctx.piano, group))
    ]
    if ctx.piano.demografia is not None:
        things.append((("demografia",), ctx.piano.demografia))
    for path, thing in things:
        match = _NUMBERED.match(thing.titolo, len(thing.titolo) - len(thing.titolo.lstrip()))
        if match is not None:
            yield (*path, "titolo"), match


def _key(match: re.Match[str]) -> tuple[str, str]:
    return match["kind"].casefold(), match["number"]


def _quote(ctx: Context, path: Path) -> str:
    return name_at(ctx.piano, path).removesuffix(": ")


def _stamp(path: Path, match: re.Match[str], message: str, first: Path) -> Problem:
    hint = f'togli «{match[0]}»: i numeri li dà la stampa; nei testi scrivi {{{{ rif("id") }}}}'
    span = match.start(), len(match[0])
    return Problem(path, message, hint, span=span, related=first if first != path else None)
