# SPDX-License-Identifier: EUPL-1.2
"""The changes that remain to be told one by one, after what the tables of the report tell."""

from collections.abc import Iterable, Iterator

from pdz.cli._compare._comuni import is_one_sided
from pdz.cli._compare._progetti import find_renamed
from pdz.cli._compare._schede import list_ends
from pdz.compare import Cambio, Raffronto
from pdz.findings import Path

_COMUNI: Path = ("ambito", "comuni")


def leave_out_told(raffronto: Raffronto, cambi: Iterable[Cambio]) -> Iterator[Cambio]:
    """Neither promised indicators, nor things held side by side under two ids, nor Comuni that a plan does not list."""
    counts = raffronto.progetti.pnrr_ammesso, raffronto.progetti.progetti_importo
    ends = [*list_ends(raffronto), *(pair for conto in counts for pair in find_renamed(raffronto, conto))]
    old, new = {pair[0] for pair in ends}, {pair[1] for pair in ends}
    one_sided = is_one_sided(raffronto)
    for cambio in cambi:
        path = cambio.dopo or cambio.prima or ()
        promised = cambio.argomento == "indicatori" and path[0] in {"schede", "schede_integrazione"}
        side_by_side = (cambio.prima or ())[:2] in old or (cambio.dopo or ())[:2] in new
        if not (promised or side_by_side or (one_sided and path[:2] == _COMUNI)):
            yield cambio
