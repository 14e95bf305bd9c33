# SPDX-License-Identifier: EUPL-1.2
"""Un impegno reciproco lega un LEPS a una macroarea o a un'area tematica che la tabella regionale non gli dà.

Che cosa controlla:
    La macroarea di ogni riga degli impegni è una di quelle che la tabella dei collegamenti del profilo dà al suo LEPS,
    e l'area tematica è una di quelle che le dà in quella macroarea. Codici sconosciuti li segnala R002.

Perché:
    La tabella è regionale e uguale per tutti gli Ambiti: una riga fuori posto di solito ha un codice sbagliato.

Segnala:
    impegni:
      - id: impegni_L2
        leps: L2
        righe:
          - id: L2.G
            macroarea: G
            area_tematica: AT3  # L018
            ambito: Percorsi condivisi con le scuole.

Accetta:
    impegni:
      - id: impegni_L2
        leps: L2
        righe:
          - id: L2.G
            macroarea: G
            area_tematica: AT5
            ambito: Percorsi condivisi con le scuole.

Rimedio:
    Correggi la macroarea o l'area tematica, oppure sposta la riga sotto il suo LEPS.

Riferimenti:
    Tabelle di integrazione con ATS: LEPS prioritari, macroaree, aree tematiche (DGR XII/2089/2024).
"""

from collections.abc import Iterator, Mapping

from pdz.findings import Path, Problem, Severity
from pdz.model.schede import Impegno
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Commitments outside the official table of LEPS, macro areas and thematic areas."""
    links = {
        leps.codice: {link.macroarea: link.aree_tematiche for link in leps.collegamenti}
        for leps in ctx.profilo.leps_prioritari
        if leps.collegamenti
    }
    known = {area.codice for area in ctx.profilo.aree_tematiche}
    regional = {macroarea.codice for macroarea in ctx.profilo.macroaree}
    for index, impegni in enumerate(ctx.piano.impegni):
        own = links.get(impegni.leps)
        for number, riga in enumerate(impegni.righe if own else ()):
            if riga.area_tematica in known and (riga.macroarea is None or riga.macroarea in regional):
                path: Path = ("impegni", index, "righe", number)
                yield from _check_riga(ctx, path, impegni.leps, own or {}, riga)


def _check_riga(
    ctx: Context, path: Path, leps: str, own: Mapping[str, tuple[str, ...]], riga: Impegno
) -> Iterator[Problem]:
    owner, place = name_at(ctx.piano, path), f"nella macroarea {riga.macroarea} "
    if riga.macroarea is not None and riga.macroarea not in own:
        message = f"{owner}la tabella regionale non lega {leps} alla macroarea {riga.macroarea}"
        yield Problem((*path, "macroarea"), message, f"le macroaree di {leps} sono {', '.join(own)}")
        return
    if riga.macroarea is None:
        allowed, place = {code for codes in own.values() for code in codes}, ""
    else:
        allowed = set(own[riga.macroarea])
    if allowed and riga.area_tematica not in allowed:
        message = f"{owner}{place}la tabella regionale non lega {leps} a {riga.area_tematica}"
        yield Problem(
            (*path, "area_tematica"), message, f"le aree tematiche possibili sono {', '.join(sorted(allowed))}"
        )
