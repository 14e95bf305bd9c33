# SPDX-License-Identifier: EUPL-1.2
"""Le fasce d'età di un Comune non fanno la sua popolazione.

Che cosa controlla:
    Nei conteggi della demografia, riga per riga: 0-14, 15-64 e 65 anni e più fanno la popolazione; 15-39 e 40-64 fanno
    la fascia 15-64; nessuna fascia supera quella che la contiene (0-4 in 0-14, 15-19 in 15-39, 60-64 in 40-64);
    donne, nati e morti non superano la popolazione. Un numero che manca non si controlla.

Perché:
    Da questi conteggi si fanno i sette indici demografici: una cifra sbagliata li sposta tutti.

Segnala:
    demografia:
      id: demografia
      al: 2024-01-01
      fonte: ISTAT
      dati:
        - comune: Carpiano
          popolazione: 4141  # D008
          eta_0_4: 190
          eta_0_14: 690
          eta_15_19: 240
          eta_15_39: 1120
          eta_15_64: 2740
          eta_40_64: 1620
          eta_60_64: 270
          eta_65_oltre: 710
          donne_15_49: 940
          nati: 36
          morti: 24

Accetta:
    demografia:
      id: demografia
      al: 2024-01-01
      fonte: ISTAT
      dati:
        - comune: Carpiano
          popolazione: 4140
          eta_0_4: 190
          eta_0_14: 690
          eta_15_19: 240
          eta_15_39: 1120
          eta_15_64: 2740
          eta_40_64: 1620
          eta_60_64: 270
          eta_65_oltre: 710
          donne_15_49: 940
          nati: 36
          morti: 24

Rimedio:
    Confronta la riga con la fonte: di solito una cifra è saltata o due colonne sono scambiate.

Riferimenti:
    Definizioni degli indici demografici ISTAT.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pdz.calc._celle import parse_cell
from pdz.calc._esatto import add, write
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.ERROR
_SUMS = (("popolazione", ("eta_0_14", "eta_15_64", "eta_65_oltre")), ("eta_15_64", ("eta_15_39", "eta_40_64")))
_PARTS = (
    ("eta_0_4", "eta_0_14"), ("eta_15_19", "eta_15_39"), ("eta_60_64", "eta_40_64"), ("eta_15_39", "eta_15_64"),
    ("eta_40_64", "eta_15_64"), ("eta_0_14", "popolazione"), ("eta_15_64", "popolazione"),
    ("eta_65_oltre", "popolazione"), ("donne_15_49", "eta_15_64"), ("nati", "popolazione"), ("morti", "popolazione"),
)  # fmt: skip
_HINT = "confronta la riga con la fonte: una cifra è saltata o due colonne sono scambiate"


def check(ctx: Context) -> Iterator[Problem]:
    """Counts of a row that contradict each other; a whole with a wrong sum is not told again part by part."""
    demografia = ctx.piano.demografia
    for row, data in enumerate(demografia.dati if demografia is not None else ()):
        numbers = {name: value for name, text in data.items() if isinstance(value := parse_cell(text), Decimal)}
        name = (data.get("comune") or "").strip() or f"riga {row + 1}"
        yield from _check(("demografia", "dati", row), name, numbers)


def _check(path: Path, name: str, numbers: Mapping[str, Decimal]) -> Iterator[Problem]:
    wrong: set[str] = set()
    for whole, parts in _SUMS:
        known = [numbers[part] for part in parts if part in numbers]
        if whole in numbers and len(known) == len(parts) and add(known) != numbers[whole]:
            wrong.add(whole)
            listed = " + ".join(f"{part} {write(numbers[part])}" for part in parts)
            message = f"{name}: {listed} fa {write(add(known))}, ma {whole} è {write(numbers[whole])}"
            yield Problem((*path, whole), message, _HINT)
    for part, whole in _PARTS:
        if whole not in wrong and part in numbers and whole in numbers and numbers[part] > numbers[whole]:
            message = f"{name}: {part} ({write(numbers[part])}) supera {whole} ({write(numbers[whole])})"
            yield Problem((*path, part), message, _HINT, related=(*path, whole))
