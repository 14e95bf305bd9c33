# SPDX-License-Identifier: EUPL-1.2
"""Gli esiti raccontano un valore atteso che non è quello promesso.

Che cosa controlla:
    Il valore atteso che un esito dà di un indicatore è quello che la scheda del piano di prima prometteva. L'indicatore
    è lo stesso se ha lo stesso id o lo stesso nome dentro lo stesso obiettivo; si confrontano solo numeri esatti nella
    stessa unità. Vale fra un triennio e il successivo.

Perché:
    Il grado si misura su quel che si era promesso: un atteso riscritto dopo fa sembrare raggiunto quel che non lo era,
    o il contrario.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: SA}
      schede:
        - id: SA
          titolo: Assistenza domiciliare
          risultati:
            indicatori:
              - {id: A1.r1, nome: Persone seguite, previsto: 50}
    dopo:
      esiti:
        - id: A1
          titolo: Assistenza domiciliare
          indicatori:
            risultato:
              - {id: A1.r1, nome: Persone seguite, previsto: 40, realizzato: 42}  # C017

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: SA}
      schede:
        - id: SA
          titolo: Assistenza domiciliare
          risultati:
            indicatori:
              - {id: A1.r1, nome: Persone seguite, previsto: almeno 50}
    dopo:
      esiti:
        - id: A1
          titolo: Assistenza domiciliare
          indicatori:
            risultato:
              - {id: A1.r1, nome: Persone seguite, previsto: 50, realizzato: 42}

Specchio:
    Non ce l'ha: il giudizio vale nei due versi, per un valore atteso più basso e per uno più alto di quello promesso.

Rimedio:
    Rimetti negli esiti il valore promesso; se era stato cambiato durante il triennio, di' nella nota con quale atto.

Riferimenti:
    Tabella degli esiti: grado «rispetto a ciò che era stato definito nella programmazione» (DGR XII/2167/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare.judgements import Remark
from pdz.compare.judgements._indicatori import list_promised, pair_told, read_comparable, say_target
from pdz.compare.judgements._legami import group_schede, name_old
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Targets of the outcomes that are not those of the old schede."""
    prima = raffronto.prima.piano
    schede = group_schede(prima)
    for sorte in raffronto.legami.sorti:
        for told, promised in pair_told(raffronto, sorte, list_promised(prima, schede.get(sorte.posto, ()))):
            if promised is None:
                continue
            targets = read_comparable(promised.indicatore, told.indicatore)
            if targets is not None and targets[0].valore != targets[1].valore:
                yield Remark(
                    f"{name_old(raffronto, sorte.posto)}: di «{told.indicatore.nome}» gli esiti dicono previsto "
                    f"{say_target(targets[1])}, ma la scheda prometteva {say_target(targets[0])}",
                    promised.target_path,
                    told.target_path,
                    "rimetti il valore promesso, oppure di' nella nota con quale atto era stato cambiato",
                )
