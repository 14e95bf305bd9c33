# SPDX-License-Identifier: EUPL-1.2
"""Whatever the author writes is printed: every field of the model is filled, and looked for in the document."""

import types
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from pdz import calc
from pdz.calc.citazioni import collect_citabili
from pdz.documents import KINDS, Request
from pdz.documents._frame import Frame
from pdz.model import Piano
from pdz.profiles import load_profilo
from pdz.writers import WRITERS, WriteOptions

FIXED: dict[str, Any] = {
    "Piano.formato": "1",
    "Piano.profilo": "lombardia/2025-2027",
    "Piano.includi": [],
    "Piano.triennio": "2025-2027",
    "Piano.triennio_precedente": "2021-2023",
    "Piano.logo": None,
    "Piano.schema_esiti": None,
    "Piano.modulo_esiti": "otto_righe",
    "Piano.autore": None,
    "Piano.schemi_macroaree": [],
    "Piano.demografia": None,
    "Testo.sezione": "contesto",
    "Tabella.sezione": "contesto",
    "Grafico.sezione": "contesto",
    "Monitoraggio.sezione": "contesto",
    "Monitoraggio.esito": None,
    "Esito.modulo": None,
    "Esito.macroarea": "A",
    "Esito.tipo": "tematico",
    "Esito.grado": "75%",
    "Esito.azioni": None,
    "Obiettivo.gruppo": "leps",
    "Obiettivo.area": None,
    "QuadroIncroci.area": None,
    "Scheda.area": None,
    "SchedaIntegrazione.matrice": {"AT1": ["LI1"]},
    "ImpegniLeps.leps": "L1",
    "Impegno.area_tematica": "AT1",
    "Tabella.chiave": "comune",
    "Tabella.dati": [{"comune": "tokcomune", "c": "7"}],
    "Tabella.orizzontale": "no",
    "Colonna.campo": "c",
    "Colonna.tipo": "numero",
    "Colonna.numeratore": None,
    "Colonna.denominatore": None,
    "Colonna.peso": None,
    "Colonna.somma": [],
    "Colonna.stampa": "sì",
    "Colonna.ambito": "somma",
    "Colonna.valore_ambito": None,
    "Fatto.rapporto": None,
    "Fatto.numeratore": None,
    "Fatto.denominatore": None,
    "Fatto.al": "2024-01-01",
    "Fatto.anno": None,
    "Tabella.anno": None,
    "Grafico.categorie": ["tokcategoria", "tokaltra"],
    "Grafico.tabella": None,
    "Grafico.dati": [],
    "Grafico.ambito": "no",
    "SerieGrafico.valori": ["5", "n.d."],
    "SerieGrafico.colonna": None,
    "SerieGrafico.cita": [],
    "Piano.grafici_automatici": "no",
    "Comune.al": None,
    "Comune.istat": None,
    "Rilevazione.periodo": "2023-T1",
    "Tappa.anno": "2026",
    "Scheda.altre_risposte": [],
    "GruppoPosti.voci": [],
    "Scheda.assenti": [],
    "Esito.assenti": [],
    "SchedaIntegrazione.assenti": [],
    "ValutazioneUtenti.stato": None,
}
"""Fields that decide how the rest is printed, or that only some plans may have."""

NOT_PRINTED = {
    "id": "a name for citing, not a text",
    "Comune.dal": "validity of a Comune",
    "Comune.confluito_in": "validity of a Comune",
    "Ente.sigla": "used in place of the name where a body is cited",
    "Ente.nome": "printed where a body is cited",
    "Ambito.ente_capofila": "the id of a body",
    "AssistentiSociali.fatto_popolazione": "the id of a fact",
    "Primato.tabella": "the id of a table",
    "Primato.colonna": "the name of a column",
    "Primato.a": "the id of a fact",
    "Obiettivo.scheda": "the id of a scheda",
    "Obiettivo.sottogruppo": "groups the objectives of an area",
    "Scheda.obiettivo": "the id of an objective",
    "SchedaIntegrazione.obiettivo": "the id of an objective",
    "Riproposta.come": "ids of objectives, printed by title",
    "Continuita.obiettivi": "ids of outcomes, printed by title",
    "RisorsaEconomica.fondo": "a code, when there is a name",
    "Finanziamento.fondo": "a code",
    "Assegnazione.fondo": "a code",
    "Assegnazione.annualita": "the parts by annualità say it",
    "Progetto.fondo": "a code",
    "LineaPnrr.leps": "codes, when the connection is in words",
    "Conteggiato.nome": "an actual count, in a form that asks for expected values only",
    "Rilevazione.unita": "a measured period, in a form that asks for expected values only",
    "Grafico.anno": "the day is more precise",
    "Grafico.unita": "on the axis of the drawing, which Markdown has not",
}
"""Fields that are not printed as they are, and why."""


class Filler:
    """Fills a model with a different word in every text field."""

    def __init__(self) -> None:
        self.tokens: dict[str, str] = {}

    def fill(self, model: type[BaseModel]) -> dict[str, Any]:
        data = {}
        for name, field in model.model_fields.items():
            key = f"{model.__name__}.{name}"
            if key in FIXED:
                if FIXED[key] is not None:
                    data[name] = FIXED[key]
                continue
            data[name] = self.value(key, field.annotation, repr(field.metadata))
        return data

    def value(self, key: str, annotation: Any, metadata: str = "") -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(key, arguments[0], repr(arguments[1:]))
        if origin in (Union, types.UnionType):
            return self.value(key, next(a for a in arguments if a is not type(None)), metadata)
        if origin is Literal:
            return arguments[0]
        if origin is tuple:
            return [self.value(key, arguments[0])]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            if annotation.__name__ == "Misura":
                return "7"
            return self.fill(annotation)
        if annotation is date:
            return "2024-02-03"
        if annotation is bool:
            return "sì"
        if annotation is int:
            return "2025" if "anno" in key.lower() or "esercizio" in key else "2"
        if annotation is Decimal:
            return "12"
        token = f"tok{len(self.tokens)}x"
        self.tokens[token] = key
        return token


def test_every_text_of_the_plan_is_printed() -> None:
    filler = Filler()
    piano = Piano.model_validate(filler.fill(Piano))
    profilo = load_profilo(piano.profilo)
    quadro = calc.compute(piano, profilo)
    citabili = collect_citabili(piano, profilo, quadro)
    request = Request(piano, profilo, quadro, citabili, Frame(), Path())
    from datetime import UTC, datetime

    options = WriteOptions(timestamp=datetime(2025, 1, 1, tzinfo=UTC))
    text = WRITERS.get("md").write(KINDS.get("piano").build(request), options).decode()
    lost = {key for token, key in filler.tokens.items() if token not in text.casefold()}
    unexplained = sorted(key for key in lost if key not in NOT_PRINTED and not key.endswith(".id"))
    assert unexplained == []
