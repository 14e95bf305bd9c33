# SPDX-License-Identifier: EUPL-1.2
"""What the rules know about indicators: their values in words, what their names promise."""

import re
from decimal import Decimal

from pdz.calc import Calcolo, format_calcolo
from pdz.calc._misure import compute_misura, find_tipo
from pdz.model._tipi import STATI, Misura
from pdz.model.esiti import Indicatore

_OF_A_WHOLE = re.compile(r"\bsul (?:totale|numero|n[.°])|\bsu (?:quell[ie]|tutt[ie])\b", re.IGNORECASE)
_SHARE_FIRST = re.compile(r"\s*(?:%|percentuale\b|quota (?:di|dei|degli|delle)\b)", re.IGNORECASE)
_MARKS = ' .,;:…–—-_*?•"«»'
_NO_NAME = re.compile(
    r"(?:non )?(?:realizzat|effettuat|raggiunt|attivat|conclus|completat|conseguit|previst)[oaie]|s[iì]|no|n\.?[adcp]"
    r"|da (?:definire|completare|inserire)|nome|vari(?:e|o)?|altro|nessuno"
    r"|(?:(?:prim|second|terz|quart|quint)o )?indicator[ei](?: (?:di|d')\s?(?:risultato|processo|impatto))?"
    r"(?: (?:n\.? ?)?[0-9]+)?"
)
_REMARK = re.compile(
    r"(?:rispetto a|per|su|in merito a|riguardo a|con) quest[oi] (?:primo |ultimo )?indicator[ei]\b", re.I
)


def is_percent(indicatore: Indicatore, misura: Misura) -> bool:
    """True when a value is a percentage, by its «%» or by the unit of the indicator."""
    return misura.percento or find_tipo(indicatore.unita, False) == "percento"


def is_part_of_whole(nome: str) -> bool:
    """True when the name says that the value is a part of a whole: «… sul totale dei progetti»."""
    return " su" in nome and _OF_A_WHOLE.search(nome) is not None


def is_share(nome: str) -> bool:
    """True when the name says that the value is a percentage: «% di enti…», «Quota di…», «… sul totale»."""
    return _SHARE_FIRST.match(nome) is not None or is_part_of_whole(nome)


def is_no_name(nome: str) -> bool:
    """True when a name is a mark, a state, a remark: it does not say what is measured."""
    plain = nome.strip(_MARKS).casefold()
    if not any(letter.isalpha() for letter in plain) or plain in STATI:
        return True
    return _NO_NAME.fullmatch(plain) is not None or _REMARK.match(plain) is not None


def is_explained(indicatore: Indicatore) -> bool:
    """True when the author says something about the value, which the reader finds beside it."""
    return bool(indicatore.motivo or indicatore.nota)


def has_ratio(indicatore: Indicatore) -> bool:
    """True when the actual value comes from numerator and denominator, which win over `realizzato`."""
    return indicatore.numeratore is not None and indicatore.denominatore is not None


def exact_number(misura: Misura | None) -> Decimal | None:
    """The number of a value without «più di» or «circa»."""
    return misura.numero if misura is not None and misura.operatore is None else None


def is_falling(indicatore: Indicatore) -> bool:
    """True when the value improves by falling: as the base says, else as the direction does."""
    base, target = exact_number(indicatore.base), exact_number(indicatore.previsto)
    if base is not None and target is not None and base != target:
        return target < base
    return indicatore.direzione == "diminuisce"


def write_misura(indicatore: Indicatore, misura: Misura) -> str:
    """A value as the documents print it: «80%», «circa 50 incontri», «non rilevabile»."""
    tipo = find_tipo(indicatore.unita, misura.percento)
    words = format_calcolo(compute_misura(Calcolo("", None, tipo), misura))
    return f"{words} {indicatore.unita}" if indicatore.unita and tipo == "numero" else words
