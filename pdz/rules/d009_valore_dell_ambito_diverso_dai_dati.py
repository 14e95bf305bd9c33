# SPDX-License-Identifier: EUPL-1.2
"""Il valore dichiarato per l'Ambito non è quello che danno i dati dei Comuni.

Che cosa controlla:
    Il «valore_ambito» di una colonna, alle cifre decimali con cui è scritto:
    se la colonna si calcola (somma, rapporto, media), è il valore calcolato;
    se è «dichiarato» e la colonna ha numeratore e denominatore, è il rapporto fra le loro somme;
    se è «dichiarato» e la colonna di percentuali dà solo il numeratore, è il rapporto che si ricava dalle percentuali
    dei Comuni, con il margine dei loro arrotondamenti (se nella tabella ci sono tutti);
    se è «dichiarato» e basta, ma un'altra colonna della tabella è una media semplice, non è la media semplice troncata
    (146,29 quando la media fa 146,2956, cioè 146,30);
    se la colonna ha «ambito: nessuna» non deve esserci, perché non si stampa.

Perché:
    Un piano stampava 15,18% di stranieri nell'Ambito: con i Comuni della stessa tabella fa 14,62%.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri, ambito: somma}
          - campo: quota
            titolo: "% di stranieri"
            tipo: percentuale
            numeratore: stranieri
            ambito: dichiarato
            valore_ambito: 15.18  # D009
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Melegnano, stranieri: 2711, quota: 15.09}
          - {comune: San Donato Milanese, stranieri: 4244, quota: 13.14}

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera
        colonne:
          - {campo: stranieri, titolo: Stranieri, ambito: somma}
          - campo: quota
            titolo: "% di stranieri"
            tipo: percentuale
            numeratore: stranieri
            ambito: dichiarato
            valore_ambito: 13.84
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Melegnano, stranieri: 2711, quota: 15.09}
          - {comune: San Donato Milanese, stranieri: 4244, quota: 13.14}

Rimedio:
    Correggi il valore, oppure toglilo e dichiara come si calcola: «ambito: somma», «ambito: rapporto»…

Riferimenti:
    Formato del piano, versione 1: colonne con «ambito»; DGR XII/2167/2024, dati di contesto.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pdz.calc import Calcolo
from pdz.calc._esatto import add, divide, multiply
from pdz.calc.tabelle import compute_ambito
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Colonna, Tabella
from pdz.rules import Context, name_at
from pdz.rules._comuni import iter_elenchi, list_missing
from pdz.rules._tabelle import agrees, count_written, find_value, grid_of, iter_columns, show

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Declared values of the Ambito that the data contradict."""
    lacking = {elenco.path for elenco in iter_elenchi(ctx.piano) if list_missing(ctx.piano, elenco)}
    for path, tabella, colonna in iter_columns(ctx.piano):
        if colonna.valore_ambito is None:
            continue
        where, owner = (*path, "valore_ambito"), f"{name_at(ctx.piano, path)}«{colonna.titolo}» dell'Ambito"
        if colonna.ambito == "nessuna":
            message = f"{owner} ha un valore dichiarato, ma «ambito: nessuna» non lo stampa"
            yield Problem(where, message, "scrivi «ambito: dichiarato», o togli il valore")
        elif message := _compare(tabella, colonna, path, colonna.valore_ambito, path[:2] in lacking):
            yield Problem(where, f"{owner} {message}", "correggi il valore, o toglilo: si calcola")


def _compare(tabella: Tabella, colonna: Colonna, path: Path, given: Decimal, lacking: bool) -> str:
    """What is wrong with the value given; empty when nothing is, or when nobody can say."""
    if colonna.ambito != "dichiarato":
        made = compute_ambito(tabella, path[:2]).get(colonna.campo)
        return _tell(given, made, colonna, colonna.ambito)
    if colonna.numeratore is not None and colonna.denominatore is not None:
        ratio = colonna.model_copy(update={"ambito": "rapporto"})
        columns = tuple(ratio if other is colonna else other for other in tabella.colonne)
        made = compute_ambito(tabella.model_copy(update={"colonne": columns}), path[:2]).get(colonna.campo)
        return _tell(given, made, colonna, "rapporto fra le somme")
    if colonna.numeratore is not None and colonna.tipo == "percentuale":
        return "" if lacking else _compare_shares(tabella, colonna, path, given)
    return _compare_cut(tabella, colonna, path, given)


def _compare_cut(tabella: Tabella, colonna: Colonna, path: Path, given: Decimal) -> str:
    """A simple mean cut where the other columns round it; other declared values nobody can tell."""
    if colonna.numeratore is not None or not any(other.ambito == "media semplice" for other in tabella.colonne):
        return ""
    mean = colonna.model_copy(update={"ambito": "media semplice"})
    columns = tuple(mean if other is colonna else other for other in tabella.colonne)
    made = compute_ambito(tabella.model_copy(update={"colonne": columns}), path[:2]).get(colonna.campo)
    if made is None or made.valore is None or agrees(given, made.valore):
        return ""
    step = add((made.valore, given.copy_negate())).copy_abs()
    if made.valore.copy_abs() < given.copy_abs() or step >= Decimal(1).scaleb(-count_written(given)):
        return ""
    return f"{_tell(given, made, colonna, 'media semplice')}: la media è troncata, non arrotondata"


def _tell(given: Decimal, made: Calcolo | None, colonna: Colonna, how: str) -> str:
    if made is None or made.valore is None or agrees(given, made.valore):
        return ""
    formula = f": {made.formula}" if made.formula else ""
    return (
        f"è {show(given, colonna)}, ma dai dati ({how}) fa {show(made.valore, colonna, count_written(given))}{formula}"
    )


def _compare_shares(tabella: Tabella, colonna: Colonna, path: Path, given: Decimal) -> str:
    """The share of the Ambito lies between those made with every share of a Comune rounded down, or up."""
    griglia = grid_of(path, tabella)
    counts: list[Decimal] = []
    shares: list[tuple[Decimal, Decimal]] = []
    for row in range(len(tabella.dati)):
        above, share = find_value(griglia, row, colonna.numeratore or ""), find_value(griglia, row, colonna.campo)
        half = _half(share) if share is not None else Decimal(0)
        if above is None or share is None or above <= 0 or share <= half:  # how many people there are is not known
            return ""
        counts.append(above)
        shares.append((add((share, half.copy_negate())), add((share, half))))
    if len(counts) < 2:
        return ""
    low, high = (_merge(counts, [share[side] for share in shares]) for side in (0, 1))
    if add((low, _half(given).copy_negate())) <= given <= add((high, _half(given))):
        return ""
    middle = show(divide(add((low, high)), Decimal(2)), colonna, count_written(given))
    return f"è {show(given, colonna)}, ma con le percentuali delle {len(counts)} righe fa {middle}"


def _half(value: Decimal) -> Decimal:
    """Half a unit of the last digit written."""
    return Decimal(5).scaleb(-count_written(value) - 1)


def _merge(counts: Sequence[Decimal], shares: Sequence[Decimal]) -> Decimal:
    """The share that all together have."""
    wholes = (divide(multiply(count, Decimal(100)), share) for count, share in zip(counts, shares, strict=True))
    return divide(multiply(add(counts), Decimal(100)), add(wholes))
