# SPDX-License-Identifier: EUPL-1.2
"""Una nota a piè di pagina non è richiamata da nessuna parte.

Che cosa controlla:
    Ogni nota «[^nome]: …» di un testo Markdown ha almeno un richiamo «[^nome]» nello stesso testo.

Perché:
    Una nota senza richiamo non si stampa: il suo testo va perso, e di solito è una fonte o un'avvertenza.

Segnala:
    testi:
      - sezione: introduzione
        testo: |
          I dati sono di fonte regionale.

          [^fonte]: Dati provvisori.  # R007

Accetta:
    testi:
      - sezione: introduzione
        testo: |
          I dati sono di fonte regionale.[^fonte]

          [^fonte]: Dati provvisori.

Rimedio:
    Metti il richiamo dove serve, oppure togli la nota.

Riferimenti:
    Formato del piano, versione 1: testi in Markdown.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity, did_you_mean
from pdz.rules import Context, name_at
from pdz.rules._note import iter_notes

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Footnotes that nothing calls: they are not printed."""
    for text in iter_notes(ctx.draft):
        called = {name.casefold() for name, _, _ in text.marks}
        for name, start, length in text.notes:
            if name.casefold() not in called:
                message = f"{name_at(ctx.piano, text.path)}la nota «[^{name}]» non è richiamata: non si stampa"
                noted = {other.casefold() for other, _, _ in text.notes}
                hint = did_you_mean(name, called - noted) or f"scrivi [^{name}] dove serve, o togli la nota"
                yield Problem(text.path, message, hint, span=(start, length))
