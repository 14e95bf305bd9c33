# SPDX-License-Identifier: EUPL-1.2
"""Figures of the prose beside the data that they repeat: which passages to look at, which data to offer."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from pdz.calc import Calcolo
from pdz.findings import Path
from pdz.numbers import round_half_up
from pdz.rules import Context, Draft, Passage
from pdz.rules._cifre import PREFILTER, Cifra, iter_cifre
from pdz.rules._lettura import iter_holding, sentence_around

_NARRATED = frozenset({
    "testi", "aree", "esiti", "esiti_sistema", "progetti_premiali", "obiettivi", "schede", "schede_integrazione",
    "finanziamenti", "organi", "impegni", "leps",
})  # fmt: skip
"""Parts of the plan that tell; the others hold the data."""
_NAMES = frozenset({
    "titolo", "sottotitolo", "nome", "motivo", "fonte", "unita", "previsto", "realizzato", "base", "valore",
    "normativa", "regolamento", "importo", "preventivato", "pagato", "coincidenza", "quota", "grado",
})  # fmt: skip
_WEAK = frozenset({"total", "quota", "numer", "ambit", "comun", "valor", "perce", "eserc", "fondi", "prece", "compl"})
"""Beginnings of words that do not tell one datum from another."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_COUNTED = re.compile(r"\s+(?P<noun>[a-zà-ù]{5,})\b")
_FREE = tuple(
    "person soggett individu abitant resident cittadin utent famigl nucle minor unità quell quest nell dell dall sull "
    "durant rispett mentre quindi circa compless total contro oppure ossia cioè dopo prima entro presso secondo nonché "
    "anche ancora ripartit suddivis distribuit divis erano sono hanno avevano saranno ogni pari".split()
)
"""Beginnings of words after a figure that name no thing of another kind: persons in general, words of the syntax."""
_MAX_DIGITS = 24
_SURE = 5
"""Significant digits with which two figures are not equal by chance."""
_SUMS = (".area.", ".livello.", ".annualita.", ".esercizio.", ".fondo.", ".stato.")
_ORDER = ("fatti", "totali", "posti", "gradi", "assistenti", "ambito")


def read_narrated(ctx: Context) -> list[tuple[Passage, Cifra]]:
    """The figures of the narrative, of at least three significant digits; looked for once for all rules."""
    if "cifre" not in ctx.draft.memo:
        ctx.draft.memo["cifre"] = list(_iter_narrated(ctx.draft))
    figures: list[tuple[Passage, Cifra]] = ctx.draft.memo["cifre"]
    return figures


def _iter_narrated(draft: Draft) -> Iterator[tuple[Passage, Cifra]]:
    for passage in iter_holding(draft, PREFILTER):
        if _is_narrated(passage.path):
            for cifra in iter_cifre(passage.bare):
                if cifra.significant >= 3:
                    yield passage, cifra


def _is_narrated(path: Path) -> bool:
    return path[0] in _NARRATED and path[-1] not in _NAMES and "indicatori" not in path


def iter_data(ctx: Context) -> Iterator[tuple[str, Calcolo, Decimal]]:
    """What a text may cite: name, result, value as it is printed; without approximate and computed-away values."""
    for name, datum in ctx.citabili.items():
        if not isinstance(datum, Calcolo) or datum.valore is None or datum.stampa:
            continue
        valore = datum.valore
        if abs(valore.adjusted()) < _MAX_DIGITS:
            exact = datum.decimali is None or valore == valore.to_integral_value()
            yield name, datum, valore if exact else round_half_up(valore, datum.decimali or 0)


def is_same_kind(cifra: Cifra, datum: Calcolo) -> bool:
    """True when the sign of the figure is that of the datum, or the figure has none."""
    wanted = {"%": "percento", "€": "euro"}.get(cifra.segno)
    return datum.tipo == wanted or (wanted is None and datum.tipo != "percento")


def stems_of(datum: Calcolo) -> frozenset[str]:
    """Beginnings of the words by which a text would call the datum."""
    return frozenset(word[:5] for word in _WORD.findall(f"{datum.nome} {datum.unita}".casefold())) - _WEAK


def stems_around(passage: Passage, cifra: Cifra) -> frozenset[str]:
    """Beginnings of the words of the sentence that holds the figure."""
    start, end = sentence_around(passage.bare, cifra.start, cifra.end)
    return frozenset(word[:5] for word in _WORD.findall(passage.bare[start:end].casefold())) - _WEAK


def find_equal(ctx: Context, wanted: Collection[Decimal]) -> Mapping[Decimal, list[tuple[str, Calcolo]]]:
    """The data whose printed value is one of the wanted."""
    found: dict[Decimal, list[tuple[str, Calcolo]]] = {}
    for name, datum, valore in iter_data(ctx):
        if valore in wanted:
            found.setdefault(valore, []).append((name, datum))
    return found


def choose_equal(
    passage: Passage, cifra: Cifra, data: Mapping[Decimal, list[tuple[str, Calcolo]]]
) -> tuple[str, Calcolo] | None:
    """The datum that the figure certainly repeats: the one with most words in common, facts before the rest."""
    same = [datum for datum in data.get(cifra.valore, ()) if is_same_kind(cifra, datum[1])]
    if not same:
        return None
    nearby = stems_around(passage, cifra)
    best = min(same, key=lambda datum: (-len(nearby & stems_of(datum[1])), *_rank(datum[0])))
    sure = cifra.significant >= _SURE and not cifra.plain
    stems = stems_of(best[1])
    return best if sure or (nearby & stems and not _counts_another_thing(passage, cifra, stems)) else None


def _counts_another_thing(passage: Passage, cifra: Cifra, stems: frozenset[str]) -> bool:
    """True when the noun right after a quantity is none of the datum: «4.872 telefonate»."""
    match = None if cifra.segno else _COUNTED.match(passage.bare, cifra.end)
    return match is not None and match["noun"][:5] not in stems and not match["noun"].startswith(_FREE)


def _rank(name: str) -> tuple[int, bool, int]:
    """Facts first; an amount before the sums that happen to hold it alone; short names before long ones."""
    group = name.partition(".")[0]
    summed = any(part in name for part in _SUMS)
    return (_ORDER.index(group) if group in _ORDER else len(_ORDER), summed, len(name))
