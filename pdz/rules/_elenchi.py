# SPDX-License-Identifier: EUPL-1.2
"""Counts that a sentence announces («tre azioni:») and the lists that follow them, in Markdown or along the line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pdz.rules._cifre import COUNT, read_count

_UNITS = frozenset(
    "mesi anni giorni giornate ore minuti settimane euro volte abitanti residenti persone utenti beneficiari cittadini "
    "operatori posti alloggi punti km metri membri componenti famiglie nuclei minori bambini ragazzi giovani donne "
    "uomini anziani studenti partecipanti dicembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre "
    "ottobre novembre".split()
)
"""What is measured, or split into parts with figures of their own: the list that follows need not name each."""
_OF_KINDS = (
    "ent soggett organizzazion associazion cooperativ realtà partner attor stakeholder testimon referent caregiver "
    "professionist figur volontar assistent educator amministrator dirigent lavorator assistit ospit pazient alunn "
    "iscritt cas domand pratich incontr riunion event seminar cors laborator progett iniziativ bandi interventi "
    "struttur post scuol aziend impres parrocchi comunità colloqu segnalazion"
)
_KINDS = tuple(_OF_KINDS.split())
"""Beginnings of the words for what a list may tell by kinds: «40 caregiver: figlie, mogli, nipoti»."""
_FEW_THINGS = 10
"""Beyond so many things a list of common nouns tells their kinds."""
_EXAMPLES = frozenset("tra fra cui come quali esempio ossia".split())
_AND_OTHERS = re.compile(r"\b(?:altr[eiao]|ulteriori|ecc|eccetera|etc)\b|…|\.\.\.", re.IGNORECASE)
"""How a list says that it goes on."""
_BLOCKED = frozenset(
    "circa oltre almeno quasi massimo minimo primi prime ultimi ultime altri altre comma art articolo allegato "
    "capitolo misura missione linea priorità n tra fra nei nelle negli dei delle degli ai alle agli dai dalle dagli "
    "sui sulle sugli coi entro ogni ciascuno dopo".split()
)
"""Words before a count that make it something else: an approximation, a reference, a part of the sentence."""
_VERB = re.compile(r"(?:è|ha|si|che|non|era|dove|[^\W\d_]+(?:ano|ono|anno))\Z", re.IGNORECASE)
_COUNTED = re.compile(COUNT + r"\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:.()\n«»*_]\s*")
_MAX_WORDS = 5
_NAME, _PHRASE = 12, 4
"""The longest item, in words: of a list of names, of a list of common nouns."""
_ITEM = re.compile(r"(?P<indent> *)(?:[-*+•–]|(?P<number>[0-9]{1,2})[.)])[ \t]+(?P<text>\S.*)")
_FIGURE_FIRST = re.compile(
    rf"[*_«(]{{0,3}}(?:n[.°]\s?)?(?![0-9]+\.[0-9]{{1,2}}\b)(?:[0-9]|(?:uno|una|un|{COUNT})\b)", re.IGNORECASE
)
"""How an item begins that counts («5 assistenti sociali»); «1.1.1» is a code."""
_CONNECTIVE = re.compile(
    r"(?:e|ed|o|che|cui|di|del\w*|da\w*|con|in|nel\w*|su\w*|per|tra|fra|a|al\w*|anche|ma|come|soprattutto|oltre|fino|non"
    r"|compres\w+|inclus\w+|mentre|perché|quando|dove|si|tutt\w+|alcun\w+|ciascun\w+)\b"
)
"""How a piece between commas begins when it is no item of a list; a name that begins so has a capital."""
_ADDITION = re.compile(r"\s*(?:e )?(?:a|oltre a|accanto a) (?:quest|ess|loro)", re.IGNORECASE)
"""How a part begins that adds to what was listed before, in a sentence that tells more than it lists."""
_AND = re.compile(r"\s(?:e|ed|o|oppure)\s")
_PARENTHESES = re.compile(r"\([^()]*\)")
_STOP = re.compile(r"\.(?=\s|\Z)|\Z")
_SENTENCE = re.compile(r"(?:[^\W\d_]{5,}|[)»\"”])\s*\Z")
"""What stands before a full stop that ends a sentence; a shorter word may be an abbreviation («Coop. Aurora»)."""
_MOST_STOPS = 12
"""A list that runs over more full stops is no list."""
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\Z")


@dataclass(frozen=True, slots=True)
class Annuncio:
    """A count before a colon: how many of what, and where the words stand in the text."""

    count: int
    what: str
    start: int
    end: int
    """Where the colon is."""


def read_annuncio(text: str, colon: int) -> Annuncio | None:
    """The count that the words before the colon announce; None when they announce none, or not for certain."""
    head = text[max(0, colon - 90) : colon]
    clause = _CLAUSE.split(head)[-1]
    words = clause.split()
    place = next((i for i in range(len(words) - 1, -1, -1) if _COUNTED.match(words[i])), None)
    if place is None or len(words) - place - 1 > _MAX_WORDS:
        return None
    after, before = words[place + 1 :], words[place - 1].casefold() if place else ""
    if before in _BLOCKED or before[-1:].isdigit() or any(_VERB.match(word) for word in after):
        return None
    if not _EXAMPLES.isdisjoint(word.casefold() for word in after):
        return None
    if (not after and before != "sono") or _UNITS.intersection(word.casefold() for word in after):
        return None
    start = (
        text.rfind(words[place], 0, colon) if not after else text.rfind(f"{words[place]}", 0, colon - len(after[-1]))
    )
    return Annuncio(read_count(words[place]), " ".join(after), start, colon)


def is_by_kinds(annuncio: Annuncio, listed: int) -> bool:
    """True when a list of common nouns, shorter than announced, may tell the kinds of what is counted, not each."""
    if listed >= annuncio.count:
        return False
    many = annuncio.count > _FEW_THINGS and listed < annuncio.count - 1
    return many or any(word.casefold().startswith(_KINDS) for word in annuncio.what.split())


def list_items(text: str, colon: int) -> list[str] | None:
    """The items of the Markdown list right after the colon; None without one, or when it counts things itself."""
    lines = text[colon + 1 :].split("\n")
    if lines[0].strip():
        return None
    items: list[re.Match[str]] = []
    blank = False
    for number, line in enumerate(lines[1:], 1):
        item = _ITEM.match(line)
        if item is not None and (not items or len(item["indent"]) <= len(items[0]["indent"]) + 1):
            if items and (item["number"] is None) != (items[0]["number"] is None):
                break
            items.append(item)
        elif line.strip() and not line.startswith("  "):
            if not items or (blank and _resumes(lines[number:], len(items) + 1)):
                return None
            if blank:
                break
        blank = not line.strip()
        if blank and number > 1 and not items:
            return None
    if not items or any(_FIGURE_FIRST.match(item["text"]) for item in items):
        return None
    texts = [item["text"] for item in items]
    return None if _AND_OTHERS.match(texts[-1]) or texts[-1].endswith(("…", "...")) else texts


def _resumes(lines: list[str], number: int) -> bool:
    """True when a numbered list goes on after a paragraph."""
    return any((item := _ITEM.match(line)) is not None and item["number"] == str(number) for line in lines)


def is_plain(items: Sequence[str]) -> bool:
    """True when no item of a list begins with a capital: common nouns, not names."""
    return not any(item.lstrip('«*_"')[:1].isupper() for item in items)


@dataclass(frozen=True, slots=True)
class Conto:
    """How many things a running list names."""

    low: int
    high: int
    """When each «e» joins two things."""
    plain: bool
    """They are common nouns."""

    def __str__(self) -> str:
        if self.low == self.high:
            return str(self.low)
        return f"{self.low} o {self.high}" if self.high == self.low + 1 else f"da {self.low} a {self.high}"


def count_names(text: str) -> Iterator[Conto]:
    """How many things a running list may name, once for each place where it may end."""
    end = _PARAGRAPH.search(text)
    paragraph = text[: end.start() if end is not None else None].rstrip()
    found = False
    for stop in islice(_STOP.finditer(paragraph), _MOST_STOPS):
        listed = _PARENTHESES.sub("", paragraph[: stop.start()])
        conto = None if _AND_OTHERS.search(listed) else _count_parts(listed)
        if conto is not None:
            found = True
            yield conto
        elif not found and _SENTENCE.search(listed):  # what follows is another sentence, with a list of its own
            return


def _count_parts(listed: str) -> Conto | None:
    if ";" in listed:
        parts = [part.strip() for part in listed.split(";") if part.strip()]
        added = any(_ADDITION.match(part) for part in parts)
        return None if added else Conto(len(parts), len(parts), is_plain(parts))
    parts = [part.strip() for part in listed.split(",")]
    if len(parts) == 1 or not all(parts) or any(_CONNECTIVE.match(p) or _FIGURE_FIRST.match(p) for p in parts):
        return None
    capital = {part.lstrip('«*_"')[:1].isupper() for part in parts}
    longest = max(len(part.split()) for part in parts)
    if len(capital) != 1 or longest > (_NAME if True in capital else _PHRASE):
        return None
    return Conto(len(parts), len(parts) + sum(len(_AND.findall(part)) for part in parts), is_plain(parts))
