# SPDX-License-Identifier: EUPL-1.2
"""plan(s) -> Document: one kind of document per file, its texts under `templates/<kind>/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pdz.calc import Quadro
from pdz.calc.citazioni import Citabile
from pdz.doctree import Document
from pdz.documents._frame import Frame
from pdz.findings import Finding
from pdz.model import Piano
from pdz.plugins import Plugins
from pdz.profiles import Profilo

KINDS = Plugins("pdz.documents", "il documento")


@dataclass(frozen=True, slots=True)
class Request:
    """What a document is made from."""

    piano: Piano
    profilo: Profilo
    quadro: Quadro
    citabili: Mapping[str, Citabile]
    frame: Frame
    folder: Path
    """The folder of the plan, where the logo is."""
    scheda: str | None = None
    """Only this scheda, for the kind `schede`."""
    sheets: bool = False
    """Also make the sheets of data, for a workbook."""
    findings: tuple[Finding, ...] = ()
    """What the rules say of the plan, for the sheet that lists it."""
    admitted: tuple[tuple[Finding, str], ...] = ()
    """What the plan admits, each with its reason."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a document holds, for the person at the keyboard."""

    capitoli: int = 0
    tabelle: int = 0
    schede: int = 0


class Kind(Protocol):
    """What a module of this package offers."""

    LABEL: str

    def build(self, request: Request) -> Document:
        """The document."""
