# SPDX-License-Identifier: EUPL-1.2
"""Every result by the name with which a text cites it: `fatti.stranieri`, `gradi.A2`, `totali.pnrr.ammesso`."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from pdz.calc._esatto import slug
from pdz.calc._misure import compute_misura, find_tipo
from pdz.calc._tipi import Calcolo, Conteggio, Quadro, TabellaCalcolata
from pdz.calc.gradi import compute_gradi_complessivi
from pdz.calc.indicatori import compute_tappe, iter_indicatori
from pdz.calc.indici import INDICI
from pdz.calc.tabelle import AMBITO, compute_ambito
from pdz.findings import Path
from pdz.model import Piano
from pdz.model._tipi import Misura
from pdz.profiles import Profilo


def collect_results(piano: Piano, profilo: Profilo, quadro: Quadro) -> dict[str, Calcolo]:
    """All results of `quadro`, and those made only to be cited: overall gradi, yearly steps, cells of tables."""
    names: dict[str, Calcolo] = dict(_name_tabelle(piano, quadro))
    for grado_name, grado in compute_gradi_complessivi(piano, profilo).items():
        names[f"gradi.{grado_name}"] = grado.calcolo
    names.update(_name_indicatori(piano))
    groups: tuple[tuple[str, Mapping[str, Calcolo]], ...] = (
        ("gradi", {name: grado.calcolo for name, grado in quadro.gradi.items()}),
        ("coincidenze", quadro.coincidenze),
        ("indicatori", quadro.indicatori),
        ("fatti", quadro.fatti),
        ("totali", quadro.totali),
        ("posti", quadro.posti),
        ("assistenti", quadro.assistenti),
    )
    for group, results in groups:
        names.update((f"{group}.{name}", calcolo) for name, calcolo in results.items())
    for name, conteggio in quadro.conteggi.items():
        names.update(_name_conteggio(f"conteggi.{name}" if name else "conteggi", conteggio))
    return names


def _name_tabelle(piano: Piano, quadro: Quadro) -> Iterator[tuple[str, Calcolo]]:
    """`tabelle.<id>.<row>.<column>` and `indici.<Comune>.<index>`; the Ambito row also when it is not printed."""
    demografia = piano.demografia
    last = {tabella.id: (index, tabella) for index, tabella in enumerate(piano.tabelle)}
    for name, (index, tabella) in last.items():
        if demografia is None or name != demografia.id:
            prefix = f"tabelle.{name}"
            yield from _name_cells(prefix, quadro.tabelle[name], [colonna.campo for colonna in tabella.colonne])
            if tabella.riga_ambito is None:
                for campo, calcolo in compute_ambito(tabella, ("tabelle", index)).items():
                    yield f"{prefix}.{AMBITO}.{campo}", calcolo
    if demografia is not None and demografia.id in quadro.tabelle and demografia.dati:
        yield from _name_cells("indici", quadro.tabelle[demografia.id], [indice.id for indice in INDICI])


def _name_indicatori(piano: Piano) -> Iterator[tuple[str, Calcolo]]:
    """`indicatori.<id>.previsto`, `.realizzato`, `.base`, `.serie.2023-T1` as given; `.tappe.2025`, a degree."""
    for _, indicatore, path in iter_indicatori(piano):
        prefix = f"indicatori.{indicatore.id}"
        given: list[tuple[str, Path, Misura | None, str]] = [
            (key, (key,), getattr(indicatore, key), indicatore.unita or "")
            for key in ("previsto", "realizzato", "base")
        ]
        for index, rilevazione in enumerate(indicatore.serie):
            unit = rilevazione.unita or indicatore.unita or ""
            given.append((f"serie.{rilevazione.periodo}", ("serie", index, "valore"), rilevazione.valore, unit))
        for key, where, misura, unita in given:
            if misura is not None:
                tipo = find_tipo(unita, misura.percento)
                empty = Calcolo(indicatore.nome, None, tipo, unita=unita, path=(*path, *where))
                yield f"{prefix}.{key}", compute_misura(empty, misura)
        for year, calcolo in compute_tappe(indicatore, path):
            yield f"{prefix}.tappe.{year}", calcolo


def _name_cells(prefix: str, tabella: TabellaCalcolata, fields: list[str]) -> Iterator[tuple[str, Calcolo]]:
    rows = [(slug(riga.nome), riga) for riga in tabella.righe]
    if tabella.ambito is not None:
        rows.append((AMBITO, tabella.ambito))
    for row, riga in rows:
        for field, valore in zip(fields, riga.valori, strict=True):
            if row and isinstance(valore, Calcolo):
                yield f"{prefix}.{row}.{field}", valore


def _name_conteggio(prefix: str, conteggio: Conteggio) -> Iterator[tuple[str, Calcolo]]:
    missing = conteggio.totale - conteggio.calcolabili
    for name, label, number in (
        ("calcolabili", "Indicatori calcolabili", conteggio.calcolabili),
        ("non_calcolabili", "Indicatori non calcolabili", missing),
        ("totale", "Indicatori", conteggio.totale),
    ):
        yield f"{prefix}.{name}", Calcolo(label, Decimal(number), path=("esiti",))
