# SPDX-License-Identifier: EUPL-1.2
"""Un legame porta a un id che l'altro piano non ha.

Che cosa controlla:
    Ogni id scritto in `gia` da un obiettivo, o in `in_continuita` (chiave `obiettivi`) da una scheda, è di un obiettivo
    o di un'area del piano di prima; ogni id scritto in `riproposto.come` da un esito è di un obiettivo del piano nuovo.
    Un piano di prima di cui non si conoscono gli obiettivi non si guarda. Vale fra un triennio e il successivo.

Perché:
    È quasi sempre un errore di battitura, e fa passare per lasciato un obiettivo che continua.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      obiettivi:
        - id: N1
          titolo: Assistenza domiciliare agli anziani
          gruppo: ambito
          gia: [A11]  # C015

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      obiettivi:
        - {id: N1, titolo: Assistenza domiciliare agli anziani, gruppo: ambito, gia: [A1]}

Specchio:
    Non ce l'ha: un obiettivo che nessun legame nomina è lasciato o nuovo, e il raffronto lo dice già.

Rimedio:
    Correggi l'id, o togli il legame.

Riferimenti:
    Chiave `gia` di un obiettivo, `riproposto.come` di un esito, `in_continuita.obiettivi` di una scheda.
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare.judgements import Remark
from pdz.findings import Path, Severity, did_you_mean

SEVERITY = Severity.ERROR
VERSIONS = False
_SAID = {True: "un obiettivo del piano nuovo", False: "un obiettivo né un'area del piano di prima"}
"""What an id should be; True for one that looks ahead."""

_SUGGESTED = 20
"""The search of the nearest id is slow: beyond these, all the ids of a plan have changed."""


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Ties that lead nowhere."""
    prima, dopo = raffronto.prima.piano, raffronto.dopo.piano
    if not prima.obiettivi:
        return
    areas = {esito.id for esito in dopo.esiti if esito.tipo == "area"}
    old = {*(one.id for one in prima.obiettivi), *(one.id for one in prima.aree), *areas}
    new = {one.id for one in dopo.obiettivi}
    for number, unknown in enumerate(raffronto.legami.sconosciuti):
        known = new if unknown.path[0] == "esiti" else old
        near = did_you_mean(unknown.id, sorted(known)) if number < _SUGGESTED else ""
        yield _make(unknown.path, unknown.id, _SAID[unknown.path[0] == "esiti"], near)
    told = {unknown.path for unknown in raffronto.legami.sconosciuti}
    for place, scheda in enumerate(dopo.schede):  # those that describe no objective, or that deny the continuity
        answer = scheda.in_continuita
        for index, name in enumerate(answer.obiettivi if answer is not None else ()):
            path: Path = ("schede", place, "in_continuita", "obiettivi", index)
            if name not in old and path not in told:
                yield _make(path, name, _SAID[False])


def _make(path: Path, name: str, what: str, near: str = "") -> Remark:
    return Remark(f"«{name}» non è {what}: il legame non vale", None, path, near or "correggi l'id, o togli il legame")
