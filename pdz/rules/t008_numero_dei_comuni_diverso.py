# SPDX-License-Identifier: EUPL-1.2
"""Un testo dà all'Ambito un numero di Comuni che non è il suo.

Che cosa controlla:
    Il numero di «i nove Comuni dell'Ambito» (con l'articolo: tutti) o di «l'Ambito è formato da nove Comuni» è quello
    dei Comuni del piano: `numero_comuni` se c'è, altrimenti quanti sono elencati e ancora esistono. Non guarda gli
    esiti, che raccontano anni passati, i testi che dicono «in quattro Comuni» o «i quattro Comuni più piccoli», né i
    piani che non dicono i loro Comuni.

Perché:
    È il primo dato che il lettore incontra; dopo una fusione di Comuni resta spesso quello di prima.

Segnala:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni: [{nome: Alfa, istat: "015001"}, {nome: Beta, istat: "015002"}]
    testi:
      - sezione: introduzione
        testo: I tre Comuni dell'Ambito approvano il piano.  # T008

Accetta:
    ambito:
      nome: Prova
      ente_capofila: capofila
      comuni: [{nome: Alfa, istat: "015001"}, {nome: Beta, istat: "015002"}]
    testi:
      - sezione: introduzione
        testo: I due Comuni dell'Ambito approvano il piano.

Rimedio:
    Correggi il numero nel testo, oppure l'elenco dei Comuni.

Riferimenti:
    L. 328/2000 art. 8: l'Ambito territoriale; L.R. Lombardia 3/2008 art. 18.
"""

import re
from collections.abc import Iterator

from pdz.dates import parse_triennio
from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._cifre import COUNT, read_count
from pdz.rules._lettura import read_brani

SEVERITY = Severity.WARNING

_ALL = re.compile(
    rf"\b(?:i|dei|nei|ai|dai|sui|coi|con i|tra i|fra i|tutti e)\s+(?P<count>{COUNT})\s+Comuni\s+"
    r"(?:dell[’']Ambito(?:\s+territoriale)?(?:\s+sociale)?|(?:associati|consorziati))"
    r"(?!\s+(?:più|meno|che|con|senza|dove|in|nei|d[ei]l?|maggiori|minori|[^\W\d_]+(?:t[ei]|ntrambi))\b)",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    r"\bAmbito\b[^.;:\n]{0,120}?\b(?:(?:formato|composto|costituito)\s+da|comprende|riunisce|raggruppa|conta)\s+(?:i\s+)?"
    rf"(?P<count>{COUNT})\s+Comuni\b(?!\s+(?:più|meno|che|con|maggiori|minori|capoluogo|montani|confinanti)\b)",
    re.IGNORECASE,
)


def check(ctx: Context) -> Iterator[Problem]:
    """Counts of Comuni that contradict the Ambito."""
    known = _count(ctx)
    if known is None:
        return
    right, where = known
    for passage in read_brani(ctx.draft).holding("Comuni", "comuni"):
        if passage.path[0] in {"esiti", "esiti_sistema", "progetti_premiali", "monitoraggi"}:
            continue
        for match in (*_ALL.finditer(passage.bare), *_MADE_OF.finditer(passage.bare)):
            if read_count(match["count"]) != right:
                yield Problem(
                    passage.path,
                    f"{name_at(ctx.piano, passage.path)}i Comuni dell'Ambito qui sono {match['count']}, "
                    f"ma il piano ne ha {right}",
                    "correggi il numero nel testo, oppure l'elenco dei Comuni",
                    span=(match.start("count"), len(match["count"])),
                    related=where,
                )


def _count(ctx: Context) -> tuple[int, Path] | None:
    """How many Comuni the Ambito has, and where it says so; None when it does not."""
    ambito = ctx.piano.ambito
    if ambito.numero_comuni is not None:
        return ambito.numero_comuni, ("ambito", "numero_comuni")
    first = parse_triennio(ctx.piano.triennio)[0]
    living = [comune for comune in ambito.comuni if comune.al is None or comune.al.year >= first]
    return (len(living), ("ambito", "comuni")) if living else None
