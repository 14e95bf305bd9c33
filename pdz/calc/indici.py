# SPDX-License-Identifier: EUPL-1.2
"""The seven demographic indices from counts per Comune (definitions: San Giuliano Milanese 2025-2027, notes 13-19).

The Ambito's index is the ratio of the sums of the Comuni, never the mean of their indices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pdz.calc._celle import Griglia
from pdz.calc._formule import Trovato, compute_ratio
from pdz.calc._tipi import Calcolo, RigaCalcolata, TabellaCalcolata
from pdz.findings import Path
from pdz.model import Piano

RIGA_AMBITO = "Ambito"


@dataclass(frozen=True, slots=True)
class Indice:
    """An index: the sum of the columns above × `per` / the column below."""

    id: str
    titolo: str
    sopra: tuple[str, ...]
    sotto: str
    definizione: str
    per: Decimal = Decimal(100)


INDICI = (
    Indice(
        "vecchiaia", "Indice di vecchiaia", ("eta_65_oltre",), "eta_0_14",
        "Popolazione di 65 anni e più ogni 100 persone da 0 a 14 anni.",
    ),
    Indice(
        "dipendenza", "Indice di dipendenza strutturale", ("eta_0_14", "eta_65_oltre"), "eta_15_64",
        "Popolazione in età non attiva (0-14 anni, 65 anni e più) ogni 100 persone in età attiva (15-64 anni).",
    ),
    Indice(
        "ricambio", "Indice di ricambio della popolazione attiva", ("eta_60_64",), "eta_15_19",
        "Persone che stanno per lasciare il lavoro (60-64 anni) ogni 100 che stanno per entrarvi (15-19 anni).",
    ),
    Indice(
        "struttura", "Indice di struttura della popolazione attiva", ("eta_40_64",), "eta_15_39",
        "Popolazione in età lavorativa più anziana (40-64 anni) ogni 100 persone della più giovane (15-39 anni).",
    ),
    Indice(
        "carico_figli", "Carico di figli per donna feconda", ("eta_0_4",), "donne_15_49",
        "Bambini fino a 4 anni ogni 100 donne in età feconda (15-49 anni).",
    ),
    Indice(
        "natalita", "Indice di natalità", ("nati",), "popolazione",
        "Nati nell'anno ogni 1.000 abitanti.", Decimal(1000),
    ),
    Indice(
        "mortalita", "Indice di mortalità", ("morti",), "popolazione",
        "Morti nell'anno ogni 1.000 abitanti.", Decimal(1000),
    ),
)  # fmt: skip
"""In the order of the official table."""


def compute_indici(piano: Piano) -> TabellaCalcolata | None:
    """The table of the indices, one row per Comune and the Ambito row; None without counts."""
    demografia = piano.demografia
    if demografia is None or not demografia.dati:
        return None
    names = tuple((row.get("comune") or "").strip() for row in demografia.dati)
    griglia = Griglia(("demografia",), demografia.dati, {}, names)
    righe = tuple(
        RigaCalcolata(name, tuple(_compute_row(indice, griglia, row, name) for indice in INDICI))
        for row, name in enumerate(names)
    )
    ambito = RigaCalcolata(RIGA_AMBITO, tuple(_compute_ambito(indice, griglia) for indice in INDICI))
    return TabellaCalcolata(demografia.id, tuple(indice.titolo for indice in INDICI), righe, ambito)


def _compute_row(indice: Indice, griglia: Griglia, row: int, name: str) -> Calcolo:
    above = [griglia.find_number(row, campo) for campo in indice.sopra]
    below = [griglia.find_number(row, indice.sotto)]
    return _compute(indice, name, above, below, ("demografia", "dati", row))


def _compute_ambito(indice: Indice, griglia: Griglia) -> Calcolo:
    above = [found for campo in indice.sopra for found in griglia.find_column(campo)]
    return _compute(indice, RIGA_AMBITO, above, griglia.find_column(indice.sotto), ("demografia", "dati"))


def _compute(indice: Indice, name: str, above: Sequence[Trovato], below: Sequence[Trovato], path: Path) -> Calcolo:
    empty = Calcolo(f"{indice.titolo}, {name}", None, decimali=2, path=path)
    return compute_ratio(empty, above, below, indice.per)
