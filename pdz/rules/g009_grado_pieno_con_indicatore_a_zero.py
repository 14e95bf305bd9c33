# SPDX-License-Identifier: EUPL-1.2
"""Un esito è raggiunto al 100%, ma un suo indicatore è a zero, non realizzato o lontano dal valore atteso.

Che cosa controlla:
    Quando il grado di un esito, dichiarato o calcolato, è almeno 100%, nessuno dei suoi indicatori è «non realizzato»
    né vale zero. Lo zero si segnala se era atteso di più, o se è una percentuale; non si segnala se l'indicatore deve
    diminuire, o se un motivo o una nota lo spiega. «Non realizzata» si segnala sempre: una parte dell'obiettivo manca.
    Se il grado è soltanto dichiarato, senza le azioni, nessun indicatore è «in corso» o «in fase di definizione» senza
    un motivo o una nota, e il raggiungimento di un indicatore di risultato o di processo non merita, da solo, due
    giudizi di meno del grado (2 incontri su 3 sono 66%, sufficiente: fra sufficiente e ottimo c'è buono). Questo non si
    segnala se un motivo lo spiega, né per i valori «più di», «circa», «fino a».

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
from decimal import Decimal

from pdz.calc import Grado, find_giudizio
from pdz.calc.stampa import format_calcolo
from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import exact_number, has_ratio, is_explained, is_percent, write_misura

SEVERITY = Severity.WARNING
_UNDONE = frozenset({"non realizzata", "non realizzato"})
_UNFINISHED = frozenset({"in corso", "in fase di definizione"})
_OF_ACTIONS = frozenset({"risultato", "processo"})
_STEPS = 2


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators at zero, not realised or far from their target, in outcomes that are complete."""
    complete = {esito for esito, grado in ctx.quadro.gradi.items() if (grado.calcolo.valore or 0) >= 100}
    for esito, indicatore, path in ctx.indicatori:
        if esito not in complete or path[0] != "esiti":
            continue
        grado = ctx.quadro.gradi[esito]
        found = _find_undone(indicatore, path)
        if found is None and grado.calcolo.path[-1] == "grado":
            found = _find_unfinished(indicatore, path) or _find_far(ctx, indicatore, path, grado)
        if found is not None:
            what, where = found
            message = f"{name_at(ctx.piano, path)}{what}, ma il grado di {esito} è {grado.stampa}"
            hint = "elenca le azioni con il loro stato, così il grado si calcola, o correggi l'indicatore"
            yield Problem(where, message, hint, related=grado.calcolo.path)


def _find_unfinished(indicatore: Indicatore, path: Path) -> tuple[str, Path] | None:
    actual = indicatore.realizzato
    if actual is None or actual.stato not in _UNFINISHED or is_explained(indicatore):
        return None
    return f"è ancora «{actual.stato}»", (*path, "realizzato")


def _find_far(ctx: Context, indicatore: Indicatore, path: Path, grado: Grado) -> tuple[str, Path] | None:
    """What an indicator reached, when its own judgement is two steps below that of the grado."""
    target, reached = indicatore.previsto, ctx.quadro.indicatori[indicatore.id]
    if path[3] not in _OF_ACTIONS or indicatore.motivo or target is None or target.operatore not in (None, ">", "≥"):
        return None
    if reached.valore is None or reached.path != path or not _is_exact(indicatore):
        return None
    scale = [fascia.giudizio for fascia in ctx.profilo.scala]
    own = find_giudizio(reached.valore, ctx.profilo.scala)
    whole = find_giudizio(grado.calcolo.valore or Decimal(0), ctx.profilo.scala)
    if own not in scale or whole not in scale or scale.index(whole) - scale.index(own) < _STEPS:
        return None
    where = (*path, "numeratore" if has_ratio(indicatore) else "realizzato")
    return f"raggiunge il {format_calcolo(reached)} del valore atteso ({own})", where


def _is_exact(indicatore: Indicatore) -> bool:
    """True when the actual value is a number, and not zero, which is judged by itself."""
    actual = indicatore.numeratore if has_ratio(indicatore) else exact_number(indicatore.realizzato)
    return actual is not None and actual != 0


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
