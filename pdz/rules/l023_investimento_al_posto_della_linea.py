# SPDX-License-Identifier: EUPL-1.2
"""Una tabella di incrocio nomina un investimento del PNRR dove serve una linea.

Che cosa controlla:
    Le voci della colonna del PNRR di una tabella di incrocio che cominciano con un codice («1.3 Housing first») hanno
    il codice intero di una linea, non il suo inizio. I codici che il catalogo non ha per niente non si guardano.

Perché:
    L'investimento 1.3 ha più linee: senza l'ultima cifra non si sa da quale vengono i fondi.

Segnala:
    incroci:
      - id: incroci_bisogni
        titolo: Aree, LEPS e progetti
        righe:
          - {id: riga_b, macroarea: B, pnrr: [Linea 1.3. Housing first]}  # L023

Accetta:
    incroci:
      - id: incroci_bisogni
        titolo: Aree, LEPS e progetti
        righe:
          - {id: riga_b, macroarea: B, pnrr: [1.3.1 Housing first]}

Rimedio:
    Scrivi il codice intero della linea.

Riferimenti:
    PNRR, missione 5, componente 2: linee degli investimenti 1.1, 1.2 e 1.3.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at

SEVERITY = Severity.WARNING
_CODE = re.compile(r"(?:linea\s+)?(?P<code>\d(?:\.\d)+)(?!\d)", re.IGNORECASE)


def check(ctx: Context) -> Iterator[Problem]:
    """Entries of the crossing tables with the beginning of a code of the PNRR."""
    codes = [linea.codice for linea in ctx.profilo.linee_pnrr]
    for index, quadro in enumerate(ctx.piano.incroci):
        for number, riga in enumerate(quadro.righe):
            for position, text in enumerate(riga.pnrr):
                match = _CODE.match(text)
                whole = [code for code in codes if match and code.startswith(f"{match['code']}.")]
                if match is not None and whole and match["code"] not in codes:
                    path: Path = ("incroci", index, "righe", number, "pnrr", position)
                    message = f"{name_at(ctx.piano, path)}{match['code']} non è una linea del PNRR, ma un investimento"
                    span = (match.start("code"), len(match["code"]))
                    yield Problem(path, message, f"scrivi {' o '.join(whole)}", span=span)
