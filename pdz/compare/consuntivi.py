# SPDX-License-Identifier: EUPL-1.2
"""What was promised and what was reached: the outcomes that the new plan gives of the objectives of the old one."""

from dataclasses import dataclass

from pdz.calc import Calcolo, Grado
from pdz.compare._tipi import Lato
from pdz.findings import Path
from pdz.model.esiti import Esito, Indicatore

_PUT_OFF, _NOT_DONE = "rinviata", {"rinviata", "non realizzata"}


@dataclass(frozen=True, slots=True)
class Consuntivo:
    """The outcome of an old objective as the new plan tells it.

    A plan gives it as an outcome with the id of the objective, as the outcome of an objective of sistema, or, when it
    gives outcomes of whole areas, as one of the actions of an area.
    """

    path: Path
    """In the new plan."""
    stato: str = ""
    """How an action of an area ended; empty for an outcome."""
    grado: Grado | None = None
    riproposto: bool | None = None
    """Whether the new plan says that it will be re-proposed; None when it does not say."""
    risultati: tuple[str, ...] = ()
    """What was done, in the words of the plan, for an objective of sistema."""
    indicatori: tuple[Indicatore, ...] = ()
    """Promised (`previsto`) and reached (`realizzato`)."""
    raggiungimenti: tuple[Calcolo, ...] = ()
    """Degree of achievement of each indicator, per cent; without a value when it cannot be computed."""
    rinviato: bool = False
    """The plan says that it was put off: nothing of it was done, and something was postponed."""


def find_consuntivi(dopo: Lato) -> dict[str, Consuntivo]:
    """By id of the old objective; an outcome of its own wins over an action of its area."""
    found: dict[str, Consuntivo] = {}
    for index, sistema in enumerate(dopo.piano.esiti_sistema):
        found[sistema.id] = Consuntivo(("esiti_sistema", index), risultati=sistema.risultati)
    for index, esito in enumerate(dopo.piano.esiti):
        for number, azione in enumerate(esito.azioni.elenco if esito.azioni is not None else ()):
            path: Path = ("esiti", index, "azioni", "elenco", number)
            found.setdefault(azione.id, Consuntivo(path, azione.stato, rinviato=azione.stato == _PUT_OFF))
    for index, esito in enumerate(dopo.piano.esiti):
        indicatori = _list_indicatori(esito)
        found[esito.id] = Consuntivo(
            ("esiti", index),
            grado=dopo.quadro.gradi.get(esito.id),
            riproposto=esito.riproposto.risposta if esito.riproposto is not None else None,
            indicatori=indicatori,
            raggiungimenti=tuple(dopo.quadro.indicatori[one.id] for one in indicatori),
            rinviato=_is_put_off(esito),
        )
    return found


def _list_indicatori(esito: Esito) -> tuple[Indicatore, ...]:
    groups = esito.indicatori
    return (*groups.risultato, *groups.processo, *groups.impatto) if groups is not None else ()


def _is_put_off(esito: Esito) -> bool:
    states = {azione.stato for azione in esito.azioni.elenco} if esito.azioni is not None else set[str]()
    return _PUT_OFF in states and states <= _NOT_DONE
