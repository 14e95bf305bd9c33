# SPDX-License-Identifier: EUPL-1.2
"""Un indicatore è copiato dalla tabella di un altro LEPS.

Che cosa controlla:
    Nelle tabelle degli impegni reciproci un indicatore che è scritto uguale per due LEPS non porta la sigla di uno solo
    dei due (P.I.P.P.I., PUA, SAD…). Se non nomina nessuno dei due, o tutti e due, può valere per entrambi.

Perché:
    Il PUA non si misura col «coordinamento risorse PIPPI»: nel copiare la riga è rimasto l'indicatore dell'altro LEPS.

Segnala:
    impegni:
      - id: I2
        leps: L2
        righe: [{id: I2.1, macroarea: I, area_tematica: AT1, indicatori: Coordinamento delle risorse P.I.P.P.I.}]
      - id: I5
        leps: L5
        righe:
          - id: I5.1
            macroarea: D
            area_tematica: AT2
            indicatori: Coordinamento delle risorse P.I.P.P.I.  # L026

Accetta:
    impegni:
      - id: I2
        leps: L2
        righe: [{id: I2.1, macroarea: I, area_tematica: AT1, indicatori: Coordinamento delle risorse P.I.P.P.I.}]
      - id: I5
        leps: L5
        righe:
          - id: I5.1
            macroarea: D
            area_tematica: AT2
            indicatori: Ore di assistenza domiciliare erogate nell'anno

Rimedio:
    Scrivi l'indicatore di questo LEPS.

Riferimenti:
    Linee di indirizzo regionali 2025-2027 (DGR XII/2167/2024): LEPS prioritari, aree tematiche e impegni reciproci.
"""

import re
from collections.abc import Iterator

from pdz.findings import Path, Problem, Severity, shorten
from pdz.rules import Context, name_at
from pdz.rules._cataloghi import LepsNames
from pdz.rules._moduli import plain_words

SEVERITY = Severity.WARNING

_ACRONYM = re.compile(r"\b[A-Z]{3,}\b")


def check(ctx: Context) -> Iterator[Problem]:
    """Indicators that two LEPS share and that name one of them only."""
    seen: dict[tuple[str, ...], list[tuple[str, Path, str]]] = {}
    for index, impegni in enumerate(ctx.piano.impegni):
        for number, riga in enumerate(impegni.righe):
            if riga.indicatori:
                place: Path = ("impegni", index, "righe", number, "indicatori")
                seen.setdefault(plain_words(riga.indicatori), []).append((impegni.leps, place, riga.indicatori))
    shared = [places for places in seen.values() if len({leps for leps, *_ in places}) > 1]
    names = LepsNames(ctx.profilo) if shared else None
    for places in shared:
        acronyms = " ".join(_ACRONYM.findall(places[0][2].replace(".", "")))
        named = set(names.find_in(acronyms)) if names is not None else set[str]()
        right = next((path for leps, path, _ in places if leps in named), None)
        for leps, path, text in places:
            if right is not None and leps not in named:
                there = name_at(ctx.piano, right).removesuffix(": ")
                message = f"{name_at(ctx.piano, path)}«{shorten(text, 50)}» è copiato da {there} e non misura {leps}"
                yield Problem(path, message, f"scrivi un indicatore di {leps}", related=right)
