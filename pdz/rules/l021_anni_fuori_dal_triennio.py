# SPDX-License-Identifier: EUPL-1.2
"""Una scheda di integrazione comincia o finisce fuori dal triennio del piano.

Che cosa controlla:
    Gli anni di avvio e di fine di una scheda di integrazione stanno nel triennio programmato.

Perché:
    Il piano impegna l'Ambito e ASST per tre anni: un anno diverso di solito è rimasto dal piano precedente. Un progetto
    già avviato si racconta nella descrizione, e il suo avvio nel piano è il primo anno.

Segnala:
    triennio: 2025-2027
    schede_integrazione:
      - {id: SI1, titolo: Dimettere in sicurezza, anno_avvio: 2022, anno_fine: 2027}  # L021

Accetta:
    triennio: 2025-2027
    schede_integrazione:
      - {id: SI1, titolo: Dimettere in sicurezza, anno_avvio: 2025, anno_fine: 2027}

Rimedio:
    Correggi l'anno.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona ha durata triennale.
"""

from collections.abc import Iterator

from pdz.dates import parse_triennio
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Years of the schede di integrazione outside the triennium."""
    if not ctx.piano.schede_integrazione:
        return
    first, last = parse_triennio(ctx.piano.triennio)
    for index, scheda in enumerate(ctx.piano.schede_integrazione):
        for key, words, year in (
            ("anno_avvio", "di avvio", scheda.anno_avvio),
            ("anno_fine", "di fine", scheda.anno_fine),
        ):
            if year is not None and not first <= year <= last:
                path: Path = ("schede_integrazione", index, key)
                message = f"{name_at(ctx.piano, path)}l'anno {words} è {year}, ma il triennio è {first}-{last}"
                yield Problem(path, message, f"scrivi un anno fra {first} e {last}", related=("triennio",))
