# SPDX-License-Identifier: EUPL-1.2
"""Un LEPS che aveva un obiettivo non ne ha più nessuno.

Che cosa controlla:
    Un LEPS prioritario a cui rispondeva un obiettivo del piano di prima ha almeno un obiettivo anche nel piano nuovo. I
    codici si confrontano per titolo, e un LEPS che il profilo nuovo non chiede più non conta. Un piano nuovo che non ha
    ancora obiettivi non si guarda. Vale fra un triennio e il successivo, e anche fra due versioni del piano dello
    stesso triennio.

Perché:
    I LEPS sono livelli essenziali: un Ambito che ne programmava uno e smette deve sapere di averlo fatto.

Segnala:
    prima:
      profilo: lombardia/2025-2027
      triennio: 2025-2027
      obiettivi:
        - id: A1
          titolo: Dimissioni protette
          gruppo: leps
          leps: [L3]  # C013
    dopo:
      obiettivi:
        - {id: A2, titolo: Incremento del SAD, gruppo: leps, leps: [L5]}

Accetta:
    prima:
      profilo: lombardia/2025-2027
      triennio: 2025-2027
      obiettivi:
        - {id: A1, titolo: Dimissioni protette, gruppo: leps, leps: [L3]}
    dopo:
      obiettivi:
        - {id: A2, titolo: Dal ricovero a casa, gruppo: leps, leps: [L5, L3]}

Specchio:
    Non ce l'ha: un LEPS in più è quel che la legge chiede, e si legge fra i cambiamenti.

Rimedio:
    Scrivi il codice nell'obiettivo che lo attua (`leps`), o aggiungi un obiettivo.

Riferimenti:
    LEPS prioritari delle linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): catalogo del profilo.
"""

from collections.abc import Iterator

from pdz.calc.nomi import fold
from pdz.compare import Lato, Raffronto
from pdz.compare.judgements import Remark
from pdz.findings import Path, Severity

SEVERITY = Severity.WARNING
VERSIONS = True


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """LEPS prioritari that some old objective had and no new one has."""
    dopo = raffronto.dopo
    if not dopo.piano.obiettivi:
        return
    asked = {fold(leps.titolo): f"{leps.codice} «{leps.titolo}»" for leps in dopo.profilo.leps_prioritari}
    kept = _find_leps(dopo)
    for title, path in _find_leps(raffronto.prima).items():
        if title in asked and title not in kept:
            yield Remark(
                f"{asked[title]}: nel piano di prima aveva un obiettivo, nel piano nuovo nessuno",
                path,
                None,
                "scrivi il codice nell'obiettivo che lo attua (leps), o aggiungi un obiettivo",
            )


def _find_leps(lato: Lato) -> dict[str, Path]:
    """By folded title, where the LEPS of the catalogue are named first."""
    titles = {leps.codice: fold(leps.titolo) for leps in lato.profilo.leps_prioritari}
    found: dict[str, Path] = {}
    for place, one in enumerate(lato.piano.obiettivi):
        for index, codice in enumerate(one.leps):
            if codice in titles:
                found.setdefault(titles[codice], ("obiettivi", place, "leps", index))
    return found
