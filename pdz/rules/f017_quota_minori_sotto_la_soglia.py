# SPDX-License-Identifier: EUPL-1.2
"""La parte del fondo sociale destinata a minori e famiglia è sotto la soglia.

Che cosa controlla:
    Il fondo e la soglia sono nel profilo (FNPS, 50%). Nei finanziamenti: la somma delle quote delle aree che nominano
    minori, famiglia, infanzia o adolescenza raggiunge la soglia, quando tutte quelle aree hanno la quota. Nei
    prospetti: se le voci del fondo sono almeno due, tutte con importo e area, gli importi di quelle aree raggiungono la
    soglia sulla somma delle voci.

Perché:
    La Regione vincola a minori e famiglia una parte del fondo: sotto la soglia il riparto non è ammesso.

Segnala:
    finanziamenti:
      - id: sociale
        fondo: FNPS
        nome: Fondo nazionale per le politiche sociali
        classe: strutturali
        aree:
          - {area: Famiglia e minori, quota: 40%}  # F017
          - {area: Anziani, quota: 60%}
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - {id: riparto, denominazione: Riparto ordinario, fondo: FNPS, assegnato: 1000}

Accetta:
    finanziamenti:
      - id: sociale
        fondo: FNPS
        nome: Fondo nazionale per le politiche sociali
        classe: strutturali
        aree:
          - {area: Famiglia e minori, quota: 50%}
          - {area: Anziani, quota: 50%}
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - {id: riparto, denominazione: Riparto ordinario, fondo: FNPS, assegnato: 1000}

Rimedio:
    Correggi le quote o gli importi; se un'altra area è per minori e famiglia, fallo dire al suo nome.

Riferimenti:
    Profilo regionale, soglie: quota minima del FNPS per minori e famiglia.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from pdz.calc._esatto import add, divide, multiply
from pdz.calc.fondi import find_importo
from pdz.findings import Path, Problem, Severity
from pdz.numbers import format_percent, truncate
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.WARNING
_MINORS = re.compile(r"\b(?:minor[ei]|famigli|infanzia|adolescen)", re.IGNORECASE)
_HINT = "correggi le quote o gli importi; se un'altra area è per minori e famiglia, fallo dire al suo nome"


def check(ctx: Context) -> Iterator[Problem]:
    """Shares for minors and family under the least that the profile asks."""
    soglie = ctx.profilo.soglie
    if not soglie.fondo_quota_minori:
        return
    for index, finanziamento in enumerate(ctx.piano.finanziamenti):
        if finanziamento.fondo == soglie.fondo_quota_minori:
            named = [(n, area.quota) for n, area in enumerate(finanziamento.aree) if _MINORS.search(area.area)]
            shares = [quota for _, quota in named if quota is not None]
            if named and len(shares) == len(named) and add(shares) < soglie.quota_minori_fnps:
                yield _problem(ctx, ("finanziamenti", index, "aree", named[0][0], "quota"), add(shares))
    yield from _check_voci(ctx)


def _check_voci(ctx: Context) -> Iterator[Problem]:
    soglie = ctx.profilo.soglie
    rows = [
        (path, voce.area, find_importo(voce))
        for path, voce in iter_voci(ctx.piano)
        if voce.fondo == soglie.fondo_quota_minori
    ]
    known = [(path, area, found) for path, area, found in rows if area is not None and found is not None]
    total = add(found[0] for _, _, found in known)
    if len(known) < 2 or len(known) < len(rows) or total <= 0:
        return
    named = [(path, found) for path, area, found in known if _MINORS.search(area)]
    share = divide(multiply(add(found[0] for _, found in named), Decimal(100)), total)
    if share < soglie.quota_minori_fnps:
        path, found = named[0] if named else (known[0][0], known[0][2])
        yield _problem(ctx, (*path, found[1]), share)


def _problem(ctx: Context, path: Path, share: Decimal) -> Problem:
    soglie = ctx.profilo.soglie
    given = format_percent(truncate(share, 2).normalize() if share else Decimal(0))
    least = f"la soglia è il {format_percent(soglie.quota_minori_fnps)}"
    message = f"{name_at(ctx.piano, path)}a minori e famiglia va il {given} del {soglie.fondo_quota_minori}: {least}"
    return Problem(path, message, _HINT)
