# SPDX-License-Identifier: EUPL-1.2
"""Il valore atteso di un indicatore è più facile di quello che non si è raggiunto.

Che cosa controlla:
    Quando un obiettivo continua, un indicatore che nel triennio passato non ha raggiunto il valore atteso non torna
    nelle schede nuove, con lo stesso nome, con un valore atteso più facile: più basso se deve crescere, più alto se
    deve calare. Si confrontano solo valori esatti, nella stessa unità e con la stessa periodicità. Vale fra un triennio
    e il successivo.

Perché:
    Abbassare l'asticella dopo averla mancata può essere realismo, ma va detto: altrimenti al prossimo giro il grado
    sale senza che nulla sia migliorato.

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
              - {id: A1.r1, nome: Persone seguite, previsto: 50, realizzato: 38}
      obiettivi:
        - {id: N1, titolo: Assistenza a casa, gruppo: ambito, gia: [A1], scheda: SN}
      schede:
        - id: SN
          titolo: Assistenza a casa
          risultati:
            indicatori:
              - {id: N1.r1, nome: Persone seguite, previsto: 40}  # C006

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
              - {id: N1.r1, nome: Persone seguite, previsto: 50}

Specchio:
    Non ce l'ha: alzare il valore atteso dopo averlo mancato impegna di più l'Ambito, e non nasconde nulla a chi legge.

Rimedio:
    Rimetti il valore di prima, oppure spiega nella scheda perché quello nuovo è più basso.

Riferimenti:
    Scheda obiettivo, righe dei risultati e dell'impatto; tabella degli esiti, «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold
from pdz.compare import Raffronto
from pdz.compare.judgements import Remark
from pdz.compare.judgements._indicatori import (
    Posto,
    complete,
    is_missed,
    list_promised,
    pair_told,
    read_comparable,
    say_target,
)
from pdz.compare.judgements._legami import group_schede, iter_certi, name_old
from pdz.findings import Severity
from pdz.model.esiti import Indicatore

SEVERITY = Severity.WARNING
VERSIONS = False


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Targets made easier after a miss, objective by objective."""
    prima, dopo = raffronto.prima.piano, raffronto.dopo.piano
    old, new = group_schede(prima), group_schede(dopo)
    for sorte in iter_certi(raffronto):
        schede = dict.fromkeys(scheda for place in sorte.nuovi for scheda in new.get(place, ()))
        again = {fold(one.indicatore.nome): one for one in list_promised(dopo, schede)}
        for told, promised in pair_told(raffronto, sorte, list_promised(prima, old.get(sorte.posto, ()))):
            now = again.get(fold(told.indicatore.nome))
            missed = complete(told.indicatore, promised.indicatore if promised is not None else None)
            if now is None or not is_missed(missed):
                continue
            if easier := _say_easier(missed, now.indicatore):
                yield _make(name_old(raffronto, sorte.posto), easier, promised or told, now, promised is not None)


def _say_easier(missed: Indicatore, again: Indicatore) -> str:
    """«da 50 a 40» when the new target is easier; empty when it is not."""
    targets = read_comparable(missed, again)
    if targets is None:
        return ""
    base = missed.base.numero if missed.base is not None else None
    falling = missed.direzione == "diminuisce" or (base is not None and base > targets[0].valore)
    change = targets[1].valore - targets[0].valore
    easier = change > 0 if falling else change < 0
    return f"da {say_target(targets[0])} a {say_target(targets[1])}" if easier else ""


def _make(name: str, easier: str, before: Posto, now: Posto, in_old: bool) -> Remark:
    return Remark(
        f"{name}: il valore atteso di «{now.indicatore.nome}» non era stato raggiunto e passa {easier}",
        before.target_path if in_old else None,
        now.target_path,
        "rimetti il valore di prima, oppure spiega nella scheda perché è più basso",
    )
