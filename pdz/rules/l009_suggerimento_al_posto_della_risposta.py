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

from pdz.findings import Path, Problem, Severity, shorten
from pdz.profiles._schema import Modulo
from pdz.rules import Context, Passage, name_at
from pdz.rules._moduli import iter_moduli, plain_words

SEVERITY = Severity.ERROR
_YES_OR_NO = re.compile(r"\W*s[iì]\W{0,3}/\W{0,3}no\b", re.IGNORECASE)
_HEAD = 6
"""Letters by which most texts are told from the blank form at once: a plan has tens of thousands of texts."""
_FEW, _SOME = 3, 4
"""The words that make the beginning of a hint, and of a label, recognisable."""

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Blank:
    """What the blank form prints: its hints, its labels by field, the letters with which they begin."""

    hints: set[Words] = field(default_factory=set)
    labels: dict[str, tuple[Words, ...]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)


def check(ctx: Context) -> Iterator[Problem]:
    """Answers that are words of the blank form."""
    forms = _blank_forms(ctx)
    heads = {head for blank in forms.values() for head in blank.heads}
    for passage in ctx.draft.passages:
        bare = passage.bare
        if (
            bare[:_HEAD].casefold() not in heads
            and "/" not in bare[:9]
            and (bare[:1].isalnum() or _head(bare) not in heads)
        ):
            continue
        path = passage.path
        blank = forms.get(path[:2]) if len(path) > 2 else None
        if blank is not None and path[2] not in ("assenti", "altre_risposte") and _is_blank(passage, blank):
            message = f"{name_at(ctx.piano, path)}«{path[2]}» è rimasto com'era nel modulo in bianco: "
            quoted = f"«{shorten(passage.text, 50)}»"
            yield Problem(path, message + quoted, "scrivi la risposta, oppure di' in «assenti» perché manca")


def _blank_forms(ctx: Context) -> Mapping[Path, _Blank]:
    made: dict[int, _Blank] = {}
    forms: dict[Path, _Blank] = {}
    for compilato in iter_moduli(ctx):
        key = id(compilato.modulo)
        if key not in made:
            made[key] = _make_blank(compilato.modulo)
        forms[compilato.path] = made[key]
    return forms


def _make_blank(modulo: Modulo) -> _Blank:
    blank = _Blank()
    for riga in modulo.righe:
        blank.labels[riga.campo] = tuple(plain_words(text) for text in (riga.etichetta, riga.nota) if text)
        if riga.suggerimento:
            blank.hints.add(plain_words(riga.suggerimento))
        for text in filter(None, (riga.suggerimento, riga.nota, riga.etichetta)):
            blank.heads.update((_head(text), " ".join(plain_words(text))[:_HEAD]))
    return blank


def _is_blank(passage: Passage, blank: _Blank) -> bool:
    if _YES_OR_NO.match(passage.bare):
        return True
    words = plain_words(passage.bare[:400])
    for label in blank.labels.get(str(passage.path[2]), ()):
        if words == label or (len(label) >= _SOME and words[: len(label)] == label):
            return True
    return any(
        words == hint or (len(hint) >= _FEW <= len(words) and hint[: len(words)] == words[: len(hint)])
        for hint in blank.hints
    )


def _head(text: str) -> str:
    return text.lstrip(' \n*_>-«"“(')[:_HEAD].casefold()
