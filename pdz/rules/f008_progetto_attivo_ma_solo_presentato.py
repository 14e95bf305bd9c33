# SPDX-License-Identifier: EUPL-1.2
"""Un progetto conta fra quelli in essere, ma risulta soltanto presentato.

Che cosa controlla:
    Un progetto «in essere» non ha come sola data quella di presentazione: ha un inizio o una fine, o la durata dice da
    quando o fino a quando. Di un progetto «in essere» o «finanziata» né la nota né la durata dicono che è presentato o
    candidato, o che se ne attende l'esito, a meno che dicano anche che è finanziato, approvato, ammesso o avviato.

Perché:
    Il suo importo entra nel totale dei progetti attivi, e il piano promette risorse che nessuno ha ancora concesso.

Segnala:
    progetti:
      - id: laboratori
        area: Inclusione
        titolo: Laboratori di integrazione
        fonte: Bando ministeriale
        importo: 1145303.63
        capofila: capofila
        ruolo: capofila
        stato: in essere  # F008
        presentazione: 2024-04-29
        durata: 48 mesi

Accetta:
    progetti:
      - id: laboratori
        area: Inclusione
        titolo: Laboratori di integrazione
        fonte: Bando ministeriale
        importo: 1145303.63
        capofila: capofila
        ruolo: capofila
        stato: presentata
        presentazione: 2024-04-29
        durata: 48 mesi

Rimedio:
    Scrivi «stato: presentata», oppure la data di avvio.

Riferimenti:
    Allegati del Piano di Zona: stato di avvio e avanzamento; valore delle progettualità attive e presentate.
"""

import re
from collections.abc import Iterator

from pdz.dates import format_on_date
from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import Progetto
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import join_words

SEVERITY = Severity.WARNING
_WAITING = re.compile(
    r"\b(?:presentat[oa] (?:il|l'|in data|nel|a)\b|candidat[oa]\b|in attesa d|si attende|"
    r"in (?:corso di |fase di )?(?:valutazione|istruttoria)\b)"
)
_GRANTED = re.compile(r"\b(?:finanziat|approvat|ammess|avviat|avvio|inizi|partit|concess)")
_RUNNING = re.compile(r"\b(?:avvi|iniz|dal\b|da \w+ a |termin|fine\b|fino|scad|conclu|(?:19|20)\d\d\b)")
_HINT = "scrivi «stato: presentata», oppure la data di avvio"


def check(ctx: Context) -> Iterator[Problem]:
    """Projects counted among the active ones that were only presented."""
    for index, progetto in enumerate(ctx.piano.progetti):
        path = ("progetti", index)
        if progetto.stato in ("in essere", "finanziata"):
            reason, related = _find_reason(progetto)
            if reason:
                counted = f"il totale «{progetto.stato}» comprende i suoi {format_euro(progetto.importo)}"
                message = f"{name_at(ctx.piano, path)}lo stato è «{progetto.stato}», ma {reason}: {counted}"
                yield Problem((*path, "stato"), message, _HINT, related=(*path, *related))


def _find_reason(progetto: Progetto) -> tuple[str, Path]:
    for key in ("nota", "durata"):
        words = join_words(getattr(progetto, key))
        match = _WAITING.search(words)
        if match is not None and _GRANTED.search(words) is None and progetto.avvio is None:
            return f"la {key} dice «{words[match.start() :][:40].strip()}»", (key,)
    dated = progetto.avvio is not None or progetto.fine is not None or _RUNNING.search(join_words(progetto.durata))
    if progetto.stato == "in essere" and progetto.presentazione is not None and not dated:
        day = format_on_date(progetto.presentazione)
        return f"la sola data è quella di presentazione ({day})", ("presentazione",)
    return "", ()
