# SPDX-License-Identifier: EUPL-1.2
"""Il totale di un prospetto somma esercizi diversi, e non lo dice.

Che cosa controlla:
    Se le voci con importo di un prospetto sono di esercizi diversi, l'anno di ogni voce che non è dell'esercizio più
    frequente si legge nella denominazione o nella nota della voce, nel titolo o nella nota del prospetto.

Perché:
    Un totale che mescola due esercizi non si confronta con nessun bilancio.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - {id: uno, denominazione: Quota ordinaria, assegnato: 1000, esercizio: 2024}
          - {id: due, denominazione: Quota per il personale, assegnato: 500, esercizio: 2024}
          - {id: tre, denominazione: Quota per gli anziani, assegnato: 400, esercizio: 2023}  # F007

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        nota: La quota per gli anziani è quella del 2023
        voci:
          - {id: uno, denominazione: Quota ordinaria, assegnato: 1000, esercizio: 2024}
          - {id: due, denominazione: Quota per il personale, assegnato: 500, esercizio: 2024}
          - {id: tre, denominazione: Quota per gli anziani, assegnato: 400, esercizio: 2023}

Rimedio:
    Correggi l'esercizio, o avverti chi legge nella nota della voce o del prospetto.

Riferimenti:
    Allegati del Piano di Zona: assegnazioni per annualità e per esercizio.
"""

from collections import Counter
from collections.abc import Iterator

from pdz.calc.fondi import find_importo
from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._fondi import join_words

SEVERITY = Severity.WARNING
_HINT = "correggi l'esercizio, o scrivi nella nota che il totale somma esercizi diversi"


def check(ctx: Context) -> Iterator[Problem]:
    """Rows of another year than the rest of their table, which nobody can see."""
    for index, prospetto in enumerate(ctx.piano.fondi):
        rows = [
            (number, voce, voce.esercizio)
            for number, voce in enumerate(prospetto.voci)
            if voce.esercizio is not None and find_importo(voce) is not None
        ]
        years = Counter(year for _, _, year in rows)
        if len(years) < 2:
            continue
        usual = max(years, key=lambda year: (years[year], year))
        shared = join_words(prospetto.titolo, prospetto.nota)
        for number, voce, year in rows:
            if year != usual and str(year) not in join_words(shared, voce.denominazione, voce.nota):
                path = ("fondi", index, "voci", number)
                others = f"di «{prospetto.titolo}» somma anche l'esercizio {usual}, e chi legge non lo vede"
                message = f"{name_at(ctx.piano, path)}è dell'esercizio {year}, ma il totale {others}"
                yield Problem((*path, "esercizio"), message, _HINT)
