# SPDX-License-Identifier: EUPL-1.2
"""Una tabella dei fondi ha la stessa voce due volte.

Che cosa controlla:
    Due righe dello stesso prospetto non hanno, con id diversi, la stessa denominazione, gli stessi importi e lo stesso
    fondo, misura, area, fonte, esercizio, annualità, capofila e date. Basta una di queste differenze, o una nota, per
    non segnalare.

Perché:
    Un'assegnazione copiata due volte si somma due volte: il totale delle risorse è più alto del vero.

Segnala:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - {id: fsr, denominazione: Fondo sociale regionale, fondo: FSR, assegnato: 329118.63}
          - {id: fsr_bis, denominazione: Fondo sociale regionale, fondo: FSR, assegnato: 329118.63}  # F023

Accetta:
    fondi:
      - id: strutturali
        titolo: Fondi strutturali
        classe: strutturali
        voci:
          - {id: fsr, denominazione: Fondo sociale regionale, fondo: FSR, assegnato: 329118.63}

Rimedio:
    Togli la riga di troppo; se sono due assegnazioni, di' in che cosa differiscono: l'esercizio, la misura, l'atto.

Riferimenti:
    L. 328/2000 art. 19: il Piano di Zona indica le risorse disponibili.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pdz.calc.fondi import find_importo
from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.model.fondi import Assegnazione
from pdz.money import format_euro
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Rows of a table of funds that are there twice."""
    for index, prospetto in enumerate(ctx.piano.fondi):
        seen: dict[tuple[str, Decimal], int] = {}
        for number, voce in enumerate(prospetto.voci):
            found = find_importo(voce)
            if found is None or found[0] <= 0:
                continue
            first = seen.setdefault((fold(voce.denominazione), found[0]), number)
            other = prospetto.voci[first]
            if first != number and other.id != voce.id and _tell(voce) == _tell(other):
                path: Path = ("fondi", index, "voci", number)
                amount = format_euro(found[0])
                message = f"{name_at(ctx.piano, path)}è uguale alla voce {other.id}, anche nell'importo ({amount})"
                hint = "togli la riga di troppo, o di' in che cosa differiscono: esercizio, misura, atto"
                yield Problem((*path, "denominazione"), message, hint, related=(*path[:3], first, "denominazione"))


def _tell(voce: Assegnazione) -> Mapping[str, object]:
    """Everything that a row says, but its id and its name."""
    return voce.model_dump(exclude={"id", "denominazione"})
