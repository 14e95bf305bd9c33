# SPDX-License-Identifier: EUPL-1.2
"""The official forms that a plan fills, as the rules of family L look at them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from pdz.calc.rimandi import collect_trienni, fill_trienni
from pdz.findings import Path, shorten
from pdz.model.esiti import Esito
from pdz.model.schede import Scheda, SchedaIntegrazione
from pdz.profiles._schema import Modulo, RigaModulo
from pdz.rules import Context

_NOT_A_WORD = re.compile(r"[\W_]+")


class Compilato(NamedTuple):
    """A form that the plan fills."""

    path: Path
    thing: Esito | Scheda | SchedaIntegrazione
    modulo: Modulo


def iter_moduli(ctx: Context) -> tuple[Compilato, ...]:
    """The outcome tables, the schede, the schede di integrazione; not those whose form the profile has not."""
    if "moduli" not in ctx.draft.memo:
        ctx.draft.memo["moduli"] = tuple(_find_moduli(ctx))
    found: tuple[Compilato, ...] = ctx.draft.memo["moduli"]
    return found


def _find_moduli(ctx: Context) -> Iterator[Compilato]:
    piano, moduli = ctx.piano, ctx.profilo.moduli
    usual = piano.modulo_esiti or ctx.profilo.modulo_esiti
    for index, esito in enumerate(piano.esiti):
        if (name := esito.modulo or usual) in moduli:
            yield Compilato(("esiti", index), esito, moduli[name])
    for key in ("scheda_obiettivo", "scheda_integrazione"):
        group = "schede" if key == "scheda_obiettivo" else "schede_integrazione"
        if key in moduli:
            for index, scheda in enumerate(getattr(piano, group)):
                yield Compilato((group, index), scheda, moduli[key])


def describe_riga(ctx: Context, riga: RigaModulo, width: int = 50) -> str:
    """«criticita («CRITICITÀ RILEVATE…»)»: the key of the YAML and the official label."""
    label = fill_trienni(riga.etichetta, collect_trienni(ctx.piano, ctx.profilo))
    return f"{riga.campo} («{shorten(label, width)}»)"


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and punctuation: «SÌ/NO» and «si no» are the same."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(_NOT_A_WORD.sub(" ", text.casefold()).split())
