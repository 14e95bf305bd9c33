# SPDX-License-Identifier: EUPL-1.2
"""Plans made from the model: every field of every part, with values good and bad, as people write them in YAML."""

import random
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pdz.model import Piano
from pdz.model._tipi import Anno, Conteggio, Data, Id, Importo, Numero, Percentuale, SiNo, Triennio, Valore
from pdz.model.grafici import GraficiAutomatici, NumeroOVuoto

IDS = ("A1", "A2", "E1", "capofila", "fatto_1", "tabella_1", "SI1", "uno", "1.1.3", "L1", "AT2", "FNPS", "minori")
CODES = (
    "A",
    "B",
    "C",
    "L1",
    "L9",
    "AT1",
    "AT9",
    "LI1",
    "1.1.3",
    "1.2",
    "FNPS",
    "FNSP",
    "contesto",
    "bisogni",
    "otto_righe",
)
TEXTS = (
    "Sostenere la rete dei servizi",
    "Nel triennio 2024-2027 saranno coinvolti 13 soggetti: uno, due e tre.",
    'I residenti sono {{ fatti.fatto_1 }}, il {{ fatti.fatto_1 | percento }}; vedi {{ rif("tabella_1") }}, Allegato 9.',
    "Sì, con **ASST** e l'A.S.S.T.; TODO: da definire xxx ???",
    '## Titolo\n\n## Altro titolo\n\n- uno\n- due\n\n{{ tabella("tabella_1") }}\n',
    "SI/NO In caso affermativo specificare",
    "L'importo è di 599.821,54 € (14,62%), cioè 16.523 persone su 112.991 [^1].\n\n[^1]: nota",
    "Comune Uno",
    "FNPS",
    "Riduzione delle liste d'attesa",
    "persone",
    "x",
    "{{ rotto",
    "<b>A & B</b> =1+1 👍 שלום",
    "2025",
    "true",
)
NUMBERS = (
    "0",
    "1",
    "-3",
    "5",
    "80",
    "80%",
    "100",
    "100,5",
    "16523",
    "16.523",
    "1.250,00",
    "599821.54",
    "1.234.567",
    "1 250",
    "1 250,5",
    "0.5",
    ".5",
    "5.",
    "1e5",
    "12,345",
    "1250,00 €",
    "€ 1250",
    "euro 7",
    "molto",
    "99999999999999999999",
    "+4",
    "−2",
)
MEASURES = (*NUMBERS, ">100%", "circa 50", "più di 200", "Non Rilevabile", "in corso", "≥ 3", "forse", "non effettuata")
DATES = ("2024-12-31", "31/12/2024", "1.1.2024", "2024-13-01", "2024-1-1", "ieri", "2027-06-30")
YEARS = ("2021", "2024", "2025", "2027", "2035", "24", "1899")
TRIENNI = ("2025-2027", "2021/2023", "2021 – 2023", "2024-2027", "2028-2030", "2025", "1999-2001")
ANSWERS = ("sì", "si", "SI'", "no", "NO", "forse", "sì'", "true", "False")
PERIODS = ("2023", "2023-T1", "2023-S1", "2023-01", "2023-T5", "primo trimestre")
ISTAT = ("015146", "98001", "098001")

GOOD_NUMBERS = (
    "0",
    "1",
    "5",
    "80",
    "100,5",
    "16523",
    "1.250,00",
    "599821.54",
    "1.234.567",
    "1 250",
    "0.5",
    "+4",
    "112",
)
_GOOD: dict[Any, tuple[str, ...]] = {
    Id: IDS,
    Importo: ("0", "1250", "1.250,00", "599821.54", "599.821,54 €", "€ 7", "-3"),
    Numero: GOOD_NUMBERS,
    NumeroOVuoto: (*GOOD_NUMBERS, "n.d.", "N.D."),
    GraficiAutomatici: ("sì", "SI'"),
    Percentuale: (*GOOD_NUMBERS, "80%", "14,62%", "-5"),
    Conteggio: ("0", "1", "2", "3", "12", "1.234.567", "16523"),
    Decimal: GOOD_NUMBERS,
    Anno: ("2021", "2024", "2025", "2027", "2035"),
    Data: ("2024-12-31", "31/12/2024", "1.1.2024", "2027-06-30"),
    Triennio: ("2025-2027", "2021/2023", "2028-2030"),
    SiNo: ("sì", "si", "SI'", "no", "NO"),
    Valore: (*GOOD_NUMBERS, "80%", ">100%", "circa 50", "più di 200", "Non Rilevabile", "in corso"),
}
_POOLS: dict[Any, tuple[str, ...]] = {
    Id: (*IDS, "due parole", "è"),
    Importo: NUMBERS,
    Numero: NUMBERS,
    NumeroOVuoto: (*NUMBERS, "n.d.", "n.d"),
    GraficiAutomatici: ANSWERS,
    Percentuale: NUMBERS,
    Conteggio: NUMBERS,
    Decimal: NUMBERS,
    Anno: YEARS,
    Data: DATES,
    Triennio: TRIENNI,
    SiNo: ANSWERS,
    Valore: MEASURES,
}
_BY_NAME = {"periodo": PERIODS, "istat": ISTAT, "anno": YEARS, "annualita": YEARS}
_CODED = {
    "macroaree", "leps", "aree_tematiche", "pnrr", "fondo", "fondi", "linea", "area_tematica", "macroarea", "sezione",
    "modulo", "modulo_esiti", "area", "tavolo", "scheda", "obiettivo", "obiettivi", "gia", "come", "esito",
    "ente_capofila", "capofila", "di", "su", "fatto_popolazione", "voci", "campo", "chiave", "numeratore",
    "denominatore", "peso", "somma", "schema_esiti",
}  # fmt: skip

HEAD: dict[str, Any] = {
    "formato": "1",
    "profilo": "lombardia/2025-2027",
    "titolo": "Piano di prova",
    "triennio": "2025-2027",
    "ambito": {
        "nome": "Prova",
        "ente_capofila": "capofila",
        "comuni": [{"nome": "Comune Uno"}, {"nome": "Comune Due"}],
    },
    "enti": [{"id": "capofila", "nome": "Comune Uno"}],
}


class Maker:
    """Makes data for the model from a source of chance; `wild` is how often something has the wrong shape."""

    def __init__(self, chance: random.Random, wild: float = 0.02) -> None:
        self._chance, self._wild = chance, wild
        self._pools = _POOLS if wild else _GOOD

    def plan(self) -> dict[str, Any]:
        """A plan: the head, and a few of the other keys."""
        keys = [key for key in Piano.model_fields if key not in HEAD and key not in {"includi", "logo"}]
        chosen = self._chance.sample(keys, self._chance.randint(1, 4))
        made = {key: self._field(key, Piano.model_fields[key]) for key in chosen}
        return {**HEAD, **{key: value for key, value in made.items() if value is not None}}

    def _field(self, name: str, field: FieldInfo) -> Any:
        if self._wild and self._chance.random() < self._wild:
            return self._chance.choice(["testo", ["a"], {"chiave": "x"}, None, "", "7"])
        annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        return self._value(name, annotation)

    def _value(self, name: str, annotation: Any) -> Any:
        for kind, pool in self._pools.items():
            if annotation == kind:
                return self._pick(pool)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(name, annotation)
        if origin in {Union, UnionType}:
            chosen = [part for part in arguments if part is not NoneType]
            return self._value(name, self._chance.choice(chosen))
        if origin is Literal:
            return self._pick((*arguments, *arguments, *arguments, "altro ancora") if self._wild else arguments)
        if origin is tuple:
            size = self._chance.choice((0, 1, 1, 2, 3))
            return [self._value(name, arguments[0]) for _ in range(size)]
        if origin is dict:
            return self._mapping(name, arguments)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.part(annotation)
        return self._text(name)

    def _annotated(self, name: str, annotation: Any) -> Any:
        inner, *marks = get_args(annotation)
        if type(inner) is type and issubclass(inner, BaseModel) and any("wrap" in str(mark) for mark in marks):
            return self._text(name) if self._chance.random() < 0.4 else self.part(inner)
        matching = [
            pool
            for kind, pool in self._pools.items()
            if get_args(kind)[:1] == (inner,) and str(kind) == str(annotation)
        ]
        return self._pick(matching[0]) if matching else self._value(name, inner)

    def _mapping(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        if name == "matrice":
            return {self._pick(CODES): [self._pick(CODES)] for _ in range(self._chance.randint(0, 2))}
        return {key: self._pick(("Comune Uno", *NUMBERS)) for key in ("comune", "persone", "quota")}

    def part(self, model: type[BaseModel]) -> dict[str, Any]:
        """The required fields and some of the others; now and then one is missing or unknown."""
        made: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            wanted = 1 - self._wild if field.is_required() else min(0.5, 4 / len(model.model_fields))
            if self._chance.random() < wanted:
                made[name] = self._field(name, field)
        if self._chance.random() < self._wild:
            made["chiave_che_non_esiste"] = "x"
        return made

    def _text(self, name: str) -> str:
        if name in _BY_NAME and not self._wild:
            return _BY_NAME[name][0]
        pool = _BY_NAME.get(name) or ((*IDS, *CODES) if name in _CODED and self._chance.random() < 0.8 else TEXTS)
        return self._pick(pool)

    def _pick(self, pool: tuple[Any, ...]) -> str:
        return str(self._chance.choice(pool))
