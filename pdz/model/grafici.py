# SPDX-License-Identifier: EUPL-1.2
"""Charts of the plan: figures written in place, read from a table or a CSV file, or cited by name."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pdz.findings import shorten
from pdz.model._letture import parse_gap, parse_yes_no, reader
from pdz.model._schemi import NUMERO_O_VUOTO, SCELTA
from pdz.model._tipi import Data, Fonte, Parte, SiNo, Voce, from_scalar
from pdz.model.contesto import Decimali

TUTTI = "tutti"
"""In place of the ids of the computed charts: all of them."""

TipoGrafico = Literal[
    "barre", "barre orizzontali", "barre impilate", "barre impilate orizzontali", "linee", "torta", "ciambella",
    "piramide",
]  # fmt: skip

NumeroOVuoto = Annotated[
    Decimal | None,
    reader(parse_gap, "numero", "un numero, come 16523 o 96.6, oppure n.d.", empty=True),
    NUMERO_O_VUOTO,
]
"""An exact number; None where the figure is not known (`n.d.`, or nothing at all): a gap, never a zero."""


def _read_choice(value: Any) -> Any:
    """`sì` and `no` as all the computed charts and none."""
    if not isinstance(value, str):
        return value
    try:
        return (TUTTI,) if parse_yes_no(value) else ()
    except ValueError:
        expected = "sì, no, oppure l'elenco degli id"
        context: Mapping[str, str] = {"value": shorten(value), "expected": expected}
        raise PydanticCustomError("scelta", "«{value}» non va bene: qui serve {expected}", dict(context)) from None


GraficiAutomatici = Annotated[tuple[str, ...], BeforeValidator(_read_choice), SCELTA]
"""The computed charts that are printed: all («sì»), none («no»), or those with these ids."""


class SerieGrafico(Parte):
    """One series of a chart: its figures, or where they stand in the plan.

    One of `valori`, `colonna`, `cita`; `cita` takes the names with which texts cite figures.
    """

    nome: str = Field("", description="Nome della serie; per una colonna, se non è quello della colonna")
    valori: tuple[NumeroOVuoto, ...] = Field((), description="Un valore per categoria; n.d. dove il dato manca")
    colonna: str | None = Field(None, description="Colonna della tabella o del CSV")
    cita: tuple[str, ...] = Field((), description="Un dato del piano per categoria, per esempio fatti.stranieri")
    motivo: str | None = Field(None, description="Perché un valore manca")


def _one_or_more(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Grafico(Voce):
    """A chart: a number stands once in the plan, so what a table or a fact already holds is named, not written."""

    titolo: str = Field(description="Titolo, che diventa la didascalia")
    sezione: str | None = Field(None, description="Sezione del piano in cui si stampa")
    tipo: TipoGrafico = Field(description="Che grafico è")
    tabella: str | None = Field(None, description="id della tabella da cui prende i dati")
    dati: tuple[dict[str, str | None], ...] = Field((), description="Le righe, oppure il percorso di un file CSV")
    categorie: Annotated[tuple[str, ...], BeforeValidator(_one_or_more)] = Field(
        (), description="Le categorie, oppure la colonna che le dà"
    )
    titolo_categorie: str | None = Field(None, description="Che cosa sono le categorie: Comune, Fascia d'età…")
    serie: tuple[Annotated[SerieGrafico, from_scalar("colonna")], ...] = Field(
        description="Le serie, oppure i nomi delle colonne"
    )
    ambito: SiNo = Field(False, description="sì, per disegnare anche la riga dell'Ambito della tabella")
    unita: str | None = Field(None, description="Unità di misura")
    decimali: Decimali | None = Field(None, description="Cifre decimali da stampare")
    al: Data | None = Field(None, description="Giorno a cui i dati si riferiscono")
    anno: str | None = Field(None, description="Anno a cui i dati si riferiscono")
    fonte: Fonte | None = Field(None, description="Da dove vengono i dati")
    nota: str | None = Field(None, description="Avvertenza")
    testo_alternativo: str = Field(description="Che cosa mostra, per chi non lo vede")
