# SPDX-License-Identifier: EUPL-1.2
"""Whether an indicator was reached: surely, surely not, or nobody can say; one answer for the whole comparison."""

from pdz.calc._misure import read_target
from pdz.calc.indicatori import compute_indicatore
from pdz.model.esiti import Indicatore

_NOT_DONE = {"non realizzata", "non realizzato"}
_VAGUE = {"circa", ">", "≥"}
"""An actual value written so may well be the target."""
_SHORT = {"circa", "<", "≤"}
"""An actual value written so may well be less than it says."""
_HUNDRED = 100


def complete(told: Indicatore, promised: Indicatore | None) -> Indicatore:
    """An outcome with the target of the promise, when it does not repeat it."""
    if promised is None or told.previsto is not None or told.tappe:
        return told
    fields = ("previsto", "tappe", "direzione")
    made = told.model_copy(update={name: getattr(promised, name) for name in fields})
    return made.model_copy(update={name: getattr(told, name) or getattr(promised, name) for name in ("base", "unita")})


def is_missed(told: Indicatore) -> bool:
    """True when the target was surely not reached; what is not computable was not missed."""
    reached = told.realizzato
    if reached is not None and reached.stato in _NOT_DONE:
        return True
    target = read_target(told, ())
    if isinstance(target, str) or target.operatore in {"circa", "<", "≤"}:
        return False
    if reached is not None and reached.operatore in _VAGUE:
        return False
    valore = compute_indicatore(told, ()).valore
    return valore is not None and valore < _HUNDRED


def is_reached(told: Indicatore) -> bool:
    """True when the target was surely reached; what is not computable was not."""
    reached = told.realizzato
    if told.direzione == "diminuisce":  # «at least 20» is then no good news
        vague = reached is not None and reached.operatore in _VAGUE
    else:
        vague = reached is not None and reached.operatore in _SHORT
    valore = compute_indicatore(told, ()).valore
    return valore is not None and valore >= _HUNDRED and not vague
