# SPDX-License-Identifier: EUPL-1.2
"""Il titolo di una tabella o di un grafico porta un numero scritto a mano.

Che cosa controlla:
    I titoli di tabelle, grafici, monitoraggi, incroci, prospetti dei fondi e demografia che cominciano con «Tabella 3»,
    «Grafico n. 47 –», «Fig. 2». Se un altro titolo ha lo stesso numero, il rilievo mostra anche quello.

Perché:
    I numeri li dà pdz quando stampa: con quello scritto a mano la didascalia ne ha due. Un piano pubblicato ha due
    «Grafico 47».

Segnala:
    grafici:
      - id: posti
        titolo: "Grafico 47 – Posti dei servizi per la prima infanzia"  # R009
        tipo: torta
        categorie: [Asilo nido, Nido famiglia]
        serie: [{nome: Posti, valori: [957, 25]}]
        unita: posti
        anno: 2023
        fonte: {nome: Regione Lombardia, consultata: 2024-11-10}
        testo_alternativo: Quasi tutti i posti sono negli asili nido

Accetta:
    grafici:
      - id: posti
        titolo: Posti dei servizi per la prima infanzia
        tipo: torta
        categorie: [Asilo nido, Nido famiglia]
        serie: [{nome: Posti, valori: [957, 25]}]
        unita: posti
        anno: 2023
        fonte: {nome: Regione Lombardia, consultata: 2024-11-10}
        testo_alternativo: Quasi tutti i posti sono negli asili nido

Rimedio:
    Togli il numero dal titolo. Nei testi scrivi {{ rif("id") }}.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context

SEVERITY = Severity.WARNING

_NUMBERED = re.compile(
    r"\s*(?P<kind>tab|graf|fig)[a-z]*\.?\s*(?:n(?:r|um)?\.?[°º]?\s*)?(?P<number>\d{1,3})(?![\d/%])\s*[-–—:.]*\s*",
    re.IGNORECASE,
)
_GROUPS = ("tabelle", "grafici", "monitoraggi", "incroci", "fondi")


def check(ctx: Context) -> Iterator[Problem]:
    """Captions with a number of their own."""
    seen: dict[tuple[str, str], tuple[Path, str]] = {}
    for path, name, title in _titles(ctx):
        match = _NUMBERED.match(title)
        if match is None:
            continue
        key = match["kind"].casefold(), match["number"]
        first, other = seen.setdefault(key, (path, name))
        written = title[: match.end()].rstrip(" -–—:.").strip()
        again = "" if first == path else f", che è già di «{other}»"
        message = f"{name}: il titolo porta un numero scritto a mano, «{written}»{again}"
        hint = f"togli «{written}»: i numeri li dà la stampa"
        yield Problem(path, message, hint, span=(0, match.end()), related=None if first == path else first)


def _titles(ctx: Context) -> Iterator[tuple[Path, str, str]]:
    for group in _GROUPS:
        for index, thing in enumerate(getattr(ctx.piano, group)):
            yield (group, index, "titolo"), thing.id, thing.titolo
    if ctx.piano.demografia is not None:
        yield ("demografia", "titolo"), ctx.piano.demografia.id, ctx.piano.demografia.titolo
