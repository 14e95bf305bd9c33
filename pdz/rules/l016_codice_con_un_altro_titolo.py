# SPDX-License-Identifier: EUPL-1.2
"""Accanto a un codice c'è il titolo di un altro.

Che cosa controlla:
    Nei testi un codice di LEPS, di area tematica, di linea del PNRR, o una lettera dopo la parola «macroarea», non è
    seguito dal titolo ufficiale di un altro codice, né dal suo con una parola cambiata («L2. Prevenzione dell'abbandono
    familiare»). Nei dati lo stesso vale per il titolo e l'investimento di una linea PNRR, per la denominazione di un
    incrocio, per il titolo di un'area e per le macroaree locali che dichiarano «regionale». Titoli accorciati e parole
    proprie («1.3.1 Housing first») vanno bene. Le lettere di uno schema locale del piano non si guardano nei testi.

Perché:
    Fra codice e titolo il lettore crede al titolo, e la Regione conta per codice.

Segnala:
    testi:
      - {sezione: bisogni, testo: "L'area AT5 Valutazione multidimensionale è condivisa."}  # L016

Accetta:
    testi:
      - {sezione: bisogni, testo: "L'area AT1 Valutazione multidimensionale è condivisa."}

Rimedio:
    Correggi il codice, oppure il titolo.

Riferimenti:
    DGR XII/2167/2024: macroaree e LEPS prioritari; DGR XII/2089/2024: aree tematiche; PNRR, missione 5, componente 2.
"""

import re
from collections.abc import Iterator, Mapping

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._cataloghi import (
    Catalogo,
    Etichetta,
    code_pattern,
    find_etichette,
    find_title,
    make_cataloghi,
    make_macroaree,
)  # fmt: skip
from pdz.rules._lettura import iter_holding, join_texts

SEVERITY = Severity.ERROR
_INVESTMENT = re.compile(r"\binvestimento\s+(?P<code>\d+(?:\.\d+)+)", re.IGNORECASE)
_PREFIXES = ("area ", "macroarea ")


def check(ctx: Context) -> Iterator[Problem]:
    """Codes with the title of another code, in the texts and in the data."""
    yield from _check_texts(ctx)
    macroaree = make_macroaree(ctx.profilo)
    for path, catalogo, codes, label in (*_titles(ctx, macroaree), *_lines(ctx)):
        own = next((code for code in codes if find_title(catalogo, label, code) is None), None)
        if codes and own is None:
            right = find_title(catalogo, label, codes[0])
            yield _explain(ctx, path, catalogo, Etichetta(codes[0], 0, 0, str(right)), None)
    for index, linea in enumerate(ctx.piano.pnrr):
        found = _INVESTMENT.search(linea.investimento or "")
        if (
            found
            and not f"{linea.linea}.".startswith(f"{found['code']}.")
            and not _is_within(found["code"], linea.linea)
        ):
            path = ("pnrr", index, "investimento")
            message = f"{name_at(ctx.piano, path)}la linea è {linea.linea}, ma qui si parla dell'{found[0].lower()}"
            span = (found.start("code"), len(found["code"]))
            yield Problem(
                path, message, "correggi l'investimento, o la linea", span=span, related=("pnrr", index, "linea")
            )


def _is_within(investimento: str, linea: str) -> bool:
    return investimento.startswith(f"{linea}.")


def _check_texts(ctx: Context) -> Iterator[Problem]:
    """One pattern for all the codes that are recognised wherever they stand, one for the letters."""
    by_code = {code: c for c in make_cataloghi(ctx.profilo) for code in c.titoli}
    if by_code:  # a profile of the past may have none
        yield from _check_codes(ctx, by_code)
    macroaree = make_macroaree(ctx.profilo)
    joined = join_texts(ctx.draft)
    if macroaree.titoli and ("acro" in joined or "ACRO" in joined):
        yield from _check_letters(ctx, macroaree)


def _check_codes(ctx: Context, by_code: Mapping[str, Catalogo]) -> Iterator[Problem]:
    codes = re.compile(rf"(?<![\w.])(?P<code>{code_pattern(by_code)})(?!\w|\.\d)")
    # without looking around it is ten times as fast
    for path, _, bare in iter_holding(ctx.draft, re.compile(code_pattern(by_code))):
        for match in codes.finditer(bare):
            catalogo = by_code[match["code"].replace(" ", "")]
            for found in find_etichette(catalogo, bare, iter((match,))):
                yield _explain(ctx, path, catalogo, found, (found.start, found.length))


def _check_letters(ctx: Context, macroaree: Catalogo) -> Iterator[Problem]:
    local = {m.codice for schema in ctx.piano.schemi_macroaree for m in schema.macroaree}
    letters = re.compile(rf"\bmacro[ -]?area\W{{0,2}}\s*(?P<code>{code_pattern(macroaree.titoli)})\b", re.IGNORECASE)
    for path, _, bare in iter_holding(ctx.draft, re.compile("[Mm]acro|MACRO")):
        for found in find_etichette(macroaree, bare, letters.finditer(bare)):
            if found.codice not in local:
                yield _explain(ctx, path, macroaree, found, (found.start, found.length))


def _titles(ctx: Context, macroaree: Catalogo) -> Iterator[tuple[Path, Catalogo, tuple[str, ...], str]]:
    """Where a title of the data stands, its catalogue, the codes that it may have, the title."""
    for index, quadro in enumerate(ctx.piano.incroci):
        for number, riga in enumerate(quadro.righe):
            if riga.macroarea and riga.denominazione:
                path: Path = ("incroci", index, "righe", number, "denominazione")
                yield path, macroaree, (riga.macroarea,), riga.denominazione
    for index, area in enumerate(ctx.piano.aree):
        title = next((area.titolo[len(p) :] for p in _PREFIXES if area.titolo.casefold().startswith(p)), area.titolo)
        yield ("aree", index, "titolo"), macroaree, area.macroaree, title
    for index, schema in enumerate(ctx.piano.schemi_macroaree):
        for number, macroarea in enumerate(schema.macroaree):
            path = ("schemi_macroaree", index, "macroaree", number, "titolo")
            yield path, macroaree, macroarea.regionale, macroarea.titolo


def _lines(ctx: Context) -> Iterator[tuple[Path, Catalogo, tuple[str, ...], str]]:
    for catalogo in make_cataloghi(ctx.profilo):
        if catalogo.nome == "la linea PNRR":
            for index, linea in enumerate(ctx.piano.pnrr):
                yield ("pnrr", index, "titolo"), catalogo, (linea.linea,), linea.titolo


def _explain(ctx: Context, path: Path, catalogo: Catalogo, found: Etichetta, span: tuple[int, int] | None) -> Problem:
    right, title = found.right, catalogo.titoli[found.codice]
    owner, own = name_at(ctx.piano, path), f"{catalogo.nome} {found.codice}"
    if right == found.codice:
        message = f"{owner}{own} non ha accanto il suo titolo ufficiale"
        return Problem(path, message, f"scrivi «{title}»", span=span)
    message = f"{owner}{own} ha accanto il titolo di {right} «{catalogo.titoli[right]}»"
    return Problem(path, message, f"{found.codice} è «{title}»: correggi il codice o il titolo", span=span)
