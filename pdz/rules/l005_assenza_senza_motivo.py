# SPDX-License-Identifier: EUPL-1.2
"""Una riga è detta assente, ma il motivo non dice nulla.

Che cosa controlla:
    Il motivo di una riga in «assenti» ha almeno una parola vera: non è vuoto, non è un trattino o dei puntini, non è
    una sigla come «n.d.» o «n/a», non ripete il nome o l'etichetta della riga.

Perché:
    «Assente» senza il perché lascia chi legge con lo stesso dubbio della riga vuota.

Segnala:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        assenti:
          - {campo: personale, motivo: n.d.}  # L005

Accetta:
    schede:
      - id: S1
        titolo: Assistenza domiciliare
        assenti:
          - {campo: personale, motivo: si conoscerà dopo la gara}

Rimedio:
    Scrivi in poche parole perché la riga resta vuota.

Riferimenti:
    Formato del piano, versione 1: quel che manca si dice, non si inventa.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._moduli import iter_moduli, plain_words

SEVERITY = Severity.WARNING
_NO_REASON = frozenset({"nd", "n d", "na", "n a", "np", "n p", "nc", "n c", "x", "xx", "xxx", "no", "vuoto", "nessuno"})


def check(ctx: Context) -> Iterator[Problem]:
    """Absent rows without a reason."""
    for modulo in iter_moduli(ctx):
        if not modulo.thing.assenti:
            continue
        labels = {riga.campo: plain_words(riga.etichetta) for riga in modulo.modulo.righe}
        for index, assenza in enumerate(modulo.thing.assenti):
            words = plain_words(assenza.motivo)
            empty = not words or " ".join(words) in _NO_REASON
            if empty or words in (plain_words(assenza.campo), labels.get(assenza.campo)):
                path = (*modulo.path, "assenti", index, "motivo")
                message = f"{name_at(ctx.piano, path)}manca il motivo per cui la riga «{assenza.campo}» è vuota"
                yield Problem(path, message, "scrivi perché la riga resta vuota, in poche parole")
