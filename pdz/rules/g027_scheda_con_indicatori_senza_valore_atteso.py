# SPDX-License-Identifier: EUPL-1.2
"""Una scheda ha indicatori senza valore atteso.

Che cosa controlla:
    Ogni indicatore delle schede obiettivo e delle schede di integrazione ha il valore atteso, anche a tappe. Finché il
    piano è in bozza si guardano solo le schede in cui un altro indicatore ce l'ha. Si segnala una volta per scheda, con
    gli indicatori a cui manca. Non si segnala se l'indicatore ha un motivo o una nota, se il nome dice già quanto
    («almeno 3 incontri», «100% delle domande»), se il testo della riga parla dei valori attesi.

Perché:
    Il grado di raggiungimento si misura su ciò che era programmato: senza valore atteso, fra tre anni non si può fare.

Segnala:
    schede_integrazione:
      - id: SI2
        titolo: Invecchiare in salute
        output:
          indicatori:
            - {id: SI2.o1, nome: Interventi di inclusione digitale, unita: interventi}  # G027
            - {id: SI2.o2, nome: Gruppi di cammino, previsto: 3, unita: gruppi}

Accetta:
    schede_integrazione:
      - id: SI2
        titolo: Invecchiare in salute
        output:
          indicatori:
            - {id: SI2.o1, nome: Interventi di inclusione digitale, previsto: 3, unita: interventi}
            - {id: SI2.o2, nome: Gruppi di cammino, previsto: 3, unita: gruppi}

Rimedio:
    Aggiungi «previsto:» (1, per una cosa da fare una volta) e, se deve crescere o calare, la «base:». Se il valore si
    fisserà più avanti, dillo in «motivo:».

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori delle schede obiettivo; DGR XII/2089/2024:
    schede di integrazione, indicatori e risultati attesi.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model import Piano
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import is_explained

SEVERITY = Severity.WARNING
_MOST_NAMED = 4
_SCHEDE = frozenset({"schede", "schede_integrazione"})
_SAYS_HOW_MANY = re.compile(
    r"[0-9]\s?%|\b(?:almeno|entro|oltre|più di|meno di|circa|fino a)\b|\A\s*[0-9]", re.IGNORECASE
)
_SPEAKS_OF_TARGETS = re.compile(r"\bvalor[ei] attes[oi]\b|\btarget\b", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Forms that look ahead with indicators that say not how far."""
    lacking: dict[Path, list[tuple[Indicatore, Path]]] = {}
    with_target: set[Path] = set()
    for _, indicatore, path in ctx.indicatori:
        if path[0] in _SCHEDE and _has_target(indicatore):
            with_target.add(path[:2])
        elif path[0] in _SCHEDE and _wants_target(indicatore) and not _is_told(ctx.piano, path):
            lacking.setdefault(path[:2], []).append((indicatore, path))
    for scheda, indicatori in lacking.items():
        if ctx.piano.stato == "bozza" and scheda not in with_target:
            continue
        names = ", ".join(indicatore.id for indicatore, _ in indicatori[:_MOST_NAMED])
        more = "…" if len(indicatori) > _MOST_NAMED else ""
        message = f"{name_at(ctx.piano, scheda)}manca il valore atteso di {names}{more}"
        hint = "aggiungi «previsto:»; se si fisserà più avanti, dillo in «motivo:»"
        yield Problem((*indicatori[0][1], "nome"), message, hint)


def _has_target(indicatore: Indicatore) -> bool:
    return indicatore.previsto is not None or bool(indicatore.tappe)


def _wants_target(indicatore: Indicatore) -> bool:
    return not is_explained(indicatore) and _SAYS_HOW_MANY.search(indicatore.nome) is None


def _is_told(piano: Piano, path: Path) -> bool:
    """True when the row itself says something of the values of its indicators."""
    testo = getattr(getattr(piano, str(path[0]))[path[1]], str(path[2])).testo
    return testo is not None and _SPEAKS_OF_TARGETS.search(testo) is not None
