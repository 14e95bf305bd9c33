# SPDX-License-Identifier: EUPL-1.2
"""Un incrocio AT/LI che una scheda di integrazione segnava non è più segnato da nessuna.

Che cosa controlla:
    Un incrocio fra area tematica (AT) e linea di intervento (LI) segnato nella matrice di una scheda di integrazione
    sociosanitaria del piano di prima è segnato in almeno una scheda del piano nuovo. Se a perdere il segno è una
    scheda, ma un'altra lo porta, non si segnala. Un piano nuovo senza schede di integrazione non si guarda, e così le
    aree e le linee che il profilo nuovo non ha. Vale fra un triennio e il successivo, e anche fra due versioni del
    piano dello stesso triennio.

Perché:
    La matrice è l'impegno preso con ASST: un segno che sparisce è un'integrazione che nessuno cura più.

Segnala:
    prima:
      profilo: lombardia/2025-2027
      triennio: 2025-2027
      schede_integrazione:
        - id: SI1
          titolo: Dimissioni protette
          matrice:
            AT2: [LI5]
            AT3: [LI1]  # C014
    dopo:
      schede_integrazione:
        - {id: SI1, titolo: Dimissioni protette, matrice: {AT2: [LI5, LI6]}}

Accetta:
    prima:
      profilo: lombardia/2025-2027
      triennio: 2025-2027
      schede_integrazione:
        - {id: SI1, titolo: Dimissioni protette, matrice: {AT2: [LI5], AT3: [LI1]}}
    dopo:
      schede_integrazione:
        - {id: SI1, titolo: Dimissioni protette, matrice: {AT2: [LI5]}}
        - {id: SI2, titolo: Cure a casa, matrice: {AT3: [LI1]}}

Specchio:
    Non ce l'ha: un segno in più è un impegno nuovo, e si legge fra i cambiamenti.

Rimedio:
    Rimetti il segno nella scheda che se ne occupa, o concorda con ASST di toglierlo.

Riferimenti:
    Matrice linee di intervento / aree tematiche delle schede di integrazione (DGR XII/2089/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._chiavi import name_of
from pdz.compare.judgements import Remark
from pdz.findings import Path, Severity
from pdz.model import Piano

SEVERITY = Severity.WARNING
VERSIONS = True


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Marks of the old matrices that no new matrix has."""
    prima, dopo = raffronto.prima, raffronto.dopo
    if not dopo.piano.schede_integrazione:
        return
    kept = _find_segni(dopo.piano)
    titles = [{area.codice: area.titolo for area in side.profilo.aree_tematiche} for side in (prima, dopo)]
    for (area, linea), path in _find_segni(prima.piano).items():
        same = area in titles[0] and titles[0][area] == titles[1].get(area)
        if same and linea in dopo.profilo.linee_intervento and (area, linea) not in kept:
            scheda = prima.piano.schede_integrazione[int(path[1])]
            yield Remark(
                f"{area}/{linea}: era segnato nella scheda {name_of(scheda)}, nel piano nuovo da nessuna",
                path,
                None,
                "rimetti il segno nella scheda che se ne occupa, o concorda con ASST di toglierlo",
            )


def _find_segni(piano: Piano) -> dict[tuple[str, str], Path]:
    """By area and line, where the mark stands first."""
    found: dict[tuple[str, str], Path] = {}
    for place, scheda in enumerate(piano.schede_integrazione):
        for area, linee in scheda.matrice.items():
            for index, linea in enumerate(linee):
                found.setdefault((area, linea), ("schede_integrazione", place, "matrice", area, index))
    return found
