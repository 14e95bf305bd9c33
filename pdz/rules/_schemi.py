# SPDX-License-Identifier: EUPL-1.2
"""Letters of macro areas that mean something in another scheme, local or regional."""

from pdz.findings import shorten
from pdz.rules import Context


def explain_other_scheme(ctx: Context, codice: str, kind: str) -> str:
    """How to mend a letter that belongs to another scheme of macro areas; empty when it belongs to none."""
    piano, profilo = ctx.piano, ctx.profilo
    if kind == "la macroarea":
        for schema in piano.schemi_macroaree:
            for macroarea in schema.macroaree:
                if macroarea.codice == codice:
                    right = ", scrivi " + " o ".join(macroarea.regionale) if macroarea.regionale else ""
                    title = shorten(macroarea.titolo, 40)
                    return f"{codice} è «{title}» nello schema {schema.id}: qui serve la lettera regionale{right}"
    elif kind == "la macroarea degli esiti" and piano.schema_esiti is not None:
        for regional in profilo.macroaree:
            if regional.codice == codice:
                title = shorten(regional.titolo, 40)
                return f"{codice} è «{title}» nello schema regionale, ma gli esiti usano lo schema {piano.schema_esiti}"
    return ""
