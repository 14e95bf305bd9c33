# SPDX-License-Identifier: EUPL-1.2
"""Coincidenza of budgeted and spent resources: pagato × 100 / preventivato (linee di indirizzo 2025-2027, row 4)."""

from dataclasses import replace
from decimal import Decimal

from pdz.calc._esatto import count_decimals
from pdz.calc._formule import compute_ratio
from pdz.calc._tipi import Calcolo, Termine
from pdz.calc.stampa import format_unrounded
from pdz.findings import Path
from pdz.model import Piano
from pdz.model.esiti import Esito


def compute_coincidenze(piano: Piano) -> dict[str, Calcolo]:
    """The coincidenza of every outcome, per cent, by id."""
    return {
        esito.id: compute_coincidenza(esito, ("esiti", index, "risorse")) for index, esito in enumerate(piano.esiti)
    }


def compute_coincidenza(esito: Esito, path: Path) -> Calcolo:
    """From the two amounts (euro) when both are known (n.c. when nothing was budgeted), else as declared."""
    empty = Calcolo(f"Coincidenza delle risorse di {esito.id} «{esito.titolo}»", None, "percento", path=path)
    risorse = esito.risorse
    if risorse is None:
        reason = "non ci sono né gli importi né una percentuale dichiarata"
        return replace(empty, motivo=reason, path=path[:-1])
    found = [
        f"manca l'importo {field}" if amount is None else Termine(field, amount, (*path, field))
        for field, amount in (("pagato", risorse.pagato), ("preventivato", risorse.preventivato))
    ]
    computed = compute_ratio(empty, found[:1], found[1:], Decimal(100))
    if computed.valore is not None:
        decimali = count_decimals(computed.valore)
        return replace(computed, decimali=decimali, stampa=format_unrounded(computed.valore, decimali))
    if risorse.coincidenza is not None and (risorse.pagato is None or risorse.preventivato is None):
        where = (*path, "coincidenza")
        termine = Termine("coincidenza dichiarata", risorse.coincidenza, where)
        return replace(empty, valore=risorse.coincidenza, termini=(termine,), path=where)
    return computed
