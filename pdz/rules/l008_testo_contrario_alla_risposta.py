# SPDX-License-Identifier: EUPL-1.2
"""Il testo comincia con un sì e la risposta chiusa è no, o viceversa.

Che cosa controlla:
    Nelle tabelle degli esiti e nelle schede il testo che comincia con «Sì» o «No», seguiti da punteggiatura,
    non contraddice la risposta chiusa. «Si prevede…» e «No. 5» non sono risposte.

Perché:
    «NO. Sì, con la Casa della comunità» si stampa così com'è: chi legge non sa a quale dei due credere.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        asst_realizzazione:
          risposta: no
          testo: Sì, con la Casa della comunità.  # L008

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        asst_realizzazione:
          risposta: sì
          testo: Con la Casa della comunità.

Rimedio:
    Correggi la risposta, e togli il sì o il no dal testo: lo stampa pdz.

Riferimenti:
    Linee di indirizzo regionali del triennio: domande SI/NO della tabella degli esiti e delle schede.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._risposte import iter_chiuse, read_leading

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Texts that begin with the opposite of the closed answer."""
    for path, _, campo, chiusa in iter_chiuse(ctx):
        leading = read_leading(chiusa.testo) if chiusa.risposta is not None else None
        if leading is None or leading[0] is chiusa.risposta:
            continue
        given, begins = ("sì", "No") if chiusa.risposta else ("no", "Sì")
        message = f"{name_at(ctx.piano, path)}la risposta a «{campo}» è {given}, ma il testo comincia con «{begins}»"
        hint = "correggi la risposta, e togli la parola dal testo: la stampa pdz"
        yield Problem((*path, "testo"), message, hint, span=leading[1:], related=(*path, "risposta"))
