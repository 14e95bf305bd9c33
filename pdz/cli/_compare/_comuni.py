# SPDX-License-Identifier: EUPL-1.2
"""The Comuni of the Ambito: how many, which came in, which left, which merged and when."""

from pdz.calc.nomi import fold
from pdz.compare import Raffronto
from pdz.dates import format_date
from pdz.findings import shorten
from pdz.model.ambito import Ambito, Comune

_SHOWN = 6


def summarize_comuni(raffronto: Raffronto) -> str:
    """«61 prima, 60 dopo: esce Camairago (confluito in Castelgerundo)»; empty when neither plan says them."""
    old, new = raffronto.prima.piano.ambito, raffronto.dopo.piano.ambito
    if not (old.comuni or new.comuni):
        return f"{_count(old)} prima, {_count(new)} dopo" if old.numero_comuni or new.numero_comuni else ""
    names_old, names_new = ({fold(comune.nome) for comune in side.comuni} for side in (old, new))
    into = {fold(comune.nome): comune.confluito_in for comune in (*old.comuni, *new.comuni) if comune.confluito_in}
    parts = []
    if new.comuni and old.comuni:
        came = [_came(comune) for comune in new.comuni if fold(comune.nome) not in names_old]
        left = [_left(comune, into) for comune in old.comuni if fold(comune.nome) not in names_new]
        parts = [f"{verb} {_listed(names)}" for verb, names in (("entra", came), ("esce", left)) if names]
    else:
        parts = ["solo uno dei due piani li elenca"]
    return f"{_count(old)} prima, {_count(new)} dopo" + (f": {'; '.join(parts)}" if parts else "")


def _count(ambito: Ambito) -> str:
    number = len(ambito.comuni) or ambito.numero_comuni
    return str(number) if number else "non elencati"


def _came(comune: Comune) -> str:
    return f"{shorten(comune.nome)} (esiste dal {format_date(comune.dal)})" if comune.dal else shorten(comune.nome)


def _left(comune: Comune, into: dict[str, str]) -> str:
    other = into.get(fold(comune.nome))
    return f"{shorten(comune.nome)} (confluito in {shorten(other)})" if other else shorten(comune.nome)


def _listed(names: list[str]) -> str:
    more = f" e altri {len(names) - _SHOWN}" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
