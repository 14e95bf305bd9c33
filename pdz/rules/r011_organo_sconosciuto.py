# SPDX-License-Identifier: EUPL-1.2
"""Un testo nomina un tavolo o un organo che il capitolo della governance non descrive.

Che cosa controlla:
    Se il piano descrive almeno tre organi: «Tavolo …» seguito da parole con la maiuscola, «Cabina di regia»,
    «Assemblea dei Sindaci», «Ufficio di Piano». Basta che una parola del nome sia nel nome o nelle tematiche di un
    organo («Tavolo degli Aderenti» è il «Tavolo Aderenti Formazioni Sociali»). Non contano i tavoli di altri (ANCI,
    Prefettura, Regione, enti del piano), quelli generici («Tavolo di confronto», «tavoli tematici»), fonti e atti. Di
    ogni nome si segnala il primo posto.

Perché:
    Chi legge non sa chi siede in quel tavolo né che cosa decide; spesso è un tavolo che ha cambiato nome.

Segnala:
    organi:
      - {id: assemblea, nome: Assemblea dei Sindaci, tipo: politico, composizione: [Sindaci], funzioni: [Indirizzo]}
      - {id: tecnico, nome: Tavolo Tecnico, tipo: tecnico, composizione: [Tecnici], funzioni: [Supporto]}
      - {id: minori, nome: Tavolo Minori e famiglia, tipo: tavolo, composizione: [Comuni], funzioni: [Proposte]}
    testi:
      - {sezione: bisogni, testo: "Le proposte vengono dal Tavolo Anziani e dal Tavolo Minori."}  # R011

Accetta:
    organi:
      - {id: assemblea, nome: Assemblea dei Sindaci, tipo: politico, composizione: [Sindaci], funzioni: [Indirizzo]}
      - {id: tecnico, nome: Tavolo Tecnico, tipo: tecnico, composizione: [Tecnici], funzioni: [Supporto]}
      - {id: minori, nome: Tavolo Minori e famiglia, tipo: tavolo, composizione: [Comuni], funzioni: [Proposte]}
    testi:
      - {sezione: bisogni, testo: "Le proposte vengono dal Tavolo Minori e dal Tavolo della Prefettura."}

Rimedio:
    Usa il nome dell'organo che c'è, oppure aggiungi l'organo.

Riferimenti:
    Linee di indirizzo regionali: strumenti e processi di governance dell'Ambito.
"""

import re
import unicodedata
from collections.abc import Iterator

from pdz.findings import Problem, Severity, nearest
from pdz.rules import Context, name_at
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.WARNING

_LEAST = 3
"""Organs that the plan describes, before we believe that it describes all."""
_STEMS = ("Tavolo ", "abina di ", "ssemblea dei ", "fficio di ")
_NAME = re.compile(
    r"(?<!\w)Tavolo(?P<words>(?:[ \n]+[\w’'/-]+){1,7})"
    r"|(?P<other>(?<=\b[Cc])abina di [Rr]egia|(?<=\bA)ssemblea dei [Ss]indaci|(?<=\b[Uu])fficio di [Pp]iano)(?!\w)"
    r"(?P<rest>(?:[ \n]+[\w’'/-]+){0,4})"
)
_JOIN = frozenset(
    "di dei degli delle della del dello per su sulla sul e il la lo gli le i alla al area permanente".split()
)
_GENERIC = frozenset(
    "tavolo tematico permanente territoriale locale ambito zona lavoro confronto area politiche".split()
)
_OTHERS = re.compile(
    r"\b(?:anci|prefett|region|nazional|provinc|minister|metropolitan|distrett|inps|questur|tribunal|procur"
    r"|escomi|interistituz|ats|asst|pnrr|progett|lombard|italian|europ)",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Problem]:
    """Organs that a text names and the plan does not describe; the first place of each name."""
    organi = ctx.piano.organi
    if len(organi) < _LEAST:
        return
    known = {word for organo in organi for name in (organo.nome, *organo.tematiche) for word in _words(name)}
    bodies = {word for ente in ctx.piano.enti for word in _words(ente.nome)}
    seen: set[str] = set()
    for passage, match in iter_prose(ctx.draft, _NAME, _STEMS):
        if passage.path[:1] == ("organi",) and passage.path[-1] == "nome":
            continue
        found = _unknown(match, known, bodies)
        if found is not None and found[0].casefold() not in seen:
            name, start, length = found
            seen.add(name.casefold())
            close = nearest(name, [organo.nome for organo in organi])
            hint = (
                f"forse intendevi «{close}»?" if close else "usa il nome di un organo che c'è, o aggiungilo a «organi»"
            )
            message = f"{name_at(ctx.piano, passage.path)}«{name}» non è fra gli organi del piano"
            yield Problem(passage.path, message, hint, span=(start, length))


def _unknown(match: re.Match[str], known: set[str], bodies: set[str]) -> tuple[str, int, int] | None:
    """Name, start and length of an organ that nobody describes."""
    if match["other"]:
        heads = _fold(match["other"]).split()
        if heads[-1][:5] in known or _OTHERS.search(match["rest"]):
            return None
        start = match.start() - 1
        return match.string[start : match.end("other")], start, match.end("other") - start
    name = _take_name(match["words"])
    words = _words(name)
    if not words or _OTHERS.search(match["words"]) or not known.isdisjoint(words) or not bodies.isdisjoint(words):
        return None
    whole = f"Tavolo{name}"
    return " ".join(whole.split()), match.start(), len(whole)


def _take_name(text: str) -> str:
    """The words with a capital, and those that join them, up to the first that is neither."""
    end = 0
    for word in re.finditer(r"[\w’'/-]+", text):
        plain = re.sub(r"^\w{1,5}['’]", "", word[0])
        if plain[:1].isupper():
            end = word.end()
        elif word[0].casefold() not in _JOIN:
            break
    return text[:end]


def _words(name: str) -> frozenset[str]:
    """The words that tell a name from another, by their first five letters."""
    words = re.split(r"[^\w]+", _fold(name))
    return frozenset(word[:5] for word in words if len(word) > 2 and word not in _JOIN and word not in _GENERIC)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))
