# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore che non è stato raggiunto sparisce dall'obiettivo che continua.

Che cosa controlla:
    Quando un obiettivo continua, un indicatore della sua scheda di prima che non ha raggiunto il valore atteso si
    ritrova fra gli indicatori delle schede nuove, con lo stesso nome o con uno simile. Non si guardano gli obiettivi
    nuovi che non hanno ancora indicatori. Vale fra un triennio e il successivo.

Perché:
    Smettere di misurare proprio quel che non è andato bene toglie al prossimo triennio la sua verifica.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Assistenza domiciliare, gruppo: ambito, scheda: SA}
      schede:
        - id: SA
          titolo: Assistenza domiciliare
          risultati:
            indicatori:
              - {id: A1.r1, nome: Persone seguite, previsto: 50}  # C007
    dopo:
      esiti:
        - id: A1
          titolo: Assistenza domiciliare
          indicatori:
            risultato:
              - {id: A1.r1, nome: Persone seguite, previsto: 50, realizzato: 38}
      obiettivi:
        - {id: N1, titolo: Assistenza a casa, gruppo: ambito, gia: [A1], scheda: SN}
      schede:
        - id: SN
          titolo: Assistenza a casa
          risultati:
            indicatori:
              - {id: N1.r1, nome: Ore di formazione degli operatori, previsto: 100}

Accetta:
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
              - {id: A1.r1, nome: Persone seguite, previsto: 50, realizzato: 38}
      obiettivi:
        - {id: N1, titolo: Assistenza a casa, gruppo: ambito, gia: [A1], scheda: SN}
      schede:
        - id: SN
          titolo: Assistenza a casa
          risultati:
            indicatori:
              - {id: N1.r1, nome: Persone seguite a casa, previsto: 60}

Specchio:
    Non ce l'ha: un indicatore nuovo misura qualcosa in più e non toglie nulla a chi verifica.

Rimedio:
    Rimetti l'indicatore nella scheda nuova, oppure spiega perché non serve più.

Riferimenti:
    Scheda obiettivo, righe dei risultati e dell'impatto; tabella degli esiti, «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._somiglianza import THRESHOLD, Ritratto, compute_somiglianza, words_of
from pdz.compare.judgements import Remark
from pdz.compare.judgements._indicatori import Posto, complete, is_missed, list_promised, pair_told
from pdz.compare.judgements._legami import group_schede, iter_certi, name_old
from pdz.findings import Severity

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Indicators missed and no longer measured, objective by objective."""
    prima, dopo = raffronto.prima.piano, raffronto.dopo.piano
    old, new = group_schede(prima), group_schede(dopo)
    for sorte in iter_certi(raffronto):
        schede = dict.fromkeys(scheda for place in sorte.nuovi for scheda in new.get(place, ()))
        again = list_promised(dopo, schede)
        for told, promised in pair_told(raffronto, sorte, list_promised(prima, old.get(sorte.posto, ()))):
            if promised is None or not again or not is_missed(complete(told.indicatore, promised.indicatore)):
                continue
            if not any(_is_alike(promised, one) for one in again):
                yield Remark(
                    f"{name_old(raffronto, sorte.posto)}: «{promised.indicatore.nome}» non ha raggiunto il valore "
                    "atteso e nel piano nuovo non si misura più",
                    promised.path,
                    told.path,
                    "rimetti l'indicatore nella scheda nuova, oppure spiega perché non serve più",
                )


def _is_alike(old: Posto, new: Posto) -> bool:
    left, right = (Ritratto(0, words_of(one.indicatore.nome)) for one in (old, new))
    return compute_somiglianza(left, right) >= THRESHOLD
