# SPDX-License-Identifier: EUPL-1.2
"""Piano + Profilo -> Quadro: gradi, totals, indices; pure and exact, nothing rounded before it is printed."""

from dataclasses import replace

from pdz.calc._tipi import (
    Automatico,
    Calcolo,
    Conteggio,
    Grado,
    GraficoCalcolato,
    Quadro,
    RigaCalcolata,
    SerieCalcolata,
    TabellaCalcolata,
    Termine,
    Tipo,
)
from pdz.calc.assistenti import compute_assistenti
from pdz.calc.automatici import compute_automatici
from pdz.calc.citabili import collect_results
from pdz.calc.coincidenze import compute_coincidenze
from pdz.calc.fatti import compute_fatti
from pdz.calc.fondi import compute_totali
from pdz.calc.gradi import compute_gradi, find_giudizio
from pdz.calc.grafici import compute_grafici
from pdz.calc.indicatori import compute_indicatori
from pdz.calc.indici import compute_indici
from pdz.calc.offerta import compute_posti
from pdz.calc.stampa import NON_CALCOLABILE, format_calcolo
from pdz.calc.tabelle import compute_tabelle
from pdz.model import Piano
from pdz.profiles import Profilo


def compute(piano: Piano, profilo: Profilo) -> Quadro:
    """All the results of a plan; where an id is repeated, the last wins."""
    indicatori, conteggi = compute_indicatori(piano)
    tabelle = compute_tabelle(piano)
    if (indici := compute_indici(piano)) is not None:
        tabelle[indici.id] = indici
    fatti = compute_fatti(piano, tabelle)
    quadro = Quadro(
        gradi=compute_gradi(piano, profilo),
        coincidenze=compute_coincidenze(piano),
        indicatori=indicatori,
        conteggi=conteggi,
        fatti=fatti,
        totali=compute_totali(piano, profilo),
        posti=compute_posti(piano),
        assistenti=compute_assistenti(piano, profilo, fatti),
        tabelle=tabelle,
        grafici={},
        automatici={},
        citabili={},
    )
    quadro = replace(quadro, citabili=collect_results(piano, profilo, quadro))
    grafici = compute_grafici(piano, tabelle, quadro.citabili)
    return replace(quadro, grafici=grafici, automatici=compute_automatici(piano, profilo, quadro))


__all__ = [
    "NON_CALCOLABILE",
    "Automatico",
    "Calcolo",
    "Conteggio",
    "Grado",
    "GraficoCalcolato",
    "Quadro",
    "RigaCalcolata",
    "SerieCalcolata",
    "TabellaCalcolata",
    "Termine",
    "Tipo",
    "compute",
    "find_giudizio",
    "format_calcolo",
]
