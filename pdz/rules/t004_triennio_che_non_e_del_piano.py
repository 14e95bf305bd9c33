# SPDX-License-Identifier: EUPL-1.2
"""Un testo dà al Piano di Zona un triennio che non è di nessun Piano di Zona.

Che cosa controlla:
    Gli anni che seguono «Piano di Zona» (anche «dell'Ambito di…»), «Piano sociale di Zona», «PdZ», «presente Piano»,
    «programmazione» (anche zonale, sociale, territoriale, di Ambito), «presente, attuale, nuovo, prossimo triennio»
    sono quelli del piano o di un piano che lo ha preceduto. Segnala tre anni che si accavallano a uno di quei trienni
    senza esserlo (2024-2026); dopo «Piano di Zona» anche quattro anni, se non sono un triennio passato con la sua
    proroga (2021-2024). Non guarda le frasi che parlano di altri strumenti con anni propri: piani nazionali e
    regionali, fondi, PNRR, scuola, bilancio, offerta abitativa.

Perché:
    Un anno sbagliato nel nome del piano fa dubitare a quale documento si riferiscano impegni e risorse.

Segnala:
    testi:
      - sezione: introduzione
        testo: Il Piano di Zona 2024-2026 nasce dal lavoro dei tavoli.  # T004

Accetta:
    testi:
      - sezione: introduzione
        testo: Il Piano di Zona 2025-2027 nasce dal lavoro dei tavoli.

Rimedio:
    Correggi gli anni, oppure cita il triennio del piano: {{ piano.triennio }}.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18; linee di indirizzo regionali del triennio.
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._lettura import sentence_around
from pdz.rules._trienni import Span, YearSpan, iter_spans, known_trienni, suggest_triennio

SEVERITY = Severity.WARNING

_NAMED = re.compile(
    r"\b(pian[oi](?: sociale| sociali| territoriale)? di zona"
    r"(?:\s+dell['’]\s?ambito"
    r"(?P<ambito>(?:\s+(?:territoriale|sociale|distrettuale|di|del|della|(?-i:[A-ZÀ-Ý])[\w'’]*)){0,7}))?"
    r"|pdz|(?:presente|nostro) piano"
    r"|programmazione(?:\s(?:zonale|sociale|territoriale|di zona|d[’']ambito|di ambito)){0,2}"
    r"|(?:presente|attuale|nuovo|prossimo)\s{1,3}triennio|triennio (?:in corso|corrente))"
    r"\s{1,3}(?:(?:per il |del )?triennio\s{1,3})?\(?\Z",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"nazional|region|europe|minister|fond[oi]\b|PNRR|PNNA|FNPS|FNA\b|scolastic|formativ|bilancio|DUP\b|abitativ",
    re.IGNORECASE,
)
"""Words of instruments that have years of their own."""


def check(ctx: Context) -> Iterator[Problem]:
    """Years given to the plan that are of no plan."""
    known = known_trienni(ctx)
    for years in iter_spans(ctx):
        if years.span in known or (named := _NAMED.search(years.before)) is None:
            continue
        if named["ambito"] and not _is_ours(named["ambito"], ctx.piano.ambito.nome):
            continue
        strict = not named[1].casefold().startswith("programm") and "triennio" not in named[1].casefold()
        if _is_wrong(years.span, known, strict) and not _names_another(years):
            path, (first, last) = years.passage.path, years.span
            yield Problem(
                path,
                f"{name_at(ctx.piano, path)}«{' '.join((named[0] + years.text).split())}»: {first}-{last} "
                f"non è il triennio di questo piano ({ctx.piano.triennio}) né di uno precedente",
                suggest_triennio(ctx, years.span) or "correggi gli anni, oppure cita {{ piano.triennio }}",
                span=(years.start, len(years.text)),
            )


def _is_ours(words: str, ambito: str) -> bool:
    """True unless the words after «dell'Ambito» name another one."""
    folded = " ".join(words.split()).casefold()
    return ambito.casefold() in folded or set(folded.split()) <= {"territoriale", "sociale", "distrettuale"}


def _is_wrong(span: Span, known: tuple[Span, ...], strict: bool) -> bool:
    """True for a span that overlaps a triennium of the plans; years far from all of them are of other plans."""
    if not any(first <= span[1] and span[0] <= last for first, last in known):
        return False
    length = span[1] - span[0]
    extended = any(span[0] == first and span[1] < known[0][0] for first, _ in known[1:])
    return length == 2 or (strict and length == 3 and not extended)


def _names_another(years: YearSpan) -> bool:
    start, end = sentence_around(years.passage.bare, years.start, years.end)
    return _OTHERS.search(years.passage.bare, start, end) is not None
