# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo o una linea PNRR nomina un LEPS prioritario e ha il codice di un altro, o nessuno.

Che cosa controlla:
    Se il titolo di un obiettivo nomina un LEPS prioritario (una sigla o due parole del suo titolo ufficiale: «PUA»,
    «dimissioni protette»), i «leps» dell'obiettivo, quando ci sono, ne comprendono almeno uno di quelli nominati;
    quando non ci sono, lo segnala solo nel gruppo «leps». Lo stesso vale per la connessione ai LEPS di una linea PNRR
    che ha dei codici. I LEPS che non sono fra i prioritari, come la supervisione, non hanno codice e vanno bene senza.

Perché:
    Le tabelle per LEPS si fanno con i codici: con quello sbagliato l'obiettivo finisce nella riga di un altro.

Segnala:
    obiettivi:
      - {id: O1, titolo: Attuare le dimissioni protette, gruppo: leps, leps: [L2]}  # L015

Accetta:
    obiettivi:
      - {id: O1, titolo: Attuare le dimissioni protette, gruppo: leps, leps: [L3]}

Rimedio:
    Correggi il codice, o aggiungilo.

Riferimenti:
    DGR XII/2167/2024: LEPS prioritari del triennio 2025-2027.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._cataloghi import LepsNames

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Objectives and PNRR lines whose words name a LEPS that their codes do not."""
    names = LepsNames(ctx.profilo)
    for index, obiettivo in enumerate(ctx.piano.obiettivi):
        path: Path = ("obiettivi", index)
        if obiettivo.leps or obiettivo.gruppo == "leps":
            yield from _compare(ctx, path, names, "il titolo", obiettivo.titolo, obiettivo.leps)
    for index, linea in enumerate(ctx.piano.pnrr):
        if linea.leps and linea.connessione_leps:
            yield from _compare(ctx, ("pnrr", index), names, "la connessione", linea.connessione_leps, linea.leps)


def _compare(
    ctx: Context, path: Path, names: LepsNames, what: str, text: str, codes: tuple[str, ...]
) -> Iterator[Problem]:
    named = names.find_in(text)
    if not named or set(named) & set(codes):
        return
    right = " o ".join(f"{codice} «{names.titoli[codice]}»" for codice in named)
    given = (
        f"i suoi codici sono {', '.join(codes)}" if len(codes) > 1 else f"il suo codice è {codes[0]}" if codes else ""
    )
    message = f"{name_at(ctx.piano, path)}{what} nomina il LEPS {right}, ma {given or 'non ha nessun codice'}"
    yield Problem((*path, "leps") if codes else path, message, f"scrivi leps: [{', '.join(named)}], o correggi {what}")
