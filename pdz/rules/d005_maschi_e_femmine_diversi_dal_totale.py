# SPDX-License-Identifier: EUPL-1.2
"""In una tabella maschi e femmine non fanno il totale.

Che cosa controlla:
    In una tabella con la colonna dei maschi (o uomini), quella delle femmine (o donne) e quella del totale, di interi,
    le prime due fanno la terza, riga per riga. Non si controlla la tabella che ha un'altra colonna di numeri fra le due
    e il totale, né il totale che dichiara la sua «somma» (D004), né la riga a cui manca un numero.

Perché:
    È l'errore di copiatura più comune nelle tabelle per genere, e si vede solo rifacendo la somma.

Segnala:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera per genere
        colonne:
          - {campo: maschi, titolo: Maschi}
          - {campo: femmine, titolo: Femmine}
          - {campo: totale, titolo: Totale}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, maschi: 161, femmine: 174, totale: 353}  # D005

Accetta:
    tabelle:
      - id: stranieri
        titolo: Popolazione straniera per genere
        colonne:
          - {campo: maschi, titolo: Maschi}
          - {campo: femmine, titolo: Femmine}
          - {campo: totale, titolo: Totale}
        al: 2024-01-01
        fonte: ISTAT
        dati:
          - {comune: Carpiano, maschi: 161, femmine: 174, totale: 335}

Rimedio:
    Correggi il numero sbagliato. Se il totale comprende anche chi non ha il genere indicato, aggiungi la sua colonna.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): dati demografici e sociali di contesto.
"""

from collections.abc import Iterator

from pdz.calc._esatto import add, write
from pdz.calc.nomi import fold
from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Colonna, Tabella
from pdz.rules import Context, name_at
from pdz.rules._tabelle import find_value, grid_of, iter_given, name_row

SEVERITY = Severity.WARNING
_KINDS = (
    frozenset({"maschi", "uomini", "m", "maschi residenti"}),
    frozenset({"femmine", "donne", "f", "femmine residenti"}),
    frozenset({"totale", "totali", "tot", "tot.", "maschi e femmine", "totale residenti"}),
)


def check(ctx: Context) -> Iterator[Problem]:
    """Rows in which men and women are not the total."""
    for index, tabella in enumerate(ctx.piano.tabelle):
        trio = _find_trio(tabella)
        if trio is not None:
            yield from _check(ctx, ("tabelle", index), tabella, trio)


def _find_trio(tabella: Tabella) -> tuple[int, int, int] | None:
    """The three columns, when nothing else can enter the total."""
    names = [fold(colonna.titolo) for colonna in tabella.colonne]
    found = [[at for at, name in enumerate(names) if name in kind] for kind in _KINDS]
    if any(len(places) != 1 for places in found):
        return None
    men, women, total = (places[0] for places in found)
    others = tabella.colonne[min(men, women, total) : max(men, women, total) + 1]
    three = [tabella.colonne[at] for at in (men, women, total)]
    alone = all(colonna in three or colonna.tipo in {"testo", "percentuale"} for colonna in others)
    return (men, women, total) if alone and not three[2].somma and all(map(_counts, three)) else None


def _counts(colonna: Colonna) -> bool:
    return colonna.tipo == "numero" and colonna.unita not in {"%", "‰", "anni"} and not colonna.numeratore


def _check(ctx: Context, path: Path, tabella: Tabella, trio: tuple[int, int, int]) -> Iterator[Problem]:
    men, women, total = (tabella.colonne[at] for at in trio)
    where: Path = (*path, "colonne", trio[2])
    griglia = grid_of(where, tabella)
    for row, place, given in iter_given(where, tabella, total):
        left, right = find_value(griglia, row, men.campo), find_value(griglia, row, women.campo)
        whole = left is not None and right is not None and all(n == n.to_integral_value() for n in (left, right, given))
        if whole and left is not None and right is not None and add((left, right)) != given:
            message = (
                f"{name_at(ctx.piano, path)}{name_row(tabella, row)}: {men.titolo.lower()} {write(left)} e "
                f"{women.titolo.lower()} {write(right)} fanno {write(add((left, right)))}, non {write(given)}"
            )
            yield Problem(place, message, "correggi il numero sbagliato, o aggiungi la colonna di chi resta fuori")
