# SPDX-License-Identifier: EUPL-1.2
"""I conteggi delle azioni non sono quelli dell'elenco, o una quota contraddice lo stato.

Che cosa controlla:
    Se un esito elenca le azioni e dà anche i conteggi, le programmate sono quante l'elenco; le realizzate sono quelle
    con stato «realizzata», o di più se ci sono azioni parziali, ma non più di tutte insieme. Un'azione con una quota
    ha lo stato «parziale»: negli altri casi la quota non conta.

Perché:
    Il grado nasce dall'elenco: conteggi diversi non si vedono nel calcolo, ma si leggono nel documento.

Segnala:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni:
          programmate: 3  # G022
          elenco:
            - {id: E1.1, nome: Aprire uno sportello, stato: realizzata}
            - {id: E1.2, nome: Coinvolgere i quartieri, stato: rinviata}

Accetta:
    esiti:
      - id: E1
        titolo: Innovare il welfare
        azioni:
          programmate: 2
          elenco:
            - {id: E1.1, nome: Aprire uno sportello, stato: realizzata}
            - {id: E1.2, nome: Coinvolgere i quartieri, stato: rinviata}

Rimedio:
    Completa l'elenco, o togli i conteggi, che pdz ricava dall'elenco.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model.esiti import AzioniEsito
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Counts of actions that differ from their list, shares that the state contradicts."""
    for index, esito in enumerate(ctx.piano.esiti):
        azioni = esito.azioni
        if azioni is None or not azioni.elenco:
            continue
        path: Path = ("esiti", index, "azioni")
        yield from _check_counts(ctx, azioni, path)
        for number, azione in enumerate(azioni.elenco):
            if azione.quota is not None and azione.stato != "parziale":
                where = (*path, "elenco", number)
                message = f"{name_at(ctx.piano, where)}ha una quota, ma lo stato è «{azione.stato}»"
                hint = "scrivi «stato: parziale», o togli la quota"
                yield Problem((*where, "quota"), message, hint, related=(*where, "stato"))


def _check_counts(ctx: Context, azioni: AzioniEsito, path: Path) -> Iterator[Problem]:
    owner, hint = name_at(ctx.piano, path), "completa l'elenco, o togli il conteggio, che si ricava dall'elenco"
    listed = len(azioni.elenco)
    done = sum(azione.stato == "realizzata" for azione in azioni.elenco)
    most = done + sum(azione.stato == "parziale" for azione in azioni.elenco)
    if azioni.programmate is not None and azioni.programmate != listed:
        message = f"{owner}le azioni programmate sono {azioni.programmate}, ma l'elenco ne ha {listed}"
        yield Problem((*path, "programmate"), message, hint, related=(*path, "elenco"))
    if azioni.realizzate is not None and not done <= azioni.realizzate <= most:
        message = f"{owner}le azioni realizzate sono {azioni.realizzate}, ma nell'elenco sono {done}"
        yield Problem((*path, "realizzate"), message, hint, related=(*path, "elenco"))
