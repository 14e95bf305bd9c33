# SPDX-License-Identifier: EUPL-1.2
"""The report for people: what changed, one change after the other, with its place in both plans."""

from collections.abc import Iterator

from pdz.cli._compare import Choices, place_of
from pdz.compare import Cambio
from pdz.pipeline.compare import Confronto

LABEL = "da leggere"


def render(confronto: Confronto, choices: Choices) -> str:
    """Subject after subject."""
    return "".join(f"{line}\n" for line in _lines(confronto, choices))


def _lines(confronto: Confronto, choices: Choices) -> Iterator[str]:
    assert confronto.raffronto is not None
    cambi = [cambio for cambio in confronto.raffronto.cambi if choices.wants(cambio.argomento)]
    if not cambi:
        yield "nessuna differenza"
    for cambio in cambi:
        yield from _render_cambio(confronto, cambio)


def _render_cambio(confronto: Confronto, cambio: Cambio) -> Iterator[str]:
    yield f"{cambio.tipo} {cambio.nome}: {'/'.join(cambio.indirizzo)}"
    if cambio.prima is not None:
        yield f"   prima {place_of(confronto.prima, cambio.prima)}: {cambio.vecchio}"
    if cambio.dopo is not None:
        yield f"   dopo  {place_of(confronto.dopo, cambio.dopo)}: {cambio.nuovo}"
