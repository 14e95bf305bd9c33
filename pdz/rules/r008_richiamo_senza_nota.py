# SPDX-License-Identifier: EUPL-1.2
"""Un richiamo di nota non ha la sua nota.

Che cosa controlla:
    Ogni richiamo «[^nome]» ha nello stesso testo Markdown la nota «[^nome]: …».

Perché:
    Senza la nota il richiamo si stampa com'è, con le parentesi, e chi legge resta senza fonte.

Segnala:
    testi:
      - sezione: introduzione
        testo: |
          I dati sono di fonte regionale.[^fonte]  # R008

Accetta:
    testi:
      - sezione: introduzione
        testo: |
          I dati sono di fonte regionale.[^fonte]

          [^fonte]: Dati provvisori.

Rimedio:
    Scrivi la nota in fondo allo stesso testo, oppure togli il richiamo.

Riferimenti:
    Formato del piano, versione 1: testi in Markdown.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity, did_you_mean
from pdz.rules import Context, name_at
from pdz.rules._note import iter_notes

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Marks without their footnote: they are printed as they are."""
    for text in iter_notes(ctx.draft):
        noted = {name.casefold() for name, _, _ in text.notes}
        for name, start, length in text.marks:
            if name.casefold() not in noted:
                message = f"{name_at(ctx.piano, text.path)}il richiamo «[^{name}]» non ha la sua nota"
                hint = did_you_mean(name, noted) or f"scrivi in fondo al testo «[^{name}]: …», o togli il richiamo"
                yield Problem(text.path, message, hint, span=(start, length))
