# SPDX-License-Identifier: EUPL-1.2
"""Un grafico ha una forma che i suoi dati non possono avere.

Che cosa controlla:
    Una torta ha una serie sola, senza valori negativi, e almeno un valore maggiore di zero. Una piramide ha due serie,
    i maschi e le femmine. Ogni grafico ha almeno una serie.

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

from pdz.findings import Path, Problem, Severity
from pdz.model.contesto import Grafico
from pdz.rules import Context, name_at

SEVERITY = Severity.ERROR


def check(ctx: Context) -> Iterator[Problem]:
    """Charts that cannot be drawn as they say."""
    for index, grafico in enumerate(ctx.piano.grafici):
        path: Path = ("grafici", index, "serie")
        if (reason := _explain(grafico)) is not None:
            hint = "cambia il tipo del grafico, o correggi le serie"
            yield Problem(path, f"{name_at(ctx.piano, path)}{reason}", hint, on_key=True)


def _explain(grafico: Grafico) -> str | None:
    number = len(grafico.serie)
    if number == 0:
        return "il grafico non ha nessuna serie"
    if grafico.tipo == "piramide" and number != 2:
        return f"una piramide ha due serie, maschi e femmine: qui {'ce n’è una' if number == 1 else f'sono {number}'}"
    if grafico.tipo == "torta" and number > 1:
        return f"una torta ha una serie sola: qui sono {number}"
    if grafico.tipo == "torta" and any(value < 0 for value in grafico.serie[0].valori):
        return "una torta non può avere valori negativi"
    if grafico.tipo == "torta" and not any(grafico.serie[0].valori):
        return "una torta di soli zeri non si disegna"
    return None
