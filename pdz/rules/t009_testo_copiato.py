# SPDX-License-Identifier: EUPL-1.2
"""Un testo è copiato da un'altra parte del piano.

Che cosa controlla:
    Un paragrafo di almeno 120 caratteri non è scritto due volte (gli a capo e gli spazi non contano): nei racconti dei
    capitoli, delle aree e dei temi; in due campi della stessa voce; nello stesso campo di due esiti, schede obiettivo,
    schede di integrazione o obiettivi. Bastano 60 caratteri se è tutto il campo di due schede o di due obiettivi. Delle
    schede guarda i campi propri (azioni, risultati, impatto, output, outcome, finalità, obiettivi, bisogni, punti
    chiave, descrizione), non quelli che possono ripetersi: criticità, personale, risorse, modalità; degli esiti anche
    criticità, risorse e valutazione degli utenti. Un testo copiato più volte si segnala una volta sola.

Perché:
    Nel copiare una scheda per scriverne un'altra, un campo resta quello di prima: si promettono i risultati sbagliati.
    Un capitolo che ripete quello prima fa cercare al lettore una differenza che non c'è.

Segnala:
    schede:
      - id: S1
        titolo: Tirocini di inclusione
        risultati: >-
          Individuazione del modello di servizio territoriale, mappatura delle risorse del territorio, attivazione dei
          tirocini di inclusione nelle aziende disponibili, almeno una per Comune.
      - id: S2
        titolo: Home visiting
        risultati: >-  # T009
          Individuazione del modello di servizio territoriale, mappatura delle risorse del territorio, attivazione dei
          tirocini di inclusione nelle aziende disponibili, almeno una per Comune.

Accetta:
    schede:
      - id: S1
        titolo: Tirocini di inclusione
        risultati: >-
          Individuazione del modello di servizio territoriale, mappatura delle risorse del territorio, attivazione dei
          tirocini di inclusione nelle aziende disponibili, almeno una per Comune.
      - id: S2
        titolo: Home visiting
        risultati: >-
          Individuazione del modello di servizio territoriale, mappatura delle risorse del territorio, attivazione degli
          interventi di home visiting nelle famiglie con bambini fino a tre anni.

Rimedio:
    Scrivi il testo di questa parte; se è davvero lo stesso, rimanda all'altra in una riga.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): schede obiettivo e grado di raggiungimento.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pdz.findings import Path, Problem, Severity, shorten
from pdz.rules import Context, Passage, name_at

SEVERITY = Severity.WARNING

_OWN = frozenset(
    "attuazione testo risposta_al_bisogno risultati impatto output outcome finalita obiettivi bisogni punti_chiave "
    "descrizione azioni".split()
)
"""Fields that two things of one kind cannot share."""
_OF_OUTCOMES = _OWN | {"criticita", "risorse", "valutazione_utenti"}
_FIELDS = {"esiti": _OF_OUTCOMES, "schede": _OWN, "schede_integrazione": _OWN, "obiettivi": _OWN}
_WITHIN = _OWN | {"criticita", "modalita", "target"}
"""Fields of one thing that answer different questions."""
_TOLD = frozenset({"testi", "aree", "esiti", "esiti_sistema", "progetti_premiali", "finanziamenti"})
"""Parts whose `testo` is a narrative."""
_FORM = frozenset({"risposta_al_bisogno", "in_continuita", "riproposto", "valutazione_utenti"})
"""Answers of the form, which are no narrative."""
_SHORTEST, _SHORTEST_FIELD = 120, 60
_MOST_NAMES = 4
_PARAGRAPH = re.compile(r"\n[ \t]*\n")

Span = tuple[int, int]
"""Start and length."""
Group = tuple[str | int, ...]
"""Texts that must not be alike: («testi»,), (part, field) or (part, number of the thing, «»)."""
Copy = tuple[Passage, Span | None]
"""A text and where the copied words stand in it; None: they are the whole of it."""


def check(ctx: Context) -> Iterator[Problem]:
    """Long texts that stand in two places."""
    copies: dict[tuple[Group, str], list[Copy]] = {}
    long = [passage for passage in ctx.draft.passages if len(passage[2]) >= _SHORTEST_FIELD]
    for passage in long:
        if groups := _groups(passage.path):
            for span, words in _pieces(passage.text if "{{" in passage.text else passage.bare):
                for group in groups:
                    if len(words) >= _SHORTEST or (span is None and group[0] != "esiti" and len(group) == 2):
                        copies.setdefault((group, words), []).append((passage, span))
    told: dict[int, list[list[Copy]]] = {}
    for (group, _), places in copies.items():
        if len(places) > 1 and len({_place(group, copy) for copy in places}) > 1:
            told.setdefault(id(places[1][0]), []).append(places)
    for found in told.values():
        yield _problem(ctx, found)


def _groups(path: Path) -> tuple[Group, ...]:
    """The groups in which a text is compared."""
    part = str(path[0])
    if len(path) < 3 or path[-1] in {"nome", "motivo"}:
        return ()
    groups: list[Group] = [("testi",)] if part in _TOLD and path[-1] == "testo" and path[-2] not in _FORM else []
    if path[2] in _FIELDS.get(part, ()) and (path[-1] != "nota" or path[2] == "risorse"):
        groups.append((part, str(path[2])))
    if part in _FIELDS and path[2] in _WITHIN and path[-1] != "nota":
        groups.append((part, path[1], ""))
    return tuple(groups)


def _place(group: Group, copy: Copy) -> object:
    """What must differ in two texts of a group: everything, the thing, the field."""
    path = copy[0].path
    return (path, copy[1]) if len(group) == 1 else path[len(group) - 1]


def _pieces(text: str) -> Iterator[tuple[Span | None, str]]:
    """The whole text and its long paragraphs: where each stands (None: the whole), and its words."""
    if "\n" not in text:
        yield None, text.strip()
        return
    starts = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    if len(starts) > 2:
        yield None, " ".join(text.split())
    for start, end in pairwise(starts):
        piece = text[start:end].lstrip()
        if len(piece) >= _SHORTEST or len(starts) == 2:
            first = text.find(piece, start)
            span = None if len(starts) == 2 else (first, len(piece.partition("\n")[0]))
            yield span, " ".join(piece.split())


def _problem(ctx: Context, found: list[list[Copy]]) -> Problem:
    """One problem for all that a text has in common with others: the whole first, then the paragraphs."""
    places = min(found, key=lambda copies: (copies[1][1] is not None, copies[1][1] or (0, 0)))
    (first, _), (passage, span), *others = places
    begins = shorten(passage.text[span[0] if span is not None else 0 :].lstrip(), 40)
    more = len({copies[1][1] for copies in found} - {None, span}) if span is not None else 0
    there = _called(ctx, first.path, passage.path)
    if others:
        names = [_called(ctx, copy.path, passage.path).partition(" «")[0] for copy, _ in others[:_MOST_NAMES]]
        there += f" (e di {', '.join(names)}{'…' if len(others) > _MOST_NAMES else ''})"
    paragraphs = f", e così altri {more} paragrafi" if more > 1 else ", e così un altro paragrafo" if more else ""
    message = f"{name_at(ctx.piano, passage.path)}«{begins}» è lo stesso testo di {there}{paragraphs}"
    hint = "scrivi il testo di questa parte: è rimasto quello dell'altra?"
    return Problem(passage.path, message, hint, span=span, related=first.path)


def _called(ctx: Context, path: Path, passage: Path) -> str:
    """What a person calls the place of a text: the section, the thing, the field when the thing is the same."""
    if path[0] == "testi" and isinstance(path[1], int):
        return f"«{ctx.piano.testi[path[1]].sezione}»"
    name = name_at(ctx.piano, path).removesuffix(": ")
    return f"{name}, «{path[2]}»" if path[:2] == passage[:2] and path[0] in _FIELDS else name
