# SPDX-License-Identifier: EUPL-1.2
"""Social workers and inhabitants against the two thresholds of the profile (L. 178/2020 art. 1 c. 797)."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from pdz.calc._esatto import add, count_decimals, write
from pdz.calc._formule import Trovato, compute_ratio
from pdz.calc._tipi import Calcolo, Termine
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.contesto import AssistentiSociali
from pdz.profiles import Profilo

_PATH: Path = ("assistenti_sociali",)


def compute_assistenti(piano: Piano, profilo: Profilo, fatti: Mapping[str, Calcolo]) -> dict[str, Calcolo]:
    """Workers are full-time equivalents.

    `rapporto`: inhabitants / workers. `fabbisogno_leps`, `fabbisogno_ottimale`: inhabitants / threshold. `leps`,
    `ottimale`: workers missing to each, zero when there are enough; nothing for a threshold that the profile has not.
    `numero`, `popolazione`: what they are made from.
    """
    dati = piano.assistenti_sociali
    if dati is None:
        return {}
    workers = Termine("assistenti sociali", dati.numero, (*_PATH, "numero"))
    people = _find_popolazione(dati, fatti)
    results = {
        "numero": Calcolo("Assistenti sociali", dati.numero, termini=(workers,), path=workers.path),
        "popolazione": _make_popolazione(people),
        "rapporto": _divide("Abitanti per assistente sociale", people, workers),
    }
    soglie = profilo.soglie
    for name, threshold in (
        ("leps", soglie.abitanti_per_assistente_leps),
        ("ottimale", soglie.abitanti_per_assistente_ottimale),
    ):
        if threshold is None:
            continue
        level = f"1 ogni {write(threshold)} abitanti"
        needed = _divide(
            f"Assistenti sociali necessari ({level})", people, Termine("abitanti per assistente sociale", threshold, ())
        )
        results[f"fabbisogno_{name}"] = needed
        results[name] = _subtract(f"Assistenti sociali che mancano ({level})", needed, workers)
    return results


def _find_popolazione(dati: AssistentiSociali, fatti: Mapping[str, Calcolo]) -> Trovato:
    if dati.popolazione is not None:
        return Termine("abitanti", Decimal(dati.popolazione), (*_PATH, "popolazione"))
    if dati.fatto_popolazione is None:
        return "manca la popolazione"
    fatto = fatti.get(dati.fatto_popolazione)
    if fatto is None:
        return f"il fatto «{dati.fatto_popolazione}» non esiste"
    if fatto.valore is None:
        return f"«{dati.fatto_popolazione}» non si calcola: {fatto.motivo}"
    return Termine(fatto.nome, fatto.valore, fatto.path)


def _make_popolazione(people: Trovato) -> Calcolo:
    if isinstance(people, str):
        return Calcolo("Abitanti", None, motivo=people, path=_PATH)
    assert isinstance(people.valore, Decimal)
    return Calcolo("Abitanti", people.valore, termini=(people,), path=people.path)


def _divide(nome: str, above: Trovato, below: Termine) -> Calcolo:
    calcolo = compute_ratio(Calcolo(nome, None, path=_PATH), [above], [below], Decimal(1))
    return calcolo if calcolo.valore is None else replace(calcolo, decimali=count_decimals(calcolo.valore))


def _subtract(nome: str, needed: Calcolo, workers: Termine) -> Calcolo:
    """The workers that are missing, never less than zero."""
    empty = Calcolo(nome, None, path=_PATH)
    if needed.valore is None or not isinstance(workers.valore, Decimal):
        return replace(empty, motivo=needed.motivo)
    gap = add((needed.valore, workers.valore.copy_negate()))
    missing = max(gap, Decimal(0))
    formula = f"{write(needed.valore)} − {write(workers.valore)} = {write(gap)}"
    termini = (*needed.termini, workers)
    return replace(empty, valore=missing, decimali=count_decimals(missing), formula=formula, termini=termini)
