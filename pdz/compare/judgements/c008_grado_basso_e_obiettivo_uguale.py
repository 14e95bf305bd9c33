# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo con un grado basso è ripetuto tale e quale.

Che cosa controlla:
    Se il grado di raggiungimento di un obiettivo è sotto la fascia sufficiente della scala del profilo, l'obiettivo che
    lo continua non è lo stesso in tutto: titolo, descrizione e, nelle schede, obiettivi, azioni, destinatari, punti
    chiave, modalità, indicatori e valori attesi. Non si guardano gli obiettivi rinviati, che non sono ancora
    cominciati. Vale fra un triennio e il successivo.

Perché:
    Se in tre anni si è fatto poco, ripetere le stesse parole promette lo stesso risultato: il Tavolo deve sapere che
    cosa cambia questa volta.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      esiti:
        - {id: A1, titolo: Sportello per la casa, grado: 30%}
      obiettivi:
        - {id: N1, titolo: Sportello per la casa, gruppo: ambito, gia: [A1]}  # C008

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      esiti:
        - {id: A1, titolo: Sportello per la casa, grado: 30%}
      obiettivi:
        - id: N1
          titolo: Sportello per la casa
          gruppo: ambito
          gia: [A1]
          descrizione: Lo sportello apre in tre Comuni invece che in uno.

Specchio:
    Non ce l'ha: un obiettivo con un grado alto si può chiudere o cambiare senza doverne rendere conto.

Rimedio:
    Di' nella descrizione o nella scheda che cosa si farà di diverso.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): scala del grado di raggiungimento. Profilo, soglie:
    fascia sufficiente.
"""

from collections.abc import Iterator
from typing import Any

from pdz.calc.nomi import fold
from pdz.compare import Destino, Raffronto
from pdz.compare.judgements import Remark
from pdz.compare.judgements._indicatori import list_promised
from pdz.compare.judgements._legami import group_schede, iter_certi, name_old
from pdz.findings import Severity
from pdz.model import Piano
from pdz.profiles import Profilo

SEVERITY = Severity.WARNING
VERSIONS = False
_ANSWERS = ("obiettivi", "target", "punti_chiave", "modalita")


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Objectives that did badly and are the same again."""
    prima, dopo = raffronto.prima.piano, raffronto.dopo.piano
    low = _list_low(raffronto.dopo.profilo)
    old, new = group_schede(prima), group_schede(dopo)
    for sorte in iter_certi(raffronto):
        grado = sorte.consuntivo.grado if sorte.consuntivo is not None else None
        if sorte.destino is not Destino.MANTENUTO or grado is None or grado.giudizio not in low:
            continue
        (after,) = sorte.nuovi
        before = _describe(prima, sorte.posto, old.get(sorte.posto, ()))
        if before == _describe(dopo, after, new.get(after, ())):
            yield Remark(
                f"{name_old(raffronto, sorte.posto)}: il grado è {grado.stampa} e l'obiettivo è ripetuto tale e quale",
                ("obiettivi", sorte.posto),
                ("obiettivi", after),
                "di' nella descrizione o nella scheda che cosa si farà di diverso",
            )


def _list_low(profilo: Profilo) -> frozenset[str]:
    """The judgements below the sufficient one; none when the profile does not say which that is."""
    names = [fascia.giudizio for fascia in profilo.scala]
    enough = profilo.soglie.giudizio_sufficiente
    return frozenset(names[: names.index(enough)]) if enough in names else frozenset()


def _describe(piano: Piano, place: int, schede: tuple[int, ...]) -> tuple[Any, ...]:
    """All that an objective says of itself, whatever its ids."""
    one = piano.obiettivi[place]
    told = [piano.schede[number] for number in schede]
    targets = [
        (fold(p.indicatore.nome), p.indicatore.previsto, p.indicatore.tappe) for p in list_promised(piano, schede)
    ]
    return (
        fold(one.titolo),
        fold(one.descrizione or ""),
        sorted(fold(azione.testo) for scheda in told for azione in scheda.azioni),
        [[fold(getattr(scheda, name) or "") for name in _ANSWERS] for scheda in told],
        targets,
    )
