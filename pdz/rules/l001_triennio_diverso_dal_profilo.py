# SPDX-License-Identifier: EUPL-1.2
"""Il triennio del piano non è quello del suo profilo regionale.

Che cosa controlla:
    Il triennio programmato e, se c'è, il triennio precedente sono quelli del profilo.

Perché:
    Moduli, cataloghi e soglie valgono per un triennio solo: con il profilo di un altro le domande non sono quelle della
    Regione, e i titoli dei capitoli nominano gli anni sbagliati.

Segnala:
    profilo: lombardia/2025-2027
    triennio: 2021-2023  # L001

Accetta:
    profilo: lombardia/2021-2023
    triennio: 2021-2023
    triennio_precedente: 2018-2020

Rimedio:
    Correggi il triennio, oppure scegli il profilo di quel triennio.

Riferimenti:
    L.R. Lombardia 3/2008 art. 18: il Piano di Zona ha durata triennale; linee di indirizzo regionali del triennio.
"""

from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.profiles import load_profilo, profile_names
from pdz.rules import Context

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Trienni that differ from those of the profile."""
    piano, profilo = ctx.piano, ctx.profilo
    if piano.triennio != profilo.triennio:
        message = f"il triennio è {piano.triennio}, ma il profilo {profilo.id} vale per il {profilo.triennio}"
        others = (name for name in profile_names() if load_profilo(name).triennio == piano.triennio)
        other = next(others, None)
        choice = f", o scegli il profilo {other}" if other else f": per il {piano.triennio} non c'è un profilo"
        hint = f"scrivi {profilo.triennio}{choice}"
        yield Problem(("triennio",), message, hint, related=("profilo",))
    elif piano.triennio_precedente not in (None, profilo.precedente):
        given, right = piano.triennio_precedente, profilo.precedente
        message = f"il triennio precedente è {given}, ma per il profilo {profilo.id} è il {right}"
        yield Problem(("triennio_precedente",), message, f"scrivi {right}, o togli la riga", related=("profilo",))
