# SPDX-License-Identifier: EUPL-1.2
"""Il residuo di un fondo supera quel che è stato assegnato.

Che cosa controlla:
    L'importo residuo di una voce non supera l'importo assegnato all'Ambito; se non c'è, l'importo del finanziamento o
    la somma delle quote per annualità.

Perché:
    Quel che resta di una somma non è mai più della somma: di solito i due importi sono scambiati, o manca una cifra,
    oppure il residuo è di tutto il fondo e non di quella voce.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: fnps
            denominazione: Quota ordinaria del fondo
            assegnato: 1000
            residuo: 1200  # F002

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - id: fnps
            denominazione: Quota ordinaria del fondo
            assegnato: 1000
            residuo: 200

Rimedio:
    Correggi il residuo o l'importo assegnato; il residuo di annualità passate è una voce a parte.

Riferimenti:
    L. 328/2000 art. 19: il Piano di Zona indica le risorse disponibili.
"""

from collections.abc import Iterator

from pdz.calc.fondi import find_importo
from pdz.findings import Problem, Severity
from pdz.money import format_euro
from pdz.rules import Context, name_at
from pdz.rules._fondi import iter_voci

SEVERITY = Severity.ERROR
_WHOLES = {"assegnato": "l'importo assegnato è", "importo": "l'importo è", "quote": "le quote fanno"}
_HINT = "correggi uno dei due importi; il residuo di annualità passate è una voce a parte"


def check(ctx: Context) -> Iterator[Problem]:
    """Residues that exceed the amounts of which they are the rest."""
    for path, voce in iter_voci(ctx.piano):
        found = find_importo(voce)
        if voce.residuo is not None and found is not None and voce.residuo > found[0]:
            whole, key = found
            amounts = f"il residuo è {format_euro(voce.residuo)}, ma {_WHOLES[key]} {format_euro(whole)}"
            yield Problem((*path, "residuo"), f"{name_at(ctx.piano, path)}{amounts}", _HINT, related=(*path, key))
