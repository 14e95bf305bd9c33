# SPDX-License-Identifier: EUPL-1.2
"""Al posto della risposta è rimasto il testo del modulo in bianco.

Che cosa controlla:
    Nessuna risposta di una tabella degli esiti o di una scheda è l'etichetta della sua riga; nessuna comincia con le
    prime tre parole di un suggerimento del modulo, o della sua parte fra parentesi dopo «SI/NO», con «SI/NO» o con
    l'etichetta intera della sua riga (di almeno quattro parole); nessuna è «Si/», quel che resta di «SI/NO». Maiuscole,
    accenti e punteggiatura non contano.

Perché:
    «SI/NO In caso affermativo specificare» stampato in un piano approvato dice che nessuno ha risposto.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        risorse_economiche: Importo, anche approssimativo.  # L009

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        assenti:
          - {campo: risorse_economiche, motivo: il fondo sarà ripartito in primavera}

Rimedio:
    Scrivi la risposta, oppure togli il testo e di' in «assenti» perché la riga resta vuota.

Riferimenti:
    Linee di indirizzo regionali del triennio: scheda obiettivo con i suggerimenti per chi la compila.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity, shorten
from pdz.rules import Context, name_at
from pdz.rules._bianco import HEAD, MARKS, blank_forms, head_of

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Answers that are words of the blank form."""
    forms = blank_forms(ctx)
    blanks = {id(blank): blank for blank in forms.values()}.values()  # a few, for hundreds of forms
    heads = {head for blank in blanks for head in blank.heads}
    for path, text, bare in ctx.draft.passages:
        if bare[:HEAD] not in heads and "/" not in bare[:5] and (bare[:1] not in MARKS or head_of(bare) not in heads):
            continue
        blank = forms.get(path[:2]) if len(path) > 2 else None
        if blank is None or path[2] in ("assenti", "altre_risposte"):
            continue
        campo = str(path[2])
        if blank.holds(campo, bare):
            message = (
                f"{name_at(ctx.piano, path)}«{campo}» è rimasto com'era nel modulo in bianco: «{shorten(text, 50)}»"
            )
            yield Problem(path, message, "scrivi la risposta, oppure di' in «assenti» perché manca")
