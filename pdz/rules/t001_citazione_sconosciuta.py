# SPDX-License-Identifier: EUPL-1.2
"""Un testo cita con {{ … }} qualcosa che non c'è, o che lì non si può stampare.

Che cosa controlla:
    Ogni nome, filtro, funzione e id fra doppie graffe esiste. «rif» nomina qualcosa che il documento stampa con un
    titolo o una didascalia; «tabella» sta da sola in un paragrafo. Titoli e nomi non hanno citazioni. Un filtro va
    d'accordo con il suo dato: «euro» vuole euro, «percento» una percentuale, «data» un giorno; i decimali sono al
    massimo 6. Un nome che si può citare non sta fra graffe singole, che si stamperebbero così come sono. Accanto a una
    citazione che stampa già % o € non c'è un secondo segno: né «%» o «per cento», né «€» o «euro».

Perché:
    Una citazione sbagliata lascerebbe un vuoto nel documento che i Sindaci approvano, e un filtro sbagliato direbbe
    euro dove sono persone.

Segnala:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, fonte: ISTAT}
    testi:
      - {sezione: contesto, testo: "Gli stranieri sono {{ fatti.straneri }}."}  # T001

Accetta:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, fonte: ISTAT}
    testi:
      - {sezione: contesto, testo: "Gli stranieri sono {{ fatti.stranieri }}."}

Rimedio:
    Correggi il nome, oppure aggiungi il dato al piano.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple, TypeAlias

from pdz.calc.automatici import collect_grafici
from pdz.calc.citazioni import FILTERS, FUNCTIONS, INSERTS, Citazione, iter_citazioni, name_rimando
from pdz.calc.rimandi import collect_rimandi, collect_tabelle
from pdz.findings import Path, Problem, Severity, did_you_mean
from pdz.rules import Context, Draft
from pdz.rules._celle import explain_cell
from pdz.rules._graffe import explain_sign, find_single
from pdz.rules._testi import explain_filter, explain_value, is_alone, may_hold_table

SEVERITY = Severity.ERROR

_PLAIN = (("titolo",), ("nome",))
"""Keys whose text is printed as it is: headings, captions, labels."""

Fault: TypeAlias = tuple[str, str]
"""What is wrong with a citation, and how to mend it."""


class _Blocks(NamedTuple):
    """The ids that a text may print as a block of its own."""

    tabelle: Collection[str]
    grafici: Collection[str]


class _Words(NamedTuple):
    """How a table or a chart is spoken of."""

    un: str
    il: str
    solo: str
    molti: str
    altrove: str


_WORDS = {
    "tabella": _Words(
        "una tabella", "la tabella", "sola", "tabelle", "mettila nel testo di una sezione, o citala con rif"
    ),
    "grafico": _Words(
        "un grafico", "il grafico", "solo", "grafici", "mettilo nel testo di una sezione, o citalo con rif"
    ),
}


def check(ctx: Context) -> Iterator[Problem]:
    """Citations that cannot be resolved, or that would print the wrong thing."""
    blocks = _Blocks(collect_tabelle(ctx.piano, ctx.profilo), collect_grafici(ctx.piano, ctx.quadro.automatici))
    for path, text in ctx.draft.texts:
        for citazione in iter_citazioni(text):
            faults = [*_check_form(citazione)]
            if not citazione.error and citazione.function in {"", *FUNCTIONS}:
                faults += _check_target(ctx, blocks, path, text, citazione)
            yield from _stamp(path, citazione, faults)
    yield from find_single(ctx.draft.passages, ctx.citabili)


def check_draft(draft: Draft) -> Iterator[Problem]:
    """Citations that are badly written, whatever the plan holds."""
    for path, text in draft.texts:
        for citazione in iter_citazioni(text):
            yield from _stamp(path, citazione, _check_form(citazione))


def _stamp(path: Path, citazione: Citazione, faults: Collection[Fault] | Iterator[Fault]) -> Iterator[Problem]:
    for message, hint in faults:
        yield Problem(path, message, hint, span=(citazione.start, citazione.length))


def _check_form(citazione: Citazione) -> Iterator[Fault]:
    if citazione.error:
        yield citazione.error, citazione.remedy or "si scrive, per esempio, {{ fatti.popolazione }}"
        return
    if citazione.function and citazione.function not in FUNCTIONS:
        yield f"la funzione «{citazione.function}» non esiste", _hint(citazione.function, FUNCTIONS)
    elif citazione.function and citazione.filters:
        yield f"un filtro non vale per «{citazione.function}»", "togli il filtro"
    for name, argument in citazione.filters:
        if name not in FILTERS:
            yield f"il filtro «{name}» non esiste", _hint(name, FILTERS)
        elif (fault := explain_filter(name, argument)) is not None:
            yield fault


def _check_target(ctx: Context, blocks: _Blocks, path: Path, text: str, citazione: Citazione) -> Iterator[Fault]:
    target = citazione.argument
    if path[-1:] in _PLAIN:
        yield "un titolo o un nome si stampa così com'è, con le graffe", "scrivi il valore, o citalo in un testo"
    elif citazione.function in INSERTS:
        yield from _check_block(ctx, blocks, path, text, citazione)
    elif citazione.function:
        if name_rimando(target) not in ctx.citabili:
            yield _unknown(ctx, target, collect_rimandi(ctx.piano, ctx.profilo, ctx.quadro.automatici))
    elif citazione.name not in ctx.citabili:
        names = [name for name in ctx.citabili if not name.startswith("rif(")]
        fault = explain_cell(ctx, citazione.name)
        yield fault or (f"«{citazione.name}» non si può citare: non c'è nel piano", _hint(citazione.name, names))
    else:
        value = ctx.citabili[citazione.name]
        found = (explain_value(name, value) for name, _ in citazione.filters if name in FILTERS)
        faults = [fault for fault in found if fault is not None]
        twice = explain_sign(text, citazione, value) if not faults else None
        yield from faults if twice is None else [twice]


def _check_block(ctx: Context, blocks: _Blocks, path: Path, text: str, citazione: Citazione) -> Iterator[Fault]:
    target, words = citazione.argument, _WORDS[citazione.function]
    known = blocks.tabelle if citazione.function == "tabella" else blocks.grafici
    if target not in known:
        exists = target in ctx.draft.ids or target in blocks.tabelle or target in blocks.grafici
        message = f"«{target}» non è {words.un}" if exists else f"niente nel piano ha l'id «{target}»"
        yield message, did_you_mean(target, known) or _list(words, known)
    elif not may_hold_table(ctx.piano, path):
        yield f"qui {words.il} «{target}» non si può stampare", words.altrove
    elif not is_alone(text, citazione):
        yield f"{words.il} «{target}» non è da {words.solo} nel paragrafo", "lascia una riga vuota prima e una dopo"


def _unknown(ctx: Context, target: str, known: Collection[str]) -> Fault:
    chapters = (*ctx.profilo.capitoli, *ctx.profilo.allegati)
    if target in {part.id for part in chapters} | {section.id for part in chapters for section in part.sezioni}:
        return f"la sezione «{target}» è vuota: il documento non la stampa", "scrivi il suo testo, o togli il rimando"
    if target in ctx.draft.ids:
        message = f"a «{target}» non si può rimandare: nel documento non ha né titolo né didascalia"
        return message, "nomina la scheda, la tabella o la sezione in cui sta"
    return f"niente nel documento ha l'id «{target}»", _hint(target, known)


def _list(words: _Words, known: Collection[str]) -> str:
    return f"{words.molti}: {', '.join(known)}" if 0 < len(known) <= 8 else f"nomina {words.un} del piano"


def _hint(name: str, known: Collection[str]) -> str:
    few = "possibili: " + ", ".join(known) if 0 < len(known) <= 8 else "correggi il nome, o aggiungi il dato al piano"
    return did_you_mean(name, known) or few
