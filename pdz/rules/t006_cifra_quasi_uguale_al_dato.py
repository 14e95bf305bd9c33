# SPDX-License-Identifier: EUPL-1.2
"""Un testo scrive una cifra che è quasi quella di un dato del piano.

Che cosa controlla:
    Nei testi narrativi, una cifra di almeno quattro cifre significative che differisce da un fatto o da un totale dei
    fondi per una cifra sola o per due cifre vicine scambiate, o da un fatto per non più dello 0,5%, della stessa specie
    (euro, percentuale, quantità), se nella stessa frase ci sono almeno due parole del nome del dato (una basta con più
    di quattro cifre significative e una svista sola). Gli abitanti sono la popolazione dell'Ambito, e i residenti; per
    il totale dei fondi e quello di un fondo con la sua sigla («Il FNPS è di…») bastano quelle parole se le cifre sono
    almeno sei e la svista è una sola. Non guarda arrotondamenti, cifre uguali a un altro dato, frasi che citano già il
    dato o danno alla cifra un altro anno.

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
from pdz.rules import Context, Passage, name_at
from pdz.rules._cifre import Cifra
from pdz.rules._citabili import (
    choose_equal,
    find_equal,
    is_same_kind,
    iter_data,
    read_narrated,
    stems_around,
    stems_of,
)
from pdz.rules._lettura import sentence_around
from pdz.rules._sviste import Sviste, rounds_to

SEVERITY = Severity.WARNING
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_ROUGHLY = re.compile(r"\b(?:circa|quasi|oltre|più di|meno di|intorno a\w*|almeno)\s(?:€\s?)?\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[(),;:{}]")
_BEFORE = re.compile(r"\b(?:er[ao]|erano|preceden\w*|prima|passat\w*|rispetto|allora|previst\w*)\b", re.IGNORECASE)
"""Words of a sentence about another time."""
_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")
_PEOPLE = frozenset({"popol", "resid", "abita"})
"""Words for all who live in the Ambito."""
_FEWEST, _LONG = 4, 6
Written = tuple[Passage, Cifra]
Datum = tuple[str, Calcolo, Decimal]
Years = Mapping[str, str | None]
"""The year of each fact, by the name with which it is cited."""


def check(ctx: Context) -> Iterator[Problem]:
    """Figures of the narrative that are a slip away from a datum of the plan."""
    written = _read_written(ctx)
    if not written:
        return
    years = {f"fatti.{f.id}": str(f.al.year) if f.al is not None else f.anno for f in ctx.piano.fatti}
    sviste, found = Sviste([cifra.valore for _, cifra in written]), dict[int, list[Datum]]()
    for datum in iter_data(ctx):
        fact = datum[0].startswith("fatti.")
        if (fact or datum[0].startswith("totali.")) and _significant(datum[2]) >= _FEWEST:
            slips = sviste.slips_from(datum[2])
            for index in slips | (sviste.near(datum[2]) if fact else set()):
                if _is_of(written[index], datum, years, index in slips):
                    found.setdefault(index, []).append(datum)
    for index in sorted(found):
        (passage, cifra), near = written[index], found[index]
        name, nearest, _ = min(near, key=lambda datum: (abs(datum[2] - cifra.valore), len(datum[0])))
        figure = f"{name_at(ctx.piano, passage.path)}«{passage.bare[cifra.start : cifra.end].strip()}»"
        yield Problem(
            passage.path,
            f"{figure} è quasi il dato «{nearest.nome}», che è {format_calcolo(nearest)}",
            f"se è lo stesso dato scrivi {{{{ {name} }}}}; se è un altro, aggiungilo ai fatti",
            span=(cifra.start, cifra.end - cifra.start),
            related=nearest.path or None,
        )


def _read_written(ctx: Context) -> list[Written]:
    """The figures of the narrative that are exact, and are no datum as they are."""
    exact = [
        (passage, cifra)
        for passage, cifra in read_narrated(ctx)
        if cifra.significant >= _FEWEST
        and not cifra.plain
        and not _ROUGHLY.search(passage.bare, max(0, cifra.start - 16), cifra.start)
    ]
    known = find_equal(ctx, {cifra.valore for _, cifra in exact}) if exact else {}
    return [(passage, cifra) for passage, cifra in exact if choose_equal(passage, cifra, known) is None]


def _is_named(written: Written, calcolo: Calcolo, slip: bool, sentence: str) -> bool:
    """True when the sentence of the figure has words enough of the name of the datum."""
    (passage, cifra), words = written, stems_of(calcolo)
    if not words:
        return slip and cifra.significant >= _LONG and _names_total(sentence, calcolo.nome)
    around = stems_around(passage, cifra)
    if (
        words & _PEOPLE
        and words - {"perso"} <= _PEOPLE
        and not around.isdisjoint(_PEOPLE)
        and (slip or not _BEFORE.search(sentence))
    ):
        return True
    least = 1 if slip and cifra.significant > _FEWEST else 2
    return len(words & around) >= min(least, len(words))


def _names_total(sentence: str, name: str) -> bool:
    """True when a sentence names a total that has no word of its own: by the acronym of the fund, or word by word."""
    acronyms = _ACRONYM.findall(name)
    if acronyms:
        return all(re.search(rf"\b{acronym}\b", sentence) for acronym in acronyms)
    folded = sentence.casefold()
    return ":" not in name and all(word in folded for word in re.findall(r"\w{5,}", name.casefold()))


def _significant(value: Decimal) -> int:
    return len(str(value).strip("0").replace(".", ""))


def _is_of(written: Written, datum: Datum, years: Years, slip: bool) -> bool:
    """True when the figure is no rounding of the datum, and the words around it are of that datum."""
    (passage, cifra), (name, calcolo, value) = written, datum
    if not is_same_kind(cifra, calcolo) or rounds_to(value, cifra.valore):
        return False
    start, end = sentence_around(passage.bare, cifra.start, cifra.end)
    if not _is_named(written, calcolo, slip, passage.bare[start:end]):
        return False
    if re.search(rf"{re.escape(name)}(?![\w.])", passage.text[start:end]):
        return False
    before, after = passage.text[start : cifra.start], passage.text[cifra.end : end]
    if slip:
        before, after = _CLAUSE.split(before)[-1], _CLAUSE.split(after)[0]
    named = {*_YEAR.findall(before), *_YEAR.findall(after)}
    return not named or years.get(name) in named
