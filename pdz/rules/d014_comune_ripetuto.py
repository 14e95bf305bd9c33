# SPDX-License-Identifier: EUPL-1.2
"""Un Comune compare due volte nello stesso elenco.

Che cosa controlla:
    Nell'elenco dei Comuni dell'Ambito ogni nome e ogni codice ISTAT c'è una volta sola; in una tabella per Comuni, e
    nella demografia, ogni Comune ha una riga sola. Una tabella in cui la maggior parte dei Comuni torna più volte ha
    una riga per Comune e per anno, o per fascia: non si segnala.

Perché:
    Una riga ripetuta conta due volte nel totale dell'Ambito.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}
          - {comune: Carpiano, stranieri: 335}  # D014

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, stranieri: 335}
          - {comune: Colturano, stranieri: 177}

Rimedio:
    Togli la riga doppia; se i numeri sono diversi, controlla quale dei due è giusto.

Riferimenti:
    L.R. Lombardia 3/2008: i Comuni dell'Ambito.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context
from pdz.rules._comuni import iter_elenchi

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Comuni that are listed twice."""
    comuni = ctx.piano.ambito.comuni
    for key in ("nome", "istat"):
        values = [getattr(comune, key) or "" for comune in comuni]
        for row, first in _find_repeated(values):
            path: Path = ("ambito", "comuni", row, key)
            message = f"«{values[row]}» è già nell'elenco dei Comuni dell'Ambito"
            yield Problem(path, message, "togli il Comune ripetuto", related=("ambito", "comuni", first, key))
    for elenco in iter_elenchi(ctx.piano):
        repeated = list(_find_repeated(elenco.righe))
        counts = Counter(fold(name) for name in elenco.righe if name)
        if 2 * sum(count > 1 for count in counts.values()) <= len(counts):
            for row, first in repeated:
                where = (*elenco.path, "dati")
                message = f"{elenco.nome}: il Comune «{elenco.righe[row]}» ha già una riga"
                path, other = (*where, row, elenco.chiave), (*where, first, elenco.chiave)
                yield Problem(
                    path, message, "togli la riga doppia, e controlla quale delle due è giusta", related=other
                )


def _find_repeated(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each name that was there before, and where it was first."""
    first: dict[str, int] = {}
    for row, name in enumerate(names):
        if name and (seen := first.setdefault(fold(name), row)) != row:
            yield row, seen
