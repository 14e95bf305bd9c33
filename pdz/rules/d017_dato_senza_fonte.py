# SPDX-License-Identifier: EUPL-1.2
"""Un dato di contesto non dice da dove viene.

Che cosa controlla:
    Hanno una fonte i fatti, le tabelle di numeri, i grafici, la demografia, le unità d'offerta e gli assistenti
    sociali. Un fatto che si fa da altri dati (rapporto, primato) ha le fonti di quelli, e non ne chiede una sua; un
    fatto in euro ha la sua nell'atto che assegna i fondi.

Perché:
    Le linee di indirizzo chiedono la fonte di ogni dato: senza, fra tre anni nessuno saprà rifare il confronto.

Segnala:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, unita: persone, al: 2024-01-01}  # D017

Accetta:
    fatti:
      - {id: stranieri, nome: Stranieri residenti, valore: 16523, unita: persone, al: 2024-01-01, fonte: ISTAT}

Rimedio:
    Scrivi chi pubblica il dato; per un dato proprio, l'ufficio o il servizio che lo ha raccolto.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): ogni dato di contesto con fonte e data.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context
from pdz.rules._dati import iter_dati

SEVERITY = Severity.WARNING
_HINT = "scrivi «fonte: …»: chi pubblica il dato, o il servizio che lo ha raccolto"


def check(ctx: Context) -> Iterator[Problem]:
    """Data without a source."""
    for dato in iter_dati(ctx.piano):
        if not dato.chiave_fonte and not dato.denaro:
            yield Problem(dato.posto, f"{dato.nome}: manca la fonte", _HINT, on_key=len(dato.posto) == 1)
