# SPDX-License-Identifier: EUPL-1.2
"""Il valore dell'Ambito è la media semplice di Comuni di dimensioni molto diverse.

Che cosa controlla:
    In una tabella per Comuni, una colonna con «ambito: media semplice», o con un valore dichiarato che è proprio la
    media semplice delle righe (almeno tre, con i decimali), se il Comune più grande ha almeno tre volte gli abitanti
    del più piccolo. Gli abitanti sono quelli di una colonna della tabella, della demografia, di un'altra tabella o dei
    fatti, o si ricavano da una colonna di percentuali sui residenti di cui è detto il numeratore. Non si segnala se la
    nota della tabella dice al lettore che è una media semplice.

Perché:
    In una media semplice un Comune di 2.000 abitanti pesa come uno di 40.000: il risultato non descrive nessuno.

Segnala:
    tabelle:
      - id: indici
        titolo: Indici demografici
        colonne:
          - {campo: residenti, titolo: Residenti, ambito: somma}
          - {campo: vecchiaia, titolo: Indice di vecchiaia, ambito: media semplice}  # D010
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Colturano, residenti: 2044, vecchiaia: 119.59}
          - {comune: Melegnano, residenti: 17966, vecchiaia: 171.58}

Accetta:
    tabelle:
      - id: indici
        titolo: Indici demografici
        colonne:
          - {campo: residenti, titolo: Residenti, ambito: somma}
          - {campo: vecchiaia, titolo: Indice di vecchiaia, ambito: media pesata, peso: residenti}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Colturano, residenti: 2044, vecchiaia: 119.59}
          - {comune: Melegnano, residenti: 17966, vecchiaia: 171.58}

Rimedio:
    Usa «ambito: rapporto» con le colonne del numeratore e del denominatore, o «ambito: media pesata» con «peso». Se la
    fonte dà solo la media semplice, dillo nella nota della tabella.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pdz.calc._esatto import add, divide, multiply
from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Colonna, Tabella
from pdz.numbers import format_number, round_half_up
from pdz.rules import Context, name_at
from pdz.rules._popolazioni import find_sizes
from pdz.rules._tabelle import agrees, count_written, find_value, grid_of, show

SEVERITY = Severity.WARNING
_RATIO = 3
_ROWS = 3


def check(ctx: Context) -> Iterator[Problem]:
    """Simple means over Comuni of very different size; one finding for each table."""
    for index, tabella in enumerate(ctx.piano.tabelle):
        path: Path = ("tabelle", index)
        if fold(tabella.chiave) == "comune" and "media semplice" not in (tabella.nota or "").casefold():
            means = [n for n, colonna in enumerate(tabella.colonne) if _is_mean(path, tabella, colonna)]
            sizes = find_sizes(ctx.piano, tabella, path) if means else {}
            if len(sizes) > 1 and max(sizes.values()) >= _RATIO * min(sizes.values()):
                yield _tell(ctx, path, tabella, means, sizes)


def _is_mean(path: Path, tabella: Tabella, colonna: Colonna) -> bool:
    if colonna.ambito == "media semplice":
        return colonna.tipo != "testo"
    given = colonna.valore_ambito
    if colonna.ambito != "dichiarato" or given is None or colonna.tipo == "testo" or count_written(given) == 0:
        return False
    values = _values(path, tabella, colonna)
    return len(values) == len(tabella.dati) >= _ROWS and agrees(given, divide(add(values.values()), _count(values)))


def _values(path: Path, tabella: Tabella, colonna: Colonna) -> Mapping[str, Decimal]:
    griglia = grid_of((*path, "colonne", 0), tabella)
    cells = ((fold(name), find_value(griglia, row, colonna.campo)) for row, name in enumerate(griglia.nomi))
    return {name: value for name, value in cells if value is not None}


def _count(values: Mapping[str, Decimal]) -> Decimal:
    return Decimal(len(values))


def _about(size: Decimal) -> str:
    """Inhabitants to the hundred: they may come from rounded shares."""
    return format_number(round_half_up(size, -2) if size >= 1000 else size, 0)


def _tell(ctx: Context, path: Path, tabella: Tabella, means: Sequence[int], sizes: Mapping[str, Decimal]) -> Problem:
    colonna = tabella.colonne[means[0]]
    names = {fold(row.get(tabella.chiave) or ""): (row.get(tabella.chiave) or "").strip() for row in tabella.dati}
    large, small = max(sizes, key=lambda name: sizes[name]), min(sizes, key=lambda name: sizes[name])
    times = format_number(divide(sizes[large], sizes[small]), 0)
    more = (
        f" (e di altre {len(means) - 1} colonne)" if len(means) > 2 else " (e di un'altra)" if len(means) == 2 else ""
    )
    values = _values(path, tabella, colonna)
    mean = divide(add(values.values()), _count(values)) if values else None
    message = (
        f"{name_at(ctx.piano, path)}il valore dell'Ambito di «{colonna.titolo}»{more} è la media semplice dei Comuni, "
        f"ma {names[large]} (circa {_about(sizes[large])} abitanti) ne ha {times} volte {names[small]} "
        f"(circa {_about(sizes[small])})"
    )
    if mean is not None and set(values) == set(sizes):
        heavy = add(multiply(value, sizes[name]) for name, value in values.items())
        weighted = divide(heavy, add(sizes.values()))
        digits = max(1, colonna.decimali)
        message += f": pesata sugli abitanti fa {show(weighted, colonna, digits)}, non {show(mean, colonna, digits)}"
    key = "ambito" if colonna.ambito == "media semplice" else "valore_ambito"
    return Problem(
        (*path, "colonne", means[0], key),
        message,
        "usa «ambito: rapporto» o «ambito: media pesata», o dichiara nella nota che è una media semplice",
    )
