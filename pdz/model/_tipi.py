# SPDX-License-Identifier: EUPL-1.2
"""The words of which every part of the plan is made: amounts, dates, answers, measured values.

Every scalar of the YAML arrives as text (see `pdz.source`); the type of the field decides how it is read.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from pdz.dates import parse_date
from pdz.model._letture import parse_count, parse_percent, parse_triennio_text, parse_year, parse_yes_no, reader
from pdz.model._schemi import (
    ANNO,
    ANNO_SCRITTO,
    CONTEGGIO,
    DATA,
    IMPORTO,
    NUMERO,
    PERCENTUALE,
    SI_NO,
    TRIENNIO,
    make_valore,
)
from pdz.money import parse_euro
from pdz.numbers import parse_decimal


class Parte(BaseModel):
    """A part of the plan: frozen, without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿ_.\-]*$", max_length=80),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": r"^[A-Za-z0-9À-ÿ][A-Za-z0-9À-ÿ_.\-]*$"}, {"type": "number"}]}
    ),
]
"""A name by which a thing is cited and compared: letters, digits, `_`, `-`, `.`; unique in the plan."""

Prosa = Annotated[
    str, Field(json_schema_extra={"markdownDescription": "Testo Markdown, oppure il percorso di un file .md"})
]
"""Markdown narrative, written in place or in a file `testi/….md`; may cite figures with {{ … }}."""

Importo = Annotated[Decimal, reader(parse_euro, "importo", "un importo in euro, come 599821.54"), IMPORTO]
"""An amount in euro, exact to the cent."""

Numero = Annotated[Decimal, reader(parse_decimal, "numero", "un numero, come 16523 o 96.6"), NUMERO]
"""An exact number."""

Percentuale = Annotated[Decimal, reader(parse_percent, "percentuale", "una percentuale, come 80%"), PERCENTUALE]
"""Per cent: 80% and 80 are the same."""

Conteggio = Annotated[int, reader(parse_count, "conteggio", "un numero intero, come 957"), CONTEGGIO]
"""How many, zero or more."""

AnnoScritto = Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d$"), ANNO_SCRITTO]
"""A year as the plan prints it."""

Anno = Annotated[int, reader(parse_year, "anno", "un anno, come 2025"), ANNO]
"""A year between 1900 and 2099."""

Data = Annotated[
    date,
    reader(parse_date, "data", "una data, come 2024-12-31"),
    DATA,
]
"""A day."""

Triennio = Annotated[
    str,
    reader(parse_triennio_text, "triennio", "un triennio, come 2025-2027"),
    TRIENNIO,
]
"""Three years, «2025-2027»."""

SiNo = Annotated[
    bool,
    reader(parse_yes_no, "si_no", "sì oppure no"),
    SI_NO,
]
"""A closed answer."""


def from_scalar(key: str) -> BeforeValidator:
    """Lets a part be written as one word: `trasversale: sì` for `trasversale: {risposta: sì}`."""

    def wrap(value: Any) -> Any:
        return {key: value} if isinstance(value, str) else value

    return BeforeValidator(wrap)


class Voce(Parte):
    """A part of the plan that can be cited and compared: it has an id."""

    id: Id = Field(description="Nome unico con cui la voce si cita e si confronta")


class Assenza(Parte):
    """A row of a form that has no content, and why: what is missing is said, never invented."""

    campo: str = Field(description="Il campo che manca")
    motivo: str = Field(description="Perché manca")


class Provenienza(Parte):
    """Where a figure comes from (DGR XII/2167/2024 asks for source and date of every figure of context)."""

    nome: str = Field(description="Chi pubblica il dato, per esempio ISTAT")
    consultata: Data | None = Field(None, description="Giorno in cui la fonte è stata consultata")
    nota: str | None = Field(None, description="Avvertenza sul dato, per esempio «dati provvisori»")


Fonte = Annotated[Provenienza, from_scalar("nome")]
"""A source: the bare name, or name, day of consultation and note."""


class RispostaChiusa(Parte):
    """SI or NO with a text; the text alone when the source gives no closed answer."""

    risposta: SiNo | None = Field(None, description="sì oppure no")
    testo: Prosa | None = Field(None, description="Specifica o motivazione")


Risposta = Annotated[RispostaChiusa, from_scalar("risposta")]

Stato: TypeAlias = Literal[
    "non rilevabile", "non rilevato", "non effettuata", "non effettuato", "non prevista", "non previsto",
    "non pertinente", "non realizzata", "non realizzato", "in corso", "in fase di definizione",
]  # fmt: skip
STATI: frozenset[str] = frozenset(get_args(Stato))

Operatore: TypeAlias = Literal[">", "≥", "<", "≤", "circa"]
_OPERATORS: dict[str, Operatore] = {
    ">": ">", ">=": "≥", "≥": "≥", "<": "<", "<=": "≤", "≤": "≤", "~": "circa", "circa": "circa",
    "più di": ">", "oltre": ">", "almeno": "≥", "meno di": "<", "fino a": "≤",
}  # fmt: skip
_MEASURE = re.compile(
    r"(?P<op>>=|<=|[><≥≤~]|circa|più di|oltre|almeno|meno di|fino a)?\s*(?P<number>[+-]?[\d.,]*\d)\s*(?P<percent>%)?\Z",
    re.IGNORECASE,
)


class Misura(Parte):
    """A measured or expected value: a number, perhaps with an operator, or the state that says why there is none."""

    numero: Numero | None = Field(None, description="Il valore")
    percento: SiNo = Field(False, description="Il valore è una percentuale")
    operatore: Operatore | None = Field(None, description="Più di, almeno, circa…")
    stato: Stato | None = Field(None, description="Perché il valore non c'è")


def parse_measure(text: str) -> dict[str, Any]:
    """Reads «>100%», «circa 50», «9», «non rilevabile»; ValueError for anything else."""
    plain = " ".join(text.split())
    if plain.casefold() in STATI:
        return {"stato": plain.casefold()}
    match = _MEASURE.match(plain)
    if not match:
        raise ValueError(text)
    operator = match["op"]
    return {
        "numero": parse_decimal(match["number"]),
        "percento": match["percent"] is not None,
        "operatore": _OPERATORS[operator.casefold()] if operator else None,
    }


Valore = Annotated[
    Misura,
    reader(
        parse_measure,
        "misura",
        "un numero, una percentuale, «circa 50», «più di 200», oppure uno stato come «non rilevabile»",
        block=True,
    ),
    make_valore(sorted(STATI), sorted(_OPERATORS)),
]
"""A value of an indicator, written as people write it."""
