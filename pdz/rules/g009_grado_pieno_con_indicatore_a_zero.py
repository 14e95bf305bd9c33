# SPDX-License-Identifier: EUPL-1.2
"""Un esito è raggiunto al 100%, ma un suo indicatore è a zero o non realizzato.

Che cosa controlla:
    Quando il grado di un esito, dichiarato o calcolato, è almeno 100%, nessuno dei suoi indicatori è «non realizzato» o
    «in fase di definizione», né vale zero. Lo zero si segnala se era atteso di più, o se è una percentuale; non si
    segnala se l'indicatore deve diminuire, o se un motivo o una nota lo spiega. Gli stati si segnalano sempre: una
    parte dell'obiettivo manca.

Perché:
    «100%» dice che tutto il programmato è stato fatto: una parte non fatta, nella stessa tabella, lo smentisce.

Segnala:
    esiti:
      - id: B1
        titolo: Istituire l'Agenzia dell'Abitare
        grado: 100%
        indicatori:
          risultato:
            - {id: B1.r1, nome: Carta dei servizi, realizzato: non realizzata}  # G009

Accetta:
    esiti:
      - id: B1
        titolo: Istituire l'Agenzia dell'Abitare
        grado: 80%
        indicatori:
          risultato:
            - {id: B1.r1, nome: Carta dei servizi, realizzato: non realizzata}

Rimedio:
    Elenca le azioni con il loro stato, così il grado si calcola; oppure correggi l'indicatore.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): (n. azioni realizzate × 100) / n. azioni programmate.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import has_ratio, is_explained, is_percent, write_misura

SEVERITY = Severity.WARNING
_UNDONE = frozenset({"non realizzata", "non realizzato", "in fase di definizione"})


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators at zero, or not realised, in outcomes that are complete."""
    complete = {esito for esito, grado in ctx.quadro.gradi.items() if (grado.calcolo.valore or 0) >= 100}
    for esito, indicatore, path in ctx.indicatori:
        if esito not in complete or path[0] != "esiti" or (found := _find_undone(indicatore, path)) is None:
            continue
        grado, (what, where) = ctx.quadro.gradi[esito], found
        message = f"{name_at(ctx.piano, path)}{what}, ma il grado di {esito} è {grado.stampa}"
        hint = "elenca le azioni con il loro stato, così il grado si calcola, o correggi l'indicatore"
        yield Problem(where, message, hint, related=grado.calcolo.path)


def _find_undone(indicatore: Indicatore, path: Path) -> tuple[str, Path] | None:
    """What is missing, in words, and where; None when nothing is."""
    actual = indicatore.realizzato
    if actual is not None and actual.stato in _UNDONE:
        return f"è «{actual.stato}»", (*path, "realizzato")
    if is_explained(indicatore) or indicatore.direzione == "diminuisce":
        return None
    if has_ratio(indicatore):
        return ("il numeratore è zero", (*path, "numeratore")) if indicatore.numeratore == 0 else None
    if actual is not None and actual.numero == 0 and _wants_more(indicatore, actual):
        return f"il valore raggiunto è {write_misura(indicatore, actual)}", (*path, "realizzato")
    return None


def _wants_more(indicatore: Indicatore, actual: Misura) -> bool:
    target = indicatore.previsto
    if target is None or target.numero is None:
        return is_percent(indicatore, actual)
    return target.numero > 0 and target.operatore not in ("<", "≤")
