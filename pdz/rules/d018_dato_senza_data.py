# SPDX-License-Identifier: EUPL-1.2
"""Un dato di contesto non dice a quando si riferisce.

Che cosa controlla:
    Hanno una data («al») o un anno le tabelle di numeri, i grafici, la demografia, le unità d'offerta e gli assistenti
    sociali. Un fatto l'ha se ce l'ha la maggior parte dei fatti della stessa fonte (almeno due): di molte cifre del
    piano la data è il piano stesso. Basta un anno scritto nel titolo, nella nota, nella fonte, nelle intestazioni o
    nelle categorie.

Perché:
    Due piani si confrontano solo se si sa di quando sono i numeri.

Segnala:
    grafici:
      - id: stato_civile  # D018
        titolo: Popolazione per stato civile
        tipo: barre
        categorie: [coniugati, celibi e nubili]
        serie: [{nome: quota, valori: [44.6, 44.5]}]
        unita: "%"
        fonte: ISTAT
        testo_alternativo: I coniugati e i celibi e nubili sono quasi pari.

Accetta:
    grafici:
      - id: stato_civile
        titolo: Popolazione per stato civile
        tipo: barre
        categorie: [coniugati, celibi e nubili]
        serie: [{nome: quota, valori: [44.6, 44.5]}]
        unita: "%"
        al: 2024-01-01
        fonte: ISTAT
        testo_alternativo: I coniugati e i celibi e nubili sono quasi pari.

Rimedio:
    Aggiungi «al: 2024-01-01» o «anno: 2023»; per un periodo, dillo nella nota.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): ogni dato di contesto con fonte e data.
"""

from collections import Counter
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context
from pdz.rules._dati import iter_dati

SEVERITY = Severity.WARNING
_HINT = "aggiungi «al: …» con il giorno, o «anno: …»"


def check(ctx: Context) -> Iterator[Problem]:
    """Data without a day or a year."""
    dati = list(iter_dati(ctx.piano))
    dated = Counter(dato.chiave_fonte for dato in dati if dato.fatto and dato.datato)
    undated = Counter(dato.chiave_fonte for dato in dati if dato.fatto and not dato.datato)
    for dato in dati:
        if dato.datato:
            continue
        source = dato.chiave_fonte
        if not dato.fatto:
            message = f"{dato.nome}: manca la data dei dati"
            yield Problem(dato.posto, message, _HINT, on_key=len(dato.posto) == 1)
        elif source and dated[source] >= 2 and dated[source] > undated[source]:
            told = f"gli altri {dated[source]} dati di questa fonte ce l'hanno"
            yield Problem(dato.posto, f"{dato.nome}: manca la data del dato ({told})", _HINT)
