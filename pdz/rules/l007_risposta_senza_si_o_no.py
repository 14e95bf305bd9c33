# SPDX-License-Identifier: EUPL-1.2
"""A una domanda chiusa si risponde con un testo, senza dire sì o no.

Che cosa controlla:
    Nelle tabelle degli esiti e nelle schede la risposta a una domanda chiusa che ha un testo ha anche il sì o il no.
    Tace se «assenti» dice perché la risposta manca, e se il testo è quello del modulo in bianco (L009).

Perché:
    Il modulo chiede SI/NO. Da «la co-progettazione si farà» ognuno ricava la risposta che vuole, e le risposte non si
    possono contare.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        coprogettato: {testo: La co-progettazione si farà.}  # L007

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        coprogettato: {risposta: sì, testo: La co-progettazione si farà.}

Rimedio:
    Aggiungi risposta: sì, oppure risposta: no.

Riferimenti:
    Linee di indirizzo regionali del triennio: domande SI/NO della tabella degli esiti e delle schede.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._bianco import make_blank
from pdz.rules._risposte import iter_chiuse, read_leading

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Closed answers with a text and no yes or no."""
    for path, modulo, campo, chiusa in iter_chiuse(ctx):
        text = chiusa.testo
        if chiusa.risposta is not None or not text or not text.strip():
            continue
        if any(assenza.campo == campo for assenza in modulo.thing.assenti):
            continue
        if make_blank(modulo.modulo).holds(campo, text):
            continue
        leading = read_leading(text)
        message = f"{name_at(ctx.piano, path)}la risposta a «{campo}» non dice sì o no"
        if leading is None:
            hint = f"scrivi {campo}: {{risposta: sì, testo: …}}, oppure risposta: no"
        else:
            hint = f"il testo comincia con la risposta: scrivi {campo}: {{risposta: {_word(leading[0])}, testo: …}}"
        yield Problem(path, message, hint)


def _word(yes: bool) -> str:
    return "sì" if yes else "no"
