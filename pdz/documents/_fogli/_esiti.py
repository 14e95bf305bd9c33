# SPDX-License-Identifier: EUPL-1.2
"""Sheet of the gradi of the past triennium: actions, live ratio, judgement on the scale of the profile."""

from collections.abc import Iterator
from typing import get_args

from pdz.calc._esatto import add
from pdz.calc.gradi import Azioni, compute_gradi_complessivi, count_azioni
from pdz.doctree import Band, BandOf, Number, RatioOf, Sheet, SheetCell, SumOf
from pdz.documents._fogli._righe import Cells, Spec, as_figure, build_sheet, euro, number, percent, ratio_of, yes_no
from pdz.documents._maker import Maker
from pdz.model.esiti import Esito


def gradi(maker: Maker) -> Sheet:
    """The outcomes with their grado and the coincidenza of their resources."""
    answers = (maker.label("si"), maker.label("no"))
    kinds = get_args(Esito.model_fields["tipo"].annotation)
    counts = maker.quadro.conteggi
    specs: list[Spec[Esito]] = [
        Spec("id", lambda e: e.id),
        Spec("macroarea", lambda e: e.macroarea),
        Spec("numero", lambda e: e.numero),
        Spec("tipo", lambda e: e.tipo, allowed=kinds),
        Spec("titolo", lambda e: e.titolo),
        Spec("realizzate", lambda e: _counted(e, "realizzate"), "numero"),
        Spec("programmate", lambda e: _counted(e, "programmate"), "numero"),
        Spec("grado", lambda e: _grado(maker, e), "percento"),
        Spec("giudizio", lambda e: _judgement(maker, e), allowed=tuple(band.giudizio for band in maker.profilo.scala)),
        Spec("grado_dichiarato", lambda e: None if e.grado is None else percent(e.grado), "percento"),
        Spec("grado_stampato", lambda e: maker.quadro.gradi[e.id].stampa),
        Spec("pagato", lambda e: euro(e.risorse.pagato if e.risorse else None), "euro"),
        Spec("preventivato", lambda e: euro(e.risorse.preventivato if e.risorse else None), "euro"),
        Spec("coincidenza", lambda e: _coincidence(maker, e), "percento"),
        Spec("indicatori_calcolabili", lambda e: number(counts[e.id].calcolabili), "numero"),
        Spec("indicatori_totale", lambda e: number(counts[e.id].totale), "numero"),
        Spec("risposta_al_bisogno", lambda e: _answer(maker, e, "risposta_al_bisogno"), allowed=answers),
        Spec("in_continuita", lambda e: _answer(maker, e, "in_continuita"), allowed=answers),
        Spec("riproposto", lambda e: _answer(maker, e, "riproposto"), allowed=answers),
    ]
    return build_sheet(maker, "gradi", specs, maker.piano.esiti, [*_totals(maker)])


def _counted(esito: Esito, name: str) -> SheetCell:
    azioni = count_azioni(esito.azioni, ())
    return number(getattr(azioni, name)) if isinstance(azioni, Azioni) else None


def _grado(maker: Maker, esito: Esito) -> SheetCell:
    """A live ratio when the actions are known, else as declared."""
    calcolo = maker.quadro.gradi[esito.id].calcolo
    if isinstance(count_azioni(esito.azioni, ()), Azioni):
        return ratio_of("realizzate", "programmate", calcolo)
    return as_figure(calcolo)


def _judgement(maker: Maker, esito: Esito) -> SheetCell:
    """The word of the scale, live; the declared one stays as it is."""
    grado = maker.quadro.gradi[esito.id]
    if grado.calcolo.valore is None or not isinstance(count_azioni(esito.azioni, ()), Azioni):
        return grado.giudizio
    return BandOf("grado", _bands(maker), grado.giudizio)


def _bands(maker: Maker) -> tuple[Band, ...]:
    return tuple(
        Band(fascia.giudizio, start, fascia.da is None)
        for fascia in maker.profilo.scala
        if (start := fascia.oltre if fascia.da is None else fascia.da) is not None
    )


def _coincidence(maker: Maker, esito: Esito) -> SheetCell:
    calcolo = maker.quadro.coincidenze[esito.id]
    if esito.risorse is None:
        return None
    both = esito.risorse.pagato is not None and esito.risorse.preventivato is not None
    return ratio_of("pagato", "preventivato", calcolo) if both else as_figure(calcolo)


def _answer(maker: Maker, esito: Esito, name: str) -> SheetCell:
    answer = getattr(esito, name)
    return None if answer is None else yes_no(maker, answer.risposta)


def _totals(maker: Maker) -> Iterator[Cells]:
    """One row for each macro area, one for all: ratios of sums, never means."""
    wholes = compute_gradi_complessivi(maker.piano, maker.profilo)
    places = {esito.id: index for index, esito in enumerate(maker.piano.esiti)}
    for name, grado in wholes.items():
        rows = tuple(places[esito.id] for esito in maker.piano.esiti if _counts(maker, esito, name))
        if grado.calcolo.valore is None:
            continue
        codice = name.partition(".")[2]
        sums = {column: _sum(maker, column, rows) for column in ("realizzate", "programmate")}
        yield {
            "id": maker.label("totale"),
            "macroarea": codice,
            "titolo": maker.label("grado_macroarea", codice=codice) if codice else maker.label("grado_complessivo"),
            **sums,
            "grado": RatioOf("realizzate", "programmate", percent(grado.calcolo.valore)),
            "giudizio": BandOf("grado", _bands(maker), grado.giudizio),
            "grado_stampato": grado.stampa,
        }


def _counts(maker: Maker, esito: Esito, name: str) -> bool:
    """Whether an outcome enters a total, as `compute_gradi_complessivi` has it."""
    single = any(other.tipo == "tematico" for other in maker.piano.esiti)
    azioni = count_azioni(esito.azioni, ())
    codice = name.partition(".")[2]
    return (
        (esito.tipo == "tematico" or not single)
        and (not codice or esito.macroarea == codice)
        and isinstance(azioni, Azioni)
        and azioni.programmate != 0
    )


def _sum(maker: Maker, column: str, rows: tuple[int, ...]) -> SumOf:
    known = (count_azioni(maker.piano.esiti[row].azioni, ()) for row in rows)
    total = add(getattr(azioni, column) for azioni in known if isinstance(azioni, Azioni))
    return SumOf(column, rows, Number(total))
