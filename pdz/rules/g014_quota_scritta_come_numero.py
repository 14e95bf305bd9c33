# SPDX-License-Identifier: EUPL-1.2
"""Il nome dice una percentuale, ma il valore è un numero assoluto.

Che cosa controlla:
    Un indicatore il cui nome comincia con «%» o «Percentuale», con «Quota di», o dice «sul totale», ha valori con il
    segno «%», oppure numeratore e denominatore. Un nome «Quota di…» con un'unità sua, come euro, non si segnala; così
    un nome che comincia con «Numero», «N.».

Perché:
    «Dimissioni sul totale: 90» può essere 90 persone o il 90%: senza il segno, o senza il totale, non si sa.

Segnala:
    esiti:
      - id: A2
        titolo: Sostenere le persone senza dimora
        grado: 80%
        indicatori:
          impatto:
            - {id: A2.i1, nome: "% di dimissioni protette sul totale", previsto: 90, motivo: manca il totale}  # G014

Accetta:
    esiti:
      - id: A2
        titolo: Sostenere le persone senza dimora
        grado: 80%
        indicatori:
          impatto:
            - {id: A2.i1, nome: "% di dimissioni protette sul totale", previsto: 90%, motivo: manca il totale}

Rimedio:
    Aggiungi il segno «%», oppure dai numeratore e denominatore.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): indicatori di risultato, di processo, di impatto.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.model._tipi import Misura
from pdz.model.esiti import Indicatore
from pdz.rules import Context, name_at
from pdz.rules._indicatori import has_ratio, is_part_of_whole, is_percent, is_share

SEVERITY = Severity.WARNING
_QUOTA = re.compile(r"\s*quota\b", re.IGNORECASE)
_COUNTS = re.compile(r"\s*(?:num?(?:ero\b|[.°])|n[.°])", re.IGNORECASE)
_SAYS_PER = re.compile(r"%|‰|per ?cento|per ?mille|su 100", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Plain numbers under names that say a percentage."""
    for _, indicatore, path in ctx.indicatori:
        if not is_share(indicatore.nome) or has_ratio(indicatore) or _has_own_measure(indicatore):
            continue
        if (where := _find_plain(indicatore, path)) is not None:
            message = f"{name_at(ctx.piano, path)}il nome dice una percentuale, ma il valore è senza il segno %"
            yield Problem(where, message, "aggiungi il segno «%», oppure dai «numeratore:» e «denominatore:»")


def _has_own_measure(indicatore: Indicatore) -> bool:
    """True for «Quota associativa: 50 euro» and «Numero di casi sul totale»."""
    unit = indicatore.unita or ""
    quota = _QUOTA.match(indicatore.nome) is not None and not is_part_of_whole(indicatore.nome)
    return bool(_SAYS_PER.search(unit)) or (bool(unit) and quota) or _COUNTS.match(indicatore.nome) is not None


def _find_plain(indicatore: Indicatore, path: Path) -> Path | None:
    """Where the first number stands, when none is a percentage: G008 tells of a mixture."""
    values: tuple[tuple[str, Misura | None], ...] = (
        ("previsto", indicatore.previsto),
        ("realizzato", indicatore.realizzato),
    )
    given = [(key, misura) for key, misura in values if misura is not None and misura.numero is not None]
    if not given or any(is_percent(indicatore, misura) for _, misura in given):
        return None
    return (*path, given[0][0])
