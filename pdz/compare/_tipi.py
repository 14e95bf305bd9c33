# SPDX-License-Identifier: EUPL-1.2
"""What a comparison says: every change of a plan, as a value that knows where it stands on both sides."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pdz.calc import Quadro
from pdz.findings import Path
from pdz.model import Piano
from pdz.profiles import Profilo


@dataclass(frozen=True, slots=True)
class Lato:
    """One of the two plans compared, with what is computed from it."""

    piano: Piano
    profilo: Profilo
    quadro: Quadro


class Tipo(StrEnum):
    """What happened to a thing."""

    ENTRATO = "entrato"
    USCITO = "uscito"
    MODIFICATO = "modificato"


@dataclass(frozen=True, slots=True)
class Cambio:
    """One change: a thing that came in, went out, or has another value.

    A thing with parts that came in or went out is one change; inside a thing that stayed, every value is its own.
    """

    tipo: Tipo
    argomento: str
    """The subject: `obiettivi`, `azioni`, `fondi`… (`pdz.compare.ARGOMENTI`)."""
    indirizzo: tuple[str, ...]
    """Where it stands by ids and keys, the same in both plans: («schede», «S1», «azioni», «S1.a2»)."""
    prima: Path | None
    """Its path in the old plan; None when it came in."""
    dopo: Path | None
    """Its path in the new plan; None when it went out."""
    dentro: Path
    """On the side where it is not, the path of what would hold it; empty for a change of value."""
    vecchio: Any
    """The old value or part of the model; None when it came in."""
    nuovo: Any
    """The new value or part of the model; None when it went out."""
    nome_prima: str
    """The nearest thing with a name, by id and title, as the old plan calls it."""
    nome_dopo: str
    """The same as the new plan calls it."""

    @property
    def nome(self) -> str:
        """The name of the thing, as the plan that has it calls it; the new one when both do."""
        return self.nome_dopo if self.dopo is not None else self.nome_prima
