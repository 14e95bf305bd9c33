# SPDX-License-Identifier: EUPL-1.2
"""Un testo chiama una tabella o un grafico con un numero scritto a mano.

Che cosa controlla:
    Nei testi, «Tabella 12», «tab. 3», «grafico n. 4», «figura 2» che non sono di un altro documento («tabella 1 del DM
    77/2022»). Titoli, didascalie, fonti e atti non contano.

Perché:
    I numeri li dà pdz quando stampa: una tabella aggiunta prima li sposta tutti, e il testo rimanda a quella sbagliata.

Segnala:
    testi:
      - {sezione: bisogni, testo: "I livelli essenziali sono nella tabella n. 3."}  # R004

Accetta:
    leps:
      - {id: sad, nome: Assistenza domiciliare, aree: [Anziani], normativa: L. 234/2021}
    testi:
      - sezione: bisogni
        testo: I livelli essenziali sono elencati sotto (vedi {{ rif("tabella_leps") }}).

Rimedio:
    Scrivi {{ rif("id") }} con l'id della tabella o del grafico.

Riferimenti:
    README, «Citare le cifre nei testi».
"""

import re
from collections.abc import Iterator

from pdz.findings import Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._altrove import is_caption, is_elsewhere
from pdz.rules._lettura import iter_prose

SEVERITY = Severity.WARNING

_STEMS = ("abell", "ABELL", "ab.", "rafic", "RAFIC", "raf.", "igura ", "ig.")
"""Without their first letter, which may be a capital."""
_NUMBERED = re.compile(
    r"(?:(?<=\b[Tt])abell[ae]|(?<=\bT)ABELL[AE]|(?<=\b[Tt])ab\.|(?<=\b[Gg])rafic[oi]|(?<=\bG)RAFIC[OI]|(?<=\b[Gg])raf\."
    r"|(?<=\b[Ff])igura|(?<=\b[Ff])ig\.)\s*(?:n(?:r|um)?\.?[°º]?\s*)?\d{1,3}(?!\d|[/%]|[.,]\d{3}|\s*(?:%|€|euro))"
)
_TITLES = ("titolo", "nome", "denominazione", "testo_alternativo")


def check(ctx: Context) -> Iterator[Problem]:
    """Numbers of tables and charts written by hand."""
    for passage, match in iter_prose(ctx.draft, _NUMBERED, _STEMS):
        start, end = match.start() - 1, match.end()
        if passage.path[-1] in _TITLES or is_caption(passage.bare, start, end):
            continue  # R009 speaks of captions
        if is_elsewhere(passage.bare, start, end, ctx.piano.triennio, strict=True):
            continue
        name = passage.bare[start:end]
        message = f"{name_at(ctx.piano, passage.path)}«{name}» è scritto a mano: i numeri li dà la stampa"
        hint = f'scrivi {{{{ rif("id") }}}} al posto di «{name}», con l\'id della tabella o del grafico'
        yield Problem(passage.path, message, hint, span=(start, end - start))
