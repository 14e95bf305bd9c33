# SPDX-License-Identifier: EUPL-1.2
"""Periods of a series and their order: years, semesters, quarters, months."""

from pdz.model.esiti import Rilevazione

ANNO, SEMESTRE, TRIMESTRE, MESE = "anno", "semestre", "trimestre", "mese"


def kind_of(periodo: str) -> str:
    """What a period is: «2023-T1» a quarter, «2023-S1» a semester, «2023-01» a month, «2023» a year."""
    part = periodo[5:6]
    return {"T": TRIMESTRE, "S": SEMESTRE, "": ANNO}.get(part, MESE)


def find_disorder(serie: tuple[Rilevazione, ...]) -> int | None:
    """The index of the first period that stands after a later one of its kind (which sort as text)."""
    last: dict[str, str] = {}
    for index, rilevazione in enumerate(serie):
        kind = kind_of(rilevazione.periodo)
        if rilevazione.periodo < last.get(kind, ""):
            return index
        last[kind] = rilevazione.periodo
    return None
