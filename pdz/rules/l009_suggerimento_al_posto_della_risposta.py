# SPDX-License-Identifier: EUPL-1.2
"""Al posto della risposta è rimasto il testo del modulo in bianco.

Che cosa controlla:
    Nessuna risposta di una tabella degli esiti o di una scheda è un suggerimento del modulo, il suo inizio (almeno tre
    parole) o l'etichetta della riga; nessuna comincia con un suggerimento intero, con l'etichetta della sua riga (di
    almeno quattro parole) o con «SI/NO». Maiuscole, accenti e punteggiatura non contano.

Perché:
    «SI/NO In caso affermativo specificare» stampato in un piano approvato dice che nessuno ha risposto.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        risorse_economiche: Importo, anche approssimativo.  # L009

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        assenti:
          - {campo: risorse_economiche, motivo: il fondo sarà ripartito in primavera}

Rimedio:
    Scrivi la risposta, oppure togli il testo e di' in «assenti» perché la riga resta vuota.

Riferimenti:
    Linee di indirizzo regionali del triennio: scheda obiettivo con i suggerimenti per chi la compila.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pdz.findings import Problem, Severity, shorten
from pdz.profiles._schema import Modulo
from pdz.rules import Context, Passage, name_at
from pdz.rules._moduli import iter_moduli, plain_words

SEVERITY = Severity.ERROR
_FIRST_WORD = re.compile(r"\W*(\w+)")
_YES_OR_NO = re.compile(r"\W*s[iì]\W{0,3}/\W{0,3}no\b", re.IGNORECASE)
_FEW, _SOME = 3, 4
"""The words that make the beginning of a hint, and of a label, recognisable."""

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Blank:
    """What the blank form prints: its hints, its labels by field, the words with which they begin."""

    hints: set[Words] = field(default_factory=set)
    labels: dict[str, Words] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)


def check(ctx: Context) -> Iterator[Problem]:
    """Answers that are words of the blank form."""
    forms = _blank_forms(ctx)
    for passage in ctx.draft.passages:
        path = passage.path
        blank = forms.get(path[:2]) if len(path) > 2 else None
        if blank is None or path[2] in ("assenti", "altre_risposte"):
            continue
        begin = _FIRST_WORD.match(passage.bare)
        if begin is not None and "".join(plain_words(begin[1])) in blank.heads and _is_blank(passage, blank):
            message = f"{name_at(ctx.piano, path)}«{path[2]}» è rimasto com'era nel modulo in bianco: "
            quoted = f"«{shorten(passage.text, 50)}»"
            yield Problem(path, message + quoted, "scrivi la risposta, oppure di' in «assenti» perché manca")


def _blank_forms(ctx: Context) -> Mapping[tuple[object, ...], _Blank]:
    made: dict[int, _Blank] = {}
    forms = {}
    for compilato in iter_moduli(ctx):
        key = id(compilato.modulo)
        if key not in made:
            made[key] = _make_blank(compilato.modulo)
        forms[compilato.path] = made[key]
    return forms


def _make_blank(modulo: Modulo) -> _Blank:
    blank = _Blank()
    for riga in modulo.righe:
        blank.labels[riga.campo] = plain_words(riga.etichetta)
        blank.hints.update(words for text in (riga.suggerimento, riga.nota) if (words := plain_words(text)))
    blank.heads.update(words[0] for words in (*blank.hints, *blank.labels.values()) if words)
    blank.heads.add("si")
    return blank


def _is_blank(passage: Passage, blank: _Blank) -> bool:
    if _YES_OR_NO.match(passage.bare):
        return True
    words = plain_words(passage.bare[:400])
    label = blank.labels.get(str(passage.path[2]), ())
    if words == label or (len(label) >= _SOME and words[: len(label)] == label):
        return True
    return any(
        words == hint or (len(hint) >= _FEW <= len(words) and hint[: len(words)] == words[: len(hint)])
        for hint in blank.hints
    )
