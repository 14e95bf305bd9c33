# SPDX-License-Identifier: EUPL-1.2
"""Un testo cita con {{ … }} qualcosa che non c'è.

Che cosa controlla:
    Ogni nome, filtro, funzione e id fra doppie graffe esiste.

Perché:
    Una citazione sbagliata lascerebbe un vuoto nel documento che i Sindaci approvano.

Segnala:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523}
    testi:
      - {sezione: contesto, testo: "Gli stranieri sono {{ fatti.straneri }}."}  # T001

Accetta:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523}
    testi:
      - {sezione: contesto, testo: "Gli stranieri sono {{ fatti.stranieri }}."}

Rimedio:
    Correggi il nome, oppure aggiungi il dato al piano.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

from collections.abc import Collection, Iterator

from pdz.calc.citazioni import FILTERS, FUNCTIONS, Citazione, iter_citazioni
from pdz.findings import Path, Problem, Severity, did_you_mean
from pdz.rules import Context

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Citations that cannot be resolved."""
    sections = {part.id for part in (*ctx.profilo.capitoli, *ctx.profilo.allegati)}
    sections |= {section.id for part in (*ctx.profilo.capitoli, *ctx.profilo.allegati) for section in part.sezioni}
    targets = {
        *ctx.ids,
        *sections,
        *ctx.profilo.tabelle,
        *(f"tabella_{name}" for name in ctx.profilo.tabelle),
    }
    for path, text in ctx.texts:
        for citazione in iter_citazioni(text):
            yield from _check_one(path, citazione, ctx, targets)


def _check_one(path: Path, citazione: Citazione, ctx: Context, targets: set[str]) -> Iterator[Problem]:
    span = (citazione.start, citazione.length)
    if citazione.error:
        yield Problem(path, citazione.error, "si scrive, per esempio, {{ fatti.popolazione }}", span=span)
        return
    if citazione.function:
        if citazione.function not in FUNCTIONS:
            message = f"la funzione «{citazione.function}» non esiste"
            yield Problem(path, message, _hint(citazione.function, FUNCTIONS), span=span)
        elif citazione.argument not in targets:
            message = f"niente nel piano ha l'id «{citazione.argument}»"
            yield Problem(path, message, _hint(citazione.argument, targets), span=span)
    elif citazione.name not in ctx.citabili:
        message = f"«{citazione.name}» non si può citare: non c'è nel piano"
        yield Problem(path, message, _hint(citazione.name, ctx.citabili), span=span)
    for name, _ in citazione.filters:
        if name not in FILTERS:
            yield Problem(path, f"il filtro «{name}» non esiste", _hint(name, FILTERS), span=span)


def _hint(name: str, known: Collection[str]) -> str:
    few = "possibili: " + ", ".join(known) if len(known) <= 8 else "correggi il nome, o aggiungi il dato al piano"
    return did_you_mean(name, known) or few
