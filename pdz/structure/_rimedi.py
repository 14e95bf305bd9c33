# SPDX-License-Identifier: EUPL-1.2
"""How to mend a value or a key of the wrong shape: what to write, made from what was written."""

import re
from calendar import monthrange
from collections.abc import Sequence
from typing import Any

from pdz.dates import MONTHS, parse_date
from pdz.findings import Path, did_you_mean, shorten
from pdz.model._tipi import STATI
from pdz.numbers import parse_decimal

NUMBER = re.compile(r"[0-9.]+ ?[%€]?")
"""What stays of a number in braces after its comma."""

_SHOWN_KEYS = 12
_DECIMAL_COMMA = re.compile(r"(?<=\d), (?=\d)")
_ANSWER = re.compile(r"(s[iìí]'?|no)\s*[,;:.(–-]\s*(?P<rest>.*?)\)?\Z", re.IGNORECASE | re.DOTALL)
_MONTH = re.compile(
    rf"(?:(?P<name>{'|'.join(MONTHS)})|(?P<month>\d\d?)[/.-])\s*(?P<year>(?:19|20)\d\d)\Z", re.IGNORECASE
)
_ISO_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d?)\Z")
_LONG_DAY = re.compile(rf"(?P<day>\d\d?)°?\s+(?P<name>{'|'.join(MONTHS)})\s+(?P<year>(?:19|20)\d\d)\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_QUANTITY = re.compile(
    r"(?:n\.?\s*[°º]?\s*)?(?P<number>[+-]?[\d.,]*\d\s*%?)(?:\s+(?P<words>[^\W\d].*))?\Z", re.IGNORECASE
)
_GENERIC = {
    "importo": "scrivi solo la cifra, come 599821.54; se non si conosce, togli la riga",
    "numero": "scrivi solo il numero, come 16523 o 96.6; se non si conosce, togli la riga",
    "percentuale": "scrivi solo la percentuale, come 80%; se non si conosce, togli la riga",
    "conteggio": "scrivi un numero intero e niente altro; se non si conosce, togli la riga",
    "anno": "scrivi un anno solo, con quattro cifre, come 2025",
    "data": "scrivi anno, mese e giorno, come 2024-12-31",
    "triennio": "scrivi il primo e l'ultimo dei tre anni, come 2025-2027",
    "si_no": "scrivi sì oppure no",
    "scelta": "scrivi sì, oppure no, oppure l'elenco fra parentesi quadre: [grafico_gradi, grafico_fondi]",
    "misura": "scrivi un numero o una percentuale; se il valore non c'è, uno stato come «non rilevabile»",
}


def ask(kind: str, whole: str, rest: str) -> str:
    """How to write a number that could be thousands or decimals."""
    thousands = f"se sono migliaia scrivi {whole}{rest}"
    if kind == "conteggio":
        return f"{thousands}; qui serve un numero intero"
    decimals = rest.rstrip("0")
    if kind == "importo" and len(decimals) == 3:
        return f"{thousands}; un importo ha al massimo due decimali"
    if len(decimals) == 3:
        return f'{thousands}; se sono decimali scrivi, fra virgolette, "{whole},{rest}"'
    return f"{thousands}; se sono decimali scrivi {whole}.{decimals}".rstrip(".")


def mend(kind: str, value: Any, path: Path, keys: Sequence[str]) -> str:
    """How to write a value that its type refuses; `keys` are those that may stand beside it."""
    generic = _GENERIC[kind]
    if path and isinstance(path[-1], int):  # one of a list: its place must stay
        generic = generic.replace("togli la riga", "scrivi n.d.")
    if not isinstance(value, str):
        key = next((step for step in reversed(path) if isinstance(step, str)), "")
        return f"scrivi un valore solo, sulla riga di «{key}»"
    plain = " ".join(value.split())
    match kind:
        case "data":
            return _mend_day(plain, str(path[-1]), keys) or generic
        case "si_no" if path[-1:] == ("risposta",):
            return _mend_answer(plain)
        case "misura" if plain.casefold() in {"sì", "si", "si'", "no"}:
            number = "0" if plain.casefold() == "no" else "1"
            return f"scrivi {number}, con l'unità: per esempio «unita: protocollo»" if "unita" in keys else generic
        case "misura" | "importo" | "numero" | "percentuale" | "conteggio":
            return _mend_quantity(kind, plain, keys) or generic
        case _:
            return generic


def _mend_day(text: str, key: str, keys: Sequence[str]) -> str:
    year = f"anno: {text[-4:]}" if "anno" in keys else ""
    if match := _LONG_DAY.match(text):
        return _if_it_exists(int(match["day"]), _month_of(match["name"]), int(match["year"]))
    if match := _MONTH.match(text) or _ISO_MONTH.match(text):
        month = _month_of(match["name"]) if match.groupdict().get("name") else int(match["month"])
        if not 1 <= month <= 12:
            return ""
        last = f"scrivi {match['year']}-{month:02d}-{monthrange(int(match['year']), month)[1]:02d}"
        return f"{last}, oppure anno: {match['year']}" if year else f"{last}, o il giorno giusto"
    if _YEAR.match(text):
        return f"al posto di «{key}» scrivi {year}" if year else f"scrivi anche mese e giorno, come {text}-12-31"
    return ""


def _month_of(name: str) -> int:
    return MONTHS.index(name.casefold()) + 1


def _if_it_exists(day: int, month: int, year: int) -> str:
    written = f"{year}-{month:02d}-{day:02d}"
    try:
        parse_date(written)
    except ValueError:
        return "quel giorno non esiste: scrivi anno, mese e giorno, come 2024-12-31"
    return f"scrivi {written}"


def _mend_answer(text: str) -> str:
    match = _ANSWER.match(text)
    words = shorten((match["rest"] if match else text).replace('"', "'"))
    answer = f"risposta: {'no' if text[:1] in 'nN' else 'sì'}, " if match else ""
    return f'scrivi {{{answer}testo: "{words}"}}' + ("" if match else ", oppure sì o no")


def _mend_quantity(kind: str, text: str, keys: Sequence[str]) -> str:
    """«scrivi 5, con unita: operatori» for «n. 5 operatori»."""
    match = _QUANTITY.match(text)
    if match is None or (match["words"] is None and not text.lower().startswith("n")):
        return ""
    try:
        parse_decimal(match["number"].rstrip("% "))
    except ValueError:
        return ""
    words = match["words"] or ""
    unit = f", con unita: {shorten(words)}" if kind in {"misura", "numero"} and "unita" in keys and words else ""
    return f"scrivi {match['number']}{unit}"


def choose(value: str, choices: Sequence[str], path: Path) -> str:
    """Which of the possible words to write; a state says only why something is missing."""
    listed = "valori possibili: " + ", ".join(choices)
    if set(choices) != STATI:
        return did_you_mean(value, choices) or listed
    present = f"non {value.casefold()}" in STATI
    if not present and (close := did_you_mean(value, choices)):
        return close
    inside = path[-2] if len(path) > 1 else ""
    instead = "valutazione_utenti: {testo: …}" if inside == "valutazione_utenti" else "il valore al suo posto"
    return f"qui si scrive solo perché manca; se c'è, scrivi {instead}" + ("" if present else f"; {listed}")


def list_keys(path: Path, known: Sequence[str], data: Any) -> str:
    """The keys that may still be written at `path`, the first when they are many, and how to see all of them."""
    block = _block_at(path, data) or {}
    left = [key for key in known if key not in block]
    if not left:
        return "toglila: le altre chiavi ci sono già tutte" if known else "togli la riga"
    names = [step for step in path if isinstance(step, str)]
    more = f"…; le spiega tutte: pdz explain {names[-1] if names else 'piano'}" if len(left) > _SHOWN_KEYS else ""
    return "chiavi possibili: " + ", ".join(left[:_SHOWN_KEYS]) + more


def find_cut_text(path: Path, known: Sequence[str], data: Any) -> str | None:
    """What to write for a text in braces that its comma has cut: the rest of it became a key without a value.

    None when that is not what happened; empty for the further pieces of the same text.
    """
    block, name = _block_at(path[:-1], data), str(path[-1])
    if block is None or block.get(name, "") is not None:
        return None
    keys = list(block)
    index = keys.index(name)
    first, last = index, index + 1
    while first and _is_piece(block, keys[first - 1], known):
        first -= 1
    while last < len(keys) and _is_piece(block, keys[last], known):
        last += 1
    cut = keys[first - 1] if first else ""
    text = block.get(cut)
    if not isinstance(text, str) or cut not in known or NUMBER.fullmatch(name):
        return None
    whole = _DECIMAL_COMMA.sub(",", ", ".join([text, *keys[first:last]])).replace('"', "'")
    whole = shorten(whole, 100)
    return f'fra graffe un testo con la virgola va fra virgolette: {cut}: "{whole}"' if index == first else ""


def _is_piece(block: dict[str, Any], key: str, known: Sequence[str]) -> bool:
    return block[key] is None and key not in known


def _block_at(path: Path, data: Any) -> dict[str, Any] | None:
    """The keys that the author wrote at `path`; None for a block said in one word."""
    for step in path:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else None
