# SPDX-License-Identifier: EUPL-1.2
"""La numerazione di un elenco salta o si ripete.

Che cosa controlla:
    I numeri («1.», «2)») e le lettere («a)») scritti a mano davanti alle voci di un elenco, puntato in un testo o fatto
    di voci del piano (azioni, gruppi…), si seguono: dopo 2 viene 3, prima di «b)» c'è «a)», nessuna voce ne ha due
    («3. 4)»). Un elenco ricomincia da 1 o da «a)», anche dopo un titolo; «1.» davanti a tutte le voci va bene: i numeri
    li mette la stampa. Non guarda le celle delle tabelle e i numeri con più di due cifre.

Perché:
    Un numero che manca fa cercare una voce tolta; uno ripetuto rende ambiguo «si veda il punto 4».

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        azioni:
          - {id: S1.a1, testo: 1. Mappare i bisogni delle persone anziane}
          - {id: S1.a2, testo: 2. Formare gli operatori}
          - {id: S1.a3, testo: 4) Aprire il punto unico di accesso}  # T018

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        azioni:
          - {id: S1.a1, testo: 1. Mappare i bisogni delle persone anziane}
          - {id: S1.a2, testo: 2. Formare gli operatori}
          - {id: S1.a3, testo: 3. Aprire il punto unico di accesso}

Rimedio:
    Correggi i numeri, oppure toglili: le voci di un elenco si distinguono anche senza.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002).
"""

import re
from collections.abc import Iterable, Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, Passage, name_at
from pdz.rules._lettura import iter_matches

SEVERITY = Severity.WARNING

_MARK = re.compile(r"(?P<number>[0-9]{1,2})[.)] |(?P<letter>[a-h])\) ")
_TWO = re.compile(r"[0-9]{1,2}[.)] ?[0-9]{1,2}[.)] ")
_LINE = re.compile(r"\n(?:(?P<indent> *)(?:[-*] )?(?P<mark>(?P<number>[0-9]{1,2})[.)]|(?P<letter>[a-h])\)) |#)")
_AFTER = frozenset({". ", ") "})
_CELLS = frozenset({"dati", "tabelle", "grafici", "demografia", "titolo", "nome"})

Item = tuple[Passage, int, str]
"""A text, where its mark stands, the mark."""


def check(ctx: Context) -> Iterator[Problem]:
    """The first mark of each list that does not follow the one before."""
    lists: dict[Path, list[Item]] = {}
    marked = [p for p in ctx.draft.passages if p[2][1:3] in _AFTER or p[2][2:4] in _AFTER]  # by index: they are many
    for passage in marked:
        match = _MARK.match(passage.bare)
        if match is not None and _CELLS.isdisjoint(passage.path):
            where = next((i for i in range(len(passage.path) - 1, -1, -1) if isinstance(passage.path[i], int)), 0)
            of = (*passage.path[:where], *passage.path[where + 1 :])
            lists.setdefault(of, []).append((passage, 0, match[0].rstrip()))
    for items in lists.values():
        yield from _check_list(ctx, items)
    yield from _check_texts(ctx)


def _check_list(ctx: Context, items: Iterable[Item]) -> Iterator[Problem]:
    """The first slip of a list whose items are one text each."""
    before = ""
    for passage, start, mark in items:
        if _TWO.match(passage.bare):
            yield _problem(ctx, (passage, start, mark), "una voce ha due numeri")
            return
        if mark[:-1] == before[:-1]:
            continue  # the same group of items: «b) servizi di sollievo» twice
        if (before or not mark[0].isdigit()) and not _follows(mark, before):
            yield _problem(ctx, (passage, start, mark), _explain(mark, before))
            return
        before = mark


def _check_texts(ctx: Context) -> Iterator[Problem]:
    """The first slip of the numbered lines of each text."""
    last: dict[tuple[int, bool], str] = {}
    current, slipped = None, False
    for passage, match in iter_matches(ctx.draft, _LINE):
        if passage is not current:
            current, last, slipped = passage, {}, not _CELLS.isdisjoint(passage.path)
            first = _MARK.match(passage.bare)
            if first is not None:
                last[0, first["number"] is not None] = first[0].rstrip()
        if match["mark"] is None:
            last.clear()
            continue
        indent, kind = len(match["indent"]), match["number"] is not None
        before = last.get((indent, kind), "")
        begins = bool(before) or (not kind and _begins_line(passage.bare[: match.start()]))
        if not slipped and begins and not _follows(match["mark"], before):
            slipped = True
            yield _problem(ctx, (passage, match.start("mark"), match["mark"]), _explain(match["mark"], before))
        last = {key: mark for key, mark in last.items() if key[0] <= indent}
        last[indent, kind] = match["mark"]


def _begins_line(above: str) -> bool:
    """True when what comes before is no sentence that goes on («…, comma 1, lettera / b) della legge»)."""
    line = above.rpartition("\n")[2].strip()
    return not line or line[-1] in ":;" or line[:2] in {"- ", "* "}


def _follows(mark: str, before: str) -> bool:
    """True when a mark begins a list, or comes right after the one before."""
    sign, last = mark[:-1], before[:-1]
    if sign in {"1", "a"}:
        return True
    if sign.isdigit():
        return last.isdigit() and int(sign) == int(last) + 1
    return last.isalpha() and ord(sign) == ord(last) + 1


def _explain(mark: str, before: str) -> str:
    return f"dopo «{before}» viene «{mark}»" if before else f"l'elenco comincia da «{mark}»"


def _problem(ctx: Context, item: Item, what: str) -> Problem:
    passage, start, mark = item
    message = f"{name_at(ctx.piano, passage.path)}nella numerazione scritta a mano {what}"
    return Problem(passage.path, message, "correggi i numeri, o toglili", span=(start, len(mark)))
