# SPDX-License-Identifier: EUPL-1.2
"""Un numero non dice che cosa conta.

Che cosa controlla:
    Un indicatore con valori in cifre, non percentuali, ha l'unità di misura quando il nome non basta: il nome comincia
    con un'azione o una grandezza («Partecipazione…», «Formazione…», «Spesa…», «Durata…»), oppure gli altri indicatori
    in cifre dello stesso esito o scheda, almeno tre per ognuno che ne è privo, la danno tutti. Non si segnala se il
    nome dice l'unità («Numero di…», «N. …», «Ore di…», «… in giorni»), se è un punteggio («Livello di…», «Voto…»), se i
    valori sono solo 0 o 1. Un punteggio degli utenti, e un indicatore «Grado di…», «Punteggio…» o «Voto…» che vale più
    di 1, hanno la loro scala: in «scala», nell'unità, nel nome o nella nota («su 10», «da 1 a 5», «scala…»).

Perché:
    «Formazione: 30» può essere ore, incontri o persone; «9» può essere su 10 o su 100.

Segnala:
    esiti:
      - id: A1
        titolo: Formare gli operatori
        grado: 100%
        indicatori:
          processo:
            - {id: A1.p1, nome: Formazione degli operatori, previsto: 40, realizzato: 42}  # G007

Accetta:
    esiti:
      - id: A1
        titolo: Formare gli operatori
        grado: 100%
        indicatori:
          processo:
            - {id: A1.p1, nome: Formazione degli operatori, previsto: 40, realizzato: 42, unita: ore}

Rimedio:
    Aggiungi l'unità: persone, ore, posti, incontri, euro. Per un punteggio aggiungi la scala.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori di risultato, di processo, di impatto.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import is_share, write_misura

SEVERITY = Severity.WARNING
_ENOUGH = 3

_ABSTRACT = re.compile(
    r"(?!(?:attivit|unit|comunit|universit|associazion|convenzion|fondazion|organizzazion|abitazion|commission"
    r"|popolazion|utenza|cittadinanz)"
    r"|appartament|regolament|strument)\w{2,30}(?:zione|sione|mento|anza|enza|ità)\b"
    r"|(?:spes[ae]|cost[oi]|import[oi]|budget|risorse|fondi|temp[oi]|durata|superficie|distanza)\b",
    re.IGNORECASE,
)
"""Names that begin with an action or a quantity: what is counted is not said."""

_SAYS_UNIT = re.compile(
    r"\b(?:num?(?:[.°]|ero\b|\.ro\b)|n[.°]|n\s?r\b|totale\b|quant[ie]\b|euro\b|or[ae]\b|giorn[io]\b|mes[ei]\b|ann[oi]\b"
    r"|minuti\b|settiman[ae]\b|km\b|mq\b)|[€%#]|\A\d",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?:grado|punteggio|voto|livello|indice|media|tasso|rapporto)\b", re.IGNORECASE)

_GRADE = re.compile(r"(?:grado|punteggio|voto)\b", re.IGNORECASE)
_SCALE = re.compile(
    r"\bscala\b|(?:\bsu\s|/\s?|\d\s?[-–]\s?|\bda \d{1,2} a )\d|\bsu (?:cinque|dieci|cento)\b", re.IGNORECASE
)


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers without unit whose name does not say what they count; scores without scale."""
    bare: list[tuple[Indicatore, Path, Misura, Path]] = []
    with_unit: Counter[Path] = Counter()
    for _, indicatore, path in ctx.indicatori:
        if indicatore.unita:
            with_unit[path[:2]] += 1
        elif (found := _find_number(indicatore, path)) is not None and not _says_unit(indicatore.nome):
            bare.append((indicatore, path, *found))
    without = Counter(path[:2] for _, path, _, _ in bare)
    for indicatore, path, misura, where in bare:
        alone = with_unit[path[:2]] >= _ENOUGH * without[path[:2]]
        if alone or _ABSTRACT.match(indicatore.nome):
            message = f"{name_at(ctx.piano, path)}{write_misura(indicatore, misura)} che cosa? manca l'unità di misura"
            hint = "aggiungi «unita:» (persone, ore, posti, incontri, euro…)"
            if alone:
                hint += ": gli altri indicatori la danno"
            yield Problem(where, message, hint)
    yield from _check_scores(ctx)
    yield from _check_grades(ctx)


def _find_number(indicatore: Indicatore, path: Path) -> tuple[Misura, Path] | None:
    """The first plain number of an indicator, unless it only says done or not done (1 or 0)."""
    values: list[tuple[Misura | None, Path]] = [
        (indicatore.realizzato, (*path, "realizzato")),
        (indicatore.previsto, (*path, "previsto")),
    ]
    values += [(t.previsto, (*path, "tappe", i, "previsto")) for i, t in enumerate(indicatore.tappe)]
    values += [(r.valore, (*path, "serie", i, "valore")) for i, r in enumerate(indicatore.serie) if not r.unita]
    numbers = [(m, where) for m, where in values if m is not None and m.numero is not None and not m.percento]
    return numbers[0] if any(misura.numero not in (0, 1) for misura, _ in numbers) else None


def _says_unit(nome: str) -> bool:
    return _SAYS_UNIT.search(nome) is not None or _SCORE.match(nome) is not None or is_share(nome)


def _check_scores(ctx: Context) -> Iterator[Problem]:
    for index, esito in enumerate(ctx.piano.esiti):
        valutazione = esito.valutazione_utenti
        if valutazione is not None and valutazione.punteggio is not None and not valutazione.scala:
            path = ("esiti", index, "valutazione_utenti", "punteggio")
            message = f"{name_at(ctx.piano, path)}il punteggio degli utenti non dice su quale scala è dato"
            yield Problem(path, message, "aggiungi la scala, per esempio scala: 0-10")


def _check_grades(ctx: Context) -> Iterator[Problem]:
    for _, indicatore, path in ctx.indicatori:
        found = _find_number(indicatore, path) if not indicatore.unita and _GRADE.match(indicatore.nome) else None
        if found is None or _SCALE.search(f"{indicatore.nome} {indicatore.nota or ''} {indicatore.motivo or ''}"):
            continue
        message = f"{name_at(ctx.piano, path)}{write_misura(indicatore, found[0])} su quanto? manca la scala"
        yield Problem(found[1], message, "scrivi la scala nella nota, per esempio «su una scala da 0 a 10»")
