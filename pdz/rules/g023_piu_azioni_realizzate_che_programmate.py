# SPDX-License-Identifier: EUPL-1.2
"""Le azioni realizzate sono più di quelle programmate.

Che cosa controlla:
    Nei conteggi delle azioni di un esito le realizzate non superano le programmate.

Perché:
    Il grado confronta ciò che è stato fatto con ciò che era programmato: le azioni aggiunte strada facendo non
    erano programmate, e un grado del 125% di solito nasconde due conteggi scambiati.

Segnala:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        azioni: {programmate: 4, realizzate: 5}  # G023

Accetta:
    esiti:
      - id: A1
        titolo: Sostenere la rete dei servizi
        azioni: {programmate: 5, realizzate: 4}

Rimedio:
    Correggi i conteggi; le azioni in più raccontale in «attuazione».

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Counts with more realised than planned actions."""
    for index, esito in enumerate(ctx.piano.esiti):
        azioni = esito.azioni
        if azioni is None or azioni.elenco or azioni.programmate is None or azioni.realizzate is None:
            continue
        if azioni.realizzate > azioni.programmate:
            path: Path = ("esiti", index, "azioni")
            counts = f"le azioni realizzate sono {azioni.realizzate}, le programmate {azioni.programmate}"
            message = f"{name_at(ctx.piano, path)}{counts}: i due conteggi sono scambiati?"
            hint = "correggi i conteggi; le azioni in più raccontale in «attuazione:»"
            yield Problem((*path, "realizzate"), message, hint, related=(*path, "programmate"))
