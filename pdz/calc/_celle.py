# SPDX-License-Identifier: EUPL-1.2
"""The cells of tables of data: text, number, or a value made from other cells of the row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from pdz.calc._formule import Trovato, compute_ratio, compute_sum
from pdz.calc._tipi import Calcolo, Termine, Tipo
from pdz.findings import Path
from pdz.model.contesto import Colonna
from pdz.money import parse_euro
from pdz.numbers import parse_decimal

Cella: TypeAlias = Calcolo | str | None

_DECIMALS = 2

_TIPI: dict[Literal["testo", "numero", "percentuale", "euro"], Tipo] = {
    "testo": "numero",
    "numero": "numero",
    "percentuale": "percento",
    "euro": "euro",
}


def parse_cell(text: str | None, euro: bool = False) -> Decimal | str | None:
    """The number of a cell; its text when it is not a number («(*)», «n.d.»), None when it is empty."""
    if text is None or not text.strip():
        return None
    try:
        return parse_euro(text) if euro else parse_decimal(text.strip().removesuffix("%"))
    except (ValueError, ArithmeticError):
        return text.strip()


def make_empty(nome: str, colonna: Colonna | None, path: Path, quotient: bool = False) -> Calcolo:
    """A result of the column, still without value.

    A column that does not declare its decimals prints numbers as they are given, quotients and euro with two.
    """
    if colonna is None:
        return Calcolo(nome, None, path=path)
    decimali = _DECIMALS if quotient or colonna.tipo == "euro" else None
    if "decimali" in colonna.model_fields_set:
        decimali = colonna.decimali
    return Calcolo(nome, None, _TIPI[colonna.tipo], decimali, colonna.unita or "", path=path)


@dataclass(frozen=True, slots=True)
class Griglia:
    """The rows of a table with the columns that it declares."""

    path: Path
    dati: Sequence[Mapping[str, str | None]]
    colonne: Mapping[str, Colonna]
    nomi: Sequence[str]
    """The names of the rows."""
    _celle: dict[tuple[int, str], Cella] = field(default_factory=dict)

    def read_cell(self, row: int, campo: str) -> Cella:
        """The cell as given, else the sum or the ratio of other cells of the row that its column declares."""
        key = (row, campo)
        if key not in self._celle:
            self._celle[key] = "il calcolo gira in tondo"
            self._celle[key] = self._make_cell(row, campo)
        return self._celle[key]

    def _make_cell(self, row: int, campo: str) -> Cella:
        colonna, text = self.colonne.get(campo), self.dati[row].get(campo)
        if colonna is not None and colonna.tipo == "testo":
            return (text or "").strip() or None
        value = parse_cell(text, colonna is not None and colonna.tipo == "euro")
        nome, path = self.name_cell(row, campo), (*self.path, "dati", row, campo)
        empty = make_empty(nome, colonna, path)
        if value is not None:
            return value if isinstance(value, str) else replace(empty, valore=value)
        if colonna is not None and colonna.somma:
            return compute_sum(empty, [self.find_number(row, part) for part in colonna.somma])
        if colonna is not None and colonna.numeratore and colonna.denominatore:
            above, below = self.find_number(row, colonna.numeratore), self.find_number(row, colonna.denominatore)
            return compute_ratio(make_empty(nome, colonna, path, True), [above], [below], colonna.per)
        return None

    def name_cell(self, row: int, campo: str) -> str:
        """«Stranieri, Carpiano»."""
        colonna = self.colonne.get(campo)
        return f"{colonna.titolo if colonna else campo}, {self.nomi[row]}"

    def find_number(self, row: int, campo: str) -> Trovato:
        """The number of a cell and its place, or why there is none."""
        cell, nome = self.read_cell(row, campo), self.name_cell(row, campo)
        if isinstance(cell, Calcolo):
            return cell.motivo if cell.valore is None else Termine(nome, cell.valore, cell.path)
        return f"manca un numero: {nome}" + (f" («{cell}»)" if cell else "")

    def find_column(self, campo: str) -> list[Trovato]:
        """The numbers of a column, row by row."""
        return [self.find_number(row, campo) for row in range(len(self.dati))]
