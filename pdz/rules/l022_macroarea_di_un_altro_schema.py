# SPDX-License-Identifier: EUPL-1.2
"""Un obiettivo ha la lettera che la macroarea aveva nello schema locale del triennio passato.

Che cosa controlla:
    Un obiettivo continua un esito del triennio passato; la macroarea dell'esito, nello schema locale del piano,
    dichiara a quali macroaree regionali corrisponde. L'obiettivo non ha nessuna di quelle, ma ha la lettera locale.

Perché:
    La lettera E dello schema locale può voler dire «Minori», quella regionale «Anziani»: copiata dall'esito, manda
    l'obiettivo nella macroarea di un altro.

Segnala:
    schema_esiti: locale
    schemi_macroaree:
      - id: locale
        triennio: 2021-2023
        macroaree:
          - {codice: E, titolo: Minori, regionale: [G]}
    esiti:
      - {id: E1, titolo: Sostenere le famiglie, macroarea: E}
    obiettivi:
      - {id: O1, titolo: Sostenere le famiglie, gruppo: ambito, gia: [E1], macroaree: [E]}  # L022

Accetta:
    schema_esiti: locale
    schemi_macroaree:
      - id: locale
        triennio: 2021-2023
        macroaree:
          - {codice: E, titolo: Minori, regionale: [G]}
    esiti:
      - {id: E1, titolo: Sostenere le famiglie, macroarea: E}
    obiettivi:
      - {id: O1, titolo: Sostenere le famiglie, gruppo: ambito, gia: [E1], macroaree: [G]}

Rimedio:
    Scrivi nell'obiettivo la lettera dello schema regionale.

Riferimenti:
    DGR XII/2167/2024: macroaree 2025-2027; schemi_macroaree del piano.
"""

from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity, shorten
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING


def check(ctx: Context) -> Iterator[Problem]:
    """Objectives that carry the local letter of the outcome that they continue."""
    piano = ctx.piano
    schema = next((schema for schema in piano.schemi_macroaree if schema.id == piano.schema_esiti), None)
    if schema is None:
        return
    local = {macroarea.codice: macroarea for macroarea in schema.macroaree}
    regional = {macroarea.codice: macroarea.titolo for macroarea in ctx.profilo.macroaree}
    obiettivi = {obiettivo.id: index for index, obiettivo in enumerate(piano.obiettivi)}
    told: set[int] = set()
    for number, index in _links(ctx, obiettivi):
        esito, obiettivo = piano.esiti[number], piano.obiettivi[index]
        letter = esito.macroarea or ""
        past = local.get(letter)
        if past is None or not past.regionale or index in told or letter not in obiettivo.macroaree:
            continue
        if not set(past.regionale) & set(obiettivo.macroaree):
            told.add(index)
            path: Path = ("obiettivi", index, "macroaree", obiettivo.macroaree.index(letter))
            now = f"la macroarea {letter} è «{shorten(regional[letter], 40)}»" if letter in regional else "non c'è"
            message = (
                f"{name_at(piano, path)}{letter} era «{shorten(past.titolo, 40)}» nello schema {schema.id} "
                f"dell'esito {esito.id}; nello schema regionale {now}"
            )
            hint = f"scrivi {' o '.join(past.regionale)}"
            yield Problem(path, message, hint, related=("esiti", number, "macroarea"))


def _links(ctx: Context, obiettivi: dict[str, int]) -> Iterator[tuple[int, int]]:
    """Index of an outcome and index of an objective that continues it, whichever of the two says so."""
    esiti = {esito.id: index for index, esito in enumerate(ctx.piano.esiti)}
    for number, esito in enumerate(ctx.piano.esiti):
        names = esito.riproposto.come if esito.riproposto is not None else ()
        yield from ((number, obiettivi[name]) for name in names if name in obiettivi)
    for index, obiettivo in enumerate(ctx.piano.obiettivi):
        yield from ((esiti[name], index) for name in obiettivo.gia if name in esiti)
