# SPDX-License-Identifier: EUPL-1.2
"""Un risultato o una descrizione è copiato da un'altra voce.

Che cosa controlla:
    Due esiti, due schede obiettivo, due schede di integrazione o due obiettivi non hanno, nello stesso campo, lo stesso
    testo o lo stesso paragrafo di almeno 120 caratteri (gli a capo e gli spazi non contano). Guarda i campi propri di
    ciascuna voce: attuazione, racconto, azioni, risposta al bisogno, risultati, impatto, output, outcome, finalità,
    obiettivi, bisogni, punti chiave, descrizione. Non guarda quelli che possono ripetersi: criticità, personale,
    risorse, modalità, valutazione degli utenti.

Perché:
    Nel copiare una scheda per scriverne un'altra, un campo resta quello di prima: si promettono i risultati sbagliati.

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
    Scrivi il testo di questa voce; se è davvero lo stesso, rimanda all'altra in una riga.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): schede obiettivo e grado di raggiungimento.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pdz.findings import Path, Problem, Severity, shorten
from pdz.rules import Context, Passage, name_at

SEVERITY = Severity.WARNING

_PARTS = frozenset({"esiti", "schede", "schede_integrazione", "obiettivi"})
_FIELDS = frozenset(
    "attuazione testo risposta_al_bisogno risultati impatto output outcome finalita obiettivi bisogni punti_chiave "
    "descrizione azioni".split()
)
_SHORTEST = 120
Span = tuple[int, int]
"""Start and length."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


def check(ctx: Context) -> Iterator[Problem]:
    """Long texts that two things of one kind share."""
    first_seen: dict[tuple[str, str, str], Passage] = {}
    for passage in ctx.draft.passages:
        path = passage.path
        if len(passage.bare) < _SHORTEST or len(path) < 3 or path[0] not in _PARTS or path[2] not in _FIELDS:
            continue
        if path[-1] in {"nome", "nota", "motivo"}:
            continue
        for span, words in _paragraphs(passage.text if "{{" in passage.text else passage.bare):
            other = first_seen.setdefault((str(path[0]), str(path[2]), words), passage)
            if other.path[1] != path[1]:
                yield _problem(ctx, passage, span, other.path)
                break


def _paragraphs(text: str) -> Iterator[tuple[Span | None, str]]:
    """The whole text and its paragraphs, when they are long: where each stands (None: the whole), and its words."""
    starts = [0, *(match.end() for match in _PARAGRAPH.finditer(text))] if "\n" in text else [0]
    pieces = [(0, len(text)), *pairwise([*starts, len(text)])] if len(starts) > 1 else [(0, len(text))]
    for start, end in pieces:
        if end - start >= _SHORTEST:
            piece = text[start:end].strip()
            words = " ".join(piece.split()) if "\n" in piece else piece
            if len(words) >= _SHORTEST:
                line = len(text[start:end].partition("\n")[0])
                yield (start, line) if start or end < len(text) else None, words


def _problem(ctx: Context, passage: Passage, span: Span | None, other: Path) -> Problem:
    begins = shorten(passage.text[span[0] if span is not None else 0 :], 40)
    there = name_at(ctx.piano, other).removesuffix(": ")
    message = f"{name_at(ctx.piano, passage.path)}«{begins}» è lo stesso testo di {there}"
    hint = "scrivi il testo di questa voce: è rimasto quello dell'altra?"
    return Problem(passage.path, message, hint, span=span, related=other)
