# SPDX-License-Identifier: EUPL-1.2
"""Several plans side by side: for people, in columns; for programs, with schemas/serie.schema.json."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import Any

from pdz import __version__
from pdz.compare.serie import Serie
from pdz.documents._confronti.serie import SerieStampata, print_rows
from pdz.findings import shorten
from pdz.pipeline.compare import Lettura

FORMAT = 1
"""Changes when a reader of the old shape would misread the new one."""

_NAME = 60
"""Characters of the name of a figure; longer ones go on the next line."""


def render_text(letture: Sequence[Lettura], serie: Serie, only: tuple[str, ...]) -> str:
    """The figures in columns, one plan each, then the threads of objectives."""
    return "".join(f"{line}\n" for line in _lines(letture, print_rows(serie, only), serie))


def _lines(letture: Sequence[Lettura], printed: SerieStampata, serie: Serie) -> Iterator[str]:
    for title, side in zip(printed.titoli, letture, strict=True):
        yield f"{title}: {side.nome}"
    if printed.avvertenza:
        yield f"attenzione: {printed.avvertenza}"
    cells = [cell for riga in printed.righe for cell in riga.celle]
    width = max((len(text) for text in (*cells, *printed.titoli)), default=0) + 2
    for subject, rows in groupby(printed.righe, key=lambda riga: riga.titolo):
        yield ""
        yield f"{subject:<{_NAME}}" + "".join(f"{title:>{width}}" for title in printed.titoli)
        for riga in rows:
            pieces = _wrap(riga.nome)
            yield from pieces[:-1]
            yield f"{pieces[-1]:<{_NAME}}" + "".join(f"{cell:>{width}}" for cell in riga.celle)
    if serie.fili and printed.fili:
        yield ""
        yield printed.titolo_fili
        for filo in serie.fili:
            steps = [
                ", ".join(lato.piano.obiettivi[place].id for place in places) or "—"
                for lato, places in zip(serie.lati, filo, strict=True)
            ]
            last = next(
                lato.piano.obiettivi[places[0]]
                for lato, places in zip(reversed(serie.lati), reversed(filo), strict=True)
                if places
            )
            yield f"  {' -> '.join(steps)}  «{shorten(last.titolo)}»"


def _wrap(text: str) -> list[str]:
    return wrap(text, _NAME - 2, initial_indent="  ", subsequent_indent="    ") or [text]


def render_json(letture: Sequence[Lettura], serie: Serie, only: tuple[str, ...]) -> str:
    """One object: the plans, the figures, the threads of objectives."""
    rows = [row for row in serie.righe if not only or row.argomento in only]
    report: dict[str, Any] = {
        "format": FORMAT,
        "pdz": __version__,
        "only": list(only),
        "plans": [
            {
                "plan": side.nome,
                "title": lato.piano.titolo,
                "ambito": lato.piano.ambito.nome,
                "triennio": lato.piano.triennio,
                "profile": lato.profilo.id,
            }
            for side, lato in zip(letture, serie.lati, strict=True)
        ],
        "figures": [
            {
                "subject": row.argomento,
                "figure": row.voce,
                "name": row.nome,
                "kind": row.genere,
                "values": [None if value is None else f"{value:f}" for value in row.valori],
            }
            for row in rows
        ],
        "threads": [
            [
                [lato.piano.obiettivi[place].id for place in places]
                for lato, places in zip(serie.lati, filo, strict=True)
            ]
            for filo in serie.fili
            if not only or "obiettivi" in only
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
