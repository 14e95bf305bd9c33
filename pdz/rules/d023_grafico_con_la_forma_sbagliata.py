# SPDX-License-Identifier: EUPL-1.2
"""Un grafico ha una forma che i suoi dati non possono avere.

Che cosa controlla:
    Una torta o una ciambella ha una serie sola, senza valori negativi e senza valori mancanti, e almeno un valore
    maggiore di zero. Una piramide ha due serie, i maschi e le femmine, senza valori negativi. Ogni grafico ha almeno
    una serie, e non mette insieme euro, percentuali e quantità.

Perché:
    Una torta di due serie o una piramide di una non si disegnano: chi legge vede un grafico vuoto o falso.

Segnala:
    grafici:
      - id: piramide
        titolo: Piramide della popolazione
        tipo: piramide
        categorie: [0-14, 15-64, 65 e più]
        serie:  # D023
          - {nome: residenti, valori: [690, 2740, 710]}
        unita: persone
        al: 2024-01-01
        fonte: ISTAT
        testo_alternativo: La fascia 15-64 è la più numerosa.

Accetta:
    grafici:
      - id: piramide
        titolo: Piramide della popolazione
        tipo: piramide
        categorie: [0-14, 15-64, 65 e più]
        serie:
          - {nome: maschi, valori: [350, 1380, 320]}
          - {nome: femmine, valori: [340, 1360, 390]}
        unita: persone
        al: 2024-01-01
        fonte: ISTAT
        testo_alternativo: La fascia 15-64 è la più numerosa.

Rimedio:
    Cambia il tipo del grafico («barre» va sempre bene), o correggi le serie.

Riferimenti:
    Formato del piano, versione 1: grafici.
"""

from collections.abc import Iterator

from pdz.calc import GraficoCalcolato, Tipo
from pdz.findings import Path, Problem, Severity
from pdz.model.grafici import Grafico
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR

_TIPI: dict[Tipo, str] = {"numero": "quantità", "percento": "percentuali", "euro": "euro"}


def check(ctx: Context) -> Iterator[Problem]:
    """Charts that cannot be drawn as they say."""
    for index, grafico in enumerate(ctx.piano.grafici):
        path: Path = ("grafici", index, "serie")
        calcolato = ctx.quadro.grafici.get(grafico.id)
        reason = _explain(grafico, calcolato, known=_is_known(ctx, grafico)) if calcolato is not None else None
        if reason is not None:
            hint = "cambia il tipo del grafico, o correggi le serie"
            yield Problem(path, f"{name_at(ctx.piano, path)}{reason}", hint, on_key=True)


def _is_known(ctx: Context, grafico: Grafico) -> bool:
    """Whether all the names that a chart cites exist; of the others D030 speaks."""
    return all(name in ctx.citabili for serie in grafico.serie for name in serie.cita)


def _explain(grafico: Grafico, calcolato: GraficoCalcolato, *, known: bool) -> str | None:
    number = len(grafico.serie)
    if number == 0:
        return "il grafico non ha nessuna serie"
    kinds = {valore.tipo for valore in calcolato.valori}
    if len(kinds) > 1 and not (grafico.unita or "").strip():
        return f"il grafico mette insieme {' e '.join(_TIPI[kind] for kind in sorted(kinds))}"
    if grafico.tipo == "piramide":
        return _explain_pyramid(number, calcolato)
    round_one = grafico.tipo in {"torta", "ciambella"}
    return _explain_pie(f"una {grafico.tipo}", number, calcolato, known=known) if round_one else None


def _explain_pyramid(number: int, calcolato: GraficoCalcolato) -> str | None:
    if number != 2:
        return f"una piramide ha due serie, maschi e femmine: qui {'ce n’è una' if number == 1 else f'sono {number}'}"
    return "una piramide non può avere valori negativi" if _is_negative(calcolato) else None


def _explain_pie(what: str, number: int, calcolato: GraficoCalcolato, *, known: bool) -> str | None:
    if number > 1:
        return f"{what} ha una serie sola: qui sono {number}"
    if _is_negative(calcolato):
        return f"{what} non può avere valori negativi"
    gaps = [valore for serie in calcolato.serie for valore in serie.valori if valore.valore is None]
    if gaps and calcolato.valori and known:  # without any value at all there is D030
        return f"{what} con un valore mancante sembra intera"
    return f"{what} di soli zeri non si disegna" if not any(v.valore for v in calcolato.valori) and not gaps else None


def _is_negative(calcolato: GraficoCalcolato) -> bool:
    return any(valore.valore is not None and valore.valore < 0 for valore in calcolato.valori)
