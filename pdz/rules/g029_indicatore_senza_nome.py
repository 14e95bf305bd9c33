# SPDX-License-Identifier: EUPL-1.2
"""Il nome di un indicatore non dice che cosa misura.

Che cosa controlla:
    Il nome di un indicatore non è un segno («—», «…»), una sola parola su com'è finito («Realizzati», «Sì», «In
    corso»), la parola «Indicatore» con un numero o un gruppo, né un commento («Rispetto a questo indicatore…»). Non si
    segnala se un motivo dice perché il nome manca.

Perché:
    «100%» di che cosa? Senza il nome il valore non si può leggere, confrontare né riproporre.

Segnala:
    esiti:
      - id: E1
        titolo: Prevenire il disagio scolastico
        grado: 80%
        indicatori:
          impatto:
            - {id: E1.i1, nome: Realizzati, previsto: 100%, realizzato: 95%}  # G029

Accetta:
    esiti:
      - id: E1
        titolo: Prevenire il disagio scolastico
        grado: 80%
        indicatori:
          impatto:
            - {id: E1.i1, nome: Istituti comprensivi con una microéquipe, previsto: 100%, realizzato: 95%}

Rimedio:
    Scrivi che cosa si misura; il commento va nella nota.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori di risultato, di processo, di impatto.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context
from pdz.rules._indicatori import is_no_name

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators whose name is a mark, a state, a remark."""
    for _, indicatore, path in ctx.indicatori:
        if not indicatore.motivo and is_no_name(indicatore.nome):
            message = f"{indicatore.id}: «{indicatore.nome}» non dice che cosa misura l'indicatore"
            yield Problem((*path, "nome"), message, "scrivi che cosa si misura; il commento va in «nota:»")
