# SPDX-License-Identifier: EUPL-1.2
"""Acronyms in the texts of a plan: where they are used, which ones the plan explains."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pdz.findings import Path
from pdz.rules import Context
from pdz.rules._lettura import iter_matches, join_texts

_TOKEN = re.compile(r"[A-Z][A-Za-z.+]*[A-Z](?:\.(?!\s+[A-Z«]|\s*\Z))?\+?")
_DOTTED = re.compile(r"(?:[A-Z]{1,2}[a-z]?\.){2,}[A-Z]{0,3}|(?:[A-Z]\.)+[A-Z]{1,2}\Z")
_PLAIN = re.compile(r"(?:[A-Z]{2,6}|[A-Z][a-z]{0,2}[A-Z][A-Za-z]{0,2})\+?\Z")
_ROMAN = re.compile(r"[IVXLC]+\Z")
_IBAN = re.compile(r" ?[0-9]{2} ?[A-Z] ?[0-9]")
_JOINED = re.compile(r"\.\w|-(?:\d|[a-z]|[A-Z]{2})")
_CAPITALS_BEFORE = re.compile(r"(?<![\w'’])[A-ZÀ-Ý]{2,} \Z")
_CAPITALS_AFTER = re.compile(r" [A-ZÀ-Ý]{2,}(?![\w'’])")

_END = re.compile(r"[.;:,()]|\n\s*[\n*-]")
_SMALL = frozenset(
    "del dei dell della dello delle degli nel nei nell nella dal alla alle agli all per con gli sul sulla".split()
)
"""Words that acronyms leave out, beside those of one or two letters."""

_NAMES = frozenset({"fonte", "partner", "capofila", "gestore", "atto", "norma", "normativa", "sigla", "linea", "fondo"})
"""Keys that hold names of bodies, laws and funds, or codes: not prose."""
_NAME_ROOTS = frozenset({"enti", "glossario", "ambito", "profilo", "modulo_esiti", "schema_esiti"})
_LAWS = frozenset("DGR DCR DPCM DPR DLGS DL DM DD DDG DDUO DDS LR RR CCNL CE UE EU BURL GU TU".split())
_COMMON = frozenset(
    "ISTAT INPS INAIL IRPEF IVA ISEE SI NO OK PDF WEB CD DVD TV USA ONU NB PS AA VV SRL SPA ONLUS PEC IBAN CUP CIG "
    "TODO XX XXX XXXX".split()
)
"""Words that need no glossary, or are no acronyms."""


@dataclass(frozen=True, slots=True)
class Uso:
    """An acronym where a text uses it."""

    path: Path
    text: str
    start: int
    sigla: str


def key_of(sigla: str) -> str:
    """What makes two spellings the same acronym: «P.I.P.P.I.» and «PIPPI» are PIPPI."""
    return sigla.replace(".", "").replace(" ", "").upper()


def collect_uses(ctx: Context) -> Mapping[str, list[Uso]]:
    """The uses in prose of each acronym, by its key, in the order of reading; worked out once for all rules."""
    uses: dict[str, list[Uso]] = {}
    if "sigle" in ctx.draft.memo:
        known: dict[str, list[Uso]] = ctx.draft.memo["sigle"]
        return known
    ctx.draft.memo["sigle"] = uses
    for passage, match in iter_matches(ctx.draft, _TOKEN):
        if _is_acronym(match[0]) and _is_prose(passage.path) and _is_free(passage.bare, match.start(), match.end()):
            uses.setdefault(key_of(match[0]), []).append(Uso(passage.path, passage.bare, match.start(), match[0]))
    return uses


def _is_acronym(word: str) -> bool:
    if "." in word:
        return _DOTTED.match(word) is not None
    return _PLAIN.match(word) is not None and _ROMAN.match(word) is None


def _is_prose(path: Path) -> bool:
    return path[0] not in _NAME_ROOTS and _NAMES.isdisjoint(path)


def _is_free(text: str, start: int, end: int) -> bool:
    """True unless the word is part of a longer one («IN&AUT», «SF-36»), of a phrase in capitals, or of an address."""
    before, after = text[max(0, start - 14) : start], text[end : end + 14]
    if before[-1:].isalnum() or before[-1:] in {"-", "&", "@", "_", ".", "+"} or after[:1].isalnum():
        return False
    if after[:1] in {"&", "@", "_", "!"} or _JOINED.match(after):
        return False
    if _IBAN.match(after):
        return False
    return not _CAPITALS_BEFORE.search(before) and not _CAPITALS_AFTER.match(after)


def collect_known(ctx: Context) -> frozenset[str]:
    """Keys of the acronyms that the plan or the profile explains, or that need no explanation."""
    piano, profilo = ctx.piano, ctx.profilo
    words = {key_of(word) for voce in piano.glossario for word in (*voce.sigla.split(), voce.sigla)}
    words |= {key_of(part) for voce in piano.glossario for part in _TOKEN.findall(voce.nota or "")}
    words |= {key_of(ente.sigla) for ente in piano.enti if ente.sigla}
    ambito = (piano.ambito.ats, piano.ambito.asst, piano.ambito.distretto, piano.ambito.forma, piano.ambito.nome)
    comuni = (comune.nome.upper() for comune in piano.ambito.comuni)
    names: Iterable[str | None] = (*ambito, *comuni, *(ente.nome for ente in piano.enti), *_official(ctx))
    words |= {key_of(word) for name in names if name for word in _TOKEN.findall(name)}
    codes = (*profilo.linee_intervento, *(area.codice for area in profilo.aree_tematiche))
    return frozenset(words | {key_of(code) for code in codes} | _LAWS | _COMMON)


def _official(ctx: Context) -> Iterator[str]:
    """Codes, titles and labels of the profile: what the Region writes without explaining it."""
    profilo = ctx.profilo
    for modulo in profilo.moduli.values():
        yield from (riga.etichetta for riga in modulo.righe)
    for tabella in profilo.tabelle.values():
        yield from (colonna.etichetta for colonna in tabella.colonne)
    yield from (fondo.codice for fondo in profilo.fondi)
    yield from (leps.titolo for leps in profilo.leps_prioritari)
    yield from (fondo.nome for fondo in profilo.fondi)
    for capitolo in (*profilo.capitoli, *profilo.allegati):
        yield capitolo.titolo
        yield from (sezione.titolo for sezione in capitolo.sezioni)


def is_word(ctx: Context, key: str) -> bool:
    """True for a word of the plan that somewhere stands out in capitals («NON», «COMUNE»)."""
    return f" {key.casefold()} " in join_texts(ctx.draft)


def is_explained(uso: Uso) -> bool:
    """True when the text says there what the acronym means: «Nome per esteso (SIGLA)», «SIGLA (Nome per esteso)».

    Without brackets, words beside the acronym explain it when they spell every letter: «assistenza domiciliare ADM».
    """
    text, end = uso.text, uso.start + len(uso.sigla)
    before, after = text[max(0, uso.start - 120) : uso.start].rstrip("*_ "), text[end : end + 120].lstrip("*_ .")
    letters = key_of(uso.sigla).strip("+")
    if before.endswith("(") and after[:1] == ")":
        return re.search(r"\w{3,}[*_»\"”]*\s*\Z", before[:-1]) is not None
    if len(letters) > 2 and (
        _initials(_END.split(before)[-1])[-len(letters) :] == letters
        or _initials(_END.split(after)[0])[: len(letters)] == letters
    ):
        return True
    if re.search(r"[–—-]\Z|[,(] ?(?:in sigla|di seguito|d['’]ora in poi|detto|detta)\s*[«\"“]?\Z", before):
        return _spells(re.split(r"[.;:(]", before)[-1], letters)
    match = re.match(
        r"\((?P<words>[^()]{6,100})\)|[–—,-]\s*(?:l['’]|il |la |lo |i |gli |le )?(?P<more>[^.;:()\n]{6,100})", after
    )
    return match is not None and _spells(match["words"] or match["more"], letters, first=True)


def _initials(words: str) -> str:
    """The initials of the words that count."""
    return "".join(word[0].upper() for word in re.findall(r"[^\W\d_]{3,}", words) if word.casefold() not in _SMALL)


def _spells(words: str, letters: str, first: bool = False) -> bool:
    """True when the initials of the words, in order, give the letters."""
    initials = [word[0].upper() for word in re.findall(r"[^\W\d_]+", words)]
    if first and (not initials or initials[0] != letters[0]):
        return False
    rest = iter(initials)
    return sum(letter in rest for letter in letters) >= max(2, len(letters) - 1)


def is_law(key: str) -> bool:
    """True for the acronyms of laws and acts, which every office writes in its own way."""
    return key in _LAWS
