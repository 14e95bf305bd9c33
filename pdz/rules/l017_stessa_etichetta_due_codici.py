# SPDX-License-Identifier: EUPL-1.2
"""Nelle tabelle di incrocio le stesse parole stanno accanto a due codici diversi.

Che cosa controlla:
    Le voci delle tabelle di incrocio che cominciano con un codice di LEPS o di linea PNRR («1.1.3 Dimissioni protette»)
    hanno lo stesso codice ogni volta che hanno le stesse parole.

Perché:
    Uno dei due codici è sbagliato, e la connessione con il PNRR va alla linea di un altro.

Segnala:
    incroci:
      - id: incroci_bisogni
        titolo: Aree, LEPS e progetti
        righe:
          - {id: riga_d, macroarea: D, pnrr: [1.1.3 Dimissioni sicure]}
          - {id: riga_e, macroarea: E, pnrr: [1.1.4 Dimissioni sicure]}  # L017

Accetta:
    incroci:
      - id: incroci_bisogni
        titolo: Aree, LEPS e progetti
        righe:
          - {id: riga_d, macroarea: D, pnrr: [1.1.3 Dimissioni sicure]}
          - {id: riga_e, macroarea: E, pnrr: [1.1.3 Dimissioni sicure]}

Rimedio:
    Correggi il codice sbagliato.

Riferimenti:
    Linee di indirizzo regionali del triennio: tabella di incrocio fra macroaree, LEPS, PNRR e integrazione.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity
from pdz.rules import Context, name_at
from pdz.rules._moduli import plain_words

SEVERITY = Severity.WARNING
_CODED = re.compile(
    r"(?:linea\s+|leps\s+)?(?P<code>\d(?:\.\d)+|[A-Z]{1,2}\d)\b[\s.:–-]*(?P<label>.*)\Z", re.IGNORECASE | re.DOTALL
)


def check(ctx: Context) -> Iterator[Problem]:
    """Labels of the crossing tables that stand beside two codes."""
    seen: dict[tuple[bool, tuple[str, ...]], tuple[str, Path]] = {}
    for path, text in _entries(ctx):
        match = _CODED.match(text)
        label = plain_words(match["label"]) if match else ()
        if match is None or not label:
            continue
        code = match["code"].upper()
        first, where = seen.setdefault((code[0].isdigit(), label), (code, path))
        if not first.startswith(code) and not code.startswith(first):  # the beginning of a code is for L023
            message = f"{name_at(ctx.piano, path)}«{match['label'].strip()}» qui ha il codice {code}, altrove {first}"
            yield Problem(path, message, "correggi il codice sbagliato", related=where)


def _entries(ctx: Context) -> Iterator[tuple[Path, str]]:
    for index, quadro in enumerate(ctx.piano.incroci):
        for number, riga in enumerate(quadro.righe):
            for key, values in (("pnrr", riga.pnrr), ("leps", riga.leps)):
                for position, text in enumerate(values):
                    yield ("incroci", index, "righe", number, key, position), text
