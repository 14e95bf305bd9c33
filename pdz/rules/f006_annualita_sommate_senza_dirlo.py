# SPDX-License-Identifier: EUPL-1.2
"""Un solo importo somma più annualità di un fondo, e non lo dice.

Che cosa controlla:
    Una voce con un importo e due o più annualità (anche «2018-2020») dice quanto è di ciascuna, in «quote», oppure
    avverte chi legge: la denominazione, lo stato o la nota nominano la prima e l'ultima annualità, o dicono che la
    somma è cumulata, complessiva, pluriennale, del biennio, del triennio.

Perché:
    Chi legge prende l'importo per quello di un anno, e confronta tre annualità con una.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: servizi
            denominazione: Quota servizi
            assegnato: 300000
            annualita: [2021, 2022, 2023]  # F006

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: servizi
            denominazione: Quota servizi
            assegnato: 300000
            annualita: [2021, 2022, 2023]
            quote:
              - {annualita: 2021, importo: 90000}
              - {annualita: 2022, importo: 100000}
              - {annualita: 2023, importo: 110000}

Rimedio:
    Dividi l'importo in «quote», una per annualità; se la divisione non è nota, dillo nella nota.

Riferimenti:
    Allegati del Piano di Zona: assegnazioni per annualità e per esercizio.
"""

import re
from collections.abc import Iterator

from pdz.calc.fondi import find_importo
from pdz.findings import Problem, Severity
from pdz.model.fondi import Assegnazione
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import find_years, iter_voci, join_words

SEVERITY = Severity.WARNING
_TOGETHER = re.compile(r"\b(?:cumul|compless|plurienn|bienn|trienn|quadrienn|somma|sommat|più annualità)")
_HINT = "dividi l'importo in «quote», una per annualità, o scrivi nella nota che somma più annualità"


def check(ctx: Context) -> Iterator[Problem]:
    """Amounts of several annualità that neither divide nor say so."""
    for path, voce in iter_voci(ctx.piano):
        years = [year for text in voce.annualita for year in find_years(text)]
        if voce.quote or not years or min(years) == max(years):
            continue
        found = find_importo(voce)
        if found is None or _is_said(voce, years):
            continue
        listed = ", ".join(voce.annualita)
        message = f"{format_euro(found[0])} sono di più annualità ({listed}), e non si dice quanto è di ciascuna"
        yield Problem((*path, "annualita"), f"{name_at(ctx.piano, path)}{message}", _HINT, related=(*path, found[1]))


def _is_said(voce: Assegnazione, years: list[int]) -> bool:
    words = join_words(voce.denominazione, voce.stato, voce.nota)
    return {min(years), max(years)} <= set(find_years(words)) or _TOGETHER.search(words) is not None
