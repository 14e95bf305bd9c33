# SPDX-License-Identifier: EUPL-1.2
"""Un esito dice che l'obiettivo verrà riproposto, ma nel piano nuovo nessun obiettivo lo continua.

Che cosa controlla:
    Se un esito risponde SÌ a «L'obiettivo verrà riproposto nella prossima programmazione?», un obiettivo del piano
    nuovo lo continua: lo dice `riproposto.come` o `gia`, o i due titoli si somigliano. Un'area intera è ripresa anche
    quando il piano nuovo ha obiettivi nelle sue stesse macroaree. Un piano nuovo che non ha ancora obiettivi non si
    guarda. Vale fra un triennio e il successivo.

Perché:
    È la promessa che chi verifica il piano cerca per prima: si è detto che continua, e poi non c'è più.

Segnala:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      esiti:
        - id: A1
          titolo: Sportello per la casa
          riproposto: sì  # C003
      obiettivi:
        - {id: N1, titolo: Assistenza domiciliare agli anziani, gruppo: ambito}

Accetta:
    prima:
      obiettivi:
        - {id: A1, titolo: Sportello per la casa, gruppo: ambito}
    dopo:
      esiti:
        - id: A1
          titolo: Sportello per la casa
          riproposto: {risposta: sì, come: [N1]}
      obiettivi:
        - {id: N1, titolo: Agenzia per l'abitare, gruppo: ambito}

Specchio:
    C004: il piano dice che non verrà riproposto, ma un obiettivo nuovo lo continua.

Rimedio:
    Scrivi quale obiettivo lo continua (`riproposto.come` o `gia`); se non c'è, aggiungilo al piano o rispondi NO.

Riferimenti:
    Tabella degli esiti, riga «L'obiettivo verrà riproposto nella prossima programmazione?» (DGR XII/2167/2024).
"""

from collections.abc import Iterator

from pdz.compare import Raffronto
from pdz.compare._aree import Aree
from pdz.compare._chiavi import name_of
from pdz.compare._dichiarati import find_areas_of_old
from pdz.compare.judgements import Remark
from pdz.compare.judgements._legami import find_continued, find_esito, name_old
from pdz.findings import Path, Severity
from pdz.model.esiti import Esito

SEVERITY = Severity.WARNING
VERSIONS = False
_HINT = "scrivi quale obiettivo lo continua (riproposto.come, o gia), oppure rispondi NO"


def check(raffronto: Raffronto) -> Iterator[Remark]:
    """Promises of the outcomes that the new objectives do not keep."""
    if not raffronto.dopo.piano.obiettivi:
        return
    for sorte in raffronto.legami.sorti:
        found = find_esito(raffronto, sorte)
        if found is not None and not sorte.nuovi and _is_promised(found[1]):
            yield _make(name_old(raffronto, sorte.posto), "lo", ("obiettivi", sorte.posto), found[0])
    yield from _check_areas(raffronto)


def _check_areas(raffronto: Raffronto) -> Iterator[Remark]:
    prima, dopo = raffronto.prima, raffronto.dopo
    areas_of, aree = find_areas_of_old(prima, dopo), Aree(prima, dopo)
    members: dict[str, list[int]] = {}
    for place, one in enumerate(prima.piano.obiettivi):
        for name in areas_of.get(one.id, ()):
            members.setdefault(name, []).append(place)
    continued = find_continued(raffronto)
    covered = frozenset().union(*(aree.of_new(one) for one in dopo.piano.obiettivi))
    known = {one.id: index for index, one in enumerate(prima.piano.aree)}
    for index, esito in enumerate(dopo.piano.esiti):
        held = members.get(esito.id, [])
        if esito.tipo != "area" or not _is_promised(esito) or esito.id in continued or not (held or esito.id in known):
            continue
        if any(aree.of_old(prima.piano.obiettivi[place]) & covered for place in held):
            continue
        path: Path = ("aree", known[esito.id]) if esito.id in known else ("obiettivi", held[0])
        yield _make(f"area {name_of(esito)}", "la", path, ("esiti", index))


def _is_promised(esito: Esito) -> bool:
    """True when it says that it goes on; one that names objectives which are not there is another defect."""
    again = esito.riproposto
    return again is not None and again.risposta is True and not again.come


def _make(name: str, it: str, prima: Path, dopo: Path) -> Remark:
    again = {"lo": "riproposto", "la": "riproposta"}[it]
    said = f"{name}: si dice che verrà {again}, ma nessun obiettivo del piano nuovo dice di continuar{it}"
    return Remark(said, prima, (*dopo, "riproposto"), _HINT)
