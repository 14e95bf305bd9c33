# SPDX-License-Identifier: EUPL-1.2
"""Un esito dà valori raggiunti senza i valori attesi.

Che cosa controlla:
    Ogni indicatore di un esito con un valore raggiunto in cifre ha anche il valore atteso. Si segnala una volta per
    esito, con gli indicatori a cui manca. Non si segnala se l'indicatore dà il motivo, o se la nota a tutti gli
    indicatori spiega che cosa sono i valori. I progetti premiali e i monitoraggi non hanno per forza valori attesi.

Perché:
    «273 tirocini» da solo non dice se l'obiettivo è stato raggiunto: il grado si misura su ciò che era programmato.

Segnala:
    esiti:
      - id: C1
        titolo: Favorire l'inserimento lavorativo
        grado: 80%
        indicatori:  # G006
          risultato:
            - {id: C1.r1, nome: Percorsi di tirocinio, realizzato: 273, unita: percorsi}

Accetta:
    esiti:
      - id: C1
        titolo: Favorire l'inserimento lavorativo
        grado: 80%
        indicatori:
          risultato:
            - {id: C1.r1, nome: Percorsi di tirocinio, previsto: 250, realizzato: 273, unita: percorsi}

Rimedio:
    Aggiungi i valori attesi; se non furono fissati, scrivilo nella nota agli indicatori.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): «Dato previsto | Dato realizzato».
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import has_ratio

SEVERITY = Severity.WARNING
_MOST_NAMED = 4


def check(ctx: Context) -> Iterator[Problem]:
    """Outcomes whose indicators have actual values without targets."""
    for index, esito in enumerate(ctx.piano.esiti):
        groups = esito.indicatori
        if groups is None or groups.nota:
            continue
        indicatori = (*groups.risultato, *groups.processo, *groups.impatto)
        lacking = [indicatore.id for indicatore in indicatori if _lacks_target(indicatore)]
        if lacking:
            path: Path = ("esiti", index, "indicatori")
            names = ", ".join(lacking[:_MOST_NAMED])
            more = "…" if len(lacking) > _MOST_NAMED else ""
            message = f"{name_at(ctx.piano, path)}manca il valore atteso di {names}{more}"
            hint = "aggiungi «previsto:»; se non furono fissati, dillo nella «nota:» agli indicatori"
            yield Problem(path, f"{message} ({len(lacking)} indicatori su {len(indicatori)})", hint)


def _lacks_target(indicatore: Indicatore) -> bool:
    if indicatore.previsto is not None or indicatore.tappe or indicatore.motivo:
        return False
    values = (indicatore.realizzato, *(conteggiato.valore for conteggiato in indicatore.realizzati))
    return has_ratio(indicatore) or any(value is not None and value.numero is not None for value in values)
