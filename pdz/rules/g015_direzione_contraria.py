# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore che migliora calando è trattato come se dovesse crescere, o il contrario.

Che cosa controlla:
    Se la direzione è scritta, va dalla base al valore atteso. Se non è scritta, pdz intende «aumenta»: si segnala un
    indicatore in cifre, non percentuale e senza base, che misura un'attesa («Tempi di attesa…», «Lista d'attesa…»,
    «Persone in lista d'attesa», «Tempo medio fra…», «Tempi di risposta») o dei reclami o che si chiama «Riduzione…»,
    «Diminuzione…», «Calo…», «Contenimento…», «Abbattimento…», perché non dice se il numero è il livello a cui scendere
    o di quanto si scende. «Riduzione…: 30%», «in meno» e gli euro risparmiati misurano la riduzione stessa, che cresce:
    non si segnalano.

Perché:
    45 giorni di attesa invece dei 30 promessi diventano un «150% raggiunto».

Segnala:
    esiti:
      - id: D1
        titolo: Accorciare le attese
        grado: 80%
        indicatori:
          impatto:
            - {id: D1.i1, nome: Tempi di attesa per il SAD, previsto: 30, realizzato: 45, unita: giorni}  # G015

Accetta:
    esiti:
      - id: D1
        titolo: Accorciare le attese
        grado: 80%
        indicatori:
          impatto:
            - id: D1.i1
              nome: Tempi di attesa per il SAD
              direzione: diminuisce
              base: 60
              previsto: 30
              realizzato: 45
              unita: giorni

Rimedio:
    Aggiungi «direzione: diminuisce» e la base. Se il numero dice di quanto si scende, scrivilo nell'unità: «giorni in
    meno».

Riferimenti:
    Raggiungimento di un indicatore: (valore − base) × 100 / (valore atteso − base).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import exact_number, is_percent, write_misura

SEVERITY = Severity.WARNING
_FALLS = re.compile(
    r"\s*(?:(?:tempi|tempo|giorni|mesi)(?: medi[oa]?)? d(?:i |')attesa|(?:[a-zà-ù]+ in )?list[ae] d(?:i |')attesa"
    r"|temp[oi](?: medi[oa]?)? (?:fra|tra|di (?:risposta|presa in carico|attivazione|evasione))\b"
    r"|(?:numero (?:di |dei )|n\.\s?)?reclami(?! \w*(?:gestit|risolt|evas|trattat|accolt))\b"
    r"|(?:riduzione|diminuzione|calo|contenimento|abbattimento|decremento)\b)",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(r"\bin meno\b|\bsottratt|\bevitat|\brisparmi|€|\beuro\b", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Directions that the base, or the name, contradicts."""
    for _, indicatore, path in ctx.indicatori:
        if indicatore.base is not None:
            yield from _check_base(ctx, indicatore, path)
        elif "direzione" not in indicatore.model_fields_set and _FALLS.match(indicatore.nome):
            yield from _check_name(ctx, indicatore, path)


def _check_base(ctx: Context, indicatore: Indicatore, path: Path) -> Iterator[Problem]:
    base, target = exact_number(indicatore.base), _find_target(indicatore)
    if base is None or target is None or "direzione" not in indicatore.model_fields_set:
        return
    if (base > target) if indicatore.direzione == "aumenta" else (base < target):
        moves = "scende" if base > target else "sale"
        figures = " a ".join(write_misura(indicatore, Misura(numero=number)) for number in (base, target))
        message = f"la direzione è «{indicatore.direzione}», ma dalla base al valore atteso si {moves}: da {figures}"
        hint = "correggi la direzione, o scambia base e valore atteso"
        yield Problem((*path, "direzione"), name_at(ctx.piano, path) + message, hint, related=(*path, "base"))


def _check_name(ctx: Context, indicatore: Indicatore, path: Path) -> Iterator[Problem]:
    for key in ("previsto", "realizzato"):
        misura: Misura | None = getattr(indicatore, key)
        if misura is None or misura.numero is None or is_percent(indicatore, misura) or misura.operatore in ("<", "≤"):
            continue
        words = " ".join(filter(None, (indicatore.nome, indicatore.unita, indicatore.periodicita, indicatore.nota)))
        if not _BY_HOW_MUCH.search(words):
            value = write_misura(indicatore, misura)
            message = (
                f"{name_at(ctx.piano, path)}dal nome deve calare, ma {value} è preso come un valore da far crescere"
            )
            hint = (
                "aggiungi «direzione: diminuisce» e «base:»; se dice di quanto si scende, scrivi «in meno» nell'unità"
            )
            yield Problem((*path, key), message, hint)
        return


def _find_target(indicatore: Indicatore) -> Decimal | None:
    """The target, when it is in the same measure as the base."""
    base, target = indicatore.base, indicatore.previsto
    if base is None or target is None or is_percent(indicatore, base) != is_percent(indicatore, target):
        return None
    return exact_number(target)
