# SPDX-License-Identifier: EUPL-1.2
"""La stessa sigla ha due significati.

Che cosa controlla:
    Nel glossario ogni sigla sta una volta sola, comunque sia scritta (con i punti, maiuscola, minuscola). «Nome per
    esteso (SIGLA)» in un testo non dice altro dal glossario o dal primo testo che la spiega: si segnala se i due nomi
    hanno in comune al massimo metà delle parole. ATS e ASST sono l'agenzia e l'azienda che il piano ha fra i suoi enti,
    non gli Ambiti.

Perché:
    «AS» come assistente sociale e come agricoltura sociale: chi legge non sa quale delle due. Con lo stesso
    significato, una delle due righe avanza.

Segnala:
    glossario:
      - {sigla: AS, significato: Assistente sociale}
      - {sigla: A.S., significato: Agricoltura sociale}  # R014

Accetta:
    glossario:
      - {sigla: AS, significato: Assistente sociale}
      - {sigla: AgSo, significato: Agricoltura sociale}

Rimedio:
    Togli la voce di troppo, oppure correggi il significato; se sono due cose, cambia una delle due sigle.

Riferimenti:
    Direttiva sulla semplificazione del linguaggio dei testi amministrativi (Funzione pubblica, 8/5/2002); L.R.
    Lombardia 33/2009, modificata dalla L.R. 23/2015: ATS e ASST.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context
from pdz.rules._lettura import iter_prose
from pdz.rules._moduli import plain_words
from pdz.rules._sigle import key_of

SEVERITY = Severity.WARNING

_BY_LAW = {"ats": "Agenzia di tutela della salute", "asst": "Azienda socio-sanitaria territoriale"}
_BRACKET = re.compile(r"\((?P<sigla>[A-Z][A-Za-z.]*[A-Z]\.?)\)")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    "a ai al alla alle da dal dalla dei degli del dell della delle di e gli i il in l la le lo nei per".split()
)
_REACH = 90

Meaning = tuple[str, Path]
"""What an acronym means, and where the plan says so."""


def check(ctx: Context) -> Iterator[Problem]:
    """Acronyms with two meanings."""
    meanings: dict[str, Meaning] = {}
    for index, ente in enumerate(ctx.piano.enti):
        if ente.tipo in _BY_LAW and (ente.sigla or ente.nome.partition(" ")[0]).casefold() == ente.tipo:
            meanings.setdefault(ente.tipo.upper(), (_BY_LAW[ente.tipo], ("enti", index, "nome")))
    yield from _check_glossary(ctx, meanings)
    for passage, match in iter_prose(ctx.draft, _BRACKET):
        key = key_of(match["sigla"])
        found = _expansion(passage.bare[max(0, match.start() - _REACH) : match.start()], key)
        if found is None:
            continue
        words = " ".join(found.split())
        known, path = meanings.setdefault(key, (words, passage.path))
        if _differ(words, known):
            message = f"qui la sigla «{match['sigla']}» è «{words}», ma altrove è «{known}»"
            span = (match.start("sigla"), len(match["sigla"]))
            yield Problem(passage.path, message, "usa due sigle diverse, o il nome per esteso", span=span, related=path)


def _check_glossary(ctx: Context, meanings: dict[str, Meaning]) -> Iterator[Problem]:
    """Acronyms that the glossary gives twice, or in place of a body of the plan; the first meaning is kept."""
    seen: dict[str, int] = {}
    for index, voce in enumerate(ctx.piano.glossario):
        key = key_of(voce.sigla)
        first, path = seen.setdefault(key, index), ("glossario", index, "significato")
        if first == index:
            known, where = meanings.setdefault(key, (voce.significato, path))
            if where[0] == "enti" and _differ(voce.significato, known):
                message = f"la sigla «{voce.sigla}» qui è «{voce.significato}», ma fra gli enti del piano è «{known}»"
                yield Problem(path, message, "usa due sigle diverse", related=where)
            continue
        other = ctx.piano.glossario[first]
        same = voce.significato.strip().casefold() == other.significato.strip().casefold()
        meaning = "con lo stesso significato" if same else f"ma prima significa «{other.significato}»"
        message = f"la sigla «{voce.sigla}» è già nel glossario, {meaning}"
        hint = "togli una delle due righe" if same else "togli la voce di troppo, o correggi il significato"
        yield Problem(("glossario", index, "sigla"), message, hint, related=("glossario", first, "sigla"))


def _expansion(before: str, key: str) -> str | None:
    """The last words before the bracket whose initials are the letters of the acronym, in any order."""
    wanted, found = sorted(key), list[str]()
    clause = re.split(r"[.;:()*«»]", before)[-1]
    for match in reversed(list(_WORD.finditer(clause))):
        if match[0].casefold() not in _SMALL:
            found.append(match[0][0].upper())
        if len(found) == len(wanted):
            return clause[match.start() :] if sorted(found) == wanted else None
    return None


def _differ(one: str, other: str) -> bool:
    """True when two names share no more than half of their words."""
    first, second = ({word[:4] for word in plain_words(name) if word not in _SMALL} for name in (one, other))
    return len(first & second) * 2 <= min(len(first), len(second))
