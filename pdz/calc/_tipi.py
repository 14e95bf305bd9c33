# SPDX-License-Identifier: EUPL-1.2
"""What the calculator answers: values that can say how they were made."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from pdz.findings import Path

Tipo: TypeAlias = Literal["numero", "percento", "euro"]

GenereAutomatico: TypeAlias = Literal[
    "gradi", "macroaree", "fondi", "livelli", "quote", "serie", "eta", "aree", "posti"
]


@dataclass(frozen=True, slots=True)
class Termine:
    """A number that entered a formula, and where it stands in the plan."""

    nome: str
    valore: Decimal | str
    path: Path


@dataclass(frozen=True, slots=True)
class Calcolo:
    """A result: exact value or the reason why it is not computable (n.c.), formula and terms."""

    nome: str
    """What it is, in words."""
    valore: Decimal | None
    tipo: Tipo = "numero"
    decimali: int | None = None
    """Digits to print; None prints the number as it is."""
    unita: str = ""
    motivo: str = ""
    """Why it is n.c.; empty when there is a value."""
    formula: str = ""
    """The formula with its numbers, for example «4 × 100 / 5 = 80»."""
    termini: tuple[Termine, ...] = ()
    stampa: str = ""
    """How it is printed when a plain rounding would not do («<1%», «circa 50»); empty otherwise."""
    path: Path = ()
    """Where the thing computed stands."""


@dataclass(frozen=True, slots=True)
class Grado:
    """A grado di raggiungimento with its judgement on the scale of the profile."""

    calcolo: Calcolo
    """Per cent; the declared value when the actions are not known."""
    giudizio: str
    """Band of the exact value; empty when n.c."""
    dichiarato: Decimal | None
    """The declared value, also when the grado is computed."""
    stampa: str
    """«79% (sufficiente)», «<1% (insufficiente)», «n.c.»."""


@dataclass(frozen=True, slots=True)
class Conteggio:
    """How many things could be computed: «3 su 14 non calcolabili»."""

    calcolabili: int
    totale: int


@dataclass(frozen=True, slots=True)
class RigaCalcolata:
    """A row of a data table: its name and one value per column (None: absent)."""

    nome: str
    valori: tuple[Calcolo | str | None, ...]


@dataclass(frozen=True, slots=True)
class TabellaCalcolata:
    """A data table with its computed columns and the Ambito row made as each column declares."""

    id: str
    colonne: tuple[str, ...]
    righe: tuple[RigaCalcolata, ...]
    ambito: RigaCalcolata | None = None


@dataclass(frozen=True, slots=True)
class SerieCalcolata:
    """A series of a chart: a result for each category, n.c. with its reason where there is a gap."""

    nome: str
    valori: tuple[Calcolo, ...]


@dataclass(frozen=True, slots=True)
class GraficoCalcolato:
    """The figures of a chart, wherever they stand in the plan."""

    id: str
    categorie: tuple[str, ...]
    serie: tuple[SerieCalcolata, ...]

    @property
    def valori(self) -> tuple[Calcolo, ...]:
        """The figures of all series, without the gaps."""
        return tuple(valore for serie in self.serie for valore in serie.valori if valore.valore is not None)


@dataclass(frozen=True, slots=True)
class Automatico(GraficoCalcolato):
    """A chart that the plan does not describe: pdz makes it from what the plan holds (`pdz.calc.automatici`)."""

    genere: GenereAutomatico
    titolo: str
    posto: str
    """What it follows: the id of a monitoraggio or of the demografia, or `esiti`, `fondi`, `aree_offerta`, …"""
    da_solo: bool
    """Printed after what it draws; otherwise only where a text asks for it."""


@dataclass(frozen=True, slots=True)
class Quadro:
    """All the results of a plan; the documents print them, the texts cite them, `pdz explain` tells them."""

    gradi: Mapping[str, Grado]
    """By id of the outcome."""
    coincidenze: Mapping[str, Calcolo]
    """Coincidenza delle risorse, per cent, by id of the outcome."""
    indicatori: Mapping[str, Calcolo]
    """Degree of achievement of each indicator, per cent, by id of the indicator."""
    conteggi: Mapping[str, Conteggio]
    """By id of the outcome, how many of its indicators are computable; `` for the whole plan."""
    fatti: Mapping[str, Calcolo]
    totali: Mapping[str, Calcolo]
    """Fund totals by name: see `pdz.calc.fondi`."""
    posti: Mapping[str, Calcolo]
    """Places and units of the unità d'offerta, by id of the row or group."""
    assistenti: Mapping[str, Calcolo]
    """`rapporto` (inhabitants per social worker), `leps`, `ottimale` (workers missing to the thresholds)."""
    tabelle: Mapping[str, TabellaCalcolata]
    """Data tables and, under its own id, the table of demographic indices."""
    grafici: Mapping[str, GraficoCalcolato]
    """The charts that the plan describes."""
    automatici: Mapping[str, Automatico]
    """The charts that pdz makes by itself, those too that the plan does not want printed."""
    citabili: Mapping[str, Calcolo]
    """Every result by the name with which a text cites it: `fatti.stranieri`, `gradi.A2`, `totali.pnrr.ammesso`."""
