# SPDX-License-Identifier: EUPL-1.2
"""Un testo scrive una cifra che è quasi quella di un dato del piano.

Che cosa controlla:
    Nei testi narrativi, una cifra di almeno quattro cifre significative che differisce da un fatto o da un totale dei
    fondi per una cifra sola o per due cifre vicine scambiate, o da un fatto per non più dello 0,5%, della stessa specie
    (euro, percentuale, quantità), se nella stessa frase ci sono almeno due parole del nome del dato (una basta con più
    di quattro cifre significative e una svista sola). Non guarda arrotondamenti, cifre uguali a un altro dato, frasi
    che citano già il dato o danno alla cifra un altro anno.

Perché:
    Una cifra aggiornata nei dati e non nel testo, o battuta male, dà al lettore due numeri per la stessa cosa.

Segnala:
    fatti:
      - {id: stranieri, nome: Popolazione straniera residente, valore: 16523, unita: persone, al: 2024-01-01,
         fonte: {nome: ISTAT, consultata: 2024-11-10}}
    testi:
      - sezione: contesto
        testo: La popolazione straniera residente è di 16.532 persone.  # T006

Accetta:
    fatti:
      - {id: stranieri, nome: Popolazione straniera residente, valore: 16523, unita: persone, al: 2024-01-01,
         fonte: {nome: ISTAT, consultata: 2024-11-10}}
    testi:
      - sezione: contesto
        testo: La popolazione straniera residente è di {{ fatti.stranieri }} persone.

Rimedio:
    Se è lo stesso dato, al posto della cifra scrivi la citazione; se è un altro, dagli un nome: aggiungilo ai fatti.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): fonte e data di ogni dato di contesto.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pdz.calc import Calcolo
from pdz.calc.stampa import format_calcolo
from pdz.findings import Problem, Severity
from pdz.numbers import round_half_up
from pdz.rules import Context, Passage, name_at
from pdz.rules._brani import sentence_around
from pdz.rules._cifre import Cifra
from pdz.rules._citabili import choose_equal, find_equal, is_same_kind, iter_data, read_narrated, stems_around, stems_of

SEVERITY = Severity.WARNING
_NEAR = Decimal("0.005")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ROUGHLY = re.compile(r"\b(?:circa|quasi|oltre|più di|meno di|intorno a\w*|almeno)\s(?:€\s?)?\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[(),;:{}]")
_FEWEST = 4
Datum = tuple[str, Calcolo, Decimal]
Years = Mapping[str, str | None]
"""The year of each fact, by the name with which it is cited."""


def check(ctx: Context) -> Iterator[Problem]:
    """Figures of the narrative that are a slip away from a datum of the plan."""
    written = [
        (passage, cifra) for passage, cifra in read_narrated(ctx) if cifra.significant >= _FEWEST and not cifra.plain
    ]
    if not written:
        return
    known = find_equal(ctx, {cifra.valore for _, cifra in written})
    data = [datum for datum in iter_data(ctx) if datum[0].startswith(("fatti.", "totali."))]
    years = {f"fatti.{f.id}": str(f.al.year) if f.al is not None else f.anno for f in ctx.piano.fatti}
    for passage, cifra in written:
        if choose_equal(passage, cifra, known) is not None or _ROUGHLY.search(
            passage.bare, max(0, cifra.start - 16), cifra.start
        ):
            continue
        near = [datum for datum in data if _is_slip(passage, cifra, datum, years)]
        if near:
            name, datum, _ = min(near, key=lambda datum: (abs(datum[2] - cifra.valore), len(datum[0])))
            figure = f"{name_at(ctx.piano, passage.path)}«{passage.bare[cifra.start : cifra.end].strip()}»"
            yield Problem(
                passage.path,
                f"{figure} è quasi il dato «{datum.nome}», che è {format_calcolo(datum)}",
                f"se è lo stesso dato scrivi {{{{ {name} }}}}; se è un altro, aggiungilo ai fatti",
                span=(cifra.start, cifra.end - cifra.start),
                related=datum.path or None,
            )


def _is_slip(passage: Passage, cifra: Cifra, datum: Datum, years: Years) -> bool:
    """True when the figure is a slip away from the datum and the words around it are of that datum."""
    other = datum[2]
    if not is_same_kind(cifra, datum[1]) or other <= 0 or other.adjusted() != cifra.valore.adjusted():
        return False
    if len(str(other).strip("0").replace(".", "")) < _FEWEST or _rounds_to(other, cifra.valore):
        return False
    if _one_slip(_digits(cifra.valore), _digits(other)):
        return _is_named(passage, cifra, datum, years, 1 if cifra.significant > _FEWEST else 2, _CLAUSE)
    near = datum[0].startswith("fatti.") and abs(other - cifra.valore) <= other * _NEAR
    return near and _is_named(passage, cifra, datum, years, 2, None)


def _rounds_to(value: Decimal, figure: Decimal) -> bool:
    """True when the figure is the value with fewer digits: 16.500 for 16.523."""
    exponent = figure.normalize().as_tuple().exponent
    return isinstance(exponent, int) and abs(value - figure) < Decimal(1).scaleb(exponent)


def _digits(value: Decimal) -> str:
    return str(round_half_up(value, 2)).replace(".", "")


def _one_slip(one: str, other: str) -> bool:
    """True for one digit changed, or two neighbours swapped."""
    if len(one) != len(other):
        return False
    differing = [index for index in range(len(one)) if one[index] != other[index]]
    if len(differing) != 2:
        return len(differing) == 1
    first, second = differing
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def _is_named(
    passage: Passage, cifra: Cifra, datum: Datum, years: Years, least: int, clause: re.Pattern[str] | None
) -> bool:
    """True when the sentence has words of the datum, does not cite it and (or its clause) names no other year."""
    words = stems_of(datum[1])
    if not words or len(words & stems_around(passage, cifra)) < min(least, len(words)):
        return False
    start, end = sentence_around(passage.bare, cifra.start, cifra.end)
    if re.search(rf"{re.escape(datum[0])}(?![\w.])", passage.text[start:end]):
        return False
    before, after = passage.text[start : cifra.start], passage.text[cifra.end : end]
    if clause is not None:
        before, after = clause.split(before)[-1], clause.split(after)[0]
    named = {*_YEAR.findall(before), *_YEAR.findall(after)}
    return not named or years.get(datum[0]) in named
